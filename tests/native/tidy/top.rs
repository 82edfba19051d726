//! What lies at the top of the repository, and which packages it takes.

use std::fs;

use crate::support::{files, read, root};

/// Everything that may lie at the top; `*` stands for any ending.
const TOP: &str = "Cargo.toml Cargo.lock src public index.html Trunk.toml tests xtask docs .ci \
    .cargo .github README.md ARCHITECTURE.md CONTRIBUTING.md CHANGELOG.md LICENSE* rustfmt.toml \
    .editorconfig .gitignore .gitattributes rust-toolchain.toml clippy.toml target dist .git";

const APP: [&str; 6] = ["gloo-storage", "leptos", "serde", "serde_json", "wasm-bindgen", "web-sys"];
const TESTS: [&str; 4] = ["divan", "thirtyfour", "tokio", "xtask"];

fn may_lie_at_the_top(name: &str) -> bool {
    TOP.split_whitespace().any(|known| match known.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == known,
    })
}

/// Section and name of every package that a manifest takes.
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
        // A package with a table of its own is named by the section.
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

/// Packages that are not on the lists.
fn strangers(manifest: &str) -> Vec<String> {
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
fn only_known_things_lie_at_the_top() {
    let names = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let strangers: Vec<String> = names.filter(|name| !may_lie_at_the_top(name)).collect();
    assert_eq!(strangers, [""; 0], "at the top of the repository");
}

#[test]
fn a_stranger_at_the_top_is_found() {
    for name in
        ["notes.txt", "node_modules", "package.json", "src2", "scripts", "LICENCE", "Makefile"]
    {
        assert!(!may_lie_at_the_top(name), "{name}");
    }
    for name in ["src", "LICENSE", "LICENSE-MIT", ".gitignore"] {
        assert!(may_lie_at_the_top(name), "{name}");
    }
}

#[test]
fn the_app_takes_only_known_packages() {
    let manifest = read("Cargo.toml");
    assert_eq!(strangers(&manifest), [""; 0]);
    let names: Vec<String> = dependencies(&manifest).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, [&APP[..], &TESTS[..]].concat(), "in the order of the alphabet");
}

#[test]
fn a_package_that_is_not_on_the_list_is_found() {
    let bad = [
        "[dependencies]\nserde = \"1\"\nrand = \"0.9\"",
        "[dependencies]\nweb-sys = { version = \"1\", features = [\n  \"Node\",\n] }\nrand = \"0.9\"",
        "[dependencies]\nrand.workspace = true",
        "[dependencies.rand]\nversion = \"0.9\"",
        "[dev-dependencies]\nrand = \"0.9\"",
        "[target.'cfg(unix)'.dev-dependencies]\nrand = \"0.9\"",
        "[target.'cfg(unix)'.dependencies]\nrand = \"0.9\"",
        "[build-dependencies]\nrand = \"0.9\"",
        "[workspace.dependencies]\nrand = \"0.9\"",
    ];
    for manifest in bad {
        let found = strangers(manifest).join(", ");
        assert!(found.starts_with("`rand` in ["), "{manifest}\ngives `{found}`");
    }
    assert_eq!(
        strangers("[package]\nrand = 1\n[dependencies]\n# rand\nserde = \"1\" # x"),
        [""; 0]
    );
}

/// The documents that a text names, such as `docs/content.md`.
fn documents(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && !"-_./".contains(c));
    let is_document = |word: &&str| word.starts_with("docs/") && word.contains(".md");
    let named = words.filter(is_document).map(|word| word.trim_end_matches('.').to_owned());
    named.collect()
}

#[test]
fn every_document_that_is_named_exists() {
    let folders = ["src", "xtask", "tests", "docs"];
    let all = folders.iter().flat_map(|at| [files(at, ".rs"), files(at, ".md")].concat());
    let (mut named, mut lost) = (0, Vec::new());
    for path in all.filter(|path| path != "tests/native/tidy/top.rs") {
        for document in documents(&read(&path)) {
            named += 1;
            if !root().join(&document).exists() {
                lost.push(format!("{path}: there is no `{document}`"));
            }
        }
    }
    assert!(lost.is_empty(), "\n{}", lost.join("\n"));
    assert!(named > 5, "only {named} documents are named");
}

#[test]
fn a_document_is_found_in_a_sentence() {
    let text = "See `docs/content.md`, docs/decisions/0002-packed.md. And docs/decisions/, docs.md";
    assert_eq!(documents(text), ["docs/content.md", "docs/decisions/0002-packed.md"]);
}

/// The icon of the tab and of the manifest stand in them, so that nobody asks for them.
#[test]
fn the_icon_is_one_drawing() {
    let drawing = read("public/icon/icon.svg");
    let address = drawing.trim().replace('"', "'").replace('#', "%23");
    for file in ["index.html", "public/app.webmanifest"] {
        assert!(read(file).contains(&format!("\"data:image/svg+xml,{address}\"")), "{file}");
    }
}
