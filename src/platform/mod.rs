//! The only layer that calls browser APIs: the document, `localStorage`, files, sound, the clipboard,
//! the clock and chance. Its interface consists of strings and its own error types.
//!
//! What the session needs from the browser is behind a trait for each thing, so that the native
//! tests can put plain values in their place. `dom` has what only the app needs, which mounts views.
//!
//! Nothing here may run in the prerender, where there is no browser. Event handlers and effects are
//! safe callers, because they run only in a browser.

pub mod audio;
pub mod day;
pub mod dom;
pub mod file;
pub mod page;
pub mod site;
pub mod storage;

pub use file::Files;
pub use page::{Chance, Clipboard, Clock, Page};
pub use site::Site;
pub use storage::Storage;

/// Everything outside the app that every session uses. What only a room uses is passed to the intent that
/// needs it, so that its code comes with the room: [`Files`], [`Clipboard`] and [`day::Days`].
#[derive(Clone, Copy)]
pub struct Platform {
    /// What is stored, which all tabs share.
    pub storage: &'static dyn Storage,
    /// The document and its URL.
    pub page: &'static dyn Page,
    /// The files of the site.
    pub site: &'static dyn Site,
    /// The clock.
    pub clock: &'static dyn Clock,
    /// Chance, for ids and for the toss of a coin.
    pub chance: &'static dyn Chance,
}

/// The browser, which has every part of a platform.
pub struct Browser;

/// The platform that the app runs on.
pub static BROWSER: Platform = Platform {
    storage: &Browser,
    page: &Browser,
    site: &Browser,
    clock: &Browser,
    chance: &Browser,
};
