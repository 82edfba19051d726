//! Snapshots: keeping results, comparing them with the current one, and reading them after the
//! content has changed.

use serde_json::json;

use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

const SNAPSHOTS: &str = "[aria-labelledby=result-runs]";

#[track_caller]
fn until_snapshots(page: &Page, count: usize) {
    let condition = format!("document.querySelectorAll('[data-run]').length === {count}");
    page.until(&format!("{count} snapshots are listed"), &condition);
}

#[test]
fn snapshot_names_the_answer_that_changed_the_leader() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("28-light-traveller").document());
        let first = page.reading();
        page.click_named("button", "Keep this result");
        until_snapshots(page, 1);
        assert!(page.text("[data-run]").contains("The answers are the same as now."));
        page.edit("in-canal");
        page.select("in-canal", "no-way");
        let second = page.until_other_than(&first);
        assert_ne!(second.leader, first.leader);
        let words = page.text("[data-run]");
        assert!(words.contains("What changed the leader: Tips in the canal: no"), "{words}");
        page.click_named("button", "Keep this result");
        until_snapshots(page, 2);
        page.reload();
        until_snapshots(page, 2);
        let leaders = page.attributes("[data-run]", "data-run");
        assert_eq!(leaders, [second.leader, first.leader], "the newest snapshot should come first");
        page.click_named("[data-run] button", "Remove");
        until_snapshots(page, 1);
        let stored = page.stored();
        let runs = stored["runs"].as_object().unwrap().values();
        let left = runs.filter(|kept| kept.get("run").is_some()).count();
        assert_eq!(left, 1);
    });
}

#[test]
fn starting_again_keeps_a_snapshot_of_the_result() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        let before = page.reading();
        page.click_named(".result button", "Start again");
        page.click_named("button", "Remove my answers");
        until_snapshots(page, 1);
        assert_eq!(page.reading().verdict, "undecided");
        assert_eq!(page.attributes("[data-run]", "data-run"), [before.leader]);
        page.click_named(".result button", "Start again");
        page.click_named("button", "Remove my answers");
        until_snapshots(page, 1);
    });
}

#[test]
fn snapshot_of_older_content_is_recomputed_and_names_the_differences() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        page.click_named("button", "Keep this result");
        until_snapshots(page, 1);
        let mut document = page.stored();
        let runs = document["runs"].as_object_mut().unwrap();
        let snapshot = &mut runs.values_mut().next().unwrap()["run"];
        snapshot["content"] = json!(0);
        let line = snapshot["lines"]["hours"].as_array_mut().unwrap();
        line[0] = json!(line[0].as_i64().unwrap() + 3);
        snapshot["leader"] = json!("open-back");
        page.come_back_with(&document.to_string());
        let words = page.text(&format!("{SNAPSHOTS} li"));
        assert!(
            words.contains("Our content has changed since: the same answers now lead to"),
            "{words}"
        );
        assert!(words.contains("these lines moved: Longest sitting."), "{words}");
    });
}
