//! Headphones or IEMs: a comparison guide and a quiz that tell a person whether to get headphones
//! or in-ear monitors, which type, why, and what would change the answer.
//!
//! | module | purpose |
//! |---|---|
//! | [`model`] | turns answers into a verdict; imports nothing but `std` |
//! | [`content`] | reads and checks the types, criteria, questions and texts |
//! | [`store`] | the stored document, share links and imported files |
//! | [`platform`] | the browser: storage, files and the DOM |
//! | [`state`] | the session, which connects the model to what is stored |
//! | [`markup`], [`components`], [`views`] | what is shown |
//! | [`route`] | the address of each view |
//! | [`app`] | assembles the page and starts the app |
//! | [`audit`] | counts how often each type leads for random answers |
//!
//! `ARCHITECTURE.md` lists which module may import which, and `docs/model.md` explains how answers
//! become a verdict.

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
