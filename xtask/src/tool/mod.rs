//! The tools that the build and the tests need: what is on the PATH at the right version is used,
//! and what is missing is installed, each version in its own folder beside cargo's own files, so
//! that nothing a person has installed is replaced.

mod apt;
mod browser;
mod crates;
mod lock;
mod nginx;
mod npm;
mod target;

pub(crate) use npm::wasm_opt;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::project;

/// The programs of a build.
pub(crate) struct Tools {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
}

impl Tools {
    /// The command that builds the release site.
    pub(crate) fn release_build(&self) -> Result<Command> {
        let mut command = project::command(&self.trunk);
        command
            .args(["build", "--release"])
            .env("PATH", self.path()?)
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            // Where in Trunk an error came up helps nobody here.
            .env("RUST_LIB_BACKTRACE", "0")
            // Trunk 0.21 takes no value but `true`, and the convention has any.
            .env_remove("NO_COLOR");
        Ok(command)
    }

    /// A PATH on which Trunk finds the others before any of another version.
    fn path(&self) -> Result<OsString> {
        let folders = [&self.trunk, &self.wasm_bindgen];
        let folders = folders.into_iter().filter_map(|program| program.parent());
        let path = env::var_os("PATH").unwrap_or_default();
        env::join_paths(folders.map(Path::to_owned).chain(env::split_paths(&path)))
            .context("a folder of the tools has a name that PATH cannot hold")
    }
}

/// What a build needs.
pub(crate) fn ensure_for_build() -> Result<Tools> {
    target::ensure()?;
    npm::wasm_opt()?;
    let wasm_bindgen = lock::version_of("wasm-bindgen")?;
    Ok(Tools {
        trunk: crates::trunk().ensure()?,
        wasm_bindgen: crates::wasm_bindgen(&wasm_bindgen).ensure()?,
    })
}

/// What a build and the browser tests need.
pub(crate) fn ensure_all() -> Result<()> {
    ensure_for_build()?;
    npm::axe()?;
    browser::ensure_pdf()?;
    browser::ensure()?;
    nginx::ensure()
}

/// The program of this name on the PATH.
fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&path).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// The program of this name on the PATH, if it says that it has this version.
fn on_path_at(name: &str, version: &str) -> Option<PathBuf> {
    let program = on_path(name)?;
    let output = Command::new(&program).arg("--version").stderr(Stdio::null()).output().ok()?;
    says(&String::from_utf8_lossy(&output.stdout), version).then_some(program)
}

/// Whether `output` (`trunk 0.21.14`, `wasm-opt version 132 (version_132)`) has `version` as a word.
fn says(output: &str, version: &str) -> bool {
    output.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_version_is_a_whole_word() {
        assert!(says("trunk 0.21.14\n", "0.21.14"));
        assert!(says("wasm-opt version 132 (version_132)", "132"));
        assert!(!says("trunk 0.21.140", "0.21.14"));
        assert!(!says("", "132"));
    }

    #[test]
    fn a_program_is_found_on_the_path_or_not_at_all() {
        assert!(on_path("rustc").is_some());
        assert_eq!(on_path("no-such-program"), None);
        assert_eq!(on_path_at("rustc", "0.0.0"), None);
    }

    #[test]
    fn the_tools_of_trunk_are_those_installed() -> Result<()> {
        let settings = fs::read_to_string(crate::project::root().join("Trunk.toml"))?;
        let wasm_bindgen = format!("wasm_bindgen = \"{}\"", lock::version_of("wasm-bindgen")?);
        assert!(settings.contains(&wasm_bindgen), "`Trunk.toml` needs {wasm_bindgen}");
        Ok(())
    }
}
