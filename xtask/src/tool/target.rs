//! The part of Rust that compiles for browsers.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::on_path;
use crate::project;

/// What cargo calls a browser.
const WASM: &str = "wasm32-unknown-unknown";

/// Installs the target if need be.
///
/// Here, and not only in a `rust-toolchain.toml`: automatic installs can be switched off.
pub(super) fn ensure() -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    let rustup = on_path("rustup").with_context(|| {
        format!("the Rust target `{WASM}` is missing: install it as you installed Rust")
    })?;
    println!("installing the Rust target {WASM} (once, some seconds)");
    project::run(project::command(rustup).args(["target", "add", WASM]))
        .with_context(|| format!("the Rust target `{WASM}` cannot be installed"))
}

/// Whether the compiler has the target's library; it need not come from rustup.
fn is_installed() -> bool {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .current_dir(project::root())
        .args(["--print", "target-libdir", "--target", WASM])
        .output();
    output.is_ok_and(|output| {
        let path = String::from_utf8_lossy(&output.stdout);
        output.status.success() && PathBuf::from(path.trim()).is_dir()
    })
}
