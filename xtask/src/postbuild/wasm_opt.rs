//! Optimizes the wasm for size with wasm-opt.

use std::path::Path;

use anyhow::Result;

use crate::{project, tool};

/// An export of a dependency of `leptos`, which only wasm-split reads. Its name has a hash of the
/// path of that dependency on this machine, so it would make every machine's wasm differ.
const MARKER: &str = "_WASM_SPLIT_MARKER_*";

/// Optimizes the wasm file in place with `-Os`, after which brotli makes it smaller than after `-Oz`, and removes what only debuggers and wasm-split read.
pub(super) fn optimize(file: &Path) -> Result<()> {
    let mut command = project::command(tool::wasm_opt()?);
    command.arg(format!("--remove-exports={MARKER}"));
    command.args(["-Os", "--strip-debug", "--strip-producers"]);
    project::run(command.arg(file).arg("-o").arg(file))
}
