//! The layers of `src/`: each may use only the layers and packages listed for it. The table is in
//! `ARCHITECTURE.md`, and every path in the code is checked.

use super::source::Source;
use crate::support::{files, read};

/// A layer of `src/`, the other layers that it may use, and the packages that it may use.
struct Layer {
    name: &'static str,
    may: &'static [&'static str],
    packages: &'static [&'static str],
}

const fn layer(
    name: &'static str,
    may: &'static [&'static str],
    packages: &'static [&'static str],
) -> Layer {
    Layer { name, may, packages }
}

/// The layers that a view may use.
const VIEWS: &[&str] = &["model", "content", "route", "state", "components"];

/// All layers.
const LAYERS: [Layer; 16] = [
    layer("lead_count", &[], &[]),
    layer("model", &[], &["lead_count", "serde"]),
    layer("route", &[], &["percent_encoding"]),
    layer("content", &["model"], &["serde", "serde_json", "postcard"]),
    layer("store", &["model"], &["serde", "serde_json"]),
    layer("audit", &["model"], &[]),
    layer("sound", &["model"], &["rustfft"]),
    layer("platform", &[], &["leptos", "gloo_storage", "web_sys", "wasm_bindgen"]),
    layer("state", &["model", "content", "store", "platform", "route", "sound"], &["leptos"]),
    layer("components", &["model", "route"], &["leptos", "qrcodegen"]),
    layer("views", VIEWS, &["leptos"]),
    layer(
        "app",
        &["platform", "content", "model", "route", "state", "components", "views"],
        &["leptos"],
    ),
    layer("lib", &[], &[]),
    layer("main", &["app"], &[]),
    layer("bin/prerender", &["app", "content"], &["leptos", "serde_json"]),
    layer("bin/bias", &["audit", "content"], &[]),
];

/// Every package that code could name.
const PACKAGES: [&str; 12] = [
    "gloo_storage",
    "lead_count",
    "leptos",
    "serde",
    "serde_json",
    "wasm_bindgen",
    "web_sys",
    "reactive_graph",
    "percent_encoding",
    "postcard",
    "qrcodegen",
    "rustfft",
];

/// The module path of a file: `src/views/quiz/step.rs` gives `views`, `quiz`, `step`.
fn modules(path: &str) -> Vec<String> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    inside.split('/').filter(|name| *name != "mod").map(str::to_owned).collect()
}

/// The layer that a path from the root of the crate belongs to.
fn layer_of(path: &[String]) -> String {
    match path.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [first @ "bin", second, ..] => format!("{first}/{second}"),
        [first, ..] => first.to_owned(),
        [] => String::new(),
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The word at the start of a text, and the rest of the text.
fn word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c| !is_word(c)).unwrap_or(text.len()))
}

/// The items of a group such as `{a, b::{c, d}}`, given the text after its opening brace.
fn items(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut items) = (0, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' if depth == 0 => {
                items.push(&text[start..at]);
                start = at + 1;
            }
            '}' => {
                items.push(&text[start..at]);
                break;
            }
            _ => {}
        }
    }
    items
}

/// Every full path that starts with `before` and continues with `rest`, such as `::a::{b, c}`.
fn paths(before: &[String], rest: &str) -> Vec<Vec<String>> {
    let Some(rest) = rest.trim_start().strip_prefix("::") else { return vec![before.to_vec()] };
    let rest = rest.trim_start();
    if let Some(group) = rest.strip_prefix('{') {
        let each = |item: &str| path_from(before, item.trim_start());
        return items(group).into_iter().flat_map(each).collect();
    }
    path_from(before, rest)
}

fn path_from(before: &[String], text: &str) -> Vec<Vec<String>> {
    let (name, rest) = word(text);
    if name.is_empty() {
        return vec![before.to_vec()];
    }
    paths(&[before, &[name.to_owned()]].concat(), rest)
}

