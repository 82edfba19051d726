//! The quiz from the first step to the result, and the contract of its form: names and values.

use std::collections::BTreeMap;

use serde_json::json;

use crate::content;
use crate::journey::WEIGHTS;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// Answers the whole quiz as this persona, and checks the result.
fn finish_as(name: &str) {
    let persona = Persona::named(name);
    visit("#/", |page| {
        page.click_named("#guide a", "Find your type");
        let reading = page.walk(&persona);
        persona.fits(&reading);
        assert_eq!(reading.types.len(), content::DEVICE_TYPES.len());
    });
}

#[test]
fn stage_performer_gets_a_fitting_result() {
    finish_as("01-stage-performer");
}

#[test]
fn light_traveller_gets_a_fitting_result() {
    finish_as("28-light-traveller");
}

#[test]
fn flyer_with_double_weight_on_contexts_gets_a_fitting_result() {
    finish_as("36-places-double");
}

#[test]
fn skipping_every_question_leaves_the_result_undecided() {
    visit("#/quiz", |page| {
        let persona = Persona::named("20-all-skipped");
        let reading = page.walk(&persona);
        persona.fits(&reading);
        assert_eq!(reading.verdict, "undecided");
        assert!(reading.types.values().all(|(points, out)| *points == 0 && out.is_none()));
    });
}

/// The name and values of each input in the current view, without the guide and the theme switch.
fn controls(page: &Page) -> BTreeMap<String, Vec<String>> {
    let script = "
        const named = {};
        for (const e of document.querySelectorAll('main input')) {
            if (e.matches('#guide *')) continue;
            (named[e.name] ??= []).push(e.value);
        }
        return named";
    page.eval(script, json!([]))
}

/// The name and values of each control for a weight.
fn weights() -> BTreeMap<String, Vec<String>> {
    let values: Vec<String> = content::rules().weights.iter().map(u8::to_string).collect();
    let topics = content::steps().into_iter();
    topics.map(|(topic, _)| (format!("importance-{topic}"), values.clone())).collect()
}

#[test]
fn controls_have_the_ids_of_questions_and_options() {
    visit("#/quiz/all", |page| {
        let mut expected = content::controls();
        expected.append(&mut weights());
        assert_eq!(controls(page), expected);
        for question in content::questions() {
            let kind = if question.kind == "many" { "checkbox" } else { "radio" };
            let css = format!("main input[name='{}'][type={kind}]", question.id);
            let count: usize =
                page.eval("return document.querySelectorAll(a[0]).length", json!([css]));
            assert_eq!(count, question.options.len(), "{}", question.id);
        }
    });
}

#[test]
fn each_step_has_only_its_own_controls_with_nothing_selected() {
    visit("#/quiz", |page| {
        for question in content::questions() {
            page.go(&format!("#/quiz/{}", question.id));
            page.until_heading(&question.title);
            let values: Vec<String> = question.options.iter().map(|at| at.id.clone()).collect();
            assert_eq!(controls(page), [(question.id.clone(), values)].into());
            assert_eq!(page.texts("fieldset.question > legend"), [question.title]);
            assert_eq!(page.chosen(&question.id), Vec::<String>::new());
            for option in question.options {
                assert!(page.texts(".option").iter().any(|text| text.starts_with(&option.label)));
            }
        }
    });
}

#[test]
fn contexts_default_to_never_and_weights_to_one() {
    visit("#/quiz/all", |page| {
        for context in content::contexts() {
            assert_eq!(page.chosen(&context.id), ["never"]);
        }
        for name in weights().into_keys() {
            assert_eq!(page.chosen(&name), ["1"], "{name}");
        }
    });
}

#[test]
fn last_step_offers_four_weights_for_each_answered_topic() {
    visit("#/quiz/importance", |page| {
        let persona = Persona::named("02-commuter");
        page.come_back_with(&persona.document());
        page.until_heading(WEIGHTS);
        let topics = ["scene", "in-canal", "on-head", "bystanders", "hours"];
        let values = ["0", "1", "2", "4"].map(str::to_owned).to_vec();
        let expected = topics.map(|topic| (format!("importance-{topic}"), values.clone()));
        assert_eq!(controls(page), expected.into());
    });
}

#[test]
fn all_questions_on_one_page_give_the_same_result_as_the_steps() {
    let persona = Persona::named("36-places-double");
    visit("#/quiz", |page| {
        let by_steps = page.walk(&persona);
        page.click_named("main button", "Start again");
        page.click_named("main button", "Remove my answers");
        page.until_other_than(&by_steps);
        page.go("#/quiz/all");
        page.until_heading("All questions on one page");
        for (name, values) in &persona.answers {
            for value in values {
                page.select(name, value);
            }
        }
        for (topic, weight) in &persona.weights {
            page.select(&format!("importance-{topic}"), &weight.to_string());
        }
        page.click_named("main a", "See the result");
        page.until_view("result");
        assert_eq!(page.reading(), by_steps);
    });
}

#[test]
fn exclusive_options_deselect_all_others() {
    visit("#/quiz/on-head", |page| {
        let until_chosen = |values: &[&str]| page.until_chosen("on-head", values);
        page.select("on-head", "glasses");
        page.select("on-head", "hot");
        until_chosen(&["glasses", "hot"]);
        page.select("on-head", "fine");
        until_chosen(&["fine"]);
        page.select("on-head", "no-way");
        until_chosen(&["no-way"]);
        page.select("on-head", "hair");
        until_chosen(&["hair"]);
        page.select("on-head", "hair");
        until_chosen(&[]);
    });
}

#[test]
fn term_in_a_hint_opens_its_note_in_place() {
    visit("#/quiz/in-canal", |page| {
        page.select("in-canal", "unsure");
        assert_eq!(page.count(".term-note"), 0);
        page.click_named(".hint .term", "seals");
        page.until("the note is open", "all('.term-note').length === 1");
        assert!(page.text(".term-note").starts_with("Seal"));
        assert_eq!(page.hash(), "#/quiz/in-canal");
        page.until_chosen("in-canal", &["unsure"]);
        page.click_named(".hint .term", "seals");
        page.until("the note is closed", "all('.term-note').length === 0");
    });
}

#[test]
fn answering_does_not_change_the_guide() {
    visit("#/", |page| {
        page.until_comparison_is_live();
        page.select("compare", "iem");
        page.until(
            "the live comparison is mounted",
            "words(document.querySelector('.picker legend')).startsWith('Tick one')",
        );
        page.go("#/quiz/hours");
        page.until_shown("#/quiz/hours");
        let watch = "
            window.changed = [];
            new MutationObserver((all) => changed.push(...all.map((one) => one.target.outerHTML)))
                .observe(document.getElementById('guide'),
                    { subtree: true, childList: true, attributes: true, characterData: true })";
        page.eval::<()>(watch, json!([]));
        page.select("hours", "1-to-3");
        page.until_chosen("hours", &["1-to-3"]);
        page.select("hours", "over-3");
        page.until_chosen("hours", &["over-3"]);
        assert_eq!(page.eval::<Vec<String>>("return window.changed", json!([])), [""; 0]);
    });
}
