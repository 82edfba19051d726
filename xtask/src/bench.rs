//! `cargo xtask bench`: prints times of the engine, of a start on a slow phone, and of clicks. Fails nothing.

use anyhow::Result;

use crate::{build, project, tool};

pub(crate) fn run() -> Result<()> {
    tool::ensure_all()?;
    build::run()?;
    println!("timing the engine (the first time, about 3 minutes to compile)");
    let bench = ["bench", "--features", "ssr", "--bench"];
    project::run(project::cargo().args(bench).arg("engine"))?;
    println!("timing starts and clicks in Chromium");
    project::run(project::cargo().args(bench).arg("browser"))
}
