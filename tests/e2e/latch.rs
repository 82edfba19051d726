//! The app fails after it has started: it shows a notice, stops for good, and loses no data.

use std::collections::BTreeMap;
use std::fs;

use serde_json::json;

use crate::content;
use crate::fixture::Folder;
use crate::page::Page;
use crate::session::Setup;

const FAILED: &str = "document.documentElement.dataset.app === 'failed' && all('#failed').length";

/// Gives tests the memory of the wasm.
const REACH: &str = "
    const start = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
        const made = await start(...given);
        const parts = Object.values(made.instance.exports);
        // A chunk has no memory of its own.
        window.memory ??= parts.find((part) => part instanceof WebAssembly.Memory);
        return made;
    };";

/// Every node that the app has made, and everything that happens to pages, 300 times.
const GO_ON: &str = "
    const made = [...window.held, ...document.querySelectorAll('input, summary, a[href^=\"#\"]')];
    const within = made.filter((e) => !e.closest('#failed'));
    for (let at = 0; at < 300; at += 1) {
        const target = within[at % within.length];
        if (target.click) target.click();
        for (const kind of ['input', 'change', 'submit', 'keydown', 'click'])
            target.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
        for (const kind of ['hashchange', 'popstate', 'storage', 'pageshow', 'visibilitychange'])
            window.dispatchEvent(new Event(kind));
    }
    return within.length";

fn keys(page: &Page) -> BTreeMap<String, String> {
    page.eval("return { ...localStorage }", json!([]))
}

/// Three answers, and a page that is about to fail at the fourth question.
fn visit(setup: Setup, test: impl FnOnce(&Page)) {
    setup.noisy().run(|page| {
        page.open("#/quiz");
        page.eval::<()>("localStorage.setItem('other', 'theirs')", json!([]));
        page.select("scene-flight", "often");
        page.go_on();
        for question in &content::questions()[..2] {
            page.until_heading(&question.title);
            page.take_first(&question.id);
        }
        page.until_heading(&content::questions()[2].title);
        test(page);
    });
}

/// After `fault` the page fails when the visitor goes on. It says so within a moment, is dead from
/// then on, and a reload leads back to where they were.
fn ends_in_words(setup: Setup, fault: &str) {
    visit(setup, |page| {
        let held =
            "window.held = [...document.querySelectorAll('#head *, #live *, #compare *, #foot *')]";
        page.eval::<()>(held, json!([]));
        page.eval::<()>(fault, json!([]));
        page.skip();
        page.until("it has failed", FAILED);
        assert_eq!(page.text("#failed h2"), "The page has stopped working");
        page.until("focus is on the words", "document.activeElement.id === 'failed-title'");
        assert_eq!(page.count("#live"), 0, "nothing looks alive that is not");
        let at = page.hash();
        is_dead(page);
        page.eval::<()>("history.replaceState(null, '', a[0])", json!([at]));
        page.click_named("#failed button", "Reload");
        page.until("it is ready", "document.documentElement.dataset.app === 'ready'");
        assert_eq!((page.hash(), page.count("#failed")), (at.clone(), 0));
        let [here, next] = [2, 3].map(|at| content::questions().swap_remove(at));
        let is_next = at.ends_with(&next.id);
        assert!(is_next || at.ends_with(&here.id), "{at}");
        page.until_heading(if is_next { &next.title } else { &here.title });
        page.go("#/quiz/scene");
        page.until_chosen("scene-flight", &["often"]);
    });
}

/// Nothing that a visitor or the browser does reaches the app.
fn is_dead(page: &Page) {
    page.errors();
    let before = keys(page);
    assert!(before.contains_key("headphones-or-iems"), "answers are stored");
    let clicked: usize = page.eval(GO_ON, json!([]));
    assert!(clicked > 100, "only {clicked} nodes were clicked");
    page.eval::<()>("location.hash = '#/quiz/all'", json!([]));
    // What is thrown in a microtask or a timer comes by then.
    page.eval::<()>("setTimeout(() => { window.isLater = true; })", json!([]));
    page.until("it is later", "window.isLater");
    assert_eq!(keys(page), before, "stored bytes are as they were");
    assert_eq!(page.errors(), Vec::<String>::new(), "nothing throws");
    assert_eq!(page.attribute("html", "data-app").as_deref(), Some("failed"));
}

