//! The tools that npm has: wasm-opt, in the package `binaryen`, and axe.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xtask::cache;

use super::{on_path, on_path_at};
use crate::project;

/// The version of wasm-opt.
const WASM_OPT: &str = "132";

/// Where wasm-opt is, installing it if need be.
pub(crate) fn wasm_opt() -> Result<PathBuf> {
    if let Some(program) = on_path_at("wasm-opt", WASM_OPT) {
        return Ok(program);
    }
    let folder = cache::folder_of("binaryen", WASM_OPT)?;
    let program = folder.join("node_modules/.bin/wasm-opt");
    if program.is_file() && on_path("node").is_some() {
        return Ok(program);
    }
    let advice = format!("or put wasm-opt {WASM_OPT} (of Binaryen) on the PATH");
    install(&format!("binaryen@{WASM_OPT}.0.0"), &folder, &program, &advice)?;
    Ok(program)
}

/// Installs axe, which the browser tests put into each page, if need be.
pub(super) fn axe() -> Result<()> {
    let script = cache::axe()?;
    if script.is_file() {
        return Ok(());
    }
    let folder = cache::folder_of("axe-core", cache::AXE)?;
    let advice = format!("or put axe-core {} there as `{}`", cache::AXE, script.display());
    install(&format!("axe-core@{}", cache::AXE), &folder, &script, &advice)
}

/// Installs a package of npm into a folder, in which `file` must be then.
fn install(package: &str, folder: &Path, file: &Path, advice: &str) -> Result<()> {
    let Some(npm) = on_path("npm") else {
        bail!(
            "`{package}` is missing, and `npm` to install it with: install Node.js with npm, {advice}"
        );
    };
    println!("installing {package} into `{}` (once, less than a minute)", folder.display());
    project::run(
        project::command(npm)
            .args(["install", "--prefix"])
            .arg(folder)
            .args(["--no-audit", "--no-fund", "--ignore-scripts"])
            .arg(package),
    )
    .with_context(|| format!("`{package}` cannot be installed"))?;
    if !file.is_file() {
        bail!("`{}` is not where npm should have installed it", file.display());
    }
    Ok(())
}
