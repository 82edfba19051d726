//! `cargo xtask screenshots`: screenshots of every view, for people to look at.

use anyhow::Result;

use crate::{build, project, tool};

pub(crate) fn run() -> Result<()> {
    tool::ensure_all()?;
    build::run()?;
    println!("taking screenshots (about a minute)");
    project::run(project::cargo().args(["test", "--features", "ssr", "--test", "screenshots"]))
}
