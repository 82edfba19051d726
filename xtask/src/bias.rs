//! `cargo xtask bias`: counts the results of random answers, and records them as content.

use anyhow::Result;

use crate::project;

pub(crate) fn run() -> Result<()> {
    println!("counting the results of random answers (the first time, about 2 minutes to compile)");
    project::run(project::cargo().args(["run", "--release", "--features", "ssr", "--bin", "bias"]))
}
