//! Navigation in the quiz: continuing, going back, skipping, errors, starting again and resuming.

use crate::accessibility::violations;
use crate::content;
use crate::journey::WEIGHTS;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// The state of each step in the progress bar.
fn progress(page: &Page) -> Vec<String> {
    page.attributes(".progress [data-step]", "data-step")
}

fn title(step: &str) -> String {
    let steps = content::steps();
    steps.into_iter().find(|(id, _)| id == step).expect("the step should exist").1
}

#[test]
fn each_step_focuses_its_heading_and_updates_the_title() {
    visit("#/quiz", |page| {
        for (at, (_, heading)) in content::steps().into_iter().enumerate() {
            page.until_heading(&heading);
            if at > 0 {
                page.until_focus_on(&heading);
                assert_eq!(
                    page.title(),
                    format!("{} – Headphones or IEMs", content::step_name(at))
                );
            }
            page.skip();
        }
        page.until_heading(WEIGHTS);
        page.until_focus_on(WEIGHTS);
        assert_eq!(page.title(), "What counts most – Headphones or IEMs");
    });
}

/// Waits until the step with this index is shown, and checks its focus and title.
#[track_caller]
fn until_arrived(page: &Page, at: usize) {
    let heading = &content::steps()[at].1;
    page.until_heading(heading);
    page.until_focus_on(heading);
    let name = if at == 0 { "First: your places".into() } else { content::step_name(at) };
    assert_eq!(page.title(), format!("{name} – Headphones or IEMs"));
    assert_eq!(violations(page, &["arrival"]), [""; 0]);
}

#[test]
fn browser_back_and_forward_move_between_steps() {
    visit("#/quiz/scene", |page| {
        page.go_on();
        page.until_heading(&title("in-canal"));
        page.take_first("in-canal");
        for at in 2..5 {
            until_arrived(page, at);
            page.skip();
        }
        for at in (0..5).rev() {
            page.until_heading(&content::steps()[at + 1].1);
            page.back();
            until_arrived(page, at);
        }
        for at in 1..6 {
            page.forward();
            until_arrived(page, at);
        }
        page.go("#/quiz/in-canal");
        page.until_chosen("in-canal", &["fine"]);
    });
}

#[test]
fn back_link_leads_to_the_previous_step_and_keeps_its_answer() {
    visit("#/quiz/in-canal", |page| {
        page.take_first("in-canal");
        page.until_heading(&title("on-head"));
        page.click_named(".back a", "Back");
        page.until_heading(&title("in-canal"));
        page.until_chosen("in-canal", &["fine"]);
        page.click_named(".back a", "Back");
        page.until_heading(&title("scene"));
        page.click_named(".back a", "Back");
        page.until_view("guide");
    });
}

#[test]
fn skipped_question_keeps_its_selection_which_continue_restores() {
    visit("#/quiz/in-canal", |page| {
        page.select("in-canal", "no-way");
        page.skip();
        page.until_heading(&title("on-head"));
        assert_eq!(progress(page)[1], "skipped");
        page.click_named(".back a", "Back");
        page.until_heading(&title("in-canal"));
        page.until_chosen("in-canal", &["no-way"]);
        page.go_on();
        page.until_heading(&title("on-head"));
        assert_eq!(progress(page)[1], "answered");
        page.go("#/result");
        page.until_view("result");
        let (_, out) = &page.reading().types["iem"];
        assert_eq!(out.as_deref(), Some("in-canal"), "the answer should count again");
    });
}

#[test]
fn continuing_without_an_answer_shows_an_error_with_a_link() {
    visit("#/quiz/sound", |page| {
        page.go_on();
        page.until("the error has focus", "document.activeElement?.closest('#problem')");
        assert_eq!(page.heading(), title("sound"), "the question should stay");
        assert_eq!(page.attribute("#problem", "role").as_deref(), Some("alert"));
        page.click("#problem :is(a, button)");
        page.until(
            "the first option has focus",
            "document.activeElement?.matches('[name=sound][value=spacious]')",
        );
        assert_eq!(
            page.chosen("sound"),
            Vec::<String>::new(),
            "following the link should select nothing"
        );
        page.select("sound", "bass");
        page.go_on();
        page.until_heading(&title("latency"));
        assert_eq!(page.count("#problem"), 0);
    });
}

