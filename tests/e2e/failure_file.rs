//! What the failure notice saves can be imported, and so nothing is lost by starting over.

use std::fs;

use serde_json::json;

use crate::fixture::Folder;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::{Setup, visit};

/// Makes the running app fail, and returns what the notice shows and saves.
fn fail(page: &Page) -> String {
    page.eval::<()>("document.documentElement.dataset.app = 'failed'", json!([]));
    page.until("it has failed", "all('#failed').length");
    page.eval("return all('#failed textarea')[0].value", json!([]))
}

/// Presses "Start over" in the notice, and waits until the app is there again.
fn start_over(page: &Page) {
    page.click_named("#failed button", "Start over");
    page.click_named("#failed button", "Remove my answers");
    page.until(
        "it starts with nothing",
        "document.documentElement.dataset.app === 'ready' && !localStorage['headphones-or-iems.aside.1']",
    );
}

/// Opens a file on "Your data", and returns the heading of its preview.
fn open(page: &Page, text: &str) -> String {
    let folder = Folder::new("file");
    let path = folder.path().join("headphones-or-iems.json");
    fs::write(&path, text).expect("the file should be written");
    page.go("#/data");
    page.until_view("data");
    page.choose_file("#data-file", &path);
    page.until("the preview is shown", "all('#offer h3').length === 1");
    page.text("#offer h3")
}

#[test]
fn saved_answers_come_back_after_starting_over() {
    let persona = Persona::named("36-places-double");
    let kinds: [fn(&str) -> String; 4] = [
        str::to_owned,
        |file| format!("\u{feff}{file}"),
        |file| file.replace('\n', "\r\n") + "\r\n",
        |file| file.to_owned() + "\n",
    ];
    let texts = ["{damaged", "two\n\nparagraphs", "{\"version\":1}x", "\u{feff}{\"version\":1}"];
    for (kind, count) in kinds.into_iter().zip(1..) {
        visit("#/result", |page| {
            page.come_back_with(&persona.document());
            let before = page.reading();
            for (at, text) in texts.iter().enumerate().take(count) {
                let key = format!("headphones-or-iems.aside.{}", at + 1);
                page.eval::<()>("localStorage.setItem(...a)", json!([key, text]));
            }
            let file = kind(&fail(page));
            assert_eq!(file.matches("headphones-or-iems.aside.").count(), count, "{file}");
            start_over(page);
            assert_eq!(open(page, &file), "This is what the file changes", "{file:?}");
            page.click_named("button", "Import");
            page.until("it is imported", "all('#offer h3').length === 0");
            page.go("#/result");
            page.until_view("result");
            assert_eq!(page.reading(), before, "{file:?}");
        });
    }
}

/// The stored document was damaged, so the page set it aside, and no answer was given after that.
#[test]
fn file_with_nothing_but_what_was_set_aside_says_so() {
    Setup::default().run(|page| {
        page.open("#/quiz");
        for text in ["{damaged", "{\"version\":1,\"answers\":1}", "a\n\nb"] {
            page.eval::<()>("localStorage.clear()", json!([]));
            page.eval::<()>("localStorage.setItem('headphones-or-iems.aside.1', a)", json!(text));
            let file = fail(page);
            page.reload();
            assert_eq!(open(page, &file), "This file has no answers that can be read", "{file:?}");
            assert!(page.text("#offer").contains("Nothing has changed."));
            assert_eq!(page.stored_text(), None);
        }
    });
}
