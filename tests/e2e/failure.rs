//! The app cannot start because a file is missing, damaged, late or outdated. The page must show a
//! message and stay readable, and reload by itself only after a deploy.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;

use crate::budget;
use crate::content;
use crate::faulty::{Fault, Faulty};
use crate::fixture::{self, Folder};
use crate::page::Page;
use crate::session::Setup;
use crate::version;

/// The condition under which the page has given up starting the app.
const FAILED: &str = "document.documentElement.dataset.app === 'failed'";

/// Opens the built site from a server that serves files with the extension `kind` with a fault.
fn with_fault(kind: &'static str, fault: Fault, test: impl FnOnce(&Page)) {
    let server = Faulty::start(&fixture::dist(), move |asked| {
        let is_of_kind = Path::new(&asked.name).extension().is_some_and(|end| end == kind);
        if is_of_kind { fault } else { Fault::None }
    });
    let setup = Setup::default().at(server.address()).noisy();
    if fault == Fault::Stall { setup.endless() } else { setup }.run(test);
}

/// Opens a copy of the site that `damage` has changed.
fn damaged(damage: impl FnOnce(&Path), test: impl FnOnce(&Page)) {
    let copy = Folder::new("damaged");
    fixture::copy_site(copy.path());
    damage(copy.path());
    let server = Faulty::start(copy.path(), |_| Fault::None);
    Setup::default().at(server.address()).noisy().run(test);
}

/// The app's file with this extension that is loaded at the start.
///
/// # Panics
///
/// If there is none.
pub fn app_file(folder: &Path, extension: &str) -> PathBuf {
    let mut files = fs::read_dir(folder)
        .expect("the folder should be readable")
        .map(|file| file.unwrap().path());
    let is_app_file = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("headphones-or-iems_bg-") && name.ends_with(&format!(".{extension}"))
    };
    files.find(is_app_file).unwrap_or_else(|| panic!("no {extension} file in the site"))
}

/// Loads the page, and checks that it shows the failure, offers to reload, and is still readable.
fn fails_readably(page: &Page) {
    page.load("#/");
    page.until_late("the app has failed", FAILED);
    page.until("the failure message is shown", "all('#failed').length");
    assert_eq!(page.text("#failed [role=alert] h2"), "The quiz could not start");
    assert_eq!(
        page.texts("#failed button"),
        ["Reload"],
        "nothing is stored, so there is nothing to save or remove"
    );
    everything_can_be_read(page);
    let requests = page.requests();
    assert!(
        !requests.is_empty() && !requests.iter().any(|url| budget::installs(url)),
        "{requests:#?}"
    );
}

/// Checks that the guide is visible, and that it links to pages with the quiz and the method.
pub fn everything_can_be_read(page: &Page) {
    let words = "return document.body.innerText.replace(/\\s+/g, ' ')";
    let words: String = page.eval(words, json!([]));
    for section in content::guide().sections {
        assert!(words.contains(&section.title), "the guide lacks “{}”", section.title);
    }
    let [quiz, method, _paper] = linked_pages(page);
    for question in content::questions() {
        assert!(quiz.contains(&question.title), "the quiz lacks “{}”", question.title);
    }
    assert!(method.contains("From points to a verdict"), "the method page is missing");
    for device_type in content::device_types() {
        let why = content::plain(&device_type.ratings["rumble"].why);
        assert!(method.contains(&why), "the method page lacks “{why}”");
    }
}

/// The words of the static pages behind the visible links after the guide. The single-file build has
/// them inside as downloads.
fn linked_pages(page: &Page) -> [String; 3] {
    let script = "
        const inside = (href) =>
            new TextDecoder().decode(Uint8Array.from(atob(href.split(',')[1]), (c) => c.charCodeAt()));
        const html = async ({ href }) =>
            href.startsWith('data:') ? inside(href) : (await fetch(href)).text();
        const read = async (link) => {
            // Styles would be refused by the policy of this page, and the console would say so.
            const text = (await html(link)).replace(/<style>.*?<\\/style>/s, '');
            const { body } = new DOMParser().parseFromString(text, 'text/html');
            return body.textContent.replace(/\\s+/g, ' ');
        };
        return Promise.all(all('#without a').map(read));";
    page.eval(script, json!([]))
}

#[test]
fn missing_wasm_leaves_the_page_readable() {
    damaged(|site| fs::remove_file(app_file(site, "wasm")).unwrap(), fails_readably);
}

#[test]
fn truncated_wasm_leaves_the_page_readable() {
    with_fault("wasm", Fault::Cut, fails_readably);
}

#[test]
fn wasm_with_a_flipped_bit_leaves_the_page_readable() {
    with_fault("wasm", Fault::Bit, fails_readably);
}

#[test]
fn wasm_with_the_wrong_content_type_still_starts() {
    with_fault("wasm", Fault::Type, |page| page.open("#/quiz"));
}

#[test]
fn wasm_that_never_arrives_leaves_the_page_readable() {
    with_fault("wasm", Fault::Stall, fails_readably);
}

#[test]
fn damaged_content_leaves_the_page_readable() {
    let cut = |site: &Path| {
        let path = site.join("index.html");
        let page = fs::read_to_string(&path).unwrap();
        let (before, content) =
            page.split_once("id=\"content\">").expect("the page should embed the content");
        let (content, after) = content.split_once("</script>").expect("the element should end");
        let half: String = content.chars().take(content.chars().count() / 2).collect();
        fs::write(path, format!("{before}id=\"content\">{half}</script>{after}")).unwrap();
    };
    damaged(cut, fails_readably);
}

