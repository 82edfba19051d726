//! The shortlist in tabs: what is stored, what two tabs make of it, and what cannot be stored.

mod gone;
mod put_back;
mod quantities;
mod today;

use headphones_or_iems::model::candidate::MOST_CANDIDATES;
use headphones_or_iems::model::{Candidate, Comparison, Rating};
use headphones_or_iems::state::{ImportPreview, PendingImport};
use headphones_or_iems::store::Document;
use leptos::prelude::GetUntracked;
use leptos::wasm_bindgen::{JsCast, JsValue};

use super::{COMMUTER, DOCUMENT, GAMER, Memory, Tab, browser, browser_with, document, quiz};
use crate::support::answered;

fn named(name: &str) -> Candidate {
    Candidate { name: name.to_owned(), device_type: "iem".to_owned(), ..Candidate::default() }
}

/// The names that a tab shows.
fn shown(tab: Tab) -> Vec<String> {
    tab.session.candidates().into_iter().map(|(_, candidate)| candidate.name).collect()
}

/// The names that are stored.
fn stored(tab: Tab) -> Vec<String> {
    tab.document().candidates().into_iter().map(|(_, candidate)| candidate.name).collect()
}

fn add(tab: Tab, name: &str) -> String {
    tab.session.add_candidate(&named(name)).unwrap()
}

fn rename(tab: Tab, id: &str, name: &str) {
    tab.session.change_candidate(id, &mut |candidate| name.clone_into(&mut candidate.name));
}

fn tabs() -> [Tab; 2] {
    let storage: &'static Memory = browser();
    [Tab::open(storage), Tab::open(storage)]
}

/// A document with this many candidates.
fn many(count: usize) -> Document {
    let mut document = Document::default();
    for at in 0..count {
        document.set_candidate(&format!("{at:08x}"), &named(&format!("Number {at}")));
    }
    document
}

/// Chooses a file in the form. The stand-in does not look at the event.
fn choose(tab: Tab, file: &Document) {
    tab.window.choose(Some(&file.export()));
    tab.session.read_file(tab.window, &JsValue::UNDEFINED.unchecked_into());
}

#[test]
fn candidates_are_stored_moved_removed_and_put_back() {
    let tab = Tab::open(browser());
    let ids = ["One", "Two", "Three"].map(|name| add(tab, name));
    tab.session.move_candidate(&ids[2], true);
    assert_eq!(stored(tab), ["One", "Three", "Two"]);
    let removed = tab.session.remove_candidate(&ids[2]).unwrap();
    assert_eq!(stored(tab), ["One", "Two"]);
    tab.session.put_back(&ids[2], &removed).unwrap();
    assert_eq!(stored(tab), ["One", "Three", "Two"]);
    assert_eq!(shown(Tab::open(tab.storage)), ["One", "Three", "Two"]);
}

#[test]
fn two_tabs_edit_different_candidates_and_the_same_one() {
    let [one, other] = tabs();
    let first = add(one, "One");
    let second = add(other, "Two");
    rename(one, &second, "Second");
    rename(other, &first, "First");
    one.session.change_candidate(&first, &mut |candidate| candidate.rate("sound", Rating::new(2)));
    other.session.change_candidate(&first, &mut |candidate| candidate.price = Some(99.0));
    for tab in [one, other] {
        tab.session.merge_stored();
        assert_eq!(
            (shown(tab), stored(tab)),
            (names(["First", "Second"]), names(["First", "Second"]))
        );
        let (_, candidate) = tab.session.candidates().swap_remove(0);
        assert_eq!((candidate.rating("sound"), candidate.price), (Rating::new(2), Some(99.0)));
    }
}

fn names<const N: usize>(names: [&str; N]) -> Vec<String> {
    names.map(str::to_owned).to_vec()
}

#[test]
fn a_candidate_that_the_other_tab_has_removed_stays_removed() {
    let [one, other] = tabs();
    let id = add(one, "One");
    other.session.merge_stored();
    one.session.remove_candidate(&id).unwrap();
    rename(other, &id, "Changed");
    other.session.merge_stored();
    assert_eq!((shown(other), stored(other)), (vec![], vec![]));
    assert_eq!(other.session.remove_candidate(&id), None);
}

