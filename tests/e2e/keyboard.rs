//! Using the quiz with the keyboard alone.

use std::cell::Cell;

use serde_json::json;

use crate::accessibility::violations;
use crate::content;
use crate::journey::WEIGHTS;
use crate::page::Page;
use crate::session::visit;

const ENTER: &str = "\u{e007}";
const TAB: &str = "\u{e004}";
const RIGHT: &str = "\u{e014}";

/// Presses Tab until focus is on an element whose text starts with `name`, at most 40 times.
fn tab_to(page: &Page, name: &str) {
    for _ in 0..40 {
        page.keys(TAB);
        if page.focused().starts_with(name) {
            let is_visible = "return document.activeElement.matches(':focus-visible')";
            assert!(
                page.eval::<bool>(is_visible, json!([])),
                "focus on “{name}” should be visible"
            );
            return;
        }
    }
    panic!("40 presses of Tab do not reach “{name}”; focus is on “{}”", page.focused());
}

/// Waits until the step is shown and its heading has focus, so that keys go to that step.
fn until_asked(page: &Page, heading: &str) {
    page.until_heading(heading);
    page.until_focus_on(heading);
}

/// Presses keys one by one, and counts them.
struct Typist<'a> {
    page: &'a Page,
    count: Cell<usize>,
}

impl Typist<'_> {
    fn press(&self, key: &str) {
        self.page.keys(key);
        self.count.set(self.count.get() + 1);
    }

    /// The number of keys pressed since the last call.
    fn take_count(&self) -> usize {
        self.count.replace(0)
    }

    /// Waits until focus is on a control with this name, and checks that it is visible.
    fn until_focus_in(&self, name: &str) {
        let has_focus = format!("document.activeElement?.matches('[name={name}]:focus-visible')");
        self.page.until(&format!("focus is on {name}"), &has_focus);
        assert_eq!(violations(self.page, &["focus"]), [""; 0], "{name}");
    }
}

#[test]
fn quiz_takes_at_most_three_keys_per_question_and_two_per_context() {
    visit("#/", |page| {
        let typist = Typist { page, count: Cell::new(0) };
        tab_to(page, "Find your type");
        page.keys(ENTER);
        until_asked(page, &content::context_question().title);
        for context in content::contexts() {
            typist.press(TAB);
            typist.until_focus_in(&context.id);
            typist.press(RIGHT);
            page.until_chosen(&context.id, &["sometimes"]);
            assert!(typist.take_count() <= 2, "{}", context.id);
        }
        page.keys(ENTER);
        for question in content::questions() {
            until_asked(page, &question.title);
            assert_eq!(violations(page, &["arrival", "focus"]), [""; 0], "{}", question.id);
            typist.press("1");
            page.until_chosen(&question.id, &[&question.options[0].id]);
            assert_eq!(page.heading(), question.title, "selecting an option should not continue");
            typist.press(ENTER);
            assert!(typist.take_count() <= 3, "{}", question.id);
        }
        until_asked(page, WEIGHTS);
        page.keys(TAB);
        page.keys(ENTER);
        page.until_view("result");
        page.until("focus is on the verdict", "document.activeElement?.matches('main h1')");
        let answers = page.stored()["answers"].as_object().expect("answers are stored").clone();
        assert_eq!(answers.len(), content::controls().len());
        for question in content::questions() {
            assert_eq!(answers[&question.id]["chose"], json!([question.options[0].id]));
        }
    });
}

#[test]
fn digits_toggle_options_and_others_do_nothing() {
    visit("#/quiz/bystanders", |page| {
        page.take_first("bystanders");
        let annoys = content::questions().into_iter().find(|question| question.id == "annoys");
        let annoys = annoys.expect("the question should exist");
        until_asked(page, &annoys.title);
        let id = |at: usize| annoys.options[at].id.as_str();
        assert!(annoys.options.len() < 9, "9 and 0 should belong to no option");
        page.keys("3");
        page.keys("6");
        page.until_chosen("annoys", &[id(2), id(5)]);
        page.keys("9");
        page.keys("0");
        page.keys("3");
        page.until_chosen("annoys", &[id(5)]);
        page.keys(&annoys.options.len().to_string());
        page.until_chosen("annoys", &[id(annoys.options.len() - 1)]);
    });
}

