//! A part of the site does not load: the page says so, and stays readable.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;

use crate::bench::{self, Folder};
use crate::budget;
use crate::content;
use crate::faulty::{Fault, Faulty};
use crate::page::Page;
use crate::session::Setup;
use crate::version;

/// What the page is marked with once it has failed.
const FAILED: &str = "document.documentElement.dataset.app === 'failed'";

/// Visits the built site, where the files of a kind are served with a fault.
fn with(kind: &'static str, fault: Fault, test: impl FnOnce(&Page)) {
    let server = Faulty::start(&bench::dist(), move |asked| {
        let is_of_kind = Path::new(&asked.name).extension().is_some_and(|end| end == kind);
        if is_of_kind { fault } else { Fault::None }
    });
    let setup = Setup::default().at(server.address()).noisy();
    if fault == Fault::Stall { setup.endless() } else { setup }.run(test);
}

/// Visits a copy of the site after `damage` was done to it.
fn damaged(damage: impl FnOnce(&Path), test: impl FnOnce(&Page)) {
    let copy = Folder::new("damaged");
    bench::copy_site(copy.path());
    damage(copy.path());
    let server = Faulty::start(copy.path(), |_| Fault::None);
    Setup::default().at(server.address()).noisy().run(test);
}

/// The app's file of a kind, which it has.
pub fn file(folder: &Path, extension: &str) -> PathBuf {
    part(folder, extension).unwrap_or_else(|| panic!("no {extension} file in the site"))
}

/// The app's file of a kind, if it is a file of its own.
pub fn part(folder: &Path, extension: &str) -> Option<PathBuf> {
    let mut files = fs::read_dir(folder).expect("it is there").map(|file| file.unwrap().path());
    let is_ours = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("headphones-or-iems") && name.ends_with(&format!(".{extension}"))
    };
    files.find(is_ours)
}

/// The page fails to start, says so, offers to reload, and everything can still be read.
fn is_readable(page: &Page) {
    page.load("#/");
    page.until_late("it has failed", FAILED);
    page.until("it says so", "all('#failed').length");
    assert_eq!(page.text("#failed [role=alert] h2"), "The quiz could not start");
    assert_eq!(
        page.texts("#failed button"),
        ["Reload"],
        "nothing is stored, so no more is offered"
    );
    everything_can_be_read(page);
    let asked = page.requests();
    assert!(!asked.is_empty() && !asked.iter().any(|url| budget::installs(url)), "{asked:#?}");
}

pub fn everything_can_be_read(page: &Page) {
    let words = "return document.body.innerText.replace(/\\s+/g, ' ')";
    let words: String = page.eval(words, json!([]));
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
    with("wasm", Fault::Cut, is_readable);
}

#[test]
fn with_one_wrong_bit_in_its_wasm_the_page_says_so_and_stays_readable() {
    with("wasm", Fault::Bit, is_readable);
}

#[test]
fn with_a_wasm_of_the_wrong_type_the_app_starts_all_the_same() {
    with("wasm", Fault::Type, |page| page.open("#/quiz"));
}

#[test]
fn with_a_wasm_that_never_arrives_the_page_says_so_and_stays_readable() {
    with("wasm", Fault::Stall, is_readable);
}

#[test]
fn with_its_content_damaged_the_page_says_so_and_stays_readable() {
    let cut = |site: &Path| {
        let path = site.join("index.html");
        let page = fs::read_to_string(&path).unwrap();
        let (before, content) = page.split_once("id=\"content\">").expect("it carries content");
        let (content, after) = content.split_once("</script>").expect("it ends");
        let half: String = content.chars().take(content.chars().count() / 2).collect();
        fs::write(path, format!("{before}id=\"content\">{half}</script>{after}")).unwrap();
    };
    damaged(cut, is_readable);
}

#[test]
fn in_a_browser_without_wasm_the_page_says_so_and_stays_readable() {
    Setup::default().inject("delete window.WebAssembly").run(|page| {
        is_readable(page);
        assert!(page.text("#failed").contains("needs WebAssembly"));
    });
}

/// A deep link shows only the name while it waits for the app, and everything once that has failed.
#[test]
fn a_deep_link_that_fails_shows_all_that_can_be_read() {
    with("wasm", Fault::Cut, |page| {
        page.load("#/quiz/sound");
        page.until("it has failed", FAILED);
        everything_can_be_read(page);
        page.until("focus is on the words", "document.activeElement.id === 'failed-title'");
    });
}