/// A path from the root of the crate, or `None` if it starts with a package.
fn from_root(module: &[String], path: &[String]) -> Option<Vec<String>> {
    let mut at = match path.first()?.as_str() {
        "crate" | "headphones_or_iems" => Vec::new(),
        "self" => module.to_vec(),
        "super" => module[..module.len().saturating_sub(1)].to_vec(),
        _ => return None,
    };
    for name in &path[1..] {
        if name == "super" {
            at.pop();
        } else if name != "self" {
            at.push(name.clone());
        }
    }
    Some(at)
}

/// Whether the word before `at` is `use`, so that an import starts there.
fn is_import(code: &str, at: usize) -> bool {
    let before = code[..at].trim_end();
    before.ends_with("use") && !before.trim_end_matches("use").ends_with(is_word)
}

/// Whether an import that starts with `name` is from `std` or from a module of the file itself.
fn is_always_allowed(code: &str, name: &str) -> bool {
    let declared = [format!("mod {name};"), format!("macro_rules! {name} ")];
    name == "std" || declared.iter().any(|words| code.contains(words))
}

/// Every path in a file, with its line. A path within the crate is given from its root. A path into
/// a package is given as `=` and the name of the package.
fn mentions(module: &[String], source: &Source) -> Vec<(usize, Vec<String>)> {
    let code = &source.code;
    let mut found = Vec::new();
    let starts = code.char_indices().filter(|(at, c)| {
        let before = code[..*at].chars().next_back().unwrap_or(' ');
        is_word(*c) && !is_word(before) && !matches!(before, ':' | '.' | '\'')
    });
    for (at, _) in starts {
        let (name, rest) = word(&code[at..]);
        let is_crate = ["crate", "super", "self", "headphones_or_iems"].contains(&name);
        let is_path = rest.starts_with("::") && (is_crate || PACKAGES.contains(&name));
        if is_path || (is_import(code, at) && !is_always_allowed(code, name)) {
            for path in paths(&[name.to_owned()], rest) {
                let path =
                    from_root(module, &path).unwrap_or_else(|| vec![format!("={}", path[0])]);
                found.push((source.line(at), path));
            }
        }
    }
    found
}

/// The complaints about paths in a file that its layer may not use.
fn complaints(path: &str, text: &str) -> Vec<String> {
    let module = modules(path);
    let name = layer_of(&module);
    let Some(rules) = LAYERS.iter().find(|layer| layer.name == name) else {
        return vec![format!(
            "{path}: `{name}` is not a layer; add it to `LAYERS` in tests/native/tidy/layer.rs"
        )];
    };
    let may = |at: &[String]| {
        let Some(package) = at.first().and_then(|first| first.strip_prefix('=')) else {
            let layer = layer_of(at);
            let is_inside = |known: &str| layer == known || layer.starts_with(&format!("{known}/"));
            return layer.is_empty()
                || is_inside(rules.name)
                || rules.may.iter().any(|at| is_inside(at));
        };
        rules.packages.contains(&package)
    };
    let found = mentions(&module, &Source::of(text)).into_iter();
    let bad = found.filter(|(_, at)| !may(at));
    bad.map(|(line, at)| {
        let used = at.join("::").replace('=', "the package ");
        format!("{path}:{line}: `{name}` may not use {used}")
    })
    .collect()
}

