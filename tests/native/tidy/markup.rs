//! Markup is written with `view!`, and in no other way.

use super::source::Source;
use crate::support::{files, read};

/// What makes or finds elements without `view!`. Only `platform` may find the elements that the page
/// has for the app to mount into.
const OTHER_WAYS: [&str; 11] = [
    "create_element",
    "create_text_node",
    "clone_node",
    "append_child",
    "insert_before",
    "insert_adjacent",
    "inner_html",
    "query_selector",
    "get_element_by_id",
    "leptos::html",
    "leptos::svg",
];

/// The complaints about a file: a view without `view!`, or another way to make markup.
fn complaints(path: &str, text: &str) -> Vec<String> {
    let code = Source::of(text).code;
    let mut complaints = Vec::new();
    if code.contains("#[component]") && !code.contains("view!") {
        complaints.push(format!("{path}: its components do not use `view!`"));
    }
    if !path.starts_with("src/platform/") {
        let found = OTHER_WAYS.into_iter().filter(|way| code.contains(way));
        complaints
            .extend(found.map(|way| format!("{path}: `{way}` is not the way to make markup")));
    }
    complaints
}

#[test]
fn markup_is_made_by_view_alone() {
    let found: Vec<String> =
        files("src", ".rs").iter().flat_map(|path| complaints(path, &read(path))).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn other_ways_to_make_markup_are_reported() {
    let component = "#[component]\npub fn A() -> impl IntoView { format!(\"view!\") }";
    assert_eq!(complaints("src/views/a.rs", component).len(), 1);
    for way in OTHER_WAYS {
        let code = format!("fn a() {{ {way}(b) }}");
        assert_eq!(complaints("src/views/a.rs", &code).len(), 1, "{way}");
        assert_eq!(complaints("src/platform/dom.rs", &code).len(), 0, "{way}");
    }
    let fine = "//! clone_node\n#[component]\npub fn A() -> impl IntoView { view! { <p></p> } }";
    assert_eq!(complaints("src/views/a.rs", fine), [""; 0]);
}
