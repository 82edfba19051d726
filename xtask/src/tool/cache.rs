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
pub(super) fn folder_of(name: &str, version: &str) -> Result<PathBuf> {
    Ok(folder()?.join(format!("{name}-{version}")))
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
