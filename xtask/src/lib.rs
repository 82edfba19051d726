//! What the browser tests borrow from `cargo xtask`: the server that shows them the built site, the
//! place of the tools that it installs, and the words of a PDF.

pub mod cache;
pub mod pdf;
pub mod site;
