//! The parts of `cargo xtask` that the browser tests use too: the static file server, hashes,
//! compression, the service worker's file list, the tool cache, and text extraction from PDFs.

pub mod cache;
pub mod compression;
pub mod hash;
pub mod pdf;
pub mod server;
pub mod service_worker;
pub mod versions;
