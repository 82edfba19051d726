//! Smoke tests in Firefox: what a visitor does most, on the built site in `dist/`. The tests in
//! Chromium (`tests/e2e/`) go into detail; these find what works in one engine only.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    dead_code,
    missing_docs,
    reason = "the helpers come from the tests in Chromium, and these tests use only some of them"
)]

#[path = "../e2e/candidates.rs"]
mod candidates;
#[path = "../e2e/content.rs"]
mod content;
#[path = "../e2e/fixture.rs"]
mod fixture;
#[path = "../e2e/fonts.rs"]
mod fonts;
#[path = "../e2e/journey.rs"]
mod journey;
#[path = "../e2e/page.rs"]
mod page;
#[path = "../e2e/persona.rs"]
mod persona;
#[path = "../e2e/result_reading.rs"]
mod result_reading;
#[path = "../e2e/typing.rs"]
mod typing;
#[path = "../e2e/views.rs"]
mod views;

mod driver;
mod session;

mod answers;
mod paper;
mod quiz;
mod site;
