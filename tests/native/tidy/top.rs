//! The files at the top of the repository, and the packages that it depends on.

use std::fs;

use crate::support::{files, read, root};

/// All names allowed at the top of the repository; `*` stands for any ending.
const TOP: &str = "Cargo.toml Cargo.lock src public index.html Trunk.toml tests xtask docs .ci \
    .cargo .github README.md ARCHITECTURE.md CONTRIBUTING.md CHANGELOG.md LICENSE* rustfmt.toml \
    .editorconfig .gitignore .gitattributes rust-toolchain.toml clippy.toml target dist \
    .git";

const APP: [&str; 11] = [
    "gloo-storage",
    "lead-count",
    "leptos",
    "percent-encoding",
    "postcard",
    "qrcodegen",
    "rustfft",
    "serde",
    "serde_json",
    "wasm-bindgen",
    "web-sys",
];
const TESTS: [&str; 7] = ["divan", "insta", "rqrr", "thirtyfour", "tokio", "tungstenite", "xtask"];

fn is_allowed_at_the_top(name: &str) -> bool {
    TOP.split_whitespace().any(|known| match known.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == known,
    })
}

/// The section and the name of every dependency in a manifest.
fn dependencies(manifest: &str) -> Vec<(String, String)> {
    let (mut section, mut depth, mut found) = (String::new(), 0_i32, Vec::new());
    for line in manifest.lines().map(|line| line.split(" #").next().unwrap_or("")) {
        let is_inside = depth > 0;
        if !is_inside && line.starts_with('[') {
            line.trim_matches(['[', ']', ' ']).clone_into(&mut section);
            continue;
        }
        let count = |open: char, close: char| -> i32 {
            line.chars().map(|c| i32::from(c == open) - i32::from(c == close)).sum()
        };
        depth += count('[', ']') + count('{', '}');
        // In a section such as `[dependencies.serde]`, the header names the package.
        let (head, tail) = section.rsplit_once("dependencies").unwrap_or(("", "none"));
        let key = line.split(['=', '.']).next().unwrap_or("").trim().trim_matches('"');
        match tail.strip_prefix('.') {
            Some(package) => found.push((format!("{head}dependencies"), package.to_owned())),
            None if tail.is_empty() && !is_inside && !key.is_empty() && !key.starts_with('#') => {
                found.push((section.clone(), key.to_owned()));
            }
            None => {}
        }
    }
    found.dedup();
    found
}

/// The dependencies that are not on the lists.
fn unlisted(manifest: &str) -> Vec<String> {
    let is_known = |section: &str, name: &str| match section {
        "dependencies" => APP.contains(&name),
        section if section.ends_with("dev-dependencies") => TESTS.contains(&name),
        _ => false,
    };
    let all = dependencies(manifest).into_iter();
    all.filter(|(section, name)| !is_known(section, name))
        .map(|(section, name)| format!("`{name}` in [{section}]"))
        .collect()
}

#[test]
fn the_top_of_the_repository_holds_only_known_files() {
    let names = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let unexpected: Vec<String> = names.filter(|name| !is_allowed_at_the_top(name)).collect();
    assert_eq!(unexpected, [""; 0], "unexpected at the top of the repository");
}

#[test]
fn unknown_files_at_the_top_are_reported() {
    for name in
        ["notes.txt", "node_modules", "package.json", "src2", "scripts", "LICENCE", "Makefile"]
    {
        assert!(!is_allowed_at_the_top(name), "{name}");
    }
    for name in ["src", "LICENSE", "LICENSE-MIT", ".gitignore"] {
        assert!(is_allowed_at_the_top(name), "{name}");
    }
}

#[test]
fn all_dependencies_are_on_the_lists() {
    let manifest = read("Cargo.toml");
    assert_eq!(unlisted(&manifest), [""; 0]);
    let names: Vec<String> = dependencies(&manifest).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, [&APP[..], &TESTS[..]].concat(), "not in alphabetical order");
}

#[test]
fn unlisted_dependencies_are_reported() {
    let bad = [
        "[dependencies]\nserde = \"1\"\nrand = \"0.9\"",
        "[dependencies]\nweb-sys = { version = \"1\", features = [\n  \"Node\",\n] }\n\
         rand = \"0.9\"",
        "[dependencies]\nrand.workspace = true",
        "[dependencies.rand]\nversion = \"0.9\"",
        "[dev-dependencies]\nrand = \"0.9\"",
        "[target.'cfg(unix)'.dev-dependencies]\nrand = \"0.9\"",
        "[target.'cfg(unix)'.dependencies]\nrand = \"0.9\"",
        "[build-dependencies]\nrand = \"0.9\"",
        "[workspace.dependencies]\nrand = \"0.9\"",
    ];
    for manifest in bad {
        let found = unlisted(manifest).join(", ");
        assert!(found.starts_with("`rand` in ["), "{manifest}\ngives `{found}`");
    }
    assert_eq!(unlisted("[package]\nrand = 1\n[dependencies]\n# rand\nserde = \"1\" # x"), [""; 0]);
}

/// The documents in `docs/` that a text mentions, such as `docs/content.md`.
fn documents(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && !"-_./".contains(c));
    let is_document = |word: &&str| word.starts_with("docs/") && word.contains(".md");
    let mentioned = words.filter(is_document).map(|word| word.trim_end_matches('.').to_owned());
    mentioned.collect()
}

#[test]
fn every_mentioned_document_exists() {
    let folders = ["src", "xtask", "tests", "docs"];
    let all = folders.iter().flat_map(|at| [files(at, ".rs"), files(at, ".md")].concat());
    let (mut mentioned, mut missing) = (0, Vec::new());
    for path in all.filter(|path| path != "tests/native/tidy/top.rs") {
        for document in documents(&read(&path)) {
            mentioned += 1;
            if !root().join(&document).exists() {
                missing.push(format!("{path}: there is no `{document}`"));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
    assert!(mentioned > 5, "only {mentioned} documents are mentioned");
}

#[test]
fn documents_are_found_in_sentences() {
    let text = "See `docs/content.md`, docs/decisions/0002-packed.md. And docs/decisions/, docs.md";
    assert_eq!(documents(text), ["docs/content.md", "docs/decisions/0002-packed.md"]);
}

/// The page and the manifest contain the icon as a data URL, so that it needs no request.
#[test]
fn the_inlined_icons_are_icon_svg() {
    let icon = read("public/icon/icon.svg");
    let address = icon.trim().replace('"', "'").replace('#', "%23");
    for file in ["index.html", "public/app.webmanifest"] {
        assert!(read(file).contains(&format!("\"data:image/svg+xml,{address}\"")), "{file}");
    }
}
