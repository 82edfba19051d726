//! Markup as one type, rendered to text by the build and to live nodes by the browser.
//!
//! Leptos's own views give every piece of markup a type of its own, and each type brings its code:
//! this app took 260 KB of compressed wasm that way. Here all markup is a [`Markup`], so the code
//! that renders it exists once; signals, memos and effects are Leptos's.
//! `docs/decisions/0001-one-markup-type.md` has the figures and what was rejected.

mod dom;
mod from;
mod html;
mod node;

pub use dom::{follow, leave_later, mount};
pub use from::Attribute;
pub use node::{El, Markup, Words, copy_of, el, inside_of, live, live_text, svg};

/// Several pieces of markup in a row: `nodes!["a ", el("b").with("c")]`.
#[macro_export]
macro_rules! nodes {
    ($($node:expr),* $(,)?) => {
        $crate::markup::Markup::from(vec![
            $($crate::markup::Markup::from($node)),*
        ])
    };
}
pub use nodes;
