//! Candidates on the shortlist: adding, opening and reading them.

use serde_json::{Value, json};

use crate::page::Page;

pub const SHORTLIST: &str = "#/shortlist";

/// Adds a candidate with the form, and waits until it is listed.
#[track_caller]
pub fn add(page: &Page, name: &str, device_type: &str, price: &str) {
    page.put("#add-name", "input", name);
    page.put("#add-type", "change", device_type);
    page.put("#add-price", "input", price);
    page.click_named("button", "Add to the list");
    page.until(&format!("{name} is listed"), &listed(name));
}

/// Adds two candidates, once the shortlist is shown: Oak, which is open-backs, and Elm, which is IEMs.
#[track_caller]
pub fn add_pair(page: &Page) {
    page.until_shown(SHORTLIST);
    add(page, "Oak", "open-back", "250");
    add(page, "Elm", "iem", "99");
}

/// The condition that a candidate of this name is in the list.
fn listed(name: &str) -> String {
    format!("all('[data-candidate] summary b').some((e) => words(e) === '{name}')")
}

/// The id of the candidate with this name.
#[track_caller]
pub fn id_of(page: &Page, name: &str) -> String {
    page.eval(
        "return all('[data-candidate]').find((row) => words(row.querySelector('summary b')) === a[0])
             .dataset.candidate",
        json!([name]),
    )
}

/// Opens a candidate, and waits until its fields are there. Returns its id.
#[track_caller]
pub fn open(page: &Page, name: &str) -> String {
    let id = id_of(page, name);
    page.click(&format!("#candidate-{id}"));
    page.until("its fields are there", &format!("document.querySelector('#notes-{id}')"));
    id
}

/// The names in the list, in order.
pub fn names(page: &Page) -> Vec<String> {
    page.eval("return all('[data-candidate] summary b').map(words)", json!([]))
}

/// The stored fields of every candidate, by its name.
#[track_caller]
pub fn stored(page: &Page, name: &str) -> Option<Value> {
    let document = page.stored();
    let items = document["shortlist"].as_object()?.iter();
    let mut candidates = items.filter(|(key, _)| key.starts_with("candidate."));
    candidates
        .find(|(_, item)| item["fields"]["name"] == name)
        .map(|(_, item)| item["fields"].clone())
}

/// Puts two candidates on the shortlist, opens them, and puts them side by side, so that every part of
/// the page is there.
#[track_caller]
pub fn fill(page: &Page) {
    if names(page).is_empty() {
        add(page, "Alpha", "closed-back", "169");
        add(page, "Beta", "iem", "320");
    }
    for name in ["Alpha", "Beta"] {
        let id = id_of(page, name);
        if page.count(&format!("#notes-{id}")) == 0 {
            open(page, name);
            page.click(&format!("[data-candidate='{id}'] [name=compare]"));
        }
    }
    page.until("they are side by side", "document.querySelector('[data-beside]')");
}
