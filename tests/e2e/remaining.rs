//! Stopping early: the quiz says how many of the remaining questions can still change the result.

use serde_json::json;

use crate::page::Page;
use crate::session::visit;

/// Reloads the page with these answers stored, each with this weight.
fn store_answers(page: &Page, answers: &[(&str, &str)], weight: u8) {
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
fn fewer_questions_matter_as_answers_settle_the_result() {
    visit("#/quiz", |page| {
        // These answers exclude all types but one, and the questions that could exclude it are
        // answered.
        let settling = [
            ("in-canal", "no-way"),
            ("on-head", "fine"),
            ("connection", "wireless-only"),
            ("budget", "over-400"),
            ("bystanders", "always"),
        ];
        store_answers(page, &settling[..2], 1);
        assert_eq!(page.count("[data-settled]"), 0);
        let at_first: usize =
            page.attribute("[data-matter]", "data-matter").unwrap().parse().unwrap();
        store_answers(page, &settling, 4);
        let later = page.attribute("[data-matter]", "data-matter");
        assert!(later.is_none_or(|count| count.parse::<usize>().unwrap() < at_first));
    });
}

#[test]
fn settled_result_does_not_change_with_any_remaining_answer() {
    visit("#/quiz", |page| {
        let settling = [
            ("scene-flight", "often"),
            ("in-canal", "no-way"),
            ("on-head", "fine"),
            ("connection", "wireless-only"),
            ("budget", "over-400"),
            ("bystanders", "always"),
            ("annoys", "they-hurt"),
            ("hours", "over-3"),
            ("sound", "bass"),
        ];
        store_answers(page, &settling, 4);
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
                page.until_selection_includes(&question, &value);
                assert_eq!(page.reading().leader, early, "{question}: {value}");
            }
        }
    });
}

#[test]
fn link_to_the_most_decisive_question_does_not_change_the_order() {
    visit("#/quiz", |page| {
        store_answers(page, &[("scene-home", "often")], 1);
        page.go("#/quiz/hours");
        page.until(
            "the number of questions that matter is shown",
            "document.querySelector('[data-matter]')",
        );
        page.click_named(".remaining a", "Most decisive next");
        page.until("another question is shown", "location.hash !== '#/quiz/hours'");
        let decisive = page.hash();
        assert!(decisive.starts_with("#/quiz/"), "{decisive}");
        page.open("#/quiz");
        assert_eq!(page.count("[data-matter]"), 1);
    });
}
