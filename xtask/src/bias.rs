//! `cargo xtask bias`: counts what answers at random lead to, and writes it down as content.

use anyhow::Result;

use crate::project;

pub(crate) fn run() -> Result<()> {
    println!(
        "counting what answers at random lead to (the first time, about 2 minutes to compile)"
    );
    project::run(project::cargo().args(["run", "--release", "--features", "ssr", "--bin", "bias"]))
}
