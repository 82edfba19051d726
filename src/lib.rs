//! Headphones or IEMs: a comparison guide and a quiz that tell a person whether to get headphones or
//! in-ear monitors, which type, why, and what would change the answer.
//!
//! `model` counts, `content` is what it counts with, `saved` is what a visitor leaves behind,
//! `browser` is the outside world, `state` ties them together, `view` shows them, `route` names the
//! views, `app` starts it all. `ARCHITECTURE.md` has the map and the law of what may import what.

// The views of a page are one type, nested as deep as the page is.
#![recursion_limit = "256"]

#[allow(missing_docs, reason = "Leptos makes a struct of each component's props")]
pub mod app;
pub mod audit;
#[allow(missing_docs, reason = "Leptos makes a struct of each component's props")]
pub mod components;
pub mod content;
pub mod markup;
pub mod model;
pub mod platform;
pub mod route;
pub mod state;
pub mod store;
#[allow(missing_docs, reason = "Leptos makes a struct of each component's props")]
pub mod views;
