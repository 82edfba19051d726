//! Optimizes the wasm for size with wasm-opt.

use std::path::Path;

use anyhow::Result;

use crate::{project, tool};

/// Optimizes the wasm file in place, and removes what only debuggers read.
pub(super) fn optimize(file: &Path) -> Result<()> {
    let mut command = project::command(tool::wasm_opt()?);
    command.args(["-Oz", "--strip-debug", "--strip-producers"]);
    project::run(command.arg(file).arg("-o").arg(file))
}
