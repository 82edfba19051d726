//! Moving about in the quiz: on, back, skipping, errors, starting again, coming back later.

use crate::content;
use crate::everyone::faults;
use crate::journey::WEIGHTS;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

fn blocks(page: &Page) -> Vec<String> {
    page.attributes(".progress [data-step]", "data-step")
}

fn title(step: &str) -> String {
    let steps = content::steps();
    steps.into_iter().find(|(id, _)| id == step).expect("there is such a step").1
}

#[test]
fn after_each_step_focus_is_on_its_heading_and_the_title_counts() {
    visit("#/quiz", |page| {
        for (at, (_, heading)) in content::steps().into_iter().enumerate() {
            page.until_heading(&heading);
            if at > 0 {
                page.until_focus_on(&heading);
                assert_eq!(page.title(), format!("Question {at} of 13 – Headphones or IEMs"));
            }
            page.skip();
        }
        page.until_heading(WEIGHTS);
        page.until_focus_on(WEIGHTS);
        assert_eq!(page.title(), "What counts most – Headphones or IEMs");
    });
}

/// What arriving at a step must look like: its heading has focus, and the title counts it.
#[track_caller]
fn until_arrived(page: &Page, at: usize) {
    let heading = &content::steps()[at].1;
    page.until_heading(heading);
    page.until_focus_on(heading);
    let name = if at == 0 { "First: your places".into() } else { format!("Question {at} of 13") };
    assert_eq!(page.title(), format!("{name} – Headphones or IEMs"));
    assert_eq!(faults(page, &["arrival"]), [""; 0]);
}

#[test]
fn the_browsers_back_and_forward_go_through_the_steps_with_focus_and_title() {
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
fn back_leads_to_the_step_before_and_keeps_its_answer() {
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
fn a_skip_keeps_the_choice_and_can_be_taken_back_by_going_on() {
    visit("#/quiz/in-canal", |page| {
        page.select("in-canal", "no-way");
        page.skip();
        page.until_heading(&title("on-head"));
        assert_eq!(blocks(page)[1], "skipped");
        page.click_named(".back a", "Back");
        page.until_heading(&title("in-canal"));
        page.until_chosen("in-canal", &["no-way"]);
        page.go_on();
        page.until_heading(&title("on-head"));
        assert_eq!(blocks(page)[1], "answered");
        page.go("#/result");
        page.until_view("result");
        let (_, out) = &page.reading().types["iem"];
        assert_eq!(out.as_deref(), Some("in-canal"), "the answer counts again");
    });
}

#[test]
fn going_on_without_an_answer_gives_an_error_that_leads_to_the_first_option() {
    visit("#/quiz/sound", |page| {
        page.go_on();
        page.until("the error has focus", "document.activeElement?.closest('#problem')");
        assert_eq!(page.heading(), title("sound"), "the question stays");
        assert_eq!(page.attribute("#problem", "role").as_deref(), Some("alert"));
        page.click("#problem :is(a, button)");
        page.until(
            "the first option has focus",
            "document.activeElement?.matches('[name=sound][value=spacious]')",
        );
        assert_eq!(page.chosen("sound"), Vec::<String>::new(), "nothing is chosen by that");
        page.select("sound", "bass");
        page.go_on();
        page.until_heading(&title("latency"));
        assert_eq!(page.count("#problem"), 0);
    });
}

#[test]
fn progress_tells_what_is_answered_skipped_here_and_ahead() {
    visit("#/quiz", |page| {
        let mut expected = vec!["unseen"; content::steps().len() + 1];
        expected[0] = "current";
        assert_eq!(blocks(page), expected);
        page.go_on();
        page.until_heading(&title("in-canal"));
        page.skip();
        page.until_heading(&title("on-head"));
        expected[..3].copy_from_slice(&["answered", "skipped", "current"]);
        assert_eq!(blocks(page), expected);
        assert!(page.text(".status").contains("Question 2 of 13"));
    });
}

#[test]
fn starting_again_asks_first_and_then_everything_is_gone() {
    visit("#/quiz", |page| {
        page.come_back_with(&Persona::named("36-places-double").document());
        page.click_named("main button", "Start again");
        page.click_named("main button", "Keep them");
        page.until(
            "the question is gone",
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
        assert_eq!(stored["epoch"], 1, "no older copy can bring them back");
    });
}

#[test]
fn starting_again_on_the_result_leaves_nothing_decided() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("01-stage-performer").document());
        let before = page.reading();
        page.click_named("main button", "Start again");
        assert_eq!(page.reading(), before, "it asks first");
        page.click_named("main button", "Remove my answers");
        assert_eq!(page.until_other_than(&before).word, "undecided");
        page.reload();
        assert_eq!(page.reading().word, "undecided");
    });
}

#[test]
fn a_reload_in_the_middle_resumes_at_the_first_open_question() {
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
        assert_eq!(page.heading(), title("connection"), "its own address");
        page.open("#/quiz");
        assert_eq!(page.heading(), title("connection"), "the quiz as such");
        assert_eq!(blocks(page)[..4], ["answered", "answered", "skipped", "current"]);
        page.go("#/quiz/scene");
        page.until_heading(&title("scene"));
        page.until_chosen("scene-flight", &["often"]);
    });
}

#[test]
fn a_reload_after_the_last_question_resumes_at_what_counts_most() {
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
fn changing_an_early_answer_loses_nothing_later() {
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
