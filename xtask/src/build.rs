//! `cargo xtask build`: the release site in `dist/`, built only if one of its inputs has changed.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

use anyhow::{Context, Result};
use xtask::cache;

use crate::{project, step, tool};

/// The files and folders that the site is built from.
pub(crate) const INPUTS: [&str; 9] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "public",
    "rust-toolchain.toml",
    "src",
    "xtask",
];

pub(crate) fn run() -> Result<()> {
    let dist = project::root().join("dist");
    if dist.join("index.html").is_file() && is_fresh()? {
        println!("`dist/` is up to date");
        return Ok(());
    }
    let tools = tool::ensure_for_build()?;
    println!("building the site (the first time about 5 minutes, later half a minute)");
    let (begin, now) = (Instant::now(), SystemTime::now());
    forget()?;
    project::run(&mut tools.release_build(&cache::cargo_home()?)?)?;
    remember(now)?;
    println!("the site is in `dist/`, built in {}", step::seconds(begin.elapsed()));
    Ok(())
}

/// A file whose modification time is the start of the last release build.
fn stamp() -> PathBuf {
    project::root().join("target/site.stamp")
}

/// Notes that `dist/` is no longer the release site.
pub(crate) fn forget() -> Result<()> {
    match fs::remove_file(stamp()) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).context("cannot remove `target/site.stamp`")
        }
        _ => Ok(()),
    }
}

/// Notes that `dist/` was built from the inputs as they were at `time`. That is the start of the
/// build, so that a change during the build leads to another one.
fn remember(time: SystemTime) -> Result<()> {
    fs::create_dir_all(project::root().join("target"))
        .and_then(|()| File::create(stamp()))
        .and_then(|file| file.set_modified(time))
        .context("cannot write `target/site.stamp`")
}

fn is_fresh() -> Result<bool> {
    let Ok(built) = fs::metadata(stamp()).and_then(|stamp| stamp.modified()) else {
        return Ok(false);
    };
    for input in INPUTS {
        let path = project::root().join(input);
        let newest = newest(&path).with_context(|| format!("cannot look at `{input}`"))?;
        if newest > built {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The last modification of the file, or of anything in the folder. Removing a file counts, because
/// it modifies the folder.
fn newest(path: &Path) -> io::Result<SystemTime> {
    let mut time = fs::metadata(path)?.modified()?;
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            time = time.max(newest(&entry?.path())?);
        }
    }
    Ok(time)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_folder_is_as_new_as_its_newest_file() -> io::Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-newest-{}", std::process::id()));
        fs::create_dir_all(folder.join("deep"))?;
        let file = File::create(folder.join("deep/file"))?;
        let later = SystemTime::now() + Duration::from_secs(1000);
        file.set_modified(later)?;
        let found = newest(&folder)?;
        fs::remove_dir_all(folder)?;
        assert!(found >= later - Duration::from_secs(1));
        Ok(())
    }
}
