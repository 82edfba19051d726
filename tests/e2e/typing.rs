//! Typing into fields and choosing from lists.

use serde_json::json;

use crate::page::Page;

impl Page {
    /// Puts a value into a field as typing it does; `event` is `input` or `change`.
    #[track_caller]
    pub fn put(&self, css: &str, event: &str, value: &str) {
        self.eval::<()>(
            "const field = document.querySelector(a[0]);
             field.value = a[2];
             field.dispatchEvent(new Event(a[1], { bubbles: true }))",
            json!([css, event, value]),
        );
    }
}
