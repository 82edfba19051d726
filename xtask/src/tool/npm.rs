//! The tool that npm has: wasm-opt, in the package `binaryen`.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::{cache, on_path, on_path_at};
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
    let Some(npm) = on_path("npm") else {
        bail!(
            "wasm-opt {WASM_OPT} is missing, and `npm` to install it with: install Node.js with \
             npm, or put wasm-opt {WASM_OPT} (of Binaryen) on the PATH"
        );
    };
    println!(
        "installing wasm-opt {WASM_OPT} into `{}` (once, less than a minute)",
        folder.display()
    );
    project::run(
        project::command(npm)
            .args(["install", "--prefix"])
            .arg(&folder)
            .args(["--no-audit", "--no-fund", "--ignore-scripts"])
            .arg(format!("binaryen@{WASM_OPT}.0.0")),
    )
    .context("wasm-opt cannot be installed")?;
    if !program.is_file() {
        bail!("`{}` is not where npm should have installed it", program.display());
    }
    Ok(program)
}