/// The requests for the page itself: whether each was to show it.
fn visits(server: &Faulty) -> Vec<bool> {
    let seen = server.seen().into_iter();
    seen.filter(|asked| asked.name == "index.html").map(|asked| asked.is_visit).collect()
}

#[test]
fn a_page_whose_files_are_gone_after_a_deploy_reloads_once_and_starts() {
    let site = Folder::new("deployed");
    bench::copy_site(site.path());
    version::write_old_page(site.path());
    // The page of before is still in somebody's cache when its files are gone.
    let is_known = AtomicBool::new(false);
    let server = Faulty::start(site.path(), move |asked| {
        let is_first = asked.name == "index.html" && !is_known.swap(true, Ordering::SeqCst);
        if is_first { Fault::Other("old.html") } else { Fault::None }
    });
    Setup::default().at(server.address()).noisy().run(|page| {
        page.load("#/quiz");
        page.until("it is ready", "document.documentElement.dataset.app === 'ready'");
        // The old page, a look at the new one, and the new one. Its worker may look too.
        assert_eq!(visits(&server)[..3], [true, false, true]);
        assert!(!visits(&server)[3..].contains(&true), "it is loaded again");
        assert_eq!(page.eval::<usize>("return sessionStorage.length", json!([])), 0);
    });
}

#[test]
fn a_page_that_stays_old_reloads_at_most_once() {
    let site = Folder::new("stale");
    bench::copy_site(site.path());
    version::write_old_page(site.path());
    // Whoever loads the page gets the old one, and whoever looks for a new one sees it.
    let server = Faulty::start(site.path(), |asked| {
        let is_old = asked.is_visit && asked.name == "index.html";
        if is_old { Fault::Other("old.html") } else { Fault::None }
    });
    Setup::default().at(server.address()).noisy().run(|page| {
        page.load("#/quiz");
        page.wait("it has reloaded and looked again", || {
            (visits(&server).len() >= 4).then_some(())
        });
        page.until("it has failed", FAILED);
        stays(page);
        assert_eq!(visits(&server).len(), 4);
    });
}

/// Whatever the page is about to do, it does not reload.
fn stays(page: &Page) {
    page.eval::<()>("setTimeout(() => { window.isLater = true; }, 300)", json!([]));
    page.until("it is later, in the same page", "window.isLater");
}

#[test]
fn a_page_that_no_deploy_has_broken_does_not_reload() {
    let site = Folder::new("broken");
    bench::copy_site(site.path());
    fs::remove_file(file(site.path(), "wasm")).unwrap();
    let server = Faulty::start(site.path(), |_| Fault::None);
    Setup::default().at(server.address()).noisy().run(|page| {
        page.load("#/quiz");
        page.wait("it has looked for a new one", || (visits(&server).len() >= 2).then_some(()));
        stays(page);
        assert_eq!(visits(&server).len(), 2);
    });
}

/// The wasm arrives after the page has given it up: then the page works, and says no more of it.
#[test]
fn a_page_that_was_only_slow_starts_late() {
    let late = "
        const fetched = window.fetch;
        window.fetch = async (...asked) => {
            await new Promise((go) => { window.go = go; });
            return fetched(...asked);
        };";
    Setup::default().inject(late).run(|page| {
        page.load("#/quiz");
        page.until_late("it has failed", FAILED);
        assert_eq!(page.count("#failed"), 1);
        page.eval::<()>("window.go()", json!([]));
        page.until("it is ready", "document.documentElement.dataset.app === 'ready'");
        assert_eq!(page.count("#failed, #still"), 0);
        page.choose("scene-flight", "often");
        page.until_chosen("scene-flight", &["often"]);
    });
}

#[test]
fn a_failure_leaves_stored_answers_as_they_are_and_offers_them() {
    damaged(
        |site| fs::remove_file(file(site, "wasm")).unwrap(),
        |page| {
            is_readable(page);
            page.eval::<()>("localStorage.setItem('headphones-or-iems', 'kept')", json!([]));
            page.load("#/quiz");
            page.until("it has failed", FAILED);
            assert_eq!(page.stored_text().as_deref(), Some("kept"));
            assert!(page.text("#failed").contains("still on this device, unchanged"));
            let text: String = page.eval("return all('#failed textarea')[0].value", json!([]));
            assert_eq!(text, "kept");
        },
    );
}

#[test]
fn where_storage_is_blocked_a_failure_offers_nothing_and_says_so_all_the_same() {
    let setup = Setup::default().pref("profile.default_content_setting_values.cookies", 2);
    setup.inject("delete window.WebAssembly").run(is_readable);
}
