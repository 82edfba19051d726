//! Which file a request means, and what kind of file that is.

use std::path::{Path, PathBuf};

/// The file inside `folder` that `target` means; `None` when it could be outside.
///
/// Percent signs are not decoded: no file of the site needs them, and so none can hide a `..`.
pub(super) fn locate(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    path.split('/').all(is_plain).then(|| folder.join(path))
}

fn is_plain(segment: &str) -> bool {
    !["", ".", ".."].contains(&segment) && !segment.contains(['\\', ':', '\0'])
}

/// The `Content-Type` of a file, from its name.
pub(super) fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The same file as compressed at build time.
pub(super) fn compressed(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_means_the_file_of_that_name() {
        let at = |target| locate(Path::new("site"), target);
        assert_eq!(at("/app.js"), Some("site/app.js".into()));
        assert_eq!(at("/"), Some("site/index.html".into()));
        assert_eq!(at("/font/?v=1#x"), Some("site/font/index.html".into()));
        assert_eq!(at("/?quiz"), Some("site/index.html".into()));
    }

    #[test]
    fn nothing_outside_the_folder_can_be_named() {
        for target in
            ["/..", "/../Cargo.toml", "/a/../../b", "//etc/passwd", "/a\\..\\b", "/c:/x", "/./a"]
        {
            assert_eq!(locate(Path::new("site"), target), None, "{target}");
        }
        assert_eq!(locate(Path::new("site"), "http://x/"), None);
        assert_eq!(locate(Path::new("site"), ""), None);
        assert_eq!(locate(Path::new("site"), "/%2e%2e/a"), Some("site/%2e%2e/a".into()));
    }

    #[test]
    fn a_browser_is_told_the_type_it_insists_on() {
        let of = |name| content_type(Path::new(name));
        assert_eq!(of("index.html"), "text/html; charset=utf-8");
        assert_eq!(of("a-1.js"), "text/javascript; charset=utf-8");
        assert_eq!(of("a_bg.wasm"), "application/wasm");
        assert_eq!(of("site.webmanifest"), "application/manifest+json");
        assert_eq!(of("LICENSE"), "application/octet-stream");
    }

    #[test]
    fn the_compressed_file_is_beside_the_plain_one() {
        assert_eq!(compressed(Path::new("site/a.js")), Path::new("site/a.js.br"));
    }
}