#[test]
fn progress_shows_answered_skipped_current_and_unseen_steps() {
    visit("#/quiz", |page| {
        let mut expected = vec!["unseen"; content::steps().len() + 1];
        expected[0] = "current";
        assert_eq!(progress(page), expected);
        page.go_on();
        page.until_heading(&title("in-canal"));
        page.skip();
        page.until_heading(&title("on-head"));
        expected[..3].copy_from_slice(&["answered", "skipped", "current"]);
        assert_eq!(progress(page), expected);
        assert!(page.text(".status").contains(&content::step_name(2)));
    });
}

#[test]
fn starting_again_asks_for_confirmation_and_removes_all_answers() {
    visit("#/quiz", |page| {
        page.come_back_with(&Persona::named("36-places-double").document());
        page.click_named("main button", "Start again");
        page.click_named("main button", "Keep them");
        page.until(
            "the confirmation is closed",
            "!all('main button').some((e) => /^Remove/.test(words(e)))",
        );
        assert_eq!(page.stored()["answers"].as_object().map(serde_json::Map::len), Some(5));
        page.click_named("main button", "Start again");
        page.click_named("main button", "Remove my answers");
        page.until("the answers are gone", "all('.so-far tr').length === 0");
        page.reload();
        page.until_heading(&title("scene"));
        for context in content::contexts() {
            page.until_chosen(&context.id, &["never"]);
        }
        let stored = page.stored();
        assert_eq!(stored["answers"], serde_json::json!({}));
        assert_eq!(stored["importance"], serde_json::json!({}));
        assert_eq!(
            stored["epoch"], 1,
            "the epoch should rise, so that other tabs cannot restore them"
        );
    });
}

#[test]
fn starting_again_on_the_result_leaves_it_undecided() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("01-stage-performer").document());
        let before = page.reading();
        page.click_named("main button", "Start again");
        assert_eq!(page.reading(), before, "nothing should change before the confirmation");
        page.click_named("main button", "Remove my answers");
        assert_eq!(page.until_other_than(&before).verdict, "undecided");
        page.reload();
        assert_eq!(page.reading().verdict, "undecided");
    });
}

#[test]
fn quiz_resumes_at_the_first_unseen_question() {
    visit("#/quiz", |page| {
        page.until_heading(&title("scene"));
        page.select("scene-flight", "often");
        page.go_on();
        page.until_heading(&title("in-canal"));
        page.take_first("in-canal");
        page.until_heading(&title("on-head"));
        page.skip();
        page.until_heading(&title("connection"));
        page.reload();
        assert_eq!(page.heading(), title("connection"), "after a reload of the step");
        page.open("#/quiz");
        assert_eq!(page.heading(), title("connection"), "at the address of the quiz");
        assert_eq!(progress(page)[..4], ["answered", "answered", "skipped", "current"]);
        page.go("#/quiz/scene");
        page.until_heading(&title("scene"));
        page.until_chosen("scene-flight", &["often"]);
    });
}

#[test]
fn complete_quiz_resumes_at_the_weights() {
    let mut persona = Persona::named("02-commuter");
    for question in content::questions() {
        let first = vec![question.options[0].id.clone()];
        persona.answers.entry(question.id).or_insert(first);
    }
    visit("#/quiz", |page| {
        page.come_back_with(&persona.document());
        assert_eq!(page.heading(), WEIGHTS);
    });
}

#[test]
fn changing_an_earlier_answer_keeps_the_later_ones() {
    visit("#/quiz/hours", |page| {
        let persona = Persona::named("36-places-double");
        page.come_back_with(&persona.document());
        let before = page.stored();
        page.click(".so-far a[href='#/quiz/in-canal']");
        page.until_heading(&title("in-canal"));
        page.until_chosen("in-canal", &["unsure"]);
        page.select("in-canal", "fine");
        page.go_on();
        page.until_heading(&title("on-head"));
        page.reload();
        let mut expected = before;
        expected["answers"]["in-canal"] = serde_json::json!({ "n": 2, "chose": ["fine"] });
        assert_eq!(page.stored(), expected);
    });
}
