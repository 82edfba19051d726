//! What the browser tests borrow from `cargo xtask`: the server that shows them the built site, and
//! the place of the tools that it installs.

pub mod cache;
pub mod site;
