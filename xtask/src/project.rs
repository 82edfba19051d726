//! The project's folder, and how to run other programs in it.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The folder with the workspace's `Cargo.toml`.
pub(crate) fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package)
}

/// Another program, to be run in the project's folder.
///
/// The variables that cargo sets for the package `xtask` are removed. Build scripts that watch them
/// would otherwise run again whenever a person alternates between `cargo` and `cargo xtask`.
pub(crate) fn command(program: impl AsRef<Path>) -> Command {
    let mut command = Command::new(program.as_ref());
    command.current_dir(root());
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// The cargo that started this program.
pub(crate) fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()).as_ref() as &Path)
}

/// Runs a command and waits for it. Its output is passed on.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", shown(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", shown(command));
    }
    Ok(())
}

/// A command as a person would type it, in backticks.
pub(crate) fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let words: Vec<_> = [name].into_iter().chain(command.get_args()).map(quoted).collect();
    format!("`{}`", words.join(" "))
}

fn quoted(word: &std::ffi::OsStr) -> String {
    let word = word.to_string_lossy();
    if word.contains(' ') { format!("'{word}'") } else { word.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Stdio;

    #[test]
    fn the_root_has_the_workspace() {
        assert!(root().join("Trunk.toml").is_file());
    }

    #[test]
    fn a_command_is_shown_as_typed() {
        let mut command = command("/some/where/cargo");
        command.args(["test", "--", "two words"]);
        assert_eq!(shown(&command), "`cargo test -- 'two words'`");
    }

    #[test]
    fn a_failure_names_the_command() {
        let mut command = cargo();
        command.args(["no-such-command", "--quiet"]).stderr(Stdio::null());
        let error = run(&mut command).err();
        let message = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(message.contains("`cargo no-such-command --quiet` failed"), "{message}");
    }
}
