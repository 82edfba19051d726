//! Compresses the files of the site once, at the highest levels, so that no server has to.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use xtask::compression::{brotli, gzip};

/// Extensions of files that compress well. Images are compressed already.
const KINDS: [&str; 8] = ["html", "js", "wasm", "css", "svg", "json", "txt", "webmanifest"];

/// A compressed file.
pub(super) struct File {
    name: String,
    bytes: usize,
    brotli: usize,
}

/// Writes a `.br` and a `.gz` beside each file that compresses well.
pub(super) fn folder(root: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    add(root, "", &mut files)?;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn add(folder: &Path, prefix: &str, files: &mut Vec<File>) -> Result<()> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("cannot read the folder `{}`", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let own_name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{prefix}{own_name}");
        if path.is_dir() {
            add(&path, &format!("{name}/"), files)?;
        } else if is_compressible(&path) {
            files.push(file(&path, name)?);
        }
    }
    Ok(())
}

fn is_compressible(path: &Path) -> bool {
    path.extension().is_some_and(|extension| KINDS.iter().any(|kind| extension == *kind))
}

fn file(path: &Path, name: String) -> Result<File> {
    let plain = super::read(path)?;
    let (brotli, gzip) = brotli(&plain)
        .and_then(|brotli| Ok((brotli, gzip(&plain)?)))
        .with_context(|| format!("cannot compress `{name}`"))?;
    for (extension, bytes) in [(".br", &brotli), (".gz", &gzip)] {
        let mut path = path.as_os_str().to_owned();
        path.push(extension);
        super::write(path.as_ref(), bytes)?;
    }
    Ok(File { name, bytes: plain.len(), brotli: brotli.len() })
}

/// The sizes of all files, and the sum of those that a first visit loads.
pub(super) fn table(files: &[File], first: &[&str]) -> String {
    let width = files.iter().map(|file| file.name.len()).max().unwrap_or_default().max(10);
    let mut table = format!("{:width$}  {:>9}  {:>9}", "file", "bytes", "brotli");
    let (mut bytes, mut brotli) = (0, 0);
    for file in files {
        // Writing to a string cannot fail.
        let _ = write!(table, "\n{:width$}  {:>9}  {:>9}", file.name, file.bytes, file.brotli);
        if first.contains(&file.name.as_str()) {
            bytes += file.bytes;
            brotli += file.brotli;
        }
    }
    let _ = write!(table, "\n{:width$}  {bytes:>9}  {brotli:>9}", "first load");
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_is_the_sum_of_its_files() {
        let file = |name: &str, bytes, brotli| File { name: name.into(), bytes, brotli };
        let files = [file("a.js", 100, 10), file("b.css", 50, 5), file("later.svg", 900, 90)];
        let table = table(&files, &["a.js", "b.css"]);
        assert!(table.ends_with("first load        150         15"), "{table}");
    }

    #[test]
    fn compressed_files_and_images_are_left_alone() {
        for name in ["a.js.br", "a.js.gz", "a.png", "_headers", ".html"] {
            assert!(!is_compressible(Path::new(name)), "{name}");
        }
        assert!(is_compressible(Path::new("x/a.wasm")));
    }
}
