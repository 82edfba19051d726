//! The compiler: its target for browsers, and the flags that keep this machine's paths out of the wasm.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::on_path;
use crate::project;

const WASM: &str = "wasm32-unknown-unknown";

/// The variable with compiler flags for that target alone. Native builds do not see it, so the same
/// native artifacts serve with and without Trunk.
pub(super) const WASM_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Installs the target if it is missing.
///
/// `rust-toolchain.toml` names it too, but rustup's automatic installation can be switched off.
pub(super) fn ensure_target() -> Result<()> {
    if has_target() {
        return Ok(());
    }
    let rustup = on_path("rustup").with_context(|| {
        format!("the Rust target `{WASM}` is missing: install it as you installed Rust")
    })?;
    println!("installing the Rust target {WASM} (once, a few seconds)");
    project::run(project::command(rustup).args(["target", "add", WASM]))
        .with_context(|| format!("the Rust target `{WASM}` cannot be installed"))
}

/// Whether the compiler has the target's library, which need not come from rustup.
fn has_target() -> bool {
    rustc(&["--print", "target-libdir", "--target", WASM])
        .is_ok_and(|path| Path::new(&path).is_dir())
}

/// Runs the project's compiler and returns what it prints.
fn rustc(arguments: &[&str]) -> Result<String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(rustc);
    let output = command.current_dir(project::root()).args(arguments).output()?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Compiler flags that replace this machine's paths in panic messages. Without them the wasm would
/// differ with the length of a user name. Cargo gives the workspace's own files by relative paths.
pub(super) fn remapping(cargo_home: &Path) -> Result<String> {
    let version = rustc(&["--version", "--verbose"])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    // The library's sources lie here if the component `rust-src` is installed.
    let library = PathBuf::from(rustc(&["--print", "sysroot"])?).join("lib/rustlib/src/rust");
    let mut paths = vec![(library, format!("/rustc/{}", commit.unwrap_or_default()))];
    // Each registry, and each mirror of one, has a folder of its own.
    let sources = cargo_home.join("registry/src");
    if let Ok(registries) = fs::read_dir(&sources) {
        for registry in registries {
            paths.push((registry?.path(), "/cargo".to_owned()));
        }
    }
    paths.sort();
    Ok(paths.iter().filter_map(|(from, to)| flag(from, to)).collect::<Vec<_>>().join(" "))
}

/// One flag. The variable has no way to quote a space.
fn flag(from: &Path, to: &str) -> Option<String> {
    let from = from.display().to_string();
    if from.contains(char::is_whitespace) {
        println!("`{from}` will be in the wasm: a path with a space cannot be remapped");
        return None;
    }
    Some(format!("--remap-path-prefix={from}={to}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_paths_of_registry_and_library_are_remapped() -> Result<()> {
        let flags = remapping(&xtask::cache::cargo_home()?)?;
        assert!(flags.contains("/registry/src/") && flags.contains("=/cargo"), "{flags}");
        assert!(flags.contains("/lib/rustlib/src/rust=/rustc/"), "{flags}");
        Ok(())
    }

    #[test]
    fn a_path_with_a_space_is_left_out() {
        assert_eq!(flag(Path::new("/a b"), "/c"), None);
        assert_eq!(flag(Path::new("/a"), "/c").as_deref(), Some("--remap-path-prefix=/a=/c"));
    }
}
