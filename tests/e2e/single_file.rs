//! The single-file build, opened from disk in a folder whose name needs escaping.

use std::fs;

use serde_json::{Value, json};

use crate::fixture::{self, Folder};
use crate::page::Page;
use crate::persona::Persona;
use crate::session::Setup;

const FILE: &str = "headphones-or-iems.html";

/// Opens a copy of the single file, alone in its folder, through a `file:` URL.
fn with_single_file(test: impl FnOnce(&Page)) {
    let parent = Folder::new("single-file");
    let folder = parent.path().join("50% off? #1 + “Größe” & 日本");
    fs::create_dir_all(&folder).expect("the folder should be created");
    fs::copy(fixture::dist().join(FILE), folder.join(FILE))
        .expect("the single-file build should exist in dist/");
    let path = folder.join(FILE).to_string_lossy().into_owned();
    Setup::default().at(format!("file://{}", encoded(&path))).run(test);
}

/// Percent-encodes a path for use in a URL.
pub fn encoded(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte);
    let letter =
        |byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    path.bytes().map(letter).collect()
}

#[test]
fn whole_quiz_works_from_a_file_without_other_requests() {
    with_single_file(|page| {
        page.open("");
        page.click_named("main a", "Find your type");
        let persona = Persona::named("28-light-traveller");
        let reading = page.walk(&persona);
        persona.fits(&reading);
        page.reload();
        assert_eq!(page.reading().leader, reading.leader);
        page.go("#/method");
        page.until_view("method");
        page.back();
        page.until_view("result");
        page.forward();
        page.until_view("method");
        let requests = page.requests();
        assert!(requests.len() >= 2, "expected the file and its reload: {requests:?}");
        let others = requests.iter().filter(|url| !url.starts_with(page.address()));
        assert_eq!(others.count(), 0, "something else was requested: {requests:?}");
    });
}

#[test]
fn static_pages_can_be_downloaded_from_the_single_file() {
    with_single_file(|page| {
        page.open("#/quiz/all");
        let links = "return [...document.querySelectorAll('#without a')].map((a) => {
            const [kind, text] = a.getAttribute('href').split(',');
            const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt());
            return [a.download, kind, new TextDecoder().decode(bytes)];
        })";
        let links: Vec<[String; 3]> = page.eval(links, json!([]));
        let built = ["quiz.html", "method.html", "paper.html"].map(|name| {
            let html = fs::read_to_string(fixture::dist().join(name));
            let html = html.expect("the static pages should be built");
            [name.to_owned(), "data:text/html;base64".to_owned(), html]
        });
        assert_eq!(links, built);
    });
}

/// The link in a view leads to the copy inside, which the page then offers as a download.
#[test]
fn link_to_the_paper_quiz_saves_it_from_the_single_file() {
    with_single_file(|page| {
        page.open("#/quiz/all");
        let watch = "window.saved = [];
            document.getElementById('without').addEventListener('click', (event) => {
                event.preventDefault();
                saved.push(event.target.download);
            });";
        page.eval::<()>(watch, json!([]));
        page.click_named("main a", "the quiz on paper");
        page.until("the copy inside is offered", "window.saved.join() === 'paper.html'");
    });
}

/// Chromium shares one `localStorage` between all `file:` pages.
#[test]
fn answers_persist_and_foreign_storage_keys_are_untouched() {
    with_single_file(|page| {
        page.open("");
        let foreign = json!({ "other": "theirs", "headphones-or-iemsx": "y" });
        page.eval::<()>("Object.assign(localStorage, a)", foreign.clone());
        page.open("#/quiz/scene");
        page.select("scene-flight", "often");
        page.until_chosen("scene-flight", &["often"]);
        page.reload();
        page.until_chosen("scene-flight", &["often"]);
        let stored: Value = page.eval("return { ...localStorage }", json!([]));
        let mut others = stored.as_object().expect("an object").clone();
        assert!(others.remove("headphones-or-iems").is_some());
        assert_eq!(Value::Object(others), foreign);
    });
}

#[test]
fn network_access_is_blocked_by_the_content_security_policy() {
    with_single_file(|page| {
        page.open("");
        let send_requests = "
            window.blocked = [];
            addEventListener('securitypolicyviolation', (e) => blocked.push(e.effectiveDirective));
            fetch('https://example.org/').catch(() => {});
            new Image().src = 'https://example.org/a.png';
            const frame = document.createElement('iframe');
            frame.src = 'https://example.org/';
            document.body.append(frame);";
        page.eval::<()>(send_requests, json!([]));
        page.until("all three requests are blocked", "window.blocked.length === 3");
        let blocked: Vec<String> = page.eval("return window.blocked.sort()", json!([]));
        assert_eq!(blocked, ["connect-src", "frame-src", "img-src"]);
        assert!(!page.errors().is_empty(), "violations should also be logged in the console");
    });
}
