//! `localStorage`: it can be blocked, null or full, now or later.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys;
use leptos::web_sys::js_sys::Reflect;

/// The stored document.
pub const DOCUMENT: &str = "headphones-or-iems";
/// The chosen colours; read by the boot script before the first paint.
pub const THEME: &str = "headphones-or-iems.theme";
const PROBE: &str = "headphones-or-iems.probe";
/// Text that could not be read and was set aside, by number. No other key is ever touched.
pub const QUARANTINE: [&str; 4] = [
    "headphones-or-iems.aside.1",
    "headphones-or-iems.aside.2",
    "headphones-or-iems.aside.3",
    "headphones-or-iems.aside.4",
];

/// Why storage cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// The browser has none, or does not let the page touch it.
    Blocked,
    /// It refuses a write.
    Full,
}

/// The storage, if the browser lets the page touch it. `raw` alone would throw where it does not.
fn area() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten().map(|_| LocalStorage::raw())
}

/// Whether storage takes a write.
///
/// # Errors
///
/// [`Unusable`] where the browser blocks storage, has none, or refuses the write.
pub fn probe() -> Result<(), Unusable> {
    area().ok_or(Unusable::Blocked)?;
    write(PROBE, "1")?;
    remove(PROBE);
    Ok(())
}

/// Reads a key.
pub fn read(key: &str) -> Option<String> {
    area()?.get_item(key).ok().flatten()
}

/// Writes a key.
///
/// # Errors
///
/// [`Unusable::Full`] if the browser refuses.
pub fn write(key: &str, value: &str) -> Result<(), Unusable> {
    let written = area().and_then(|area| area.set_item(key, value).ok());
    written.ok_or(Unusable::Full)
}

/// Removes a key.
pub fn remove(key: &str) {
    if let Some(area) = area() {
        let _refused = area.remove_item(key);
    }
}

/// Copies the document as it is to the first free key of [`QUARANTINE`]; then, and only then, may it be
/// overwritten. Text that is there already is not copied again. Whether it stands there now.
///
/// The text never becomes a Rust string, which could not hold half of a surrogate pair.
pub fn quarantine() -> bool {
    let Some(area) = area() else { return false };
    let get =
        |key: &str| Reflect::get(&area, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED);
    let text = get(DOCUMENT);
    let slot = QUARANTINE.iter().find(|key| {
        let there = get(key);
        there.is_undefined() || there == text
    });
    slot.is_some_and(|key| {
        let _refused = Reflect::set(&area, &JsValue::from_str(key), &text);
        get(key) == text
    })
}
