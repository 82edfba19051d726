//! Browser tests: the built site in `dist/`, in headless Chromium, as a visitor meets it.
//!
//! They know the site only by its contract and its content files, never by its code. What they
//! share comes first; then a module for each theme.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a test that cannot go on says why and ends"
)]

mod bench;
mod content;
mod journey;
mod page;
mod persona;
mod reading;
mod session;
mod shown;

mod axe;
mod budget;
mod change;
mod charts;
mod compare;
mod edits;
mod everyone;
mod failure;
mod guide;
mod hostile;
mod hosting;
mod keyboard;
mod method;
mod moves;
mod no_script;
mod outlook;
mod own;
mod paper;
mod phone;
mod plain;
mod print;
mod quiz;
mod result;
mod routes;
mod runs;
mod sharing;
mod storage;
mod theme;
mod unreadable;
