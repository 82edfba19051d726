//! Where installed tools are kept: one folder for each version.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The folder of all tools.
fn folder() -> Result<PathBuf> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .context("there is no home folder: set `CARGO_HOME` to a folder for the tools")?;
    Ok(cargo_home.join("headphones-or-iems-tools"))
}

/// The folder of one version of one tool.
///
/// # Errors
/// If there is no home folder to keep it in.
pub fn folder_of(name: &str, version: &str) -> Result<PathBuf> {
    Ok(folder()?.join(format!("{name}-{version}")))
}

/// The version of axe, which looks for what people with disabilities would stumble over.
pub const AXE: &str = "4.14.1";

/// Where the script of axe is, once it is installed.
///
/// # Errors
/// If there is no home folder to keep it in.
pub fn axe() -> Result<PathBuf> {
    Ok(folder_of("axe-core", AXE)?.join("node_modules/axe-core/axe.min.js"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_has_its_own_folder() -> Result<()> {
        let path = folder_of("trunk", "0.21.14")?;
        assert!(path.ends_with("headphones-or-iems-tools/trunk-0.21.14"), "{}", path.display());
        Ok(())
    }
}
