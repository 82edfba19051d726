//! Two tabs of one browser: each takes in what the other has stored.

use serde_json::{Value, json};

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// The first options of twenty questions, scenes among them.
fn twenty() -> Vec<(String, String, String)> {
    let context = |id: &str| ("scene".to_owned(), id.to_owned(), "often".to_owned());
    let contexts = ["scene-home", "scene-bed", "scene-commute", "scene-flight", "scene-street"];
    let more = ["scene-workout", "scene-office"];
    let of = content::questions();
    let questions = of.iter().map(|at| (at.id.clone(), at.id.clone(), at.options[0].id.clone()));
    contexts.into_iter().chain(more).map(context).chain(questions).take(20).collect()
}

/// No answer is stored.
const CLEARED: &str =
    "Object.keys(JSON.parse(localStorage.getItem('headphones-or-iems')).answers).length === 0";

/// Where a question is asked.
fn step(page: &Page, step: &str, question: &str) {
    page.go(&format!("#/quiz/{step}"));
    let asked = format!("document.querySelector('#live [name=\"{question}\"]')");
    page.until(&format!("{question} is asked"), &asked);
}

#[test]
fn two_tabs_that_answer_in_turn_have_all_twenty_answers() {
    visit("#/quiz", |page| {
        let tabs = page.new_tab("#/quiz");
        let twenty = twenty();
        assert_eq!(twenty.len(), 20);
        for (at, (place, question, option)) in twenty.iter().enumerate() {
            page.switch(&tabs[at % 2]);
            step(page, place, question);
            page.select(question, option);
            page.until_chosen(question, &[option.as_str()]);
        }
        let stored = page.stored();
        for tab in &tabs {
            page.switch(tab);
            for (place, question, option) in &twenty {
                step(page, place, question);
                page.until_chosen(question, &[option.as_str()]);
                assert_eq!(stored["answers"][question]["chose"], json!([option]), "{question}");
            }
        }
        assert_eq!(stored["answers"].as_object().unwrap().len(), 20);
    });
}

#[test]
fn what_one_tab_clears_or_erases_does_not_come_back_from_the_other() {
    visit("#/quiz", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        let [first, other] = page.new_tab("#/quiz/hours");
        page.until_view("quiz");
        page.switch(&first);
        page.go("#/result");
        page.until_view("result");
        page.click_named("main button", "Start again");
        page.click_named("main button", "Remove my answers");
        page.until("it is cleared", CLEARED);
        page.go("#/quiz/hours");
        page.until_view("quiz");
        page.switch(&other);
        page.until("it is cleared here too", "all('[name=hours]:checked').length === 0");
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
        page.until("it is erased", CLEARED);
        page.switch(&other);
        page.until("it is erased here too", "all('[name=hours]:checked').length === 0");
        page.reload();
        assert_eq!(answers(page), 0);
    });
}

#[test]
fn a_tab_that_missed_the_news_takes_them_in_before_it_writes() {
    visit("#/quiz/hours", |page| {
        // A write of this very document causes no event in it: as if the event had been lost.
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
        assert_eq!(stored["answers"], document["answers"], "all others are there");
    });
}

#[test]
fn a_page_that_was_put_away_takes_in_what_happened_meanwhile() {
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
