//! The files of the built site, read from `dist/`.

use std::fs;
use std::path::Path;

use xtask::hash;

use crate::fixture;

/// The built site: names and bytes of all files.
fn built() -> Vec<(String, Vec<u8>)> {
    let files =
        fs::read_dir(fixture::dist()).expect("it is built").map(|file| file.unwrap().path());
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

/// The page that is complete without other files.
const SINGLE_FILE: &str = "headphones-or-iems.html";
/// The pages that run nothing.
const STATIC: [&str; 3] = ["method.html", "paper.html", "quiz.html"];

/// What stands between `start` and `end`, each time.
fn between<'a>(text: &'a str, start: &str, end: char) -> Vec<&'a str> {
    text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

#[test]
fn every_script_has_the_integrity_of_its_file() {
    let files = built();
    for (page, bytes) in of_kind(&files, "html") {
        if page == SINGLE_FILE {
            // It has the app inside, in one piece.
            continue;
        }
        let html = String::from_utf8_lossy(bytes);
        let sums = between(&html, "\"sha256-", '"');
        for sum in &sums {
            let is_file =
                |(_, bytes): &&(String, Vec<u8>)| hash::integrity(bytes) == format!("sha256-{sum}");
            assert!(files.iter().any(|file| is_file(&file)), "{page}: no file has sha256-{sum}");
        }
        let mut checked = of_kind(&files, "wasm");
        // The details of the content, which come with the first room.
        checked.extend(of_kind(&files, "txt"));
        for (name, bytes) in checked {
            if STATIC.contains(&page.as_str()) {
                assert!(!html.contains("<script"));
                continue;
            }
            let integrity = format!("\"{}\"", hash::integrity(bytes));
            assert!(html.contains(&format!("\"./{name}\"")), "{page} does not load {name}");
            assert!(html.contains(&integrity), "{page} loads {name} without its integrity");
        }
    }
}

/// The details of the content, and the styles of rooms after them.
fn details_and_styles(text: &[u8]) -> (&str, &str) {
    let text = std::str::from_utf8(text).expect("they are text");
    text.split_once("<style>").expect("the styles of rooms come with the details")
}

/// The page that is complete without other files has the details inside, and names no file of them.
#[test]
fn details_are_in_one_file_beside_the_page_or_in_the_page() {
    let files = built();
    let details = of_kind(&files, "txt");
    let [(name, text)] = details[..] else { panic!("{} files with details", details.len()) };
    let (text, _) = details_and_styles(text);
    for (page, bytes) in of_kind(&files, "html") {
        let html = String::from_utf8_lossy(bytes);
        let is_single = page == SINGLE_FILE;
        assert_eq!(html.contains(text), is_single, "the details in {page}");
        let is_named = !is_single && !STATIC.contains(&page.as_str());
        assert_eq!(html.contains(name), is_named, "the name of their file in {page}");
    }
}

#[test]
fn each_policy_allows_exactly_the_code_of_its_page() {
    let listed = fs::read_to_string(fixture::dist().join("_headers")).expect("it is built");
    let files = built();
    let (_, of_rooms) = details_and_styles(&of_kind(&files, "txt")[0].1);
    for (page, bytes) in of_kind(&files, "html") {
        let html = std::str::from_utf8(bytes).expect("a page is text");
        let scripts = html.split("<script>").skip(1).filter_map(|it| it.split("</script>").next());
        let styles = html.split("<style>").skip(1).filter_map(|it| it.split("</style>").next());
        let mut present: Vec<String> = scripts.chain(styles).map(hash::csp_source).collect();
        let parts = if STATIC.contains(&page.as_str()) { 1 } else { 2 };
        assert_eq!(present.len(), parts, "{page} has one style, and one script if any");
        if parts == 2 && page != SINGLE_FILE {
            present.push(hash::csp_source(of_rooms));
        }
        present.sort();
        let rule = between(&listed, &format!("\n/{page}\n  Content-Security-Policy: "), '\n');
        let meta = between(html, "Content-Security-Policy\" content=\"", '"');
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

/// The build must not depend on where it was made, nor reveal it.
#[test]
fn no_file_contains_a_path_of_the_build_machine() {
    let home = std::env::home_dir().unwrap_or_default();
    let variables = ["CARGO_HOME", "RUSTUP_HOME", "CARGO_TARGET_DIR"];
    let mut paths: Vec<String> =
        variables.into_iter().filter_map(|name| std::env::var(name).ok()).collect();
    paths.extend([home.as_path(), fixture::root()].map(|path| path.display().to_string()));
    paths.extend(["/home/", "/Users/", "/root/", "/.cargo/", "/.rustup/"].map(str::to_owned));
    paths.extend(["registry/src", "index.crates.io", "/target/"].map(str::to_owned));
    paths.retain(|path| path.len() > 1);
    for (name, bytes) in built() {
        for path in &paths {
            let is_there = bytes.windows(path.len()).any(|it| it == path.as_bytes());
            assert!(!is_there, "{name} contains `{path}`");
        }
    }
}

#[test]
fn every_compressible_file_has_brotli_and_gzip_versions() {
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
