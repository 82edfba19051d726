//! Programs for the browser tests that come from Debian's package tools, where those are available.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::on_path;
use crate::project;

/// Something that the browser tests need, and the packages that have it.
struct Package {
    name: &'static str,
    /// Programs, or files below `/usr/share/fonts`, any of which will do.
    programs: &'static [&'static str],
    packages: &'static [&'static str],
}

const PACKAGES: [Package; 9] = [
    Package {
        name: "Chromium",
        programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        packages: &["chromium"],
    },
    Package {
        name: "chromium-headless-shell",
        programs: &["chromium-headless-shell"],
        packages: &["chromium-headless-shell"],
    },
    Package { name: "chromedriver", programs: &["chromedriver"], packages: &["chromium-driver"] },
    Package { name: "Firefox", programs: &["firefox-esr", "firefox"], packages: &["firefox-esr"] },
    Package { name: "pdftotext", programs: &["pdftotext"], packages: &["poppler-utils"] },
    Package { name: "nginx", programs: &["nginx"], packages: &["nginx"] },
    // `tests/e2e/fonts.rs` runs browsers with exactly one of these families.
    Package { name: "DejaVu", programs: &["DejaVuSans.ttf"], packages: &["fonts-dejavu-core"] },
    Package {
        name: "Liberation",
        programs: &["LiberationSans-Regular.ttf"],
        packages: &["fonts-liberation"],
    },
    Package { name: "Noto", programs: &["NotoSans-Regular.ttf"], packages: &["fonts-noto-core"] },
];

/// Installs whatever is missing.
pub(super) fn ensure_all() -> Result<()> {
    let missing: Vec<&Package> = PACKAGES.iter().filter(|package| !package.is_there()).collect();
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let (names, advice) = (names.join(", "), "install it so that it is on the PATH");
    let Some(apt) = on_path("apt-get") else {
        bail!("the browser tests need {names}: {advice}");
    };
    println!("installing {names} with apt-get (once, up to 2 minutes)");
    let packages: Vec<&str> =
        missing.iter().flat_map(|package| package.packages).copied().collect();
    install(&apt, &packages).with_context(|| format!("{names} cannot be installed: {advice}"))?;
    if let Some(package) = missing.iter().find(|package| !package.is_there()) {
        bail!("{} was installed but is not on the PATH: {advice}", package.name);
    }
    Ok(())
}

impl Package {
    /// Debian puts servers where only the administrator's PATH leads, and fonts in one folder for
    /// each family.
    fn is_there(&self) -> bool {
        let is_there = |name: &&str| {
            on_path(name).is_some()
                || Path::new("/usr/sbin").join(name).is_file()
                || is_below(Path::new("/usr/share/fonts"), name)
        };
        self.programs.iter().any(is_there)
    }
}

/// Whether a folder or any folder in it has a file of this name.
fn is_below(folder: &Path, name: &str) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).any(|path| {
        path.file_name().is_some_and(|at| at == name) || (path.is_dir() && is_below(&path, name))
    })
}

/// Installs packages without asking a question, and without starting services.
fn install(apt: &Path, packages: &[&str]) -> Result<()> {
    let install = ["install", "-y", "--no-install-recommends"];
    project::run(&mut as_root(apt, &["update"]))?;
    project::run(&mut as_root(apt, &[&install[..], packages].concat()))
}

/// In the single-user run level, the installation of a service does not start it.
const SETTINGS: [(&str, &str); 2] = [("DEBIAN_FRONTEND", "noninteractive"), ("RUNLEVEL", "1")];

/// The command as root: directly, or with `sudo -n`, which fails instead of asking for a password.
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
