//! What a page shows, read as a visitor or an embedder reads it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::page::Page;

/// What the result says, by the contract's attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub word: String,
    pub leader: String,
    /// Points of each type, and the questions that rule it out.
    pub types: Types,
}

type Types = BTreeMap<String, (i32, Option<String>)>;
type Raw = (Option<String>, Option<String>, Types, usize);

impl Page {
    /// The words of every visible element that matches.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        self.eval("return all(a[0]).map(words)", json!([css]))
    }

    /// The words of the first visible element that matches; empty if there is none.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.texts(css).into_iter().next().unwrap_or_default()
    }

    /// How many visible elements match.
    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        self.eval("return all(a[0]).length", json!([css]))
    }

    /// An attribute of every visible element that matches.
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

    /// The words of what has focus, or its tag if it has none.
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

    /// The ticked values of the controls with this name.
    #[track_caller]
    pub fn chosen(&self, name: &str) -> Vec<String> {
        let script = "const named = [...document.getElementsByName(a[0])];
                      return named.filter((e) => e.checked).map((e) => e.value)";
        self.eval(script, json!([name]))
    }

    /// Waits until these values are ticked.
    #[track_caller]
    pub fn until_chosen(&self, name: &str, values: &[&str]) {
        self.wait(&format!("`{name}` is {values:?}"), || {
            (self.chosen(name) == values).then_some(())
        });
    }

    /// Waits until this value is among those that are ticked.
    #[track_caller]
    pub fn until_selected(&self, name: &str, value: &str) {
        self.wait(&format!("`{name}` has {value}"), || {
            self.chosen(name).iter().any(|at| at == value).then_some(())
        });
    }

    /// Waits until a view is shown.
    #[track_caller]
    pub fn until_view(&self, view: &str) {
        let condition = format!("document.querySelector('main').dataset.view === '{view}'");
        self.until(&format!("the view is {view}"), &condition);
    }

    /// Waits until the heading of the view is this.
    #[track_caller]
    pub fn until_heading(&self, heading: &str) {
        self.wait(&format!("the heading is “{heading}”"), || {
            (self.heading() == heading).then_some(())
        });
    }

    /// Waits until focus is on the heading with these words.
    #[track_caller]
    pub fn until_focus_on(&self, heading: &str) {
        let heading_has_it = "document.activeElement?.matches('main h1')";
        self.until(&format!("focus is on the heading “{heading}”"), heading_has_it);
        assert_eq!(self.focused(), heading);
    }

    /// What the result says now.
    #[track_caller]
    pub fn reading(&self) -> Reading {
        let script = "
            const main = document.querySelector('main').dataset;
            const types = all('main [data-type]').map((e) =>
                [e.dataset.type, [Number(e.dataset.points), e.dataset.ruledOut ?? null]]);
            return [main.verdict, main.leader, Object.fromEntries(types), types.length]";
        let (word, leader, types, count): Raw = self.eval(script, json!([]));
        assert_eq!(types.len(), count, "each type is listed once");
        let (word, leader) = word.zip(leader).expect("the result has its verdict and leader");
        Reading { word, leader, types }
    }

    /// Waits until the result says something else than it did.
    #[track_caller]
    pub fn until_other_than(&self, before: &Reading) -> Reading {
        self.wait("the result changes", || Some(self.reading()).filter(|now| now != before))
    }

    /// The stored document, as bytes; `None` if there is none.
    #[track_caller]
    pub fn stored_text(&self) -> Option<String> {
        self.eval("return localStorage.getItem('headphones-or-iems')", json!([]))
    }

    /// The stored document.
    #[track_caller]
    pub fn stored(&self) -> Value {
        let text = self.stored_text().expect("something is stored");
        serde_json::from_str(&text).expect("it is JSON")
    }

    /// Puts a document into storage, as an earlier visit would have left it, and comes back to it.
    #[track_caller]
    pub fn come_back_with(&self, document: &str) {
        self.eval::<()>("localStorage.setItem('headphones-or-iems', a[0])", json!([document]));
        self.reload();
    }
}
