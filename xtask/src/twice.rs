//! `cargo xtask twice`: builds the site twice from scratch and compares the files. The second build is
//! in a folder of another name and has a cargo home of another name, as on another machine. It takes
//! minutes, so it is not part of the tests.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xtask::cache;

use crate::{build, project, tool};

/// Of different lengths, so that a path inside a file would also move what follows it.
const FOLDERS: [&str; 2] = ["one", "the other one"];

pub(crate) fn run() -> Result<()> {
    let tools = tool::ensure_for_build()?;
    let place = env::temp_dir().join(format!("headphones-or-iems-twice-{}", std::process::id()));
    let cargo_home = cache::cargo_home()?;
    let other_home = place.join("cargo-home-of-another-name");
    link_entries(&cargo_home, &other_home).context("cannot make a second cargo home")?;
    let mut built = Vec::new();
    for (name, cargo_home) in FOLDERS.into_iter().zip([&cargo_home, &other_home]) {
        let folder = place.join(name);
        println!("building the site from scratch in `{}` (minutes)", folder.display());
        for input in build::INPUTS.into_iter().chain(["tests"]) {
            copy(&project::root().join(input), &folder.join(input))
                .with_context(|| format!("cannot copy `{input}`"))?;
        }
        let mut command = tools.release_build(cargo_home)?;
        project::run(command.current_dir(&folder).env_remove("CARGO_TARGET_DIR"))?;
        built.push(files(&folder.join("dist"))?);
    }
    fs::remove_dir_all(&place).with_context(|| format!("cannot remove `{}`", place.display()))?;
    let differing = differing(&built[0], &built[1]);
    if !differing.is_empty() {
        bail!("two builds of the same source differ in `{}`", differing.join("`, `"));
    }
    println!("both builds have the same {} files, byte for byte", built[0].len());
    Ok(())
}

/// Makes a folder with links to everything that another one contains.
fn link_entries(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        std::os::unix::fs::symlink(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if !from.is_dir() {
        fs::create_dir_all(to.parent().unwrap_or(to))?;
        return fs::copy(from, to).map(drop);
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

type Files = BTreeMap<PathBuf, Vec<u8>>;

fn files(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for entry in fs::read_dir(folder).context("the build made no `dist/`")? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().into();
        if path.is_file() {
            files.insert(name, fs::read(&path)?);
        } else {
            let inside = self::files(&path)?.into_iter();
            files.extend(inside.map(|(file, bytes)| (Path::new(&name).join(file), bytes)));
        }
    }
    Ok(files)
}

/// The names of files that differ, or that only one build has.
fn differing(one: &Files, other: &Files) -> Vec<String> {
    let all = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name)));
    let differ = all.filter(|name| one.get(*name) != other.get(*name));
    differ.map(|name| name.display().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let files = |all: &[(&str, &[u8])]| {
            all.iter().map(|(name, bytes)| (name.into(), bytes.to_vec())).collect::<Files>()
        };
        let one = files(&[("a", b"1"), ("b", b"1"), ("c", b"1")]);
        let other = files(&[("a", b"1"), ("b", b"2"), ("d", b"1")]);
        assert_eq!(differing(&one, &other), ["b", "c", "d"]);
        assert_eq!(differing(&one, &one), [""; 0]);
    }
}
