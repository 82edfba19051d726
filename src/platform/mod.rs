//! The only layer that calls browser APIs: the document, `localStorage` and files. Its interface
//! consists of strings and its own error types.
//!
//! Nothing here may run in the prerender, where there is no browser. Event handlers and effects are
//! safe callers, because they run only in a browser.

pub mod dom;
pub mod file;
pub mod storage;
