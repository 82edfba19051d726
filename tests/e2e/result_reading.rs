//! Reads from a page: its visible text, its form controls, the stored document, and the result as
//! its `data-*` attributes state it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::page::Page;

/// The result according to the `data-*` attributes, which are a public contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The verdict, such as "leaning" or "conflict".
    pub verdict: String,
    /// The id of the leading type. Empty if there is none.
    pub leader: String,
    /// The points of each type, and the ids of the questions whose answers exclude it.
    pub types: Types,
}

type Types = BTreeMap<String, (i32, Option<String>)>;
/// Verdict, leader, types, and the number of elements that listed a type.
type Raw = (Option<String>, Option<String>, Types, usize);

impl Page {
    /// The text of every visible element that matches.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        self.eval("return all(a[0]).map(words)", json!([css]))
    }

    /// The text of the first visible element that matches. Empty if there is none.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.texts(css).into_iter().next().unwrap_or_default()
    }

    /// The number of visible elements that match.
    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        self.eval("return all(a[0]).length", json!([css]))
    }

    /// An attribute of every visible element that matches. Empty where it is missing.
    #[track_caller]
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        self.eval("return all(a[0]).map((e) => e.getAttribute(a[1]) ?? '')", json!([css, name]))
    }

    /// An attribute of the first element that matches, visible or not.
    #[track_caller]
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        let script = "return document.querySelector(a[0])?.getAttribute(a[1]) ?? null";
        self.eval(script, json!([css, name]))
    }

    /// The heading of the view.
    #[track_caller]
    pub fn heading(&self) -> String {
        self.text("main h1")
    }

    /// The text of the element that has focus, or its tag, name and value if it has no text.
    #[track_caller]
    pub fn focused(&self) -> String {
        let script = "const e = document.activeElement;
                      return words(e) || `${e.tagName} ${e.name ?? ''} ${e.value ?? ''}`";
        self.eval(script, json!([]))
    }

    #[track_caller]
    pub fn hash(&self) -> String {
        self.eval("return location.hash", json!([]))
    }

    /// The selected values of the controls with this name.
    #[track_caller]
    pub fn chosen(&self, name: &str) -> Vec<String> {
        let script = "const named = [...document.getElementsByName(a[0])];
                      return named.filter((e) => e.checked).map((e) => e.value)";
        self.eval(script, json!([name]))
    }

    /// Waits until exactly these values are selected, in this order.
    #[track_caller]
    pub fn until_chosen(&self, name: &str, values: &[&str]) {
        self.wait(&format!("`{name}` is {values:?}"), || {
            (self.chosen(name) == values).then_some(())
        });
    }

    /// Waits until this value is among the selected ones.
    #[track_caller]
    pub fn until_selection_includes(&self, name: &str, value: &str) {
        self.wait(&format!("`{name}` includes {value}"), || {
            self.chosen(name).iter().any(|at| at == value).then_some(())
        });
    }

    /// Waits until a view is shown.
    #[track_caller]
    pub fn until_view(&self, view: &str) {
        let condition = format!("document.querySelector('main').dataset.view === '{view}'");
        self.until(&format!("the view is {view}"), &condition);
    }

    /// Waits until the view has this heading.
    #[track_caller]
    pub fn until_heading(&self, heading: &str) {
        self.wait(&format!("the heading is “{heading}”"), || {
            (self.heading() == heading).then_some(())
        });
    }

    /// Waits until focus is on the heading, and checks its text.
    #[track_caller]
    pub fn until_focus_on(&self, heading: &str) {
        let has_focus = "document.activeElement?.matches('main h1')";
        self.until(&format!("focus is on the heading “{heading}”"), has_focus);
        assert_eq!(self.focused(), heading);
    }

    /// Reads the result that the page shows.
    ///
    /// # Panics
    ///
    /// If the page shows no result.
    #[track_caller]
    pub fn reading(&self) -> Reading {
        let script = "
            const main = document.querySelector('main').dataset;
            const types = all('main [data-type]').map((e) =>
                [e.dataset.type, [Number(e.dataset.points), e.dataset.ruledOut ?? null]]);
            return [main.verdict, main.leader, Object.fromEntries(types), types.length]";
        let (verdict, leader, types, count): Raw = self.eval(script, json!([]));
        assert_eq!(types.len(), count, "each type should be listed once");
        let (verdict, leader) =
            verdict.zip(leader).expect("the page should show a verdict and a leader");
        Reading { verdict, leader, types }
    }

    /// Waits until the result differs from `before` and all of the page has followed, and returns it.
    #[track_caller]
    pub fn until_other_than(&self, before: &Reading) -> Reading {
        self.wait("the result changes", || Some(self.reading()).filter(|now| now != before));
        self.settle();
        self.reading()
    }

    /// Waits until whatever the last press has started is done.
    #[track_caller]
    pub fn settle(&self) {
        self.eval::<()>(
            "return new Promise((done) => setTimeout(() => setTimeout(() =>
                requestAnimationFrame(() => setTimeout(done, 50))), 50))",
            json!([]),
        );
    }

    /// The text of the stored document, or `None` if nothing is stored.
    #[track_caller]
    pub fn stored_text(&self) -> Option<String> {
        self.eval("return localStorage.getItem('headphones-or-iems')", json!([]))
    }

    /// The stored document, parsed.
    #[track_caller]
    pub fn stored(&self) -> Value {
        let text = self.stored_text().expect("a document should be stored");
        serde_json::from_str(&text).expect("the document should be JSON")
    }

    /// Stores a document, as an earlier visit would have left it. The page does not know of it until it
    /// is loaded again.
    #[track_caller]
    pub fn store(&self, document: &str) {
        self.eval::<()>("localStorage.setItem('headphones-or-iems', a[0])", json!([document]));
    }

    /// Stores a document and reloads the page.
    #[track_caller]
    pub fn come_back_with(&self, document: &str) {
        self.store(document);
        self.reload();
    }
}
