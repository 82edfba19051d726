//! The site as one file, opened by a double click from a folder with an awkward name.

use std::fs;

use serde_json::{Value, json};

use crate::bench::{self, Folder};
use crate::page::Page;
use crate::persona::Persona;
use crate::session::Setup;

const FILE: &str = "headphones-or-iems.html";

/// Opens a copy of the file, which is all that its folder has.
fn alone(test: impl FnOnce(&Page)) {
    let place = Folder::new("alone");
    let folder = place.path().join("50% off? #1 + “Größe” & 日本");
    fs::create_dir_all(&folder).expect("a folder can be made");
    fs::copy(bench::dist().join(FILE), folder.join(FILE)).expect("the file is built");
    let path = folder.join(FILE).to_string_lossy().into_owned();
    Setup::default().at(format!("file://{}", encoded(&path))).run(test);
}

/// A path as an address has it.
fn encoded(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte);
    let letter =
        |byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    path.bytes().map(letter).collect()
}

#[test]
fn from_a_file_the_whole_quiz_works_and_asks_for_nothing_else() {
    alone(|page| {
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
        assert!(requests.len() >= 2, "the file itself, and again: {requests:?}");
        let others = requests.iter().filter(|url| !url.starts_with(page.address()));
        assert_eq!(others.count(), 0, "{requests:?}");
    });
}

#[test]
fn a_file_holds_the_quiz_on_paper_to_save() {
    alone(|page| {
        page.open("#/quiz/all");
        let beside = fs::read_to_string(bench::dist().join("paper.html")).expect("it is built");
        let links = "return all('main a[download]').map((a) => {
            const [kind, text] = a.getAttribute('href').split(',');
            const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt());
            return [a.download, kind, new TextDecoder().decode(bytes)];
        })";
        let links: Vec<[String; 3]> = page.eval(links, json!([]));
        assert_eq!(links, [["paper.html".to_owned(), "data:text/html;base64".to_owned(), beside]]);
    });
}

/// In Chromium all files share one storage.
#[test]
fn from_a_file_answers_are_kept_and_keys_of_other_files_are_left_alone() {
    alone(|page| {
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
fn a_file_cannot_ask_anybody_for_anything() {
    alone(|page| {
        page.open("");
        let ask = "
            window.blocked = [];
            addEventListener('securitypolicyviolation', (e) => blocked.push(e.effectiveDirective));
            fetch('https://example.org/').catch(() => {});
            new Image().src = 'https://example.org/a.png';
            const frame = Object.assign(document.createElement('iframe'), { src: 'https://example.org/' });
            document.body.append(frame);";
        page.eval::<()>(ask, json!([]));
        page.until("all is blocked", "window.blocked.length === 3");
        let blocked: Vec<String> = page.eval("return window.blocked.sort()", json!([]));
        assert_eq!(blocked, ["connect-src", "frame-src", "img-src"]);
        assert!(!page.errors().is_empty(), "the console says so too");
    });
}
