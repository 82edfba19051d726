//! `cargo xtask bench`: prints how long the engine, a page load on a slow phone and a click take.

use anyhow::Result;

use crate::{build, project, tool};

pub(crate) fn run() -> Result<()> {
    tool::ensure_all()?;
    build::run()?;
    println!("timing the engine (the first time, about 3 minutes to compile)");
    let bench = ["bench", "--features", "ssr", "--bench"];
    project::run(project::cargo().args(bench).arg("engine"))?;
    println!("timing page loads and clicks in Chromium");
    project::run(project::cargo().args(bench).arg("browser"))
}
