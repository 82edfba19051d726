//! The size of the first load, and code that the page must not contain.

use std::fs;

use serde_json::json;

use crate::fixture;
use crate::page::Page;
use crate::persona::Persona;
use crate::rooms::is_chunk;
use crate::session::visit;

/// Brotli bytes of everything that is loaded before the app is ready; decision record 20 has the sizes.
const FIRST_LOAD: u64 = 184_000;
const WASM: u64 = 135_000;
/// Brotli bytes of a chunk, which is loaded when a view is entered, and of all wasm.
const CHUNK: u64 = 116_000;
const ALL_WASM: u64 = 563_500;
/// Brotli bytes of the details of the content with the styles of rooms, which every room needs.
const DETAILS: u64 = 36_000;
const REQUESTS: usize = 4;

/// The bytes of a requested file as compressed at build time.
fn compressed(page: &Page, url: &str) -> u64 {
    let name = url.strip_prefix(page.address()).unwrap_or_else(|| panic!("{url} is elsewhere"));
    let name = match name.trim_start_matches('/').split(['?', '#']).next() {
        None | Some("") => "index.html",
        Some(name) => name,
    };
    let file = fixture::dist().join(format!("{name}.br"));
    fs::metadata(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display())).len()
}

/// Whether it is the manifest, which the page requests once the app is ready.
pub fn installs(url: &str) -> bool {
    url.ends_with("/app.webmanifest")
}

fn is_wasm(url: &str) -> bool {
    url.split(['?', '#']).next().is_some_and(|path| path.ends_with("wasm"))
}

#[test]
fn first_load_is_within_budget_and_from_one_origin() {
    visit("", |page| {
        let mut requests = page.requests();
        requests.retain(|url| !installs(url) && !is_chunk(url));
        let sizes: Vec<(&String, u64)> =
            requests.iter().map(|url| (url, compressed(page, url))).collect();
        let total: u64 = sizes.iter().map(|(_, size)| size).sum();
        let wasm: u64 = sizes.iter().filter(|(url, _)| is_wasm(url)).map(|(_, size)| size).sum();
        assert!(requests.len() <= REQUESTS, "{sizes:#?}");
        assert!(wasm > 0 && wasm <= WASM, "wasm is {wasm} bytes of {WASM}: {sizes:#?}");
        assert!(total <= FIRST_LOAD, "{total} bytes of {FIRST_LOAD}: {sizes:#?}");
    });
}

#[test]
fn only_rooms_are_requested_after_the_first_load() {
    visit("", |page| {
        page.requests();
        page.click_named("main a", "Find your type");
        page.walk(&Persona::named("02-commuter"));
        page.go("#/method");
        page.until_view("method");
        let mut requests = page.requests();
        requests.retain(|url| !installs(url));
        let rooms: u64 = requests.iter().map(|url| compressed(page, url)).sum();
        assert!(rooms > 0 && requests.iter().all(|url| is_chunk(url)), "{requests:#?}");
    });
}

/// The site as a whole: no file that is loaded later is larger than it should be.
#[test]
fn wasm_is_within_budget() {
    let files = fs::read_dir(fixture::dist()).expect("it is built").map(|file| file.unwrap());
    let sizes: Vec<(String, u64)> = files
        .map(|file| (file.file_name().to_string_lossy().into_owned(), file))
        .filter(|(name, _)| name.ends_with(".wasm.br"))
        .map(|(name, file)| (name, file.metadata().unwrap().len()))
        .collect();
    let total: u64 = sizes.iter().map(|(_, size)| size).sum();
    assert!(sizes.len() > 1 && total <= ALL_WASM, "{total} bytes of {ALL_WASM}: {sizes:#?}");
    for (name, size) in sizes.iter().filter(|(name, _)| is_chunk(name)) {
        assert!(*size <= CHUNK, "{name} is {size} bytes of {CHUNK}");
    }
}

#[test]
fn details_are_within_budget() {
    visit("#/method", |page| {
        let requests = page.requests();
        let details: Vec<u64> = requests
            .iter()
            .filter(|url| url.contains("-iems-details-"))
            .map(|url| compressed(page, url))
            .collect();
        assert!(matches!(details[..], [size] if size <= DETAILS), "{details:?} of {DETAILS}");
    });
}

/// Every `style` or `on…` attribute in a document.
const UNSAFE: &str = "
    const unsafe = (e) => e.getAttributeNames().filter((name) => /^(style$|on)/.test(name));
    const within = (doc) => [...doc.querySelectorAll('*')].flatMap(
        (e) => unsafe(e).map((name) => `${e.outerHTML.slice(0, 80)}: ${name}`));
";

#[test]
fn built_page_has_no_inline_styles_or_handlers() {
    visit("", |page| {
        let html = fs::read_to_string(fixture::dist().join("index.html")).expect("it is built");
        let script = "return within(new DOMParser().parseFromString(a[0], 'text/html'))";
        let found: Vec<String> = page.eval(&format!("{UNSAFE}{script}"), json!([html]));
        assert_eq!(found, Vec::<String>::new());
    });
}

#[test]
fn running_app_adds_no_inline_styles_or_handlers() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("36-places-double").document());
        for view in ["#/result", "#/quiz/annoys", "#/quiz/all", "#/quiz/importance", "#/"] {
            page.open(view);
            let found: Vec<String> =
                page.eval(&format!("{UNSAFE}return within(document)"), json!([]));
            assert_eq!(found, Vec::<String>::new(), "{view}");
        }
    });
}
