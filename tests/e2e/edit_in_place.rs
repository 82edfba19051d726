//! Editing answers and weights in place, on the result page.

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

fn with_result_of(name: &str, test: impl FnOnce(&Page)) {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named(name).document());
        test(page);
    });
}

#[test]
fn editing_an_answer_updates_the_result() {
    with_result_of("28-light-traveller", |page| {
        let before = page.reading();
        assert_eq!(before.leader, "tws-anc");
        page.edit("in-canal");
        page.until_chosen("in-canal", &["fine"]);
        page.select("in-canal", "no-way");
        let after = page.until_other_than(&before);
        assert_ne!(after.leader, "tws-anc");
        assert_eq!(after.types["tws-anc"].1.as_deref(), Some("in-canal"));
        let (lines, total) = page.breakdown();
        assert_eq!(lines.iter().sum::<i32>(), total);
        assert_eq!(total, after.types[&after.leader].0);
        page.reload();
        assert_eq!(page.reading(), after, "a reload should keep the edit");
        page.edit("in-canal");
        page.select("in-canal", "fine");
        page.until_other_than(&after);
        assert_eq!(page.reading(), before, "reverting the edit should restore the result");
    });
}

#[test]
fn every_topic_has_an_editor_with_four_weights() {
    with_result_of("20-all-skipped", |page| {
        for (topic, _) in content::steps() {
            page.edit(&topic);
            let weights = format!("input[name='importance-{topic}']");
            assert_eq!(page.attributes(&weights, "value"), ["0", "1", "2", "4"], "{topic}");
            page.click_named(&format!("#edit-{topic} button"), "Done");
            page.until(
                "the editor is closed",
                &format!("!document.getElementById('edit-{topic}')"),
            );
        }
    });
}

#[test]
fn editor_stays_open_while_answers_change() {
    with_result_of("02-commuter", |page| {
        page.edit("annoys");
        let before = page.reading();
        page.select("annoys", "they-hurt");
        let after = page.until_other_than(&before);
        page.select("annoys", "too-big");
        page.until_other_than(&after);
        page.until_chosen("annoys", &["they-hurt", "too-big"]);
    });
}

/// Notes when parts of the result, and frames, follow a change.
const NOTE_ORDER: &str = "
    window.order = [];
    for (const [name, part] of [['ranking', '.ranks'], ['runner-up', '.take'], ['folds', '.folds']])
        new MutationObserver(() => order.push(name)).observe(document.querySelector(part),
            { subtree: true, childList: true, characterData: true });
    const frame = () => { order.push('frame'); requestAnimationFrame(frame); };
    requestAnimationFrame(frame);";

#[test]
fn verdict_follows_a_change_a_frame_before_the_rest() {
    with_result_of("02-commuter", |page| {
        page.edit("hours");
        page.eval::<()>(NOTE_ORDER, json!([]));
        page.select("importance-hours", "4");
        page.until("all follows", "['runner-up', 'folds'].every((part) => order.includes(part))");
        let order: Vec<String> = page.eval("return order", json!([]));
        let at = |name: &str| order.iter().position(|at| at == name).expect("it follows");
        let first = at("ranking");
        let frame = order[first..].iter().position(|at| at == "frame").expect("it is painted");
        assert!(first + frame < at("runner-up").min(at("folds")), "{order:?}");
    });
}

/// The first press has not reached the editor when the second comes.
#[test]
fn checkbox_that_is_pressed_twice_within_a_frame_is_selected_and_deselected() {
    with_result_of("02-commuter", |page| {
        page.edit("annoys");
        let press = "
            const box = document.querySelector('input[name=annoys][value=they-hurt]');
            box.click();
            box.click();";
        page.eval::<()>(press, json!([]));
        page.settle();
        assert_eq!(page.chosen("annoys"), [""; 0]);
        assert_eq!(page.stored()["answers"]["annoys"]["chose"], json!([]));
    });
}

#[test]
fn weight_of_four_multiplies_the_points_by_four() {
    with_result_of("02-commuter", |page| {
        let before = page.reading();
        let line = "[data-line='hours']";
        let at_one: i32 = page.attribute(line, "data-points").unwrap().parse().unwrap();
        page.edit("hours");
        page.select("importance-hours", "4");
        let after = page.until_other_than(&before);
        let lines = page.breakdown().0;
        assert_eq!(lines.iter().sum::<i32>(), after.types[&after.leader].0);
        if after.leader == before.leader {
            let at_four: i32 = page.attribute(line, "data-points").unwrap().parse().unwrap();
            assert_eq!(at_four, 4 * at_one);
        }
    });
}

#[test]
fn weight_of_zero_is_equivalent_to_skipping() {
    with_result_of("17-nothing-in-ears", |page| {
        let before = page.reading();
        page.edit("in-canal");
        page.select("importance-in-canal", "0");
        let ignored = page.until_other_than(&before);
        assert!(ignored.types["iem"].1.is_none(), "the exclusion should not apply either");
        page.select("importance-in-canal", "1");
        assert_eq!(page.until_other_than(&ignored), before);
        page.click_named("#edit-in-canal button", "Skip");
        assert_eq!(page.until_other_than(&before), ignored);
    });
}

#[test]
fn only_the_changed_answer_changes_in_storage() {
    with_result_of("36-places-double", |page| {
        let before = page.stored();
        let reading = page.reading();
        page.edit("hours");
        page.select("hours", "under-1");
        page.until_other_than(&reading);
        let mut expected = before;
        expected["answers"]["hours"] = json!({ "n": 2, "chose": ["under-1"] });
        assert_eq!(page.stored(), expected);
    });
}
