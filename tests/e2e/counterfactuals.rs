//! The changes that would put another type first: trying one out, keeping it and undoing it. Also
//! the fewest changes for each type, the leader against its rivals, and the offer of two pairs.

use serde_json::json;

use crate::content::DEVICE_TYPES;
use crate::page::Page;
use crate::persona::Persona;
use crate::result_reading::Reading;
use crate::session::visit;

const CHANGES: &str = "[aria-labelledby=result-change]";

/// Opens the result of a persona with every collapsed list of changes expanded.
fn result_of(name: &str, test: impl FnOnce(&Page, &Reading)) {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named(name).document());
        expand_changes(page);
        test(page, &page.reading());
    });
}

fn expand_changes(page: &Page) {
    let script = "document.querySelectorAll(`${a[0]} details`).forEach((e) => e.open = true)";
    page.eval::<()>(script, json!([CHANGES]));
}

/// Presses "Try it" on the change at `index`, and waits until the notice has focus.
#[track_caller]
fn try_out(page: &Page, index: usize) {
    let script = "return document.querySelectorAll(`${a[0]} li[data-then] > button`)[a[1]].click()";
    page.eval::<()>(script, json!([CHANGES, index]));
    page.until("focus is on the notice", "document.activeElement?.id === 'trial'");
}

/// Ends the trial with "Keep" or "Undo", and waits until focus is back on the verdict.
#[track_caller]
fn end_trial(page: &Page, button: &str) {
    page.click_named("#trial button", button);
    page.until("the notice is gone", "!document.getElementById('trial')");
    page.until("focus is on the verdict", "document.activeElement?.id === 'verdict'");
}

#[test]
fn each_change_puts_its_type_first_and_can_be_undone() {
    result_of("02-commuter", |page, before| {
        let changes = format!("{CHANGES} li[data-then]:has(> button)");
        let promised = page.attributes(&changes, "data-then");
        assert!(promised.len() >= 6, "too few changes: {promised:?}");
        let stored = page.stored();
        for (index, device_type) in promised.iter().enumerate() {
            try_out(page, index);
            let after = page.reading();
            assert_eq!(after.leader, *device_type, "change {index}");
            let notice = page.text("#trial");
            assert!(notice.contains("Before: ") && notice.contains("Now: "), "{notice}");
            let points =
                |reading: &Reading| crate::content::signed(reading.types[&reading.leader].0);
            assert!(
                notice.contains(&points(before)) && notice.contains(&points(&after)),
                "{notice}"
            );
            end_trial(page, "Undo");
            assert_eq!(page.reading(), *before, "undoing change {index}");
            expand_changes(page);
        }
        let selections = |document: &serde_json::Value| -> Vec<String> {
            let answers = document["answers"].as_object().unwrap();
            let given = answers.iter().filter(|(_, answer)| answer["chose"] != json!([]));
            given.map(|(id, answer)| format!("{id} {}", answer["chose"])).collect()
        };
        assert_eq!(selections(&page.stored()), selections(&stored), "answers after the last undo");
    });
}

#[test]
fn kept_change_survives_a_reload() {
    result_of("02-commuter", |page, before| {
        try_out(page, 0);
        let after = page.reading();
        assert_ne!(after.leader, before.leader);
        end_trial(page, "Keep");
        assert_eq!(page.reading(), after);
        page.reload();
        assert_eq!(page.reading(), after);
        assert_eq!(page.count("#trial"), 0);
    });
}

#[test]
fn editing_an_answer_keeps_the_change_on_trial() {
    result_of("02-commuter", |page, _| {
        try_out(page, 0);
        let tried = page.reading();
        page.edit("hours");
        page.select("hours", "under-1");
        page.until("the notice is gone", "!document.getElementById('trial')");
        page.select("hours", "1-to-3");
        page.until_chosen("hours", &["1-to-3"]);
        assert_eq!(page.reading(), tried, "the change that was tried out should stay in effect");
    });
}

