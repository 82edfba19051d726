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
mod faulty;
mod grade;
mod journey;
mod network;
mod nginx;
mod page;
mod paper;
mod persona;
mod reading;
mod session;
mod shown;
mod version;

mod alone;
mod axe;
mod budget;
mod change;
mod charts;
mod compare;
mod crash;
mod data;
mod edits;
mod embed;
mod everyone;
mod failure;
mod files;
mod first_use;
mod growth;
mod guide;
mod hosted;
mod hostile;
mod hosting;
mod keyboard;
mod latch;
mod link;
mod method;
mod moves;
mod no_script;
mod offline;
mod own_ratings;
mod phone;
mod plain;
mod print;
mod quiz;
mod remaining;
mod result;
mod routes;
mod sharing;
mod snapshots;
mod start;
mod storage;
mod tabs;
mod theme;
mod unreadable;
