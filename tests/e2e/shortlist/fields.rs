//! What may be typed, and what is said about what may not.

use serde_json::json;

use crate::candidates::{SHORTLIST, add, add_pair, id_of, names, open, stored};
use crate::page::Page;
use crate::session::visit;

/// What is said at a field; empty if nothing is.
fn problem(page: &Page, field: &str) -> String {
    page.eval(
        "const field = document.querySelector(a[0]);
         if (field.getAttribute('aria-invalid') !== 'true') return '';
         return words(document.getElementById(field.getAttribute('aria-describedby')))",
        json!([field]),
    )
}

#[test]
fn a_model_that_cannot_be_added_says_why_and_loses_nothing() {
    visit(SHORTLIST, |page| {
        page.until_shown(SHORTLIST);
        let press = || page.click_named("button", "Add to the list");
        page.put("#add-price", "input", "forty");
        press();
        page.until("the name is asked for", "document.activeElement.id === 'add-name'");
        let told = ["#add-name", "#add-type", "#add-price"].map(|field| problem(page, field));
        assert!(told.iter().all(|words| !words.is_empty()), "all at once: {told:?}");
        page.put("#add-name", "input", "Oak");
        press();
        page.until("the type is asked for", "document.activeElement.id === 'add-type'");
        assert_eq!(problem(page, "#add-name"), "");
        page.put("#add-type", "change", "iem");
        for price in ["forty", "-1", "1e12", "1,500", "1000000"] {
            page.put("#add-price", "input", price);
            press();
            page.until("the price is wrong", "document.querySelector('#add-price[aria-invalid]')");
            let kept: [String; 2] = page.eval(
                "return ['#add-name', '#add-price'].map((css) => document.querySelector(css).value)",
                json!([]),
            );
            assert_eq!(kept, ["Oak", price]);
        }
        assert_eq!(names(page), [""; 0]);
        page.put("#add-price", "input", "1500");
        press();
        page.until("it is listed", "all('[data-candidate]').length === 1");
        page.until("the next can be typed", "document.activeElement.id === 'add-name'");
        assert_eq!(stored(page, "Oak").unwrap()["price"], "1500");
    });
}

#[test]
fn numbers_that_cannot_be_counted_with_stay_in_the_field_and_are_not_stored() {
    visit(SHORTLIST, |page| {
        page.until_shown(SHORTLIST);
        add(page, "Oak", "open-back", "250");
        let id = open(page, "Oak");
        let fields = [
            ("impedance", "10 k"),
            ("price", "1e12"),
            ("impedance", "0"),
            ("impedance", "10000"),
            ("price", "a lot"),
        ];
        for (name, text) in fields {
            let css = format!("[data-candidate='{id}'] [name={name}]");
            let before = stored(page, "Oak").unwrap();
            page.put(&css, "change", text);
            assert!(!problem(page, &css).is_empty(), "{text}");
            assert_eq!(stored(page, "Oak").unwrap(), before, "{text}");
            let shown: String =
                page.eval("return document.querySelector(a[0]).value", json!([css]));
            assert_eq!(shown, text);
        }
        let css = format!("[data-candidate='{id}'] [name=impedance]");
        page.put(&css, "change", "32,5 Ω");
        assert_eq!(problem(page, &css), "");
        assert_eq!(stored(page, "Oak").unwrap()["impedance"], "32.5");
        page.put(&css, "change", "");
        assert_eq!(stored(page, "Oak").unwrap().get("impedance"), None);
    });
}

