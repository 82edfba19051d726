//! Two tabs of one browser: each merges what the other has stored.

use serde_json::{Value, json};

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// Twenty answers, as (step, question, option): seven listening contexts and the first options of
/// thirteen questions.
fn twenty() -> Vec<(String, String, String)> {
    let context = |id: &str| ("scene".to_owned(), id.to_owned(), "often".to_owned());
    let contexts = ["scene-home", "scene-bed", "scene-commute", "scene-flight", "scene-street"];
    let more = ["scene-workout", "scene-office"];
    let of = content::questions();
    let questions = of.iter().map(|at| (at.id.clone(), at.id.clone(), at.options[0].id.clone()));
    contexts.into_iter().chain(more).map(context).chain(questions).take(20).collect()
}

/// The condition that no answer is stored.
const CLEARED: &str =
    "Object.keys(JSON.parse(localStorage.getItem('headphones-or-iems')).answers).length === 0";

/// Opens a step of the quiz and waits until it asks the question.
fn open_step(page: &Page, step: &str, question: &str) {
    page.go(&format!("#/quiz/{step}"));
    let is_asked = format!("document.querySelector('#live [name=\"{question}\"]')");
    page.until(&format!("{question} is asked"), &is_asked);
}

#[test]
fn alternating_tabs_keep_all_answers_of_both() {
    visit("#/quiz", |page| {
        let tabs = page.new_tab("#/quiz");
        let twenty = twenty();
        assert_eq!(twenty.len(), 20);
        for (at, (step, question, option)) in twenty.iter().enumerate() {
            page.switch(&tabs[at % 2]);
            open_step(page, step, question);
            page.select(question, option);
            page.until_chosen(question, &[option.as_str()]);
        }
        let stored = page.stored();
        for tab in &tabs {
            page.switch(tab);
            for (step, question, option) in &twenty {
                open_step(page, step, question);
                page.until_chosen(question, &[option.as_str()]);
                assert_eq!(stored["answers"][question]["chose"], json!([option]), "{question}");
            }
        }
        assert_eq!(stored["answers"].as_object().unwrap().len(), 20);
    });
}

#[test]
fn answers_removed_in_one_tab_do_not_return_from_the_other() {
    visit("#/quiz", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        let [first, other] = page.new_tab("#/quiz/hours");
        page.until_view("quiz");
        page.switch(&first);
        page.go("#/result");
        page.until_view("result");
        page.click_named("main button", "Start again");
        page.click_named("main button", "Remove my answers");
        page.until("the answers are removed", CLEARED);
        page.go("#/quiz/hours");
        page.until_view("quiz");
        page.switch(&other);
        page.until(
            "the answers are removed in the other tab",
            "all('[name=hours]:checked').length === 0",
        );
        page.select("hours", "over-3");
        page.until_chosen("hours", &["over-3"]);
        let answers = |page: &Page| page.stored()["answers"].as_object().unwrap().len();
        assert_eq!(answers(page), 1, "{}", page.stored());
        page.switch(&first);
        page.until_chosen("hours", &["over-3"]);
        page.go("#/data");
        page.until_view("data");
        page.click_named("button", "Erase everything");
        page.click_named("button", "Yes, erase everything");
        page.until("everything is erased", CLEARED);
        page.switch(&other);
        page.until(
            "everything is erased in the other tab",
            "all('[name=hours]:checked').length === 0",
        );
        page.reload();
        assert_eq!(answers(page), 0);
    });
}

#[test]
fn tab_without_a_storage_event_merges_before_it_writes() {
    visit("#/quiz/hours", |page| {
        // A write from the page itself fires no storage event in it, as if the event had been lost.
        let mut document: Value =
            serde_json::from_str(&Persona::named("02-commuter").document()).unwrap();
        document["answers"]["hours"] = json!({ "n": 5, "chose": ["under-1"] });
        page.eval::<()>(
            "localStorage.setItem('headphones-or-iems', a[0])",
            json!([document.to_string()]),
        );
        page.select("hours", "over-3");
        page.until_chosen("hours", &["over-3"]);
        let stored = page.stored();
        assert_eq!(stored["answers"]["hours"], json!({ "n": 6, "chose": ["over-3"] }));
        document["answers"]["hours"] = stored["answers"]["hours"].clone();
        assert_eq!(stored["answers"], document["answers"], "the other answers should be kept");
    });
}

#[test]
fn page_restored_from_the_back_forward_cache_reads_storage_again() {
    visit("#/quiz/hours", |page| {
        let document = Persona::named("02-commuter").document();
        let hours = Persona::named("02-commuter").answers["hours"].clone();
        page.eval::<()>("localStorage.setItem('headphones-or-iems', a[0])", json!([document]));
        assert_eq!(page.chosen("hours"), Vec::<String>::new());
        page.eval::<()>(
            "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
            json!([]),
        );
        let hours: Vec<&str> = hours.iter().map(String::as_str).collect();
        page.until_chosen("hours", &hours);
    });
}
