//! A whole story: three candidates are added, tried, rated, compared and decided on, printed, exported,
//! erased and imported.

use std::fs;

use serde_json::{Value, json};

use crate::candidates::{SHORTLIST, add, id_of, names, open, stored};
use crate::fixture::Folder;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;
use xtask::pdf::Order;

/// The points of a candidate.
#[track_caller]
fn points(page: &Page, name: &str) -> i64 {
    let id = id_of(page, name);
    let points = page.attributes(&format!("[data-candidate='{id}']"), "data-points");
    points[0].parse().unwrap()
}

/// Rates a candidate on the first criterion on which it makes a difference, as well or as badly as
/// moves it down.
#[track_caller]
fn rate_down(page: &Page, name: &str) {
    let (id, before) = (open(page, name), points(page, name));
    let fields: Vec<String> = page.eval(
        "return [...document.querySelectorAll(`[id^='rating-'][id$='${a[0]}']`)].map((e) => e.id)",
        json!([id]),
    );
    for field in fields {
        for level in ["-2", "2"] {
            page.put(&format!("#{field}"), "change", level);
            if points(page, name) < before {
                return;
            }
        }
        page.put(&format!("#{field}"), "change", "");
    }
    panic!("no rating moves {name} down");
}

/// Compares the two in a round, in which Elm is liked better.
#[track_caller]
fn compare(page: &Page, elm: &str, ash: &str) {
    page.put("[name=prefer-a]", "change", elm);
    page.put("[name=prefer-b]", "change", ash);
    page.click_named("button", "Toss");
    page.click_named("button", "I liked Elm better");
    let compared = compared(page);
    assert_eq!((&compared["a"], &compared["b"]), (&json!(elm), &json!(ash)));
    let rounds = compared["rounds"].as_str().unwrap();
    assert!(["AA", "BA"].contains(&rounds), "one round, in which Elm was liked: {rounds}");
    let log: Vec<Vec<String>> = page.eval(
        "return all('[data-comparison] tbody tr').map((row) => [...row.cells].map(words))",
        json!([]),
    );
    let heard_first = if rounds == "AA" { "Elm" } else { "Ash" };
    assert_eq!(log, [["1", heard_first, "Elm"]]);
}

#[test]
fn a_shortlist_from_the_first_model_to_the_decision_and_back_from_a_file() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        page.go(SHORTLIST);
        page.until_shown(SHORTLIST);
        add(page, "Oak", "open-back", "250");
        add(page, "Elm", "tws-anc", "129,95");
        add(page, "Ash", "tws-anc", "");
        let ranked = names(page);
        assert_eq!(ranked.len(), 3);
        assert_eq!(ranked[2], "Oak", "an open back does not suit a commuter: {ranked:?}");
        assert_eq!(points(page, "Elm"), points(page, "Ash"));
        assert_eq!(stored(page, "Elm").unwrap()["price"], "129.95");

        // Tried on, and rated after listening.
        let elm = open(page, "Elm");
        let step = format!("[data-candidate='{elm}'] label:has(> [name=check])");
        let steps = page.count(&step);
        assert!(steps > 3, "{steps} steps");
        page.click(&step);
        page.until("it is stored", "Object.values(JSON.parse(localStorage['headphones-or-iems']).shortlist)
            .some((item) => Object.keys(item.fields ?? {}).some((field) => field.startsWith('check.')))");
        rate_down(page, "Ash");
        assert!(
            points(page, "Ash") < points(page, "Elm"),
            "own ratings are for one candidate alone"
        );
        let before = names(page);
        for id in [&elm, &id_of(page, "Ash")] {
            page.click(&format!("#candidate-{id}"));
        }
        page.until(
            "the order follows when nothing is open",
            "words(all('[data-candidate] b')[0]) === 'Elm'",
        );
        assert_eq!(names(page), ["Elm", "Ash", "Oak"]);
        assert_eq!(before, ranked, "nothing moves while it is open");
        open(page, "Elm");

        compare(page, &elm, &id_of(page, "Ash"));

        // Decided, and printed with a page for each.
        page.click(&format!("[data-candidate='{elm}'] label:has(> [name=chosen])"));
        page.until("it is decided", "document.querySelector('[name=chosen]:checked')");
        let pages = page.printed(Order::File);
        for name in ["Elm", "Ash", "Oak"] {
            // The number of the page comes first, then the heading.
            let is_its = |page: &&String| page.lines().nth(1) == Some(name);
            let own: Vec<&String> = pages.iter().filter(is_its).collect();
            assert_eq!(own.len(), 1, "{name}: {pages:#?}");
            let is_chosen = own[0].lines().any(|line| line.contains("your choice"));
            assert_eq!(is_chosen, name == "Elm", "{name}: {pages:#?}");
        }

        // Exported, erased, and imported again.
        page.go("#/data");
        page.until_view("data");
        page.until("it can be saved", "document.querySelector('main a[download]')");
        let file = exported(page);
        page.click_named("button", "Erase everything");
        page.click_named("button", "Yes, erase everything");
        page.until("it is erased", "!localStorage['headphones-or-iems'].includes('Elm')");
        let folder = Folder::new("file");
        let path = folder.path().join("answers.json");
        fs::write(&path, &file).unwrap();
        page.choose_file("#data-file", &path);
        page.until("the preview is shown", "all('#offer h3').length === 1");
        let lines: Vec<String> = page.eval("return all('#offer li').map(words)", json!([]));
        assert!(lines.iter().any(|line| line.contains(" 3 models")), "{lines:?}");
        page.click_named("button", "Import");
        page.until("it is back", "localStorage['headphones-or-iems'].includes('Elm')");
        assert_eq!(exported(page), file);
        page.go(SHORTLIST);
        page.until_shown(SHORTLIST);
        page.until("all are listed", "all('[data-candidate]').length === 3");
        assert_eq!(names(page), ["Elm", "Ash", "Oak"]);
        assert_eq!(stored(page, "Elm").unwrap()["chosen"], "yes");
    });
}

/// The stored fields of the only comparison, once it has a round.
#[track_caller]
fn compared(page: &Page) -> Value {
    page.wait("a round is stored", || {
        let document = page.stored();
        let mut items = document["shortlist"].as_object()?.iter();
        let (_, item) = items.find(|(key, _)| key.starts_with("comparison."))?;
        item["fields"].get("rounds").map(|_| item["fields"].clone())
    })
}

#[track_caller]
fn exported(page: &Page) -> String {
    page.eval(
        "return decodeURIComponent(all('a[download]')[0].href.split(',').slice(1).join(','))",
        json!([]),
    )
}

#[test]
fn the_result_leads_to_the_shortlist_with_its_type_chosen() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        page.until_view("result");
        let leader = page.attributes("main", "data-leader")[0].clone();
        page.click("a[href^='#/shortlist/']");
        page.until_view("shortlist");
        page.until("the form is there", "document.querySelector('#add-type')");
        let chosen: String =
            page.eval("return document.querySelector('#add-type').value", json!([]));
        assert_eq!(chosen, leader);
    });
}
