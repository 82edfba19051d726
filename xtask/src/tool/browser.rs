//! The browser of the browser tests: Chromium, or Chrome, and its driver.

use anyhow::{Context, Result, bail};

use super::{apt, on_path};

const BROWSERS: [&str; 3] = ["chromium", "google-chrome", "chromium-browser"];
const ADVICE: &str = "install Chromium and its driver, so that `chromium` (or `google-chrome`) and \
                      `chromedriver` are on the PATH";

/// Installs the browser and its driver, if need be and where Debian's package tools are.
pub(super) fn ensure() -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    if !apt::is_here() {
        bail!("the browser tests need a browser: {ADVICE}");
    }
    println!("installing Chromium and its driver with apt-get (once, about 2 minutes)");
    apt::install(&["chromium", "chromium-driver"])
        .with_context(|| format!("Chromium cannot be installed: {ADVICE}"))?;
    if !is_installed() {
        bail!("Chromium is installed, and yet not on the PATH: {ADVICE}");
    }
    Ok(())
}

fn is_installed() -> bool {
    on_path("chromedriver").is_some() && BROWSERS.iter().any(|name| on_path(name).is_some())
}
