//! Access to `localStorage`, which may be missing, blocked or full, and may become so at any time.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys;
use leptos::web_sys::js_sys::Reflect;

/// The key of the stored document.
pub const DOCUMENT: &str = "headphones-or-iems";
/// The key of the chosen theme, which the boot script reads before the first paint.
pub const THEME: &str = "headphones-or-iems.theme";
/// The key that [`probe`] writes and removes.
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

/// The storage, if the browser lets the page access it. `LocalStorage::raw` would throw otherwise.
fn area() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten().map(|_| LocalStorage::raw())
}

/// Checks that storage accepts a write.
///
/// # Errors
///
/// [`Unusable::Blocked`] if the browser blocks storage or has none, and [`Unusable::Full`] if it
/// refuses the write.
pub fn probe() -> Result<(), Unusable> {
    area().ok_or(Unusable::Blocked)?;
    write(PROBE, "1")?;
    remove(PROBE);
    Ok(())
}

/// Reads the text under a key. `None` if there is none, or if storage cannot be accessed.
pub fn read(key: &str) -> Option<String> {
    area()?.get_item(key).ok().flatten()
}

/// Writes a text under a key.
///
/// # Errors
///
/// [`Unusable::Full`] if the browser refuses the write for any reason.
pub fn write(key: &str, value: &str) -> Result<(), Unusable> {
    let written = area().and_then(|area| area.set_item(key, value).ok());
    written.ok_or(Unusable::Full)
}

/// Removes a key. Does nothing if storage cannot be accessed.
pub fn remove(key: &str) {
    if let Some(area) = area() {
        let _refused = area.remove_item(key);
    }
}

/// Copies the stored document unchanged to the first free key of [`QUARANTINE`], unless a copy is
/// there already. Returns whether a copy exists now; only then may the document be overwritten.
///
/// The text is copied as a JavaScript value, because it may contain lone surrogates, which a Rust
/// string cannot hold.
pub fn quarantine() -> bool {
    let Some(area) = area() else { return false };
    let get =
        |key: &str| Reflect::get(&area, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED);
    let text = get(DOCUMENT);
    let slot = QUARANTINE.iter().find(|key| {
        let stored = get(key);
        stored.is_undefined() || stored == text
    });
    slot.is_some_and(|key| {
        let _refused = Reflect::set(&area, &JsValue::from_str(key), &text);
        get(key) == text
    })
}
