//! `cargo xtask shots`: pictures of every view, to look at.

use anyhow::Result;

use crate::{build, project, tool};

pub(crate) fn run() -> Result<()> {
    tool::ensure_all()?;
    build::run()?;
    println!("taking pictures (about a minute)");
    project::run(project::cargo().args(["test", "--features", "ssr", "--test", "shots"]))
}
