//! Runs the program that renders the page.

use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::project;

/// The page as rendered.
#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub(super) struct Rendered {
    /// The page with the places of its live parts.
    pub(super) app: String,
    /// Markup beside it: the method page and the quiz for readers without JavaScript.
    pub(super) still: String,
    /// The quiz on paper, a page of its own.
    pub(super) paper: String,
    /// The content as the browser reads it.
    pub(super) content: String,
    pub(super) title: String,
    pub(super) description: String,
}

/// Renders the page with the same code as the browser, compiled for this machine.
///
/// What is wrong with the content is said on the standard error, which is passed on.
pub(super) fn run() -> Result<Rendered> {
    println!("rendering the page (the first time about a minute)");
    let mut command = project::cargo();
    command.args(["run", "--quiet", "--package", "headphones-or-iems"]);
    command.args(["--features", "ssr", "--bin", "prerender"]).stderr(Stdio::inherit());
    let output = command.output().context("cannot start cargo")?;
    if !output.status.success() {
        bail!("the page cannot be rendered: see above, or run {}", project::shown(&command));
    }
    serde_json::from_slice(&output.stdout).with_context(|| {
        format!("{} printed something else than the page as JSON", project::shown(&command))
    })
}
