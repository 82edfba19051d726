//! What the browser tests borrow from `cargo xtask`: the server that shows them the built site, what
//! hashes and compresses its files, and the service worker for a version of it.

pub mod name;
pub mod site;
pub mod small;
pub mod worker;
