//! `localStorage`, used only after a probe: it can be blocked, null or full.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::window;

/// The stored document.
pub const DOCUMENT: &str = "headphones-or-iems";
/// The chosen colours; read by the boot script before the first paint.
pub const THEME: &str = "headphones-or-iems.theme";
const PROBE: &str = "headphones-or-iems.probe";

/// Storage cannot be used: blocked, null or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unusable;

/// Whether storage takes a write. Only after this may the rest of this module be called.
///
/// # Errors
///
/// [`Unusable`] where the browser blocks storage, has none, or refuses the write.
pub fn probe() -> Result<(), Unusable> {
    let storage = window().local_storage().ok().flatten().ok_or(Unusable)?;
    storage.set_item(PROBE, "1").map_err(|_| Unusable)?;
    storage.remove_item(PROBE).map_err(|_| Unusable)
}

/// Reads a key.
pub fn read(key: &str) -> Option<String> {
    LocalStorage::raw().get_item(key).ok().flatten()
}

/// Writes a key.
///
/// # Errors
///
/// [`Unusable`] if the browser refuses, as when storage is full.
pub fn write(key: &str, value: &str) -> Result<(), Unusable> {
    LocalStorage::raw().set_item(key, value).map_err(|_| Unusable)
}
