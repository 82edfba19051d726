//! Fills in the service worker: the list of files that it caches is made from the built site.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crate::hash;

/// The URL of `index.html`, as browsers request it.
const PAGE: &str = "./";

/// Puts the precache list, with each file's integrity, and the name of the version into the script.
///
/// # Errors
/// If the folder or a file in it cannot be read.
pub fn filled(script: &str, site: &Path) -> io::Result<String> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(site)? {
        let path = entry?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if is_precached(&file) {
            let url = if file == "index.html" { PAGE.to_owned() } else { format!("./{file}") };
            files.insert(url, hash::integrity(&fs::read(path)?));
        }
    }
    let list = serde_json::to_string(&files)?;
    let version = hash::short(list.as_bytes());
    Ok(script.replace("__FILES__", &list).replace("__VERSION__", &version))
}

/// Whether an open page may need the file.
fn is_precached(file: &str) -> bool {
    let is_part = |end: &str| file.starts_with("headphones-or-iems") && file.ends_with(end);
    ["index.html", "method.html", "paper.html", "quiz.html", "app.webmanifest"].contains(&file)
        || [".css", ".js", ".txt", ".wasm"].into_iter().any(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_what_the_page_needs_and_nothing_else() -> io::Result<()> {
        let site = std::env::temp_dir().join(format!("xtask-worker-{}", std::process::id()));
        fs::create_dir_all(&site)?;
        for file in [
            "index.html",
            "headphones-or-iems-1.wasm",
            "headphones-or-iems-details-1.txt",
            "headphones-or-iems.html",
            "sw.js",
            "embed.html",
            "headphones-or-iems-1.wasm.br",
            "app.webmanifest",
            "paper.html",
        ] {
            fs::write(site.join(file), "abc")?;
        }
        let script = filled("__FILES__ __VERSION__", &site)?;
        fs::write(site.join("index.html"), "abd")?;
        let next = filled("__FILES__ __VERSION__", &site)?;
        fs::remove_dir_all(site)?;
        let integrity = hash::integrity(b"abc");
        let list = format!(
            r#"{{"./":"{integrity}","./app.webmanifest":"{integrity}","./headphones-or-iems-1.wasm":"{integrity}","./headphones-or-iems-details-1.txt":"{integrity}","./paper.html":"{integrity}"}}"#
        );
        assert_eq!(script, format!("{list} {}", hash::short(list.as_bytes())));
        assert_ne!(script.split(' ').next_back(), next.split(' ').next_back());
        Ok(())
    }
}
