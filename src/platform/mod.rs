//! The one door to the outside: storage and the page. Speaks strings and its own errors.
//!
//! Nothing here may be called while the app renders on the developer's machine; pages call it from
//! event handlers and effects, which run only in a browser.

pub mod dom;
pub mod file;
pub mod storage;
