//! A part of the site does not load: the page says so, and stays readable.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use xtask::site::Server;

use crate::bench::{self, Folder};
use crate::content;
use crate::page::Page;
use crate::session::Setup;

/// Serves a copy of the site after `damage` was done to it.
fn damaged(damage: impl FnOnce(&Path), test: impl FnOnce(&Page)) {
    let copy = Folder::new("damaged");
    bench::copy_site(copy.path());
    damage(copy.path());
    let server = Server::start(copy.path(), 0).expect("the copy can be served");
    Setup::default().at(server.address()).noisy().run(test);
}

/// The only file of a kind.
fn file(folder: &Path, extension: &str) -> PathBuf {
    let files = fs::read_dir(folder).expect("it is there").map(|file| file.unwrap().path());
    let mut of_kind = files.filter(|file| file.extension().is_some_and(|it| it == extension));
    of_kind.next().unwrap_or_else(|| panic!("no {extension} file in the site"))
}

/// The page has failed, says so, and everything can still be read.
fn is_readable(page: &Page) {
    page.load("#/");
    page.until("it has failed", "document.documentElement.dataset.app === 'failed'");
    let notice = page.text("#failed");
    assert!(notice.contains("could not start"), "“{notice}”");
    assert_eq!(page.texts("#failed a"), ["Reload"]);
    let words: String = page.eval("return all('main, #still').map(words).join(' ')", json!([]));
    for section in content::guide().sections {
        assert!(words.contains(&section.title), "the guide lacks “{}”", section.title);
    }
    for question in content::questions() {
        assert!(words.contains(&question.title), "the quiz lacks “{}”", question.title);
    }
    assert!(words.contains("From points to a verdict"), "the method page is missing");
    for gear in content::gears() {
        let why = content::plain(&gear.standings["rumble"].why);
        assert!(words.contains(&why), "the method page lacks “{why}”");
    }
}

#[test]
fn without_its_wasm_the_page_says_so_and_stays_readable() {
    damaged(|site| fs::remove_file(file(site, "wasm")).unwrap(), is_readable);
}

#[test]
fn with_half_its_wasm_the_page_says_so_and_stays_readable() {
    let halve = |site: &Path| {
        let wasm = fs::read(file(site, "wasm")).unwrap();
        fs::write(file(site, "wasm"), &wasm[..wasm.len() / 2]).unwrap();
    };
    damaged(halve, is_readable);
}

#[test]
fn without_its_script_the_page_says_so_and_stays_readable() {
    damaged(|site| fs::remove_file(file(site, "js")).unwrap(), is_readable);
}

#[test]
fn with_its_content_damaged_the_page_says_so_and_stays_readable() {
    let cut = |site: &Path| {
        let path = site.join("index.html");
        let page = fs::read_to_string(&path).unwrap();
        let (before, content) = page.split_once("id=content>").expect("it carries content");
        let (content, after) = content.split_once("</script>").expect("it ends");
        let half: String = content.chars().take(content.chars().count() / 2).collect();
        fs::write(path, format!("{before}id=content>{half}</script>{after}")).unwrap();
    };
    damaged(cut, is_readable);
}

#[test]
fn in_a_browser_without_wasm_the_page_says_so_and_stays_readable() {
    Setup::default().inject("delete window.WebAssembly").run(is_readable);
}

#[test]
fn a_failure_leaves_stored_answers_as_they_are() {
    damaged(
        |site| fs::remove_file(file(site, "wasm")).unwrap(),
        |page| {
            is_readable(page);
            page.eval::<()>("localStorage.setItem('headphones-or-iems', 'kept')", json!([]));
            page.load("#/quiz");
            page.until("it has failed", "document.documentElement.dataset.app === 'failed'");
            assert_eq!(page.stored_text().as_deref(), Some("kept"));
        },
    );
}
