//! Stopping early: the quiz says when nothing that is left can change the result.

use serde_json::json;

use crate::page::Page;
use crate::session::visit;

/// A visit that has answered these questions, at the first that is open.
fn answered(page: &Page, answers: &[(&str, &str)], weight: u8) {
    let answer =
        |(id, chose): &(&str, &str)| ((*id).to_owned(), json!({ "n": 1, "chose": [chose] }));
    let answers: serde_json::Map<_, _> = answers.iter().map(answer).collect();
    let weights: serde_json::Map<_, _> = answers
        .keys()
        .map(|id| (id.clone(), json!({ "n": 1, "chose": [weight.to_string()] })))
        .collect();
    let document = json!({ "version": 1, "epoch": 0, "answers": answers, "importance": weights });
    page.come_back_with(&document.to_string());
}

#[test]
fn a_settled_result_is_offered_and_holds_whatever_comes() {
    visit("#/quiz", |page| {
        // All but one is ruled out, and the answers that could still rule it out are given.
        let settling = [
            ("in-canal", "no-way"),
            ("on-head", "fine"),
            ("connection", "wireless-only"),
            ("budget", "over-400"),
            ("bystanders", "always"),
        ];
        answered(page, &settling[..2], 1);
        assert_eq!(page.count("[data-settled]"), 0);
        let most: usize = page.attribute("[data-matter]", "data-matter").unwrap().parse().unwrap();
        answered(page, &settling, 4);
        let fewer = page.attribute("[data-matter]", "data-matter");
        assert!(fewer.is_none_or(|count| count.parse::<usize>().unwrap() < most));
    });
}

#[test]
fn an_early_stop_leads_to_the_result_and_the_rest_does_not_move_it() {
    visit("#/quiz", |page| {
        let settling = [
            ("scene-flight", "often"),
            ("in-canal", "no-way"),
            ("on-head", "fine"),
            ("connection", "wireless-only"),
            ("budget", "over-400"),
            ("bystanders", "always"),
            ("annoys", "noise-gets-in"),
            ("hours", "over-3"),
            ("sound", "bass"),
        ];
        answered(page, &settling, 4);
        page.go("#/quiz/awareness");
        page.until("the result is settled", "document.querySelector('[data-settled]')");
        page.click_named("[data-settled] a", "See the result");
        page.until_view("result");
        let early = page.reading().leader;
        for (question, values) in crate::content::controls() {
            if settling.iter().any(|(id, _)| *id == question) || question.starts_with("scene-") {
                continue;
            }
            page.edit(&question);
            for value in values {
                page.select(&question, &value);
                page.until_selected(&question, &value);
                assert_eq!(page.reading().leader, early, "{question}: {value}");
            }
        }
    });
}

#[test]
fn the_most_decisive_question_is_a_button_and_the_order_stays() {
    visit("#/quiz", |page| {
        answered(page, &[("scene-home", "often")], 1);
        page.go("#/quiz/hours");
        page.until("a count is shown", "document.querySelector('[data-matter]')");
        page.click_named(".remaining a", "Most decisive next");
        page.until("another question is shown", "location.hash !== '#/quiz/hours'");
        let decisive = page.hash();
        assert!(decisive.starts_with("#/quiz/"), "{decisive}");
        page.open("#/quiz");
        assert_eq!(page.count("[data-matter]"), 1);
    });
}
