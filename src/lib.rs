//! Headphones or IEMs: a comparison guide and a quiz that tell a person whether to get headphones
//! or in-ear monitors, which type, why, and what would change the answer.
//!
//! | module | purpose |
//! |---|---|
//! | [`model`] | turns answers into a verdict; uses `std` and serde's two traits only |
//! | [`content`] | reads and checks the types, criteria, questions and texts |
//! | [`store`] | the stored document, share links and imported files |
//! | [`platform`] | the browser: storage, the DOM, files, sound, the clipboard and the clock |
//! | [`sound`] | makes noise and music, and says how loud they play |
//! | [`state`] | the session, which connects the model to what is stored |
//! | [`components`], [`views`] | what is shown |
//! | [`route`] | the address of each view |
//! | [`app`] | assembles the page and starts the app |
//! | [`audit`] | counts how often each type leads for random answers |
//!
//! `ARCHITECTURE.md` lists which module may import which, and `docs/model.md` explains how answers
//! become a verdict.

pub mod app;
pub mod audit;
pub mod components;
pub mod content;
pub mod model;
pub mod platform;
pub mod route;
pub mod sound;
pub mod state;
pub mod store;
pub mod views;