#[test]
fn dom_exception_stops_the_app() {
    let fault = "document.createElement = () => { throw new Error('refused'); }";
    ends_in_words(Setup::default(), fault);
}

#[test]
fn thrown_string_stops_the_app() {
    let fault = "document.createElement = () => { throw 'refused'; }";
    ends_in_words(Setup::default(), fault);
}

#[test]
fn exception_through_the_wasm_stops_the_app() {
    let fault = "document.createTextNode = () => { throw new Error('refused'); }";
    ends_in_words(Setup::default(), fault);
}

#[test]
fn wasm_trap_stops_the_app() {
    let fault = "new Uint8Array(window.memory.buffer).fill(255)";
    ends_in_words(Setup::default().inject(REACH), fault);
}

#[test]
fn detached_wasm_memory_stops_the_app() {
    let fault = "new Uint8Array(window.memory.buffer).fill(0)";
    ends_in_words(Setup::default().inject(REACH), fault);
}

/// The hook of a panic marks the page; here the mark comes alone, and so at any moment.
#[test]
fn failed_state_alone_stops_the_app() {
    let fault = "document.addEventListener('click', () => {
        document.documentElement.dataset.app = 'failed';
    }, { capture: true, once: true })";
    ends_in_words(Setup::default(), fault);
}

#[test]
fn errors_of_other_scripts_do_not_stop_the_app() {
    visit(Setup::default(), |page| {
        let others = "
            setTimeout(() => { throw new Error('theirs'); });
            setTimeout(() => { throw null; });
            Promise.reject(new TypeError('theirs'));
            window.dispatchEvent(new ErrorEvent('error', { message: 'theirs' }));
            setTimeout(() => { window.isLater = true; });";
        page.eval::<()>(others, json!([]));
        page.until("it is later", "window.isLater");
        assert_eq!(page.attribute("html", "data-app").as_deref(), Some("ready"));
        page.skip();
        page.until_heading(&content::questions()[3].title);
    });
}

/// Ends the app as a panic does, with a document that could not be read set aside.
fn fail(page: &Page) {
    let fail = "
        localStorage.setItem('headphones-or-iems.aside', 'not\\njson');
        localStorage.setItem('headphones-or-iemsx', 'theirs too');
        document.documentElement.dataset.app = 'failed'";
    page.eval::<()>(fail, json!([]));
    page.until("it has failed", FAILED);
}

#[test]
fn stored_data_can_be_copied_and_downloaded_after_a_failure() {
    let downloads = Folder::new("downloads");
    let folder = downloads.path().to_string_lossy().into_owned();
    let setup = Setup::default().pref("download.default_directory", folder);
    visit(setup, |page| {
        page.select("theme", "dark");
        fail(page);
        let document = page.stored_text().expect("answers are stored");
        let expected = format!("{document}\n\nheadphones-or-iems.aside\nnot\njson");
        let text: String = page.eval("return all('#failed textarea')[0].value", json!([]));
        assert_eq!(text, expected);
        page.click_named("#failed a", "Download");
        let file = downloads.path().join("headphones-or-iems.json");
        let saved = || fs::read_to_string(&file).ok().filter(|saved| !saved.is_empty());
        assert_eq!(page.wait("it is downloaded", saved), expected);
    });
}

#[test]
fn starting_over_asks_first_and_removes_only_own_keys() {
    visit(Setup::default(), |page| {
        fail(page);
        let before = keys(page);
        page.click_named("#failed button", "Start over");
        page.until("it asks", "all('#sure').length && document.activeElement.id === 'sure'");
        assert!(page.text("#sure").contains("Download them first"));
        assert_eq!(keys(page), before, "nothing is removed yet");
        page.click_named("#failed button", "Remove my answers");
        page.until("it is ready", "document.documentElement.dataset.app === 'ready'");
        let theirs = json!({ "other": "theirs", "headphones-or-iemsx": "theirs too" });
        assert_eq!(json!(keys(page)), theirs);
        page.go("#/quiz/scene");
        page.until_chosen("scene-flight", &["never"]);
    });
}

#[test]
fn static_fallback_is_readable_after_a_failure() {
    visit(Setup::default(), |page| {
        fail(page);
        crate::failure::everything_can_be_read(page);
    });
}