#[test]
fn browser_without_webassembly_leaves_the_page_readable() {
    Setup::default().inject("delete window.WebAssembly").run(|page| {
        fails_readably(page);
        assert!(page.text("#failed").contains("needs WebAssembly"));
    });
}

/// A deep link shows only the header until the app starts. After a failure it must show everything.
#[test]
fn failed_deep_link_shows_the_whole_static_page() {
    with_fault("wasm", Fault::Cut, |page| {
        page.load("#/quiz/sound");
        page.until("the app has failed", FAILED);
        everything_can_be_read(page);
        page.until(
            "focus is on the failure message",
            "document.activeElement.id === 'failed-title'",
        );
    });
}

/// One entry for each request of the page itself: whether it was a navigation.
fn page_requests(server: &Faulty) -> Vec<bool> {
    let seen = server.seen().into_iter();
    seen.filter(|asked| asked.name == "index.html").map(|asked| asked.is_visit).collect()
}

#[test]
fn page_with_files_removed_by_a_deploy_reloads_once_and_starts() {
    let site = Folder::new("deployed");
    fixture::copy_site(site.path());
    version::write_old_page(site.path());
    // The first request gets the old page, as from a cache; its files no longer exist.
    let was_served = AtomicBool::new(false);
    let server = Faulty::start(site.path(), move |asked| {
        let is_first = asked.name == "index.html" && !was_served.swap(true, Ordering::SeqCst);
        if is_first { Fault::Other("old.html") } else { Fault::None }
    });
    Setup::default().at(server.address()).noisy().run(|page| {
        page.load("#/quiz");
        page.until("the app is ready", "document.documentElement.dataset.app === 'ready'");
        // A navigation to the old page, a check for a newer one, and a navigation to that. The
        // service worker may send further requests.
        assert_eq!(page_requests(&server)[..3], [true, false, true]);
        assert!(!page_requests(&server)[3..].contains(&true), "the page should not reload again");
        assert_eq!(page.eval::<usize>("return sessionStorage.length", json!([])), 0);
    });
}

#[test]
fn page_that_stays_outdated_reloads_at_most_once() {
    let site = Folder::new("stale");
    fixture::copy_site(site.path());
    version::write_old_page(site.path());
    // Navigations get the old page, but the check for a newer one gets the new page.
    let server = Faulty::start(site.path(), |asked| {
        let is_old = asked.is_visit && asked.name == "index.html";
        if is_old { Fault::Other("old.html") } else { Fault::None }
    });
    Setup::default().at(server.address()).noisy().run(|page| {
        page.load("#/quiz");
        page.wait("the page has reloaded and checked again", || {
            (page_requests(&server).len() >= 4).then_some(())
        });
        page.until("the app has failed", FAILED);
        does_not_reload(page);
        assert_eq!(page_requests(&server).len(), 4);
    });
}

/// Waits 300 ms to make sure that the page does not reload.
fn does_not_reload(page: &Page) {
    page.eval::<()>("setTimeout(() => { window.isLater = true; }, 300)", json!([]));
    page.until("the timer has fired in the same document", "window.isLater");
}

#[test]
fn current_page_with_a_missing_file_does_not_reload() {
    let site = Folder::new("broken");
    fixture::copy_site(site.path());
    fs::remove_file(app_file(site.path(), "wasm")).unwrap();
    let server = Faulty::start(site.path(), |_| Fault::None);
    Setup::default().at(server.address()).noisy().run(|page| {
        page.load("#/quiz");
        page.wait("the page has checked for a newer one", || {
            (page_requests(&server).len() >= 2).then_some(())
        });
        does_not_reload(page);
        assert_eq!(page_requests(&server).len(), 2);
    });
}

/// If the wasm arrives after the page has given up, the app starts and the message disappears.
#[test]
fn app_starts_late_when_the_wasm_is_slow() {
    let delay_fetch = "
        const fetched = window.fetch;
        window.fetch = async (...asked) => {
            await new Promise((go) => { window.go = go; });
            return fetched(...asked);
        };";
    Setup::default().inject(delay_fetch).run(|page| {
        page.load("#/quiz");
        page.until_late("the app has failed", FAILED);
        assert_eq!(page.count("#failed"), 1);
        page.eval::<()>("window.go()", json!([]));
        page.until("the app is ready", "document.documentElement.dataset.app === 'ready'");
        assert_eq!(page.count("#failed, #without"), 0);
        page.select("scene-flight", "often");
        page.until_chosen("scene-flight", &["often"]);
    });
}

#[test]
fn failure_keeps_stored_answers_and_shows_them_for_copying() {
    damaged(
        |site| fs::remove_file(app_file(site, "wasm")).unwrap(),
        |page| {
            fails_readably(page);
            page.eval::<()>("localStorage.setItem('headphones-or-iems', 'kept')", json!([]));
            page.load("#/quiz");
            page.until("the app has failed", FAILED);
            assert_eq!(page.stored_text().as_deref(), Some("kept"));
            assert!(page.text("#failed").contains("still on this device, unchanged"));
            let text: String = page.eval("return all('#failed textarea')[0].value", json!([]));
            assert_eq!(text, "kept");
        },
    );
}

#[test]
fn failure_with_blocked_storage_still_shows_its_message() {
    let setup = Setup::default().pref("profile.default_content_setting_values.cookies", 2);
    setup.inject("delete window.WebAssembly").run(fails_readably);
}