#[test]
fn starting_again_keeps_the_shortlist_and_erasing_removes_it_in_both_tabs() {
    let [one, other] = tabs();
    let id = add(one, "One");
    let compared = [id.clone(), add(one, "Two")];
    one.session.start_comparison(&Comparison { candidates: compared, ..Comparison::default() });
    one.session.change_habits(&mut |habits| habits.peak = Some(110.0));
    one.session.start_again();
    assert_eq!(stored(one), ["One", "Two"]);
    other.session.merge_stored();
    one.session.erase();
    add(other, "Three");
    for tab in [one, other] {
        tab.session.merge_stored();
        assert_eq!(shown(tab), ["Three"]);
        assert_eq!((tab.session.comparisons().len(), tab.session.habits().peak), (0, None));
    }
    assert!(one.session.put_back(&id, &named("One")).is_ok());
}

#[test]
fn full_storage_keeps_the_shortlist_in_memory_and_tries_again() {
    let storage = browser();
    let tab = Tab::open(storage);
    let id = add(tab, "One");
    let before = storage.get(DOCUMENT);
    storage.limit(Some(storage.used()));
    add(tab, "Two");
    assert_eq!((tab.persistence(), storage.get(DOCUMENT)), ("full".into(), before));
    tab.session.merge_stored();
    assert_eq!((tab.persistence(), shown(tab)), ("full".into(), names(["One", "Two"])));
    storage.limit(None);
    rename(tab, &id, "First");
    assert_eq!((tab.persistence(), stored(tab)), ("stored".into(), names(["First", "Two"])));
}

/// A failed write does not count as written: the event of another tab alone makes up for it.
#[test]
fn what_could_not_be_written_is_written_at_the_next_chance() {
    let storage = browser();
    let tab = Tab::open(storage);
    add(tab, "One");
    storage.limit(Some(storage.used()));
    add(tab, "Two");
    storage.limit(None);
    assert_eq!(stored(tab), ["One"]);
    tab.session.merge_stored();
    assert_eq!((tab.persistence(), stored(tab)), ("stored".into(), names(["One", "Two"])));
}

