//! What would change the result: tried out, kept and taken back; the way to any other type; the
//! leader against its rivals.

use serde_json::json;

use crate::content::DEVICE_TYPES;
use crate::page::Page;
use crate::persona::Persona;
use crate::reading::Reading;
use crate::session::visit;

const CHANGES: &str = "[aria-labelledby=result-change]";

/// The result of a persona, with every line of "what would change it" shown.
fn result_of(name: &str, test: impl FnOnce(&Page, &Reading)) {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named(name).document());
        unfold(page);
        test(page, &page.reading());
    });
}

fn unfold(page: &Page) {
    let script = "document.querySelectorAll(`${a[0]} details`).forEach((e) => e.open = true)";
    page.eval::<()>(script, json!([CHANGES]));
}

/// Tries out the line with this number, and waits for the notice.
#[track_caller]
fn try_out(page: &Page, line: usize) {
    let script = "return document.querySelectorAll(`${a[0]} li[data-then] > button`)[a[1]].click()";
    page.eval::<()>(script, json!([CHANGES, line]));
    page.until("focus is on the notice", "document.activeElement?.id === 'trial'");
}

#[track_caller]
fn end(page: &Page, button: &str) {
    page.click_named("#trial button", button);
    page.until("the notice is gone", "!document.getElementById('trial')");
    page.until("focus is on the verdict", "document.activeElement?.id === 'verdict'");
}

#[test]
fn every_change_that_is_named_puts_the_named_type_first_and_can_be_undone() {
    result_of("02-commuter", |page, before| {
        let lines = format!("{CHANGES} li[data-then]:has(> button)");
        let named = page.attributes(&lines, "data-then");
        assert!(named.len() >= 6, "{named:?}");
        let stored = page.stored();
        for (line, device_type) in named.iter().enumerate() {
            try_out(page, line);
            let after = page.reading();
            assert_eq!(after.leader, *device_type, "line {line}");
            let notice = page.text("#trial");
            assert!(notice.contains("Before: ") && notice.contains("Now: "), "{notice}");
            let points =
                |reading: &Reading| crate::content::signed(reading.types[&reading.leader].0);
            assert!(
                notice.contains(&points(before)) && notice.contains(&points(&after)),
                "{notice}"
            );
            end(page, "Undo");
            assert_eq!(page.reading(), *before, "line {line}");
            unfold(page);
        }
        let options = |document: &serde_json::Value| -> Vec<String> {
            let answers = document["answers"].as_object().unwrap();
            let given = answers.iter().filter(|(_, answer)| answer["chose"] != json!([]));
            given.map(|(id, answer)| format!("{id} {}", answer["chose"])).collect()
        };
        assert_eq!(options(&page.stored()), options(&stored), "undone is as it was");
    });
}

#[test]
fn a_change_that_is_kept_stays_after_a_reload() {
    result_of("02-commuter", |page, before| {
        try_out(page, 0);
        let after = page.reading();
        assert_ne!(after.leader, before.leader);
        end(page, "Keep");
        assert_eq!(page.reading(), after);
        page.reload();
        assert_eq!(page.reading(), after);
        assert_eq!(page.count("#trial"), 0);
    });
}

#[test]
fn an_edit_after_a_try_keeps_it() {
    result_of("02-commuter", |page, _| {
        try_out(page, 0);
        let tried = page.reading();
        page.edit("hours");
        page.select("hours", "under-1");
        page.until("the notice is gone", "!document.getElementById('trial')");
        page.select("hours", "1-to-3");
        page.until_chosen("hours", &["1-to-3"]);
        assert_eq!(page.reading(), tried, "what was tried still counts");
    });
}

#[test]
fn any_other_type_says_what_one_would_have_to_care_about() {
    result_of("02-commuter", |page, before| {
        let wanted = page.attributes(&format!("{CHANGES} li[data-changes]"), "data-then");
        let others = DEVICE_TYPES.iter().filter(|device_type| **device_type != before.leader);
        assert_eq!(wanted, others.copied().collect::<Vec<_>>(), "in table order");
        let counts = page.attributes(&format!("{CHANGES} li[data-changes]"), "data-changes");
        for count in counts {
            assert!(count.parse::<u8>().unwrap() > 0, "a type that does not lead needs a change");
        }
    });
    visit("", |page| {
        for device_type in DEVICE_TYPES {
            page.click(&format!("[id='/guide/{device_type}'] summary"));
            let words = page.text(&format!("[id='/guide/{device_type}'] details"));
            assert!(words.contains("What you would have to care about"), "{device_type}: {words}");
        }
    });
}

#[test]
fn the_leader_is_set_against_any_rival_line_by_line() {
    result_of("02-commuter", |page, reading| {
        let bars = "ol[data-rival]";
        for rival in reading.types.keys().filter(|device_type| **device_type != reading.leader) {
            if reading.types[rival].1.is_some() {
                assert_eq!(page.count(&format!("#versus-{rival}")), 0, "ruled out");
                continue;
            }
            page.click(&format!("#versus-{rival}"));
            page.until(
                "the rival is shown",
                &format!("document.querySelector('{bars}').dataset.rival === '{rival}'"),
            );
            page.until("focus stays", &format!("document.activeElement?.id === 'versus-{rival}'"));
            let lines = page.attributes(&format!("{bars} [data-versus]"), "data-points");
            let lines = lines.iter().map(|points| points.parse::<i32>().unwrap());
            let lead = reading.types[&reading.leader].0 - reading.types[rival].0;
            assert_eq!(lines.sum::<i32>(), lead, "{rival}");
            let total = page.attribute(&format!("{bars} [data-lead]"), "data-lead").unwrap();
            assert_eq!(total.parse::<i32>().unwrap(), lead, "{rival}");
        }
    });
}

#[test]
fn how_the_lead_stands_up_is_a_plot_with_its_numbers() {
    result_of("02-commuter", |page, reading| {
        page.click_named("summary", "Show how the lead stands up");
        let table = "[aria-labelledby=result-why] details table";
        let heads = page.texts(&format!("{table} thead th"));
        assert_eq!(heads.len(), 5, "{heads:?}");
        let rows = page.count(&format!("{table} tbody tr"));
        assert_eq!(page.count("[aria-labelledby=result-why] details svg.bar"), rows);
        let best = reading
            .types
            .iter()
            .filter(|(device_type, (_, out))| **device_type != reading.leader && out.is_none());
        let lead = reading.types[&reading.leader].0 - best.map(|(_, at)| at.0).max().unwrap();
        // Every answer of this story counts once.
        let once = page.texts(&format!("{table} tbody tr td:nth-child(3)"));
        assert!(once.iter().all(|points| *points == crate::content::signed(lead)), "{once:?}");
    });
}

#[test]
fn places_that_ask_for_different_things_are_offered_two_pairs() {
    let document = json!({ "version": 1, "epoch": 0, "importance": {}, "answers": {
        "scene-mixing": { "n": 1, "chose": ["often"] }, "scene-workout": { "n": 1, "chose": ["often"] },
        "scene-flight": { "n": 1, "chose": ["often"] }, "budget": { "n": 1, "chose": ["over-400"] },
    }});
    visit("#/result", |page| {
        page.come_back_with(&document.to_string());
        let pair = page.attribute("[data-pair]", "data-pair").expect("a pair is offered");
        assert_eq!(pair.split(' ').count(), 2, "{pair}");
        let mut poor = document.clone();
        poor["answers"]["budget"]["chose"] = json!(["under-50"]);
        page.come_back_with(&poor.to_string());
        assert_eq!(page.count("[data-pair]"), 0, "not for the smallest budget");
    });
}
