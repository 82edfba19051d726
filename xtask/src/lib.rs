//! What the browser tests borrow from `cargo xtask`: the server that shows them the built site, and
//! the hashes of its files.

pub mod name;
pub mod site;