#[test]
fn every_layer_uses_only_what_it_is_allowed_to() {
    let all = files("src", ".rs");
    assert!(all.len() > 40, "only {} files were found", all.len());
    let complaints: Vec<String> =
        all.iter().flat_map(|path| complaints(path, &read(path))).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// Code that must be reported: the path of the file, its text, and a part of the complaint.
const FORBIDDEN: &[(&str, &str, &str)] = &[
    (
        "src/model/device_type.rs",
        "\nuse leptos::prelude::*;",
        "2: `model` may not use the package leptos",
    ),
    ("src/model/device_type.rs", "fn f() { leptos::mount::x() }", "1: `model`"),
    ("src/model/device_type.rs", "use serde_json::Value;", "1: `model`"),
    ("src/model/device_type.rs", "use rand::random;", "the package rand"),
    ("src/model/device_type.rs", "use super::super::content::Content;", "content::Content"),
    ("src/model/mod.rs", "use super::route::Route;", "route::Route"),
    (
        "src/model/mod.rs",
        "use crate::{\n model::DeviceType,\n store::{Document, Unreadable},\n};",
        "store::Document",
    ),
    (
        "src/content/mod.rs",
        "pub use crate::store::Document;",
        "`content` may not use store::Document",
    ),
    ("src/store/v1.rs", "type A = crate::content::Content;", "content::Content"),
    ("src/route.rs", "use crate::model::Quiz;", "`route` may not use model::Quiz"),
    ("src/platform/dom.rs", "use crate::model::Quiz;", "`platform`"),
    ("src/platform/page.rs", "use crate::content::Content;", "`platform`"),
    ("src/platform/mod.rs", "use super::state::Session;", "`platform` may not use state::Session"),
    ("src/platform/storage.rs", "use crate::store::Document;", "`platform` may not use store"),
    ("src/platform/audio/mod.rs", "use crate::sound::tracks;", "`platform` may not use sound"),
    ("src/sound/level.rs", "use crate::platform::audio::Audio;", "`sound` may not use platform"),
    ("src/sound/noise.rs", "use web_sys::AudioContext;", "`sound` may not use the package web_sys"),
    ("src/state/player.rs", "use rustfft::Fft;", "the package rustfft"),
    ("src/views/quiz/mod.rs", "use crate::sound::tracks;", "`views` may not use sound"),
    ("src/state/session.rs", "use serde_json::Value;", "the package serde_json"),
    ("src/state/session.rs", "use crate::components::icon;", "components::icon"),
    ("src/markup/dom.rs", "use crate::model::Quiz;", "`markup`"),
    ("src/components/icon.rs", "use crate::state::Session;", "`components` may not use state"),
    ("src/components/icon.rs", "use crate::views::quiz;", "views::quiz"),
    ("src/views/quiz/mod.rs", "use crate::platform::dom;", "`views`"),
    ("src/views/quiz/mod.rs", "use crate::app::prerender;", "app::prerender"),
    ("src/views/shell.rs", "use crate::store::Document;", "`views`"),
    ("src/main.rs", "fn main() { headphones_or_iems::state::x() }", "`main` may not use state::x"),
    ("src/app/mod.rs", "use gloo_storage::LocalStorage;", "the package gloo_storage"),
    ("src/helper.rs", "", "`helper` is not a layer"),
];

#[test]
fn forbidden_paths_are_reported_with_their_line() {
    for (path, text, expected) in FORBIDDEN {
        let found = complaints(path, text).join("\n");
        assert!(found.contains(expected), "{path} with {text:?} gives `{found}`");
    }
}

#[test]
fn allowed_paths_are_accepted() {
    let good = [
        (
            "src/model/device_type.rs",
            "use std::fmt;\nuse super::{Grade, evidence::Source};\n// use leptos::x;",
        ),
        (
            "src/model/device_type.rs",
            "/// `crate::content` and leptos::x\nconst A: &str = \"leptos::x\";",
        ),
        (
            "src/content/mod.rs",
            "use serde::{de::X, Deserialize};\nuse crate::model::{Quiz, shop::Shop};",
        ),
        (
            "src/state/session.rs",
            "use leptos::prelude::*;\nuse crate::{platform::dom, store::Document};",
        ),
        ("src/components/icon.rs", "use crate::model::Grade;\nuse super::bars;"),
        ("src/views/quiz/step.rs", "use super::super::guide;\nuse crate::components::form;"),
        ("src/views/mod.rs", "pub mod guide;\npub mod quiz;"),
    ];
    for (path, text) in good {
        assert_eq!(complaints(path, text), [""; 0], "{path} with {text:?}");
    }
}
