//! The tools that cargo builds: Trunk and wasm-bindgen.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use xtask::cache;

use super::on_path_at;
use crate::project;

/// A tool as cargo installs it.
pub(super) struct Tool<'a> {
    program: &'static str,
    package: &'static str,
    version: &'a str,
    arguments: &'static [&'static str],
    /// As far as it pays to optimize it: compiling takes longer than running.
    opt_level: &'static str,
}

pub(super) fn trunk() -> Tool<'static> {
    Tool {
        program: "trunk",
        package: "trunk",
        version: "0.21.14",
        arguments: &["--locked", "--no-default-features", "--features", "rustls"],
        opt_level: "0",
    }
}

/// `version` must be that of the library `wasm-bindgen`.
///
/// Without `--locked`: a locked dependency may not have reached every registry mirror.
pub(super) fn wasm_bindgen(version: &str) -> Tool<'_> {
    Tool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version,
        arguments: &[],
        opt_level: "1",
    }
}

impl Tool<'_> {
    /// Where the tool is, installing it if need be.
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
        println!(
            "installing {} {} into `{}` (once, 2 to 6 minutes)",
            self.package,
            self.version,
            folder.display()
        );
        // Kept after a failure, so that a second try goes on where the first ended.
        let objects = folder.with_file_name(format!("{}-{}.build", self.package, self.version));
        fs::create_dir_all(&objects)
            .with_context(|| format!("cannot make the folder `{}`", objects.display()))?;
        project::run(&mut self.command(folder, &objects))
            .with_context(|| format!("{} {} cannot be installed", self.package, self.version))?;
        fs::remove_dir_all(&objects)
            .with_context(|| format!("cannot remove the folder `{}`", objects.display()))
    }

    fn command(&self, folder: &Path, objects: &Path) -> Command {
        let mut command = project::cargo();
        command.args(["install", "--root"]).arg(folder);
        command.arg(format!("{}@{}", self.package, self.version)).args(self.arguments);
        // Away from the project, whose settings are not meant for its tools.
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
    fn cargo_is_asked_for_one_version_in_one_folder() {
        let command = trunk().command(Path::new("tools/trunk"), Path::new("tools/trunk.build"));
        assert_eq!(
            project::shown(&command),
            "`cargo install --root tools/trunk trunk@0.21.14 --locked --no-default-features \
             --features rustls`"
        );
        let objects = command.get_envs().find(|(name, _)| *name == "CARGO_TARGET_DIR");
        assert_eq!(objects.and_then(|(_, value)| value), Some("tools/trunk.build".as_ref()));
    }
}
