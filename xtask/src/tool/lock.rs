//! What version of a package `Cargo.lock` has.

use std::fs;

use anyhow::{Context, Result};

use crate::project;

/// The version of `package` that the project is locked to.
pub(super) fn version_of(package: &str) -> Result<String> {
    let path = project::root().join("Cargo.lock");
    let lock = fs::read_to_string(path).context("cannot read `Cargo.lock`")?;
    find(&lock, package)
        .map(str::to_owned)
        .with_context(|| format!("`{package}` is not in `Cargo.lock`: is it a dependency?"))
}

fn find<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    lines.find(|line| value(line, "name") == Some(package))?;
    value(lines.next()?, "version")
}

fn value<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\n\
        version = \"0.2.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n\
        source = \"x\"\n";

    #[test]
    fn the_version_follows_the_whole_name() {
        assert_eq!(find(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(find(LOCK, "wasm-bindgen-macro"), Some("0.2.9"));
    }

    #[test]
    fn a_package_that_is_not_locked_has_none() {
        assert_eq!(find(LOCK, "wasm"), None);
        assert_eq!(find("name = \"wasm\"", "wasm"), None);
    }
}
