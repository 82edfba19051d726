//! What becomes of candidates that are stored: in two tabs, from older and from newer versions.

use std::fs;

use serde_json::{Value, json};

use crate::candidates::{SHORTLIST, add, names, open, stored};
use crate::fixture;
use crate::page::Page;
use crate::session::visit;

#[test]
fn two_tabs_keep_the_candidates_and_the_changes_of_both() {
    visit(SHORTLIST, |page| {
        page.until_shown(SHORTLIST);
        add(page, "Oak", "open-back", "250");
        let [first, other] = page.new_tab(SHORTLIST);
        page.until_shown(SHORTLIST);
        add(page, "Elm", "iem", "99");
        let oak = open(page, "Oak");
        page.put(&format!("[data-candidate='{oak}'] [name=shop]"), "change", "Elm Street");
        page.switch(&first);
        page.until("the other tab's model is listed", "all('[data-candidate]').length === 2");
        open(page, "Oak");
        page.put(&format!("[data-candidate='{oak}'] [name=price]"), "change", "199");
        add(page, "Ash", "on-ear", "");
        page.switch(&other);
        page.until("the first tab's model is listed", "all('[data-candidate]').length === 3");
        let oak = stored(page, "Oak").unwrap();
        assert_eq!((&oak["price"], &oak["shop"]), (&json!("199"), &json!("Elm Street")));
    });
}

#[test]
fn a_document_of_version_1_opens_and_takes_candidates() {
    visit("#/data", |page| {
        let golden = fixture::root().join("tests/native/store/golden/v1-stored.json");
        let before: Value = serde_json::from_str(&fs::read_to_string(golden).unwrap()).unwrap();
        page.come_back_with(&before.to_string());
        page.until("its results are listed", "all('[data-run]').length > 0");
        let runs = page.count("[data-run]");
        assert_eq!(runs, before["runs"].as_array().unwrap().len());
        page.go(SHORTLIST);
        page.until_shown(SHORTLIST);
        add(page, "Oak", "open-back", "250");
        let after = page.stored();
        assert_eq!(after["version"], 2);
        assert_eq!(after["answers"], before["answers"]);
        page.go("#/data");
        page.until("its results are still listed", &format!("all('[data-run]').length === {runs}"));
    });
}

#[test]
fn a_candidate_of_a_type_that_this_version_lacks_is_shown_and_kept() {
    visit(SHORTLIST, |page| {
        let fields = json!({ "name": "Oak", "type": "ear-cuff", "price": "80", "later": "kept" });
        let items = json!({ "candidate.00000001": { "n": 1, "fields": fields } });
        page.come_back_with(&json!({ "version": 2, "shortlist": items }).to_string());
        page.until_shown(SHORTLIST);
        page.until("it is listed", "all('[data-candidate]').length === 1");
        assert!(page.text("[data-candidate] summary").contains("ear-cuff"));
        open(page, "Oak");
        page.put("#price-00000001", "change", "75");
        let after = stored(page, "Oak").unwrap();
        assert_eq!((&after["type"], &after["later"]), (&json!("ear-cuff"), &json!("kept")));
        assert_eq!(after["price"], "75");
    });
}

#[test]
fn a_thousand_candidates_are_listed_in_parts_and_no_more_can_be_added() {
    visit(SHORTLIST, |page| {
        page.come_back_with(&full());
        page.until_shown(SHORTLIST);
        page.until("the first are listed", "all('[data-candidate]').length > 0");
        let shown = names(page).len();
        assert!(shown < 1_000, "{shown}");
        page.click_named("button", "Show");
        page.until("more are listed", &format!("all('[data-candidate]').length > {shown}"));
        page.put("#candidates-search", "input", "model 999");
        page.until("one is listed", "all('[data-candidate]').length === 1");
        page.put("#add-name", "input", "One too many");
        page.put("#add-type", "change", "iem");
        page.click_named("button", "Add to the list");
        page.until("it is refused", "document.querySelector('#add-name[aria-invalid]')");
        assert_eq!(count(page), 1_000);
    });
}

