//! The quiz from the first question to the verdict, with the mouse and with the keyboard alone.

use serde_json::json;

use crate::content;
use crate::journey::WEIGHTS;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

const ENTER: &str = "\u{e007}";
const TAB: &str = "\u{e004}";
const RIGHT: &str = "\u{e014}";

/// Waits until the step is shown and its heading has focus, so that keys go to that step.
fn until_asked(page: &Page, heading: &str) {
    page.until_heading(heading);
    page.until_focus_on(heading);
}

#[test]
fn clicks_lead_to_the_verdict_and_a_reload_keeps_it() {
    visit("#/", |page| {
        page.click_named("#guide a", "Find your type");
        let persona = Persona::named("36-places-double");
        let reading = page.walk(&persona);
        persona.fits(&reading);
        let stored = page.stored_text();
        page.reload();
        assert_eq!((page.reading(), page.stored_text()), (reading, stored));
        page.open("#/quiz/all");
        for (name, values) in &persona.answers {
            assert_eq!(&page.chosen(name), values, "{name}");
        }
    });
}

#[test]
fn keys_lead_to_the_verdict() {
    visit("#/", |page| {
        page.click_named("#guide a", "Find your type");
        until_asked(page, &content::context_question().title);
        for context in content::contexts() {
            page.keys(TAB);
            page.keys(RIGHT);
            page.until_chosen(&context.id, &["sometimes"]);
        }
        page.keys(ENTER);
        for question in content::questions() {
            until_asked(page, &question.title);
            page.keys("1");
            page.until_chosen(&question.id, &[&question.options[0].id]);
            page.keys(ENTER);
        }
        until_asked(page, WEIGHTS);
        page.keys(TAB);
        page.keys(ENTER);
        page.until_view("result");
        page.until("focus is on the verdict", "document.activeElement?.matches('main h1')");
        let answers = page.stored()["answers"].clone();
        for question in content::questions() {
            assert_eq!(answers[&question.id]["chose"], json!([question.options[0].id]));
        }
    });
}
