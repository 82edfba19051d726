//! Access to `localStorage`, which may be missing, blocked or full, and may become so at any time.

use gloo_storage::{LocalStorage, Storage as _};
use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys;
use leptos::web_sys::js_sys::Reflect;

use super::Browser;

/// The key of the stored document.
pub const DOCUMENT: &str = "headphones-or-iems";
/// The key of the chosen theme, which the boot script reads before the first paint.
pub const THEME: &str = "headphones-or-iems.theme";
/// The key that [`Storage::probe`] of the browser writes and removes.
const PROBE: &str = "headphones-or-iems.probe";
/// The keys of quarantined documents, which could not be read. The app touches no keys but these
/// and the ones above.
pub const QUARANTINE: [&str; 4] = [
    "headphones-or-iems.aside.1",
    "headphones-or-iems.aside.2",
    "headphones-or-iems.aside.3",
    "headphones-or-iems.aside.4",
];

/// The reason why storage cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// The browser has no storage, or does not let the page access it.
    Blocked,
    /// The browser refuses a write.
    Full,
}

/// What is stored, as texts under keys.
pub trait Storage: Sync {
    /// Checks that storage accepts a write.
    ///
    /// # Errors
    ///
    /// [`Unusable::Blocked`] if the browser blocks storage or has none, and [`Unusable::Full`] if
    /// it refuses the write.
    fn probe(&self) -> Result<(), Unusable>;

    /// Reads the text under a key. `None` if there is none, or if storage cannot be accessed.
    fn read(&self, key: &str) -> Option<String>;

    /// Writes a text under a key.
    ///
    /// # Errors
    ///
    /// [`Unusable::Full`] if the browser refuses the write for any reason.
    fn write(&self, key: &str, value: &str) -> Result<(), Unusable>;

    /// Removes a key. Does nothing if storage cannot be accessed.
    fn remove(&self, key: &str);

    /// Copies the text under `from` to `to`, unless another text is there. Returns whether both
    /// have the same text now. The text is copied unchanged, even if a Rust string cannot hold it.
    fn copy(&self, from: &str, to: &str) -> bool;

    /// Copies the stored document to the first key of [`QUARANTINE`] that is free or has the same
    /// text. Returns whether a copy exists now; only then may the document be overwritten.
    fn quarantine(&self) -> bool {
        QUARANTINE.iter().any(|key| self.copy(DOCUMENT, key))
    }
}

/// The storage, if the browser lets the page access it. `LocalStorage::raw` would throw otherwise.
fn area() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten().map(|_| LocalStorage::raw())
}

impl Storage for Browser {
    fn probe(&self) -> Result<(), Unusable> {
        area().ok_or(Unusable::Blocked)?;
        self.write(PROBE, "1")?;
        self.remove(PROBE);
        Ok(())
    }

    fn read(&self, key: &str) -> Option<String> {
        area()?.get_item(key).ok().flatten()
    }

    fn write(&self, key: &str, value: &str) -> Result<(), Unusable> {
        let written = area().and_then(|area| area.set_item(key, value).ok());
        written.ok_or(Unusable::Full)
    }

    fn remove(&self, key: &str) {
        if let Some(area) = area() {
            let _refused = area.remove_item(key);
        }
    }

    fn copy(&self, from: &str, to: &str) -> bool {
        let Some(area) = area() else { return false };
        // As JavaScript values, because the text may contain lone surrogates.
        let get = |key: &str| Reflect::get(&area, &JsValue::from_str(key));
        let text = get(from).unwrap_or(JsValue::UNDEFINED);
        if text.is_undefined() {
            return false;
        }
        if get(to).is_ok_and(|stored| stored.is_undefined()) {
            let _refused = Reflect::set(&area, &JsValue::from_str(to), &text);
        }
        get(to).is_ok_and(|stored| stored == text)
    }
}
