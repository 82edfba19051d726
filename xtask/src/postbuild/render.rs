//! Runs the program that renders the page.

use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::project;

/// The rendered parts of the site.
#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub(super) struct Rendered {
    /// The page, with empty elements for its live parts.
    pub(super) app: String,
    /// The static fallback: method page, quiz and data page for readers without JavaScript.
    pub(super) still: String,
    /// The table of the printable quiz, which is a page of its own.
    pub(super) paper: String,
    /// The content in the format that the browser reads.
    pub(super) content: String,
    pub(super) title: String,
    pub(super) description: String,
}

/// Renders the page with the same code as the browser, compiled for this machine.
///
/// Errors in the content are reported on standard error, which is passed on.
pub(super) fn run() -> Result<Rendered> {
    println!("rendering the page (the first time about a minute)");
    let mut command = project::cargo();
    command.args(["run", "--quiet", "--package", "headphones-or-iems"]);
    command.args(["--features", "ssr", "--bin", "prerender"]).stderr(Stdio::inherit());
    let output = command.output().context("cannot start cargo")?;
    if !output.status.success() {
        bail!("the page cannot be rendered: see above, or run {}", project::shown(&command));
    }
    serde_json::from_slice(&output.stdout)
        .with_context(|| format!("{} did not print the page as JSON", project::shown(&command)))
}
