//! The tools that come from npm: wasm-opt (in the package `binaryen`), esbuild and axe.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xtask::{cache, versions};

use super::{on_path, on_path_at};
use crate::project;

/// The path of wasm-opt, which is installed if it is missing.
pub(crate) fn wasm_opt() -> Result<PathBuf> {
    // It reports the major version only.
    let reported = versions::BINARYEN.split('.').next().unwrap_or_default();
    program("wasm-opt", reported, "binaryen", versions::BINARYEN)
}

/// The path of esbuild, which is installed if it is missing.
pub(crate) fn esbuild() -> Result<PathBuf> {
    program("esbuild", versions::ESBUILD, "esbuild", versions::ESBUILD)
}

/// Installs axe, which the browser tests run in each page, if it is missing.
pub(super) fn axe() -> Result<()> {
    let script = cache::axe()?;
    if script.is_file() { Ok(()) } else { install("axe-core", versions::AXE, &script) }
}

/// A program of a package: the one on the PATH if it reports the right version, or an installed one.
fn program(name: &str, reported: &str, package: &str, version: &str) -> Result<PathBuf> {
    if let Some(program) = on_path_at(name, reported) {
        return Ok(program);
    }
    let program = cache::folder_of(package, version)?.join("node_modules/.bin").join(name);
    if !program.is_file() || on_path("node").is_none() {
        install(package, version, &program)?;
    }
    Ok(program)
}

/// Installs a package into its folder, which must then contain `file`.
fn install(package: &str, version: &str, file: &Path) -> Result<()> {
    let Some(npm) = on_path("npm") else {
        bail!("{package} {version} is missing, and so is `npm` to install it: install Node.js");
    };
    let folder = cache::folder_of(package, version)?;
    println!("installing {package} {version} into `{}` (once, seconds)", folder.display());
    let mut command = project::command(npm);
    command.args(["install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"]);
    command.arg("--prefix").arg(&folder).arg(format!("{package}@{version}"));
    project::run(&mut command).with_context(|| format!("{package} cannot be installed"))?;
    if !file.is_file() {
        bail!("`{}` is not where npm should have installed it", file.display());
    }
    Ok(())
}