#[test]
fn a_document_that_could_not_be_read_again_counts_as_full() {
    let storage = browser();
    let tab = Tab::open(storage);
    add(tab, "One");
    let before = storage.get(DOCUMENT);
    let long = "𝄞".repeat(1_000);
    let mut large = Document::default();
    for at in 0..999 {
        large.set_candidate(&format!("{at:08x}"), &Candidate { notes: long.clone(), ..named("A") });
    }
    let file = large.export();
    assert!(headphones_or_iems::store::MAX_BYTES > file.len());
    // With what a later version has noted, it is too long.
    let padded = |fields: &str| {
        let more: Vec<String> =
            (0..400).map(|at| format!(r#""later.{at}":{{"fields":{{{fields}}}}}"#)).collect();
        format!(r#"{{"version":2,"shortlist":{{{}}}}}"#, more.join(","))
    };
    choose(tab, &Document::decode(&padded(&format!(r#""x":"{}""#, "x".repeat(2_000)))).unwrap());
    tab.session.import();
    assert_eq!(tab.persistence(), "stored");
    let middle = storage.get(DOCUMENT);
    assert!(middle != before);
    choose(tab, &Document::decode(&file).unwrap());
    tab.session.import();
    assert_eq!(tab.persistence(), "full");
    assert!(storage.get(DOCUMENT) == middle, "what was stored stays");
    assert_eq!(tab.session.candidates().len(), 1_000);
}

#[test]
fn a_newer_version_is_untouched_by_every_intent() {
    let newer = r#"{"version":3,"shortlist":[{"more":1}]}"#;
    let storage = browser_with(newer);
    let tab = Tab::open(storage);
    let id = add(tab, "One");
    rename(tab, &id, "First");
    tab.session.change_habits(&mut |habits| habits.volts = Some(1.0));
    tab.session.remove_candidate(&id).unwrap();
    tab.session.put_back(&id, &named("One")).unwrap();
    tab.session.merge_stored();
    choose(tab, &many(3));
    tab.session.import();
    assert_eq!((tab.persistence(), shown(tab).len()), ("newer".into(), 4));
    assert_eq!((storage.get(DOCUMENT).as_deref(), storage.writes()), (Some(newer), 0));
}

#[test]
fn an_import_says_how_many_candidates_it_adds() {
    let tab = Tab::open(browser_with(&document(COMMUTER).encode()));
    choose(tab, &many(3));
    let preview = tab.session.import_preview().get_untracked();
    assert!(matches!(preview, Some(ImportPreview::Readable { candidates: 3, .. })), "{preview:?}");
    tab.session.import();
    assert_eq!(stored(tab), ["Number 0", "Number 1", "Number 2"]);
    choose(tab, &many(4));
    let preview = tab.session.import_preview().get_untracked();
    assert!(matches!(preview, Some(ImportPreview::Readable { candidates: 1, .. })), "{preview:?}");
}

#[test]
fn an_import_with_too_many_candidates_is_refused_until_there_is_room() {
    let tab = Tab::open(browser_with(&many(MOST_CANDIDATES).encode()));
    let mut file = document(COMMUTER);
    file.set_candidate("0000ffff", &named("One more"));
    choose(tab, &file);
    let before = tab.storage.all();
    assert_eq!(tab.session.pending_import(), Some(PendingImport::TooMany));
    assert_eq!(tab.session.import_preview().get_untracked(), Some(ImportPreview::TooMany));
    tab.session.import();
    assert_eq!(tab.storage.all(), before, "nothing is kept of what is refused");
    assert_eq!(tab.session.pending_import(), Some(PendingImport::TooMany), "the notice stays");
    tab.session.remove_candidate("00000000").unwrap();
    tab.session.import();
    assert_eq!((stored(tab).len(), tab.stored("hours")), (MOST_CANDIDATES, names(["1-to-3"])));
    assert_eq!(tab.session.pending_import(), None);
}

#[test]
fn export_erase_import_and_export_give_the_same_bytes() {
    let tab = Tab::open(browser_with(&document(COMMUTER).encode()));
    let ids = [add(tab, "One"), add(tab, "Two")];
    tab.session.start_comparison(&Comparison { candidates: ids.clone(), ..Comparison::default() });
    tab.session.change_habits(&mut |habits| habits.hours_per_week = Some(7.5));
    add(tab, "Gone");
    tab.session.remove_candidate(&ids[0]).unwrap();
    tab.session.keep_snapshot();
    let file = tab.session.export(tab.window);
    tab.session.erase();
    tab.window.choose(file.strip_prefix("data:application/json,"));
    tab.session.read_file(tab.window, &JsValue::UNDEFINED.unchecked_into());
    tab.session.import();
    assert_eq!(tab.session.export(tab.window), file);
}

/// "Start a shortlist with this type" stands beside both.
#[test]
fn a_shared_result_and_a_trial_do_not_keep_a_candidate_from_being_stored() {
    let address = Tab::open(browser_with(&document(GAMER).encode())).session.link().unwrap();
    let hash = address.strip_prefix("https://example.org/").unwrap();
    let tab = Tab::open_at(browser_with(&document(COMMUTER).encode()), hash);
    assert!(tab.session.shared().is_some());
    add(tab, "One");
    assert_eq!((shown(tab), stored(tab)), (names(["One"]), names(["One"])));
    assert_eq!(tab.stored("hours"), ["1-to-3"], "the answers of the link are not stored");
    tab.visit("#/result");
    tab.session.try_out(&answered(quiz(), GAMER));
    add(tab, "Two");
    assert!(tab.session.before().is_some());
    tab.session.undo();
    assert_eq!((tab.stored("hours"), stored(tab)), (names(["1-to-3"]), names(["One", "Two"])));
}
