//! Runs the program that renders the page.

use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::project;

/// The rendered parts of the site.
#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub(super) struct Rendered {
    /// The body of the page, with an empty element for its live views.
    pub(super) index: String,
    /// "How it works", for readers without JavaScript.
    pub(super) method: String,
    /// All questions, for readers without JavaScript.
    pub(super) quiz: String,
    /// The questions alone, without the page around them.
    pub(super) questions: String,
    /// The printable quiz.
    pub(super) paper: String,
    /// What every visit needs of the content, in the format that the browser reads.
    pub(super) content: String,
    /// What only rooms need, in the same format.
    pub(super) details: String,
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
