//! Where installed tools are kept: one folder for each version.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::versions;

/// Cargo's home folder, as cargo itself finds it.
///
/// # Errors
/// If neither `CARGO_HOME` nor the user's home folder is known.
pub fn cargo_home() -> Result<PathBuf> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    cargo_home
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .context("there is no home folder: set `CARGO_HOME` to a folder for the tools")
}

/// The folder of one version of one tool.
///
/// # Errors
/// If there is no home folder to keep it in.
pub fn folder_of(name: &str, version: &str) -> Result<PathBuf> {
    Ok(cargo_home()?.join("headphones-or-iems-tools").join(format!("{name}-{version}")))
}

/// The path of axe's script once it is installed.
///
/// # Errors
/// If there is no home folder to keep it in.
pub fn axe() -> Result<PathBuf> {
    Ok(folder_of("axe-core", versions::AXE)?.join("node_modules/axe-core/axe.min.js"))
}

/// The path of geckodriver once it is installed.
///
/// # Errors
/// If there is no home folder to keep it in.
pub fn geckodriver() -> Result<PathBuf> {
    let program = format!("bin/geckodriver{}", env::consts::EXE_SUFFIX);
    Ok(folder_of("geckodriver", versions::GECKODRIVER)?.join(program))
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
