//! The native tests check everything that does not need a browser. Each subject has a module.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failing test reports its error by panicking"
)]

mod article;
mod bias;
mod content;
mod cost;
mod date;
mod drive;
mod engine;
mod noise;
mod persona;
mod preference;
mod qr_code;
mod recipe;
mod robustness;
mod route;
mod scoring;
mod shortlist;
mod snapshots;
mod sound;
mod state;
mod store;
mod support;
mod tidy;
mod try_on;
mod view_models;
