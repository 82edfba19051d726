//! Pages of `dist/` that are opened from the folder by a double click. Browsers load no files for them,
//! and the single file beside them works.

use std::fs;

use serde_json::json;
use xtask::server::Server;

use crate::failure::app_file;
use crate::fixture::{self, Folder};
use crate::page::Page;
use crate::session::Setup;
use crate::single_file::encoded;

/// Opens a copy of the site from a folder whose name needs escaping.
fn from_folder(name: &str, test: impl FnOnce(&Page)) {
    let parent = Folder::new("opened");
    let folder = parent.path().join("50% off? #1 + “Größe”");
    fs::create_dir_all(&folder).expect("the folder should be created");
    fixture::copy_site(&folder);
    let path = folder.join(name).to_string_lossy().into_owned();
    Setup::default().noisy().at(format!("file://{}", encoded(&path))).run(test);
}

/// Opens a page, and follows its notice to the single file, which must show the same view.
fn leads_to_the_single_file(name: &str, hash: &str, view: &str) {
    from_folder(name, |page| {
        page.load(hash);
        page.until("the notice is there", "all('#failed').length");
        assert_eq!(page.count("#failed button"), 0, "a reload would not help");
        let said: String = page.eval("return all('#failed')[0].innerText", json!([]));
        assert!(!said.contains("did not load") && said.contains("opened from a folder"), "{said}");
        page.click("#failed a");
        page.until("the single file is ready", "document.documentElement.dataset.app === 'ready'");
        let at: String = page.eval("return location.pathname", json!([]));
        assert!(at.ends_with("/headphones-or-iems.html"), "{at}");
        page.until_view(view);
    });
}

#[test]
fn index_leads_to_the_single_file() {
    leads_to_the_single_file("index.html", "", "guide");
    leads_to_the_single_file("index.html", "#/quiz/hours", "quiz");
    leads_to_the_single_file("index.html", "#/method/sum", "method");
}

#[test]
fn embedded_page_leads_to_the_single_file() {
    leads_to_the_single_file("embed.html", "", "quiz");
    leads_to_the_single_file("embed.html", "#/result", "result");
    leads_to_the_single_file("index.html", "#/quiz?embed", "quiz");
}

#[test]
fn static_pages_work_from_a_folder() {
    for (name, heading) in [
        ("quiz.html", "All questions on one page"),
        ("method.html", "How it works"),
        ("paper.html", "The quiz on paper"),
    ] {
        from_folder(name, |page| {
            page.load("");
            assert_eq!(page.text("h1"), heading);
        });
    }
}

/// Over http, a missing file is not a matter of how the page was opened.
#[test]
fn page_from_a_server_does_not_speak_of_folders() {
    let site = Folder::new("without-wasm");
    fixture::copy_site(site.path());
    fs::remove_file(app_file(site.path(), "wasm")).expect("the wasm should be removed");
    let server = Server::start(site.path(), 0).expect("it can be served");
    Setup::default().noisy().at(server.address()).run(|page| {
        page.load("");
        page.until("the notice is there", "all('#failed').length");
        assert_eq!(page.count("#failed a[href$='headphones-or-iems.html']"), 0);
        assert_eq!(page.texts("#failed button"), ["Reload"]);
        crate::failure::everything_can_be_read(page);
    });
}

/// A damaged single file has no other beside it to lead to.
#[test]
fn damaged_single_file_does_not_lead_to_itself() {
    let folder = Folder::new("damaged");
    let file = folder.path().join("headphones-or-iems.html");
    let page = fs::read_to_string(fixture::dist().join("headphones-or-iems.html"));
    let page = page.expect("the single file should be built");
    let damaged = page.replacen("id=\"wasm\">", "id=\"wasm\">AAAA", 1);
    assert_ne!(damaged, page);
    fs::write(&file, damaged).expect("the file should be written");
    let address = format!("file://{}", encoded(&file.to_string_lossy()));
    Setup::default().noisy().at(address).run(|page| {
        page.load("");
        page.until("the notice is there", "all('#failed').length");
        assert_eq!(page.count("#failed a[href$='headphones-or-iems.html']"), 0);
    });
}
