//! The service worker's script for a site: its list of files is what lies in the folder.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crate::name;

/// The page, as it is asked for.
const PAGE: &str = "./";

/// Fills in the script: the files to keep, each with its integrity, and a name for the version.
///
/// # Errors
///
/// When the folder or a file in it cannot be read.
pub fn filled(script: &str, site: &Path) -> io::Result<String> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(site)? {
        let path = entry?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if is_kept(&file) {
            let asked = if file == "index.html" { PAGE.to_owned() } else { format!("./{file}") };
            files.insert(asked, name::integrity(&fs::read(path)?));
        }
    }
    let list = serde_json::to_string(&files)?;
    let version = name::hash(list.as_bytes());
    Ok(script.replace("__FILES__", &list).replace("__VERSION__", &version))
}

/// What a page needs once it has been opened.
fn is_kept(file: &str) -> bool {
    let is_part = |end: &str| file.starts_with("headphones-or-iems") && file.ends_with(end);
    ["index.html", "paper.html", "app.webmanifest"].contains(&file)
        || [".css", ".js", ".wasm"].into_iter().any(is_part)
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
            "headphones-or-iems-1.js",
            "headphones-or-iems.html",
            "sw.js",
            "embed.html",
            "headphones-or-iems-1.js.br",
            "app.webmanifest",
            "paper.html",
        ] {
            fs::write(site.join(file), "abc")?;
        }
        let script = filled("__FILES__ __VERSION__", &site)?;
        fs::write(site.join("index.html"), "abd")?;
        let next = filled("__FILES__ __VERSION__", &site)?;
        fs::remove_dir_all(site)?;
        let integrity = name::integrity(b"abc");
        let list = format!(
            r#"{{"./":"{integrity}","./app.webmanifest":"{integrity}","./headphones-or-iems-1.js":"{integrity}","./paper.html":"{integrity}"}}"#
        );
        assert_eq!(script, format!("{list} {}", name::hash(list.as_bytes())));
        assert_ne!(script.split(' ').next_back(), next.split(' ').next_back());
        Ok(())
    }
}
