//! Optimizes the wasm for size with wasm-opt.

use std::path::Path;

use anyhow::Result;

use crate::{project, tool};

/// An export of a dependency of `leptos`, which only wasm-split reads. Its name has a hash of the
/// path of that dependency on this machine, so it would make every machine's wasm differ.
const MARKER: &str = "_WASM_SPLIT_MARKER_*";

/// What brings the wasm to the fewest bytes after brotli, which is not what brings it to the fewest
/// before. Code is optimized, its control flow built anew, and optimized again. `--low-memory-unused`
/// folds constants into addresses: an address that wraps around would be in the first kilobyte, which
/// nothing points to. `local-cse` would put what is computed twice into locals, which brotli does better.
const PASSES: [&str; 6] =
    ["-Os", "--low-memory-unused", "--flatten", "--rereloop", "-Os", "--skip-pass=local-cse"];

/// Optimizes the wasm file in place, and removes what only debuggers and wasm-split read.
pub(super) fn optimize(file: &Path) -> Result<()> {
    let mut command = project::command(tool::wasm_opt()?);
    command.arg(format!("--remove-exports={MARKER}"));
    command.args(PASSES).args(["--strip-debug", "--strip-producers"]);
    project::run(command.arg(file).arg("-o").arg(file))
}
