//! The native tests: everything that can be checked without a browser. One module for each subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what went wrong by panicking"
)]

mod article;
mod bias;
mod content;
mod engine;
mod persona;
mod recipe;
mod robustness;
mod route;
mod scoring;
mod sentence;
mod store;
mod support;
mod tidy;
