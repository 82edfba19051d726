//! What the browser tests borrow from `cargo xtask`: the server that shows them the built site.

pub mod site;