#[test]
fn every_field_of_a_candidate_is_stored() {
    visit(SHORTLIST, |page| {
        page.until_shown(SHORTLIST);
        add(page, "Oak", "open-back", "250");
        let id = open(page, "Oak");
        for (field, value) in [
            ("name", "Oak II"),
            ("type", "closed-back"),
            ("price", "199"),
            ("shop", "Elm Street"),
            ("return-by", "2026-12-31"),
            ("notes", "<b>warm</b>\nlight"),
        ] {
            let css = format!("[data-candidate='{id}'] [name={field}]");
            page.put(&css, if field == "notes" { "input" } else { "change" }, value);
            let found = stored(page, if field == "name" { value } else { "Oak II" }).unwrap();
            assert_eq!(found[field], value);
        }
        assert_eq!(id_of(page, "Oak II"), id);
        page.reload();
        page.until_shown(SHORTLIST);
        open(page, "Oak II");
        let notes: String =
            page.eval("return document.querySelector(a[0]).value", json!([format!("#notes-{id}")]));
        assert_eq!(notes, "<b>warm</b>\nlight");
        page.put(&format!("[data-candidate='{id}'] [name=name]"), "change", "  ");
        assert!(stored(page, "Oak II").is_some(), "a candidate keeps its name");
    });
}

#[test]
fn what_was_removed_can_be_put_back() {
    visit(SHORTLIST, |page| {
        add_pair(page);
        let id = open(page, "Oak");
        page.click(&format!("[data-candidate='{id}'] [name=remove]"));
        page.until("it is gone", "all('[data-candidate]').length === 1");
        page.until("it can be put back", "document.activeElement.id === 'put-back'");
        assert_eq!(stored(page, "Oak"), None);
        page.keys(" ");
        page.until("it is back", "all('[data-candidate]').length === 2");
        page.until("it has the focus", &format!("document.activeElement.id === 'candidate-{id}'"));
        assert_eq!(stored(page, "Oak").unwrap()["price"], "250");
    });
}

#[test]
fn the_list_can_be_sorted_searched_and_put_in_an_own_order() {
    visit(SHORTLIST, |page| {
        add_pair(page);
        add(page, "Ash", "on-ear", "");
        for (order, expected) in [
            ("own", ["Oak", "Elm", "Ash"]),
            ("price", ["Elm", "Oak", "Ash"]),
            ("name", ["Ash", "Elm", "Oak"]),
        ] {
            page.put("#candidates-sort", "change", order);
            page.until("it is sorted", "all('[data-candidate]').length === 3");
            assert_eq!(names(page), expected, "{order}");
        }
        page.put("#candidates-search", "input", "OA");
        page.until("one is shown", "all('[data-candidate]').length === 1");
        assert_eq!(names(page), ["Oak"]);
        page.put("#candidates-search", "input", "");
        page.put("#candidates-type", "change", "iem");
        page.until("one is shown", "all('[data-candidate]').length === 1");
        assert_eq!(names(page), ["Elm"]);
        page.put("#candidates-type", "change", "");
        let ash = open(page, "Ash");
        page.click(&format!("[data-candidate='{ash}'] [name=up]"));
        page.until("it has moved", "words(all('[data-candidate] b')[1]) === 'Ash'");
        assert_eq!(names(page), ["Oak", "Ash", "Elm"]);
        page.reload();
        page.until_shown(SHORTLIST);
        page.put("#candidates-sort", "change", "own");
        assert_eq!(names(page), ["Oak", "Ash", "Elm"]);
    });
}

#[test]
fn a_day_is_stored_as_it_is_typed_and_only_if_it_can_be_counted_from() {
    visit(SHORTLIST, |page| {
        page.until_shown(SHORTLIST);
        add(page, "Oak", "open-back", "250");
        let css = format!("#return-by-{}", open(page, "Oak"));
        let day = || stored(page, "Oak").unwrap().get("return-by").cloned();
        page.put(&css, "change", "2026-12-05");
        assert_eq!(day(), Some(json!("2026-12-05")));
        page.eval::<()>("document.querySelector(a[0]).focus()", json!([css]));
        page.keys("01152027");
        page.wait("what was typed is stored", || {
            (day() == Some(json!("2027-01-15"))).then_some(())
        });
        page.put(&css, "change", "2500-01-01");
        assert!(!problem(page, &css).is_empty());
        assert_eq!(day(), Some(json!("2027-01-15")), "the day before counts");
        page.put(&css, "blur", "");
        assert_eq!(day(), None, "a field that was emptied and left has no day");
    });
}
