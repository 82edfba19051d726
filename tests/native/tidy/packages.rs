//! Licence and source of every package that the app, its build and its tests depend on.

use std::process::Command;

use serde_json::Value;

use crate::support::root;

/// Licences that every package may be used under, as SPDX identifiers.
const LICENCES: [&str; 9] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "Unicode-3.0",
    "Zlib",
];

/// The only registry.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// All packages for browsers and for this machine.
fn packages() -> Vec<Value> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = Command::new(cargo);
    command.current_dir(root()).args(["metadata", "--locked", "--format-version", "1"]);
    command.args(["--all-features", "--filter-platform", "wasm32-unknown-unknown"]);
    command.args(["--filter-platform", "x86_64-unknown-linux-gnu"]);
    let output = command.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    metadata["packages"].as_array().expect("it lists packages").clone()
}

/// Whether an SPDX expression offers a choice in which every licence is allowed.
fn is_allowed(expression: &str) -> bool {
    // An older form of `OR`.
    let expression = expression.replace('/', " OR ");
    if let Some((before, rest)) = expression.split_once('(') {
        let (inside, after) = rest.split_once(')').unwrap_or((rest, ""));
        let inside = if is_allowed(inside) { "MIT" } else { "not allowed" };
        return is_allowed(&format!("{before}{inside}{after}"));
    }
    let is_choice = |choice: &str| choice.split(" AND ").all(|it| LICENCES.contains(&it.trim()));
    expression.split(" OR ").any(is_choice)
}

/// What is wrong with a package.
fn complaint(package: &Value) -> Option<String> {
    let name = package["name"].as_str().unwrap_or("?");
    let licence = package["license"].as_str().unwrap_or_default();
    if !is_allowed(licence) {
        return Some(format!("{name}: the licence `{licence}` is not on the list"));
    }
    // A package of this workspace has none.
    let source = package["source"].as_str().unwrap_or(CRATES_IO);
    (source != CRATES_IO).then(|| format!("{name}: comes from `{source}`"))
}

#[test]
fn every_package_has_a_known_source_and_licence() {
    let packages = packages();
    assert!(packages.len() > 100, "only {} packages", packages.len());
    let complaints: Vec<String> = packages.iter().filter_map(complaint).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn an_unknown_source_or_licence_is_found() {
    let package = |licence, source: &str| serde_json::json!({ "name": "a", "license": licence, "source": source });
    assert_eq!(complaint(&package("MIT", CRATES_IO)), None);
    assert!(complaint(&package("MIT", "git+https://example.org/a")).is_some());
    assert!(complaint(&package("GPL-3.0-only", CRATES_IO)).is_some());
    assert!(complaint(&serde_json::json!({ "name": "a" })).is_some());
}

#[test]
fn a_licence_expression_needs_one_choice_that_is_allowed() {
    for expression in [
        "MIT",
        "MIT/Apache-2.0",
        "GPL-3.0-only OR MIT",
        "Apache-2.0 WITH LLVM-exception OR GPL-3.0-only",
        "(MIT OR GPL-3.0-only) AND Unicode-3.0",
    ] {
        assert!(is_allowed(expression), "{expression}");
    }
    for expression in ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "(MIT OR Zlib) AND X"] {
        assert!(!is_allowed(expression), "{expression}");
    }
}
