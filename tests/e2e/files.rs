//! The files of the built site, as they lie there.

use std::fs;
use std::path::Path;

use xtask::name;

use crate::bench;

/// The built site: names and bytes of all files.
fn built() -> Vec<(String, Vec<u8>)> {
    let files = fs::read_dir(bench::dist()).expect("it is built").map(|file| file.unwrap().path());
    let named = files.filter(|path| path.is_file()).map(|path| {
        let bytes = fs::read(&path).expect("it can be read");
        (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), bytes)
    });
    named.collect()
}

/// The files of a kind.
fn of_kind<'a>(files: &'a [(String, Vec<u8>)], kind: &str) -> Vec<&'a (String, Vec<u8>)> {
    let is_of_kind =
        |(name, _): &&(String, _)| Path::new(name).extension().is_some_and(|it| it == kind);
    let found: Vec<_> = files.iter().filter(is_of_kind).collect();
    assert!(!found.is_empty(), "there is no {kind} file");
    found
}

/// What stands between `start` and `end`, each time.
fn between<'a>(text: &'a str, start: &str, end: char) -> Vec<&'a str> {
    text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

#[test]
fn every_integrity_is_that_of_its_file_and_no_code_is_without() {
    let files = built();
    for (page, bytes) in of_kind(&files, "html") {
        let html = String::from_utf8_lossy(bytes);
        let sums = between(&html, "\"sha256-", '"');
        for sum in &sums {
            let is_file =
                |(_, bytes): &&(String, Vec<u8>)| name::integrity(bytes) == format!("sha256-{sum}");
            assert!(files.iter().any(|file| is_file(&file)), "{page}: no file has sha256-{sum}");
        }
        for (name, bytes) in of_kind(&files, "wasm") {
            // The quiz on paper runs nothing.
            if page == "paper.html" {
                assert!(!html.contains("<script"));
                continue;
            }
            let asked = format!("./{name}\",\"{}\"", name::integrity(bytes));
            assert!(html.contains(&asked), "{page} asks for {name} without its integrity");
        }
    }
}

#[test]
fn every_policy_allows_what_stands_in_its_page_and_nothing_else() {
    let listed = fs::read_to_string(bench::dist().join("_headers")).expect("it is built");
    for (page, bytes) in of_kind(&built(), "html") {
        let html = std::str::from_utf8(bytes).expect("a page is text");
        let scripts = html.split("<script>").skip(1).filter_map(|it| it.split("</script>").next());
        let styles = html.split("<style>").skip(1).filter_map(|it| it.split("</style>").next());
        let mut present: Vec<String> = scripts.chain(styles).map(name::source).collect();
        let parts = if page == "paper.html" { 1 } else { 3 };
        assert!(present.len() >= parts, "{page} has scripts and styles");
        present.sort();
        let rule = between(&listed, &format!("\n/{page}\n  Content-Security-Policy: "), '\n');
        let meta = between(html, "Content-Security-Policy content=\"", '"');
        assert_eq!((rule.len(), meta.len()), (1, 1), "{page}");
        for policy in [meta[0], rule[0]] {
            let sums = between(policy, "'sha256-", '\'').into_iter();
            let mut allowed: Vec<String> = sums.map(|sum| format!("'sha256-{sum}'")).collect();
            allowed.sort();
            assert_eq!(allowed, present, "{page}");
        }
        assert_eq!(format!("{}; frame-ancestors 'none'", meta[0]), rule[0], "{page}");
    }
}

/// A build must not depend on where it was made, nor tell of it.
#[test]
fn no_file_names_a_folder_of_this_machine() {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME")).unwrap_or_default();
    let root = bench::root().display().to_string();
    for (name, bytes) in built() {
        for folder in [home.as_str(), &root, "/.cargo/", "/rustc/", "registry/src"] {
            let is_named =
                !folder.is_empty() && bytes.windows(folder.len()).any(|it| it == folder.as_bytes());
            assert!(!is_named, "{name} names `{folder}`");
        }
    }
}

#[test]
fn every_file_that_compresses_has_its_compressed_forms() {
    let files = built();
    let mut count = 0;
    for (name, bytes) in &files {
        let is_small = [".br", ".gz", ".png", ".ico", ".conf"].iter().any(|it| name.ends_with(it));
        if is_small || name == "_headers" {
            continue;
        }
        count += 1;
        for ending in [".br", ".gz"] {
            let small = files.iter().find(|(it, _)| *it == format!("{name}{ending}"));
            let small = small.unwrap_or_else(|| panic!("{name}{ending} is missing"));
            assert!(small.1.len() < bytes.len(), "{name}{ending}");
        }
    }
    assert!(count >= 3, "{count} files");
}
