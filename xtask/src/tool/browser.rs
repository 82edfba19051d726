//! What the browser tests need beside the site: Chromium, or Chrome, its driver, and a reader of PDF.

use anyhow::{Context, Result, bail};

use super::{apt, on_path};

const BROWSERS: [&str; 3] = ["chromium", "google-chrome", "chromium-browser"];
const ADVICE: &str = "install Chromium and its driver, so that `chromium` (or `google-chrome`) and \
                      `chromedriver` are on the PATH";

/// Installs the browser and its driver, if need be and where Debian's package tools are.
pub(super) fn ensure() -> Result<()> {
    install("Chromium and its driver", &["chromium", "chromium-driver"], is_installed, ADVICE)
}

/// Installs `pdftotext`, which reads what was printed, in the same way.
pub(super) fn ensure_pdf() -> Result<()> {
    let is_there = || on_path("pdftotext").is_some();
    install("pdftotext", &["poppler-utils"], is_there, "install Poppler's `pdftotext`")
}

fn install(name: &str, packages: &[&str], is_there: fn() -> bool, advice: &str) -> Result<()> {
    if is_there() {
        return Ok(());
    }
    if !apt::is_here() {
        bail!("the browser tests need {name}: {advice}");
    }
    println!("installing {name} with apt-get (once, up to 2 minutes)");
    apt::install(packages).with_context(|| format!("{name} cannot be installed: {advice}"))?;
    if !is_there() {
        bail!("{name} was installed, and yet is not on the PATH: {advice}");
    }
    Ok(())
}

fn is_installed() -> bool {
    on_path("chromedriver").is_some() && BROWSERS.iter().any(|name| on_path(name).is_some())
}
