//! `cargo xtask develop`: the app as a debug build in one piece, from Trunk's own server.

use anyhow::Result;
use xtask::cache;

use crate::{project, tool};

/// Where the debug build goes, so that `dist/` stays the release site.
const DIST: &str = "target/development";

/// Builds the app and serves it. Trunk builds it again whenever a file changes, but for what cargo and
/// the tests write.
pub(crate) fn run(port: u16) -> Result<()> {
    trunk(&["serve", "--port", &port.to_string(), "--dist", DIST, "--ignore", "target"])
}

/// Builds the app and does nothing else.
pub(crate) fn build() -> Result<()> {
    trunk(&["build", "--dist", DIST])
}

fn trunk(arguments: &[&str]) -> Result<()> {
    let tools = tool::ensure_for_build()?;
    project::run(tools.trunk(&cache::cargo_home()?)?.args(arguments))
}
