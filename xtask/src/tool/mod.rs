//! The tools that the build and the tests need. A tool on the PATH is used if it has the right
//! version. Others are installed, each version in its own folder in cargo's home, so that nothing
//! that a person has installed is replaced.

mod apt;
mod crates;
mod npm;
mod rust;

pub(crate) use npm::{esbuild, wasm_opt};

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::project;

/// The programs that `Trunk.toml` needs.
pub(crate) struct Tools {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
}

impl Tools {
    /// The command that builds the release site with the registry of this cargo home.
    pub(crate) fn release_build(&self, cargo_home: &Path) -> Result<Command> {
        let mut command = self.trunk(cargo_home)?;
        command.args(["build", "--release"]);
        Ok(command)
    }

    /// Trunk with the other tools and the registry of this cargo home, without arguments.
    pub(crate) fn trunk(&self, cargo_home: &Path) -> Result<Command> {
        let mut command = project::command(&self.trunk);
        command
            .env("PATH", self.path()?)
            .env("CARGO_HOME", cargo_home)
            .env(rust::WASM_FLAGS, rust::remapping(cargo_home)?)
            // These would take the place of all other flags.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            // A backtrace through Trunk says nothing about this project.
            .env("RUST_LIB_BACKTRACE", "0")
            // Trunk 0.21 accepts no value but `true`, while the convention allows any.
            .env_remove("NO_COLOR");
        Ok(command)
    }

    /// A PATH on which Trunk finds these versions first.
    fn path(&self) -> Result<OsString> {
        let folders = [&self.trunk, &self.wasm_bindgen];
        let folders = folders.into_iter().filter_map(|program| program.parent());
        let path = env::var_os("PATH").unwrap_or_default();
        env::join_paths(folders.map(Path::to_owned).chain(env::split_paths(&path)))
            .context("a tool's folder has a name that PATH cannot hold")
    }
}

/// Installs what a build needs.
pub(crate) fn ensure_for_build() -> Result<Tools> {
    rust::ensure_target()?;
    npm::wasm_opt()?;
    npm::esbuild()?;
    wasm_split()?;
    Ok(Tools { trunk: crates::TRUNK.ensure()?, wasm_bindgen: wasm_bindgen()? })
}

/// The path of wasm-bindgen, which is installed if it is missing.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    crates::WASM_BINDGEN.ensure()
}

/// The path of wasm-split, which is installed if it is missing.
pub(crate) fn wasm_split() -> Result<PathBuf> {
    crates::WASM_SPLIT.ensure()
}

/// Installs what a build and the browser tests need.
pub(crate) fn ensure_all() -> Result<()> {
    ensure_for_build()?;
    npm::axe()?;
    crates::GECKODRIVER.ensure()?;
    apt::ensure_all()
}

/// The program of this name on the PATH.
fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&path).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// The program of this name on the PATH, if it reports this version.
fn on_path_at(name: &str, version: &str) -> Option<PathBuf> {
    let program = on_path(name)?;
    let output = Command::new(&program).arg("--version").stderr(Stdio::null()).output().ok()?;
    reports(&String::from_utf8_lossy(&output.stdout), version).then_some(program)
}

/// Whether `output` (`trunk 0.21.14`, `wasm-opt version 132 (version_132)`) has `version` as a word.
fn reports(output: &str, version: &str) -> bool {
    output.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_a_whole_word() {
        assert!(reports("trunk 0.21.14\n", "0.21.14"));
        assert!(reports("wasm-opt version 132 (version_132)", "132"));
        assert!(!reports("trunk 0.21.140", "0.21.14"));
        assert!(!reports("", "132"));
    }

    #[test]
    fn a_program_on_the_path_is_found_at_its_version_only() {
        assert!(on_path("rustc").is_some());
        assert_eq!(on_path("no-such-program"), None);
        assert_eq!(on_path_at("rustc", "0.0.0"), None);
    }
}