#[test]
fn error_can_be_corrected_by_keyboard() {
    visit("#/quiz/calls", |page| {
        page.take_first("calls");
        let source = content::questions().into_iter().find(|question| question.id == "source");
        let source = source.expect("the question should exist");
        until_asked(page, &source.title);
        tab_to(page, "Continue");
        page.keys(ENTER);
        page.until("the error has focus", "document.activeElement?.closest('#problem')");
        page.keys(TAB);
        page.keys(ENTER);
        let first = "document.activeElement?.matches('[name=source][value=phone]')";
        page.until("the first option has focus", first);
        page.keys("2");
        page.until_chosen("source", &["dongle"]);
        page.keys(ENTER);
        let next = content::questions().into_iter().skip_while(|at| at.id != "source").nth(1);
        page.until_heading(&next.expect("a question should follow").title);
    });
}

#[test]
fn question_can_be_skipped_by_keyboard() {
    visit("#/quiz/scene", |page| {
        page.skip();
        let questions = content::questions();
        until_asked(page, &questions[0].title);
        tab_to(page, "Skip");
        page.keys(ENTER);
        until_asked(page, &questions[1].title);
    });
}

#[test]
fn first_tab_reaches_the_skip_link_which_keeps_the_view() {
    visit("#/method", |page| {
        page.keys(TAB);
        assert_eq!(page.focused(), "Skip to the content");
        page.keys(ENTER);
        page.until("focus is in the content", "document.activeElement?.closest('main')");
        assert_eq!(page.attribute("main", "data-view").as_deref(), Some("method"));
        assert_eq!(page.hash(), "#/method");
    });
}

/// A step that was opened by its address has no focus yet. Keys then go to the body, and after a click on
/// a text to what holds the step.
#[test]
fn digits_select_before_anything_in_the_step_has_focus() {
    let focus = |page: &Page, what: &str| page.eval::<()>(what, json!([]));
    for question in content::questions() {
        visit(&format!("#/quiz/{}", question.id), |page| {
            page.until_heading(&question.title);
            assert!(
                page.eval::<bool>("return document.activeElement === document.body", json!([]))
            );
            page.keys("2");
            page.until_chosen(&question.id, &[&question.options[1].id]);
            // Focus is on the option now, and the keys go on working.
            page.keys("1");
            page.until_selection_includes(&question.id, &question.options[0].id);
            page.eval::<()>("localStorage.clear()", json!([]));
            page.reload();
            focus(page, "document.getElementById('main').focus()");
            page.keys("2");
            page.until_selection_includes(&question.id, &question.options[1].id);
        });
    }
}

#[test]
fn digits_with_a_modifier_or_elsewhere_select_nothing() {
    visit("#/quiz/hours", |page| {
        let hours = content::questions().into_iter().find(|question| question.id == "hours");
        let hours = hours.expect("the question should exist");
        page.until_heading(&hours.title);
        let press = "const given = { key: '1', bubbles: true, cancelable: true };
            const body = document.body, link = document.querySelector('#head a');
            const keys = [[body, { ctrlKey: true }], [body, { altKey: true }], [body, { metaKey: true }],
                [body, { repeat: true }], [body, { key: 'F1' }], [body, { key: '12' }], [link, {}]];
            for (const [at, more] of keys)
                at.dispatchEvent(new KeyboardEvent('keydown', { ...given, ...more }))";
        page.eval::<()>(press, json!([]));
        // The next key would come after all others.
        page.keys("2");
        page.until("the last one counts", "document.querySelector('[name=hours]:checked')");
        page.until_chosen("hours", &[&hours.options[1].id]);
        assert_eq!(page.stored()["answers"]["hours"]["n"], 1, "nothing was chosen before");
    });
}
