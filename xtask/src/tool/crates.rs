//! The tools that cargo builds: Trunk, wasm-bindgen, wasm-split and geckodriver.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use xtask::{cache, versions};

use super::on_path_at;
use crate::project;

/// A tool as cargo installs it.
pub(super) struct Tool {
    program: &'static str,
    package: &'static str,
    version: &'static str,
    arguments: &'static [&'static str],
    /// Low, because compiling the tool takes longer than running it.
    opt_level: &'static str,
}

pub(super) const TRUNK: Tool = Tool {
    program: "trunk",
    package: "trunk",
    version: versions::TRUNK,
    arguments: &["--no-default-features", "--features", "rustls"],
    opt_level: "0",
};

pub(super) const WASM_BINDGEN: Tool = Tool {
    program: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    version: versions::WASM_BINDGEN,
    arguments: &["--bin", "wasm-bindgen"],
    opt_level: "1",
};

pub(super) const WASM_SPLIT: Tool = Tool {
    program: "wasm-split-cli",
    package: "wasm_split_cli_support",
    version: versions::WASM_SPLIT,
    arguments: &["--features", "build-binary"],
    opt_level: "1",
};

/// Firefox itself comes from Debian, which does not package its driver.
pub(super) const GECKODRIVER: Tool = Tool {
    program: "geckodriver",
    package: "geckodriver",
    version: versions::GECKODRIVER,
    arguments: &[],
    opt_level: "0",
};

impl Tool {
    /// The path of the tool, which is installed if it is missing.
    pub(super) fn ensure(&self) -> Result<PathBuf> {
        if let Some(program) = on_path_at(self.program, self.version) {
            return Ok(program);
        }
        let folder = cache::folder_of(self.package, self.version)?;
        let program =
            folder.join("bin").join(format!("{}{}", self.program, env::consts::EXE_SUFFIX));
        if !program.is_file() {
            self.install(&folder)?;
            if !program.is_file() {
                bail!("`{}` is not where cargo should have installed it", program.display());
            }
        }
        Ok(program)
    }

    fn install(&self, folder: &Path) -> Result<()> {
        let Self { package, version, .. } = self;
        println!("installing {package} {version} into `{}` (once, minutes)", folder.display());
        // Kept after a failure, so that a second attempt continues where the first one stopped.
        let objects = folder.with_file_name(format!("{package}-{version}.build"));
        fs::create_dir_all(&objects)
            .with_context(|| format!("cannot create the folder `{}`", objects.display()))?;
        // With the dependencies that its authors tested. A registry mirror may not have all of them.
        if let Err(error) = project::run(&mut self.command(folder, &objects, true)) {
            println!("{error}; trying again with the latest compatible dependencies");
            project::run(&mut self.command(folder, &objects, false))
                .with_context(|| format!("{package} {version} cannot be installed"))?;
        }
        fs::remove_dir_all(&objects)
            .with_context(|| format!("cannot remove the folder `{}`", objects.display()))
    }

    fn command(&self, folder: &Path, objects: &Path, is_locked: bool) -> Command {
        let mut command = project::cargo();
        command.args(["install", "--root"]).arg(folder);
        command.arg(format!("{}@{}", self.package, self.version)).args(self.arguments);
        command.args(is_locked.then_some("--locked"));
        // Outside the project, whose settings are not meant for its tools.
        command.current_dir(objects).env("CARGO_TARGET_DIR", objects);
        command.env_remove("CARGO_BUILD_TARGET").env_remove("RUSTFLAGS");
        for (setting, value) in
            [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0"), ("OPT_LEVEL", self.opt_level)]
        {
            command.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_installs_one_version_into_one_folder() {
        let command = TRUNK.command(Path::new("tools/trunk"), Path::new("tools/trunk.build"), true);
        assert_eq!(
            project::shown(&command),
            format!(
                "`cargo install --root tools/trunk trunk@{} --no-default-features --features \
                 rustls --locked`",
                versions::TRUNK
            )
        );
        let objects = command.get_envs().find(|(name, _)| *name == "CARGO_TARGET_DIR");
        assert_eq!(objects.and_then(|(_, value)| value), Some("tools/trunk.build".as_ref()));
    }
}
