//! Debian's package tools, where they are.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::on_path;
use crate::project;

pub(super) fn is_here() -> bool {
    on_path("apt-get").is_some()
}

/// Installs packages without a question, and without starting what is a service.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    let apt = on_path("apt-get").context("there is no `apt-get`")?;
    let install = ["install", "-y", "--no-install-recommends"];
    project::run(&mut as_root(&apt, &["update"]))?;
    project::run(&mut as_root(&apt, &[&install[..], packages].concat()))
}

/// For a service that is installed: in the level of a single user none is started.
const SETTINGS: [(&str, &str); 2] = [("DEBIAN_FRONTEND", "noninteractive"), ("RUNLEVEL", "1")];

/// A command that never asks: as it is for root, with `sudo -n` for others who have it.
fn as_root(program: &Path, arguments: &[&str]) -> Command {
    let mut command = match on_path("sudo") {
        Some(sudo) if !is_root() => {
            let mut command = project::command(sudo);
            let settings = SETTINGS.map(|(name, value)| format!("{name}={value}"));
            command.arg("-n").args(settings).arg(program);
            command
        }
        _ => project::command(program),
    };
    command.args(arguments).envs(SETTINGS);
    command
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
