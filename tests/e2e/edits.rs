//! Answers and weights changed on the result itself.

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

fn on_the_result_of(name: &str, test: impl FnOnce(&Page)) {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named(name).document());
        test(page);
    });
}

#[test]
fn changing_one_answer_in_place_changes_the_result() {
    on_the_result_of("28-light-traveller", |page| {
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
        assert_eq!(page.reading(), after, "it is kept");
        page.edit("in-canal");
        page.select("in-canal", "fine");
        page.until_other_than(&after);
        assert_eq!(page.reading(), before, "and can be changed back");
    });
}

#[test]
fn every_topic_can_be_changed_in_place() {
    on_the_result_of("20-all-skipped", |page| {
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
fn the_editor_stays_open_while_answers_change() {
    on_the_result_of("02-commuter", |page| {
        page.edit("annoys");
        let before = page.reading();
        page.select("annoys", "they-hurt");
        let after = page.until_other_than(&before);
        page.select("annoys", "too-big");
        page.until_other_than(&after);
        page.until_chosen("annoys", &["they-hurt", "too-big"]);
    });
}

#[test]
fn a_weight_of_four_counts_four_times() {
    on_the_result_of("02-commuter", |page| {
        let before = page.reading();
        let line = "[data-line='hours']";
        let once: i32 = page.attribute(line, "data-points").unwrap().parse().unwrap();
        page.edit("hours");
        page.select("importance-hours", "4");
        let after = page.until_other_than(&before);
        let lines = page.breakdown().0;
        assert_eq!(lines.iter().sum::<i32>(), after.types[&after.leader].0);
        if after.leader == before.leader {
            let four: i32 = page.attribute(line, "data-points").unwrap().parse().unwrap();
            assert_eq!(four, 4 * once);
        }
    });
}

#[test]
fn a_weight_of_nothing_is_the_same_as_a_skip() {
    on_the_result_of("17-nothing-in-ears", |page| {
        let whole = page.reading();
        page.edit("in-canal");
        page.select("importance-in-canal", "0");
        let ignored = page.until_other_than(&whole);
        assert!(ignored.types["iem"].1.is_none(), "the ruling goes with it");
        page.select("importance-in-canal", "1");
        assert_eq!(page.until_other_than(&ignored), whole);
        page.click_named("#edit-in-canal button", "Skip");
        assert_eq!(page.until_other_than(&whole), ignored);
    });
}

#[test]
fn only_the_changed_answer_changes_in_storage() {
    on_the_result_of("36-places-double", |page| {
        let before = page.stored();
        let reading = page.reading();
        page.edit("hours");
        page.select("hours", "under-1");
        page.until_other_than(&reading);
        let mut expected = before;
        expected["answers"]["hours"] = serde_json::json!({ "n": 2, "chose": ["under-1"] });
        assert_eq!(page.stored(), expected);
    });
}