#[test]
fn every_other_type_lists_the_changes_that_would_put_it_first() {
    result_of("02-commuter", |page, before| {
        let wanted = page.attributes(&format!("{CHANGES} li[data-changes]"), "data-then");
        let others = DEVICE_TYPES.iter().filter(|device_type| **device_type != before.leader);
        assert_eq!(wanted, others.copied().collect::<Vec<_>>(), "each other type, in table order");
        let counts = page.attributes(&format!("{CHANGES} li[data-changes]"), "data-changes");
        for count in counts {
            assert!(
                count.parse::<u8>().unwrap() > 0,
                "a type that does not lead needs at least one change"
            );
        }
    });
    visit("", |page| {
        for device_type in DEVICE_TYPES.iter() {
            page.click(&format!("[id='/guide/{device_type}'] summary"));
            let words = page.text(&format!("[id='/guide/{device_type}'] details"));
            assert!(words.contains("What you would have to care about"), "{device_type}: {words}");
        }
    });
}

#[test]
fn head_to_head_lines_add_up_to_the_lead_over_each_rival() {
    result_of("02-commuter", |page, reading| {
        let bars = "ol[data-rival]";
        for rival in reading.types.keys().filter(|device_type| **device_type != reading.leader) {
            if reading.types[rival].1.is_some() {
                assert_eq!(
                    page.count(&format!("#versus-{rival}")),
                    0,
                    "{rival} is excluded, so it has no button"
                );
                continue;
            }
            page.click(&format!("#versus-{rival}"));
            page.until(
                "the rival is shown",
                &format!("document.querySelector('{bars}').dataset.rival === '{rival}'"),
            );
            page.until(
                "focus stays on the button",
                &format!("document.activeElement?.id === 'versus-{rival}'"),
            );
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
fn weight_sensitivity_plot_has_a_bar_and_a_table_row_for_each_topic() {
    result_of("02-commuter", |page, reading| {
        page.click_named("summary", "Show how the lead stands up");
        let table = "[aria-labelledby=result-firm] details table";
        let heads = page.texts(&format!("{table} thead th"));
        assert_eq!(heads.len(), 5, "{heads:?}");
        let rows = page.count(&format!("{table} tbody tr"));
        assert_eq!(page.count("[aria-labelledby=result-firm] details svg.bar"), rows);
        let rivals = reading
            .types
            .iter()
            .filter(|(device_type, (_, out))| **device_type != reading.leader && out.is_none());
        let best = rivals.map(|(_, (points, _))| *points).max().unwrap();
        let lead = reading.types[&reading.leader].0 - best;
        // This persona has no weights, so the lead at weight 1 is the lead now.
        let leads = page.texts(&format!("{table} tbody tr td:nth-child(3)"));
        assert!(leads.iter().all(|points| *points == crate::content::signed(lead)), "{leads:?}");
    });
}

#[test]
fn two_pairs_are_offered_when_contexts_conflict_and_the_budget_allows() {
    let document = json!({ "version": 1, "epoch": 0, "importance": {}, "answers": {
        "scene-mixing": { "n": 1, "chose": ["often"] },
        "scene-workout": { "n": 1, "chose": ["often"] },
        "scene-flight": { "n": 1, "chose": ["often"] },
        "budget": { "n": 1, "chose": ["over-400"] },
    }});
    visit("#/result", |page| {
        page.come_back_with(&document.to_string());
        let pair = page.attribute("[data-pair]", "data-pair").expect("two pairs should be offered");
        assert_eq!(pair.split(' ').count(), 2, "{pair}");
        let mut low_budget = document.clone();
        low_budget["answers"]["budget"]["chose"] = json!(["under-50"]);
        page.come_back_with(&low_budget.to_string());
        assert_eq!(page.count("[data-pair]"), 0, "two pairs exceed the smallest budget");
    });
}
