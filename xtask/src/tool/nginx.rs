//! The server of the browser tests that is no part of this project: nginx.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::{apt, on_path};

const ADVICE: &str = "install nginx, so that `nginx` is on the PATH";

/// Installs nginx, if need be and where Debian's package tools are.
pub(super) fn ensure() -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    if !apt::is_here() {
        bail!("the browser tests need nginx: {ADVICE}");
    }
    println!("installing nginx with apt-get (once, some seconds)");
    apt::install(&["nginx"]).with_context(|| format!("nginx cannot be installed: {ADVICE}"))?;
    if !is_installed() {
        bail!("nginx is installed, and yet not found: {ADVICE}");
    }
    Ok(())
}

/// Debian puts it where only the administrator has a PATH to.
fn is_installed() -> bool {
    on_path("nginx").is_some() || Path::new("/usr/sbin/nginx").is_file()
}
