//! Browser tests: they use the built site in `dist/` in headless Chromium, as a visitor would.
//!
//! They know the site only through its public contract and its content files, not through its code.
//! The first group of modules has what tests share; each of the others tests one subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a test that cannot continue should panic with a message"
)]

mod article;
mod browser;
mod content;
mod debugger;
mod faulty;
mod fixture;
mod fonts;
mod header_grade;
mod journey;
mod meddler;
mod network;
mod nginx;
mod page;
mod persona;
mod result_reading;
mod session;
mod text_steps;
mod version;
mod views;
mod windows;

mod accessibility;
mod altered;
mod axe;
mod budget;
mod candidates;
mod charts;
mod comparison;
mod comparison_first_use;
mod copies;
mod counterfactuals;
mod crash;
mod data;
mod details;
mod development;
mod edit_in_place;
mod embed;
mod embed_height;
mod failure;
mod failure_file;
mod files;
mod folder;
mod growth;
mod guide;
mod hosted;
mod hostile_addresses;
mod hosting;
mod isolation;
mod keyboard;
mod latch;
mod link;
mod link_previews;
mod method;
mod no_script;
mod noise;
mod noise_keyboard;
mod noise_plots;
mod noise_sound;
mod offline;
mod own_ratings;
mod paper;
mod phone;
mod presses;
mod print;
mod print_numbers;
mod quiz;
mod quiz_navigation;
mod readability;
mod redirects;
mod remaining;
mod result;
mod rooms;
mod routes;
mod saved_page;
mod short_first;
mod short_pages;
mod shortlist;
mod single_file;
mod snapshots;
mod startup;
mod storage;
mod tabs;
mod text_nodes;
mod theme;
mod typing;
mod unreadable;
mod updates;
