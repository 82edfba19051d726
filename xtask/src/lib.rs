//! What the browser tests borrow from `cargo xtask`: the server that shows them the built site, what
//! hashes and compresses its files, the service worker for a version of it, the place of the tools
//! that it installs, and the words of a PDF.

pub mod cache;
pub mod name;
pub mod pdf;
pub mod site;
pub mod small;
pub mod worker;