/// A document with as many candidates as fit.
fn full() -> String {
    let item = |at: usize| {
        let fields =
            json!({ "name": format!("Model {at}"), "type": "iem", "order": at.to_string() });
        (format!("candidate.{at:08x}"), json!({ "n": 1, "fields": fields }))
    };
    let items: serde_json::Map<String, Value> = (0..1_000).map(item).collect();
    json!({ "version": 2, "shortlist": items }).to_string()
}

#[test]
fn what_was_removed_is_not_put_back_once_another_has_taken_its_place() {
    visit(SHORTLIST, |page| {
        page.come_back_with(&full());
        page.until_shown(SHORTLIST);
        page.put("#candidates-search", "input", "model 998");
        page.until("another is listed", "words(all('[data-candidate] b')[0]) === 'Model 998'");
        let id = open(page, "Model 998");
        page.click(&format!("[data-candidate='{id}'] [name=remove]"));
        page.until("it can be put back", "document.activeElement.id === 'put-back'");
        page.put("#candidates-search", "input", "one more");
        add(page, "One more", "iem", "");
        page.click("#put-back");
        page.until(
            "it is refused",
            "words(document.querySelector('#put-back').parentElement).includes('full')",
        );
        assert_eq!(count(page), 1_000);
        assert!(stored(page, "Model 998").is_none());
    });
}

/// As many candidates as are stored.
fn count(page: &Page) -> usize {
    let document = page.stored();
    let items = document["shortlist"].as_object().unwrap();
    items.values().filter(|item| item["fields"].get("name").is_some()).count()
}

#[test]
fn a_candidate_that_another_tab_removes_while_it_is_typed_in_comes_back_with_what_was_typed() {
    visit(SHORTLIST, |page| {
        page.until_shown(SHORTLIST);
        add(page, "Oak", "open-back", "250");
        let oak = open(page, "Oak");
        page.click(&format!("#shop-{oak}"));
        page.keys("Elm Street");
        let [first, _] = page.new_tab(SHORTLIST);
        page.until_shown(SHORTLIST);
        open(page, "Oak");
        page.click(&format!("[data-candidate='{oak}'] [name=remove]"));
        page.until("it is gone", "all('[data-candidate]').length === 0");
        page.switch(&first);
        page.until("it is said", "document.activeElement.id === 'gone'");
        assert!(page.text("#gone").contains("Oak"));
        page.click_named(".notice button", "Put it back");
        page.until("it is back", "all('[data-candidate]').length === 1");
        page.until("it has the focus", &format!("document.activeElement.id === 'candidate-{oak}'"));
        assert_eq!(page.count(".notice"), 0);
        let stored = stored(page, "Oak").unwrap();
        assert_eq!((&stored["price"], &stored["shop"]), (&json!("250"), &json!("Elm Street")));
    });
}

/// The page is left open over midnight.
#[test]
fn the_days_left_follow_the_clock_when_the_page_comes_back() {
    visit(SHORTLIST, |page| {
        page.until_shown(SHORTLIST);
        add(page, "Oak", "open-back", "250");
        let oak = open(page, "Oak");
        let last: String = page.eval(
            "const day = new Date(Date.now() + 20 * 864e5);
             return new Date(day - day.getTimezoneOffset() * 6e4).toISOString().slice(0, 10)",
            json!([]),
        );
        page.put(&format!("#return-by-{oak}"), "change", &last);
        page.until(
            "20 days are left",
            "words(document.querySelector('.return-line')).startsWith('20 ')",
        );
        page.eval::<()>(
            "const Real = Date;
             globalThis.Date = class extends Real {
                 constructor(...a) { a.length ? super(...a) : super(Real.now() + 3 * 864e5); }
             };
             document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))",
            json!([]),
        );
        page.until(
            "17 days are left",
            "words(document.querySelector('.return-line')).startsWith('17 ')",
        );
    });
}
