//! The browser of the browser tests: Chromium, or Chrome, and its driver.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::on_path;
use crate::project;

const BROWSERS: [&str; 3] = ["chromium", "google-chrome", "chromium-browser"];
const ADVICE: &str = "install Chromium and its driver, so that `chromium` (or `google-chrome`) and \
                      `chromedriver` are on the PATH";

/// Installs the browser and its driver, if need be and where Debian's package tools are.
pub(super) fn ensure() -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    let Some(apt) = on_path("apt-get") else {
        bail!("the browser tests need a browser: {ADVICE}");
    };
    println!("installing Chromium and its driver with apt-get (once, about 2 minutes)");
    let packages = ["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"];
    project::run(&mut as_root(&apt, &["update"]))
        .and_then(|()| project::run(&mut as_root(&apt, &packages)))
        .with_context(|| format!("Chromium cannot be installed: {ADVICE}"))?;
    if !is_installed() {
        bail!("Chromium is installed, and yet not on the PATH: {ADVICE}");
    }
    Ok(())
}

fn is_installed() -> bool {
    on_path("chromedriver").is_some() && BROWSERS.iter().any(|name| on_path(name).is_some())
}

/// A command that never asks: as it is for root, with `sudo -n` for others who have it.
fn as_root(program: &Path, arguments: &[&str]) -> Command {
    let mut command = match on_path("sudo") {
        Some(sudo) if !is_root() => {
            let mut command = project::command(sudo);
            command.args(["-n", "DEBIAN_FRONTEND=noninteractive"]).arg(program);
            command
        }
        _ => project::command(program),
    };
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
