//! "Your data": the list of stored keys, export, import and erasing.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use crate::fixture::Folder;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// The text of the file that the export link would download.
#[track_caller]
fn export(page: &Page) -> String {
    let address: String = page.eval("return all('a[download]')[0].href", json!([]));
    assert!(address.starts_with("data:application/json,"), "{address}");
    page.eval(
        "return decodeURIComponent(all('a[download]')[0].href.split(',').slice(1).join(','))",
        json!([]),
    )
}

/// Chooses a file with these bytes for import, and returns the heading of the preview.
#[track_caller]
fn preview_import(page: &Page, bytes: &[u8]) -> String {
    let folder = Folder::new("file");
    let path = folder.path().join("answers.json");
    fs::write(&path, bytes).unwrap();
    page.choose_file("#data-file", &path);
    page.until("the preview is shown", "all('#offer h3').length === 1");
    page.until("the preview has focus", "document.activeElement?.id === 'offer'");
    page.text("#offer h3")
}

#[track_caller]
fn open_data(page: &Page) {
    page.go("#/data");
    page.until_view("data");
    page.until("what is stored can be saved", "document.querySelector('main a[download]')");
}

#[test]
fn stored_keys_are_listed_with_their_sizes() {
    visit("#/data", |page| {
        assert_eq!(page.heading(), "Your data");
        assert_eq!(page.title(), "Your data – Headphones or IEMs");
        assert_eq!(
            (page.count("[data-key]"), page.text("#live-stored")),
            (0, "Nothing.".to_owned())
        );
        let document = Persona::named("02-commuter").document();
        page.eval::<()>("localStorage.setItem('other', 'x')", json!([]));
        page.come_back_with(&document);
        assert_eq!(page.attributes("[data-key]", "data-key"), ["headphones-or-iems"]);
        let words = page.text("[data-key]");
        assert!(words.contains(&format!("{} bytes", document.len())), "{words}");
        page.select("theme", "dark");
        page.reload();
        let keys = page.attributes("[data-key]", "data-key");
        assert_eq!(keys, ["headphones-or-iems", "headphones-or-iems.theme"]);
        assert!(
            page.text("main").contains("seven days"),
            "the page should warn that some browsers delete stored data"
        );
    });
}

#[test]
fn export_is_identical_after_erasing_and_importing() {
    visit("#/result", |page| {
        let foreign = json!({ "other": "theirs", "headphones": "x", "headphones-or-iemsx": "y" });
        page.eval::<()>("Object.assign(localStorage, a)", foreign.clone());
        page.come_back_with(&Persona::named("36-places-double").document());
        let before = page.reading();
        page.click_named("button", "Keep this result");
        page.until("the snapshot is listed", "all('[data-run]').length === 1");
        page.select("theme", "dark");
        open_data(page);
        let file = export(page);
        for word in ["epoch", "erased", "\"n\""] {
            assert!(!file.contains(word), "{file}");
        }
        page.click_named("button", "Erase everything");
        page.click_named("button", "Yes, erase everything");
        page.until("the snapshot is gone", "all('[data-run]').length === 0");
        let stored: BTreeMap<String, Value> = page.eval("return { ...localStorage }", json!([]));
        let left = stored.get("headphones-or-iems").and_then(Value::as_str).unwrap();
        assert!(left.len() < 100 && left.contains("\"epoch\":1"), "only two counters stay: {left}");
        let others: BTreeMap<_, _> =
            stored.iter().filter(|(key, _)| *key != "headphones-or-iems").collect();
        assert_eq!(json!(others), foreign, "foreign keys should be untouched");
        assert_eq!(preview_import(page, file.as_bytes()), "This is what the file changes");
        let words = page.text("#offer");
        assert!(words.contains("was not answered") && words.contains("Earlier results in it: 1."));
        assert!(export(page).len() < file.len(), "the preview should change nothing");
        page.click_named("button", "Import");
        page.until("the imported snapshot is listed", "all('[data-run]').length === 1");
        assert_eq!(export(page), file);
        page.go("#/result");
        page.until_view("result");
        assert_eq!(page.reading(), before);
        page.reload();
        assert_eq!(page.reading(), before);
    });
}

#[test]
fn importing_keeps_the_previous_result_as_a_snapshot() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        let mine = page.reading();
        let theirs = Persona::named("28-light-traveller");
        open_data(page);
        preview_import(page, theirs.document().as_bytes());
        let before = page.stored_text();
        page.click_named("button", "Cancel");
        page.until("the preview is closed", "all('#offer h3').length === 0");
        assert_eq!(page.stored_text(), before);
        preview_import(page, theirs.document().as_bytes());
        page.click_named("button", "Import");
        page.until("a snapshot is kept", "all('[data-run]').length === 1");
        assert_eq!(page.attributes("[data-run]", "data-run"), [mine.leader]);
        page.go("#/result");
        page.until_view("result");
        theirs.fits(&page.reading());
    });
}

const INVALID_TEXTS: [&str; 10] = [
    "",
    "null",
    "[]",
    "{}",
    "1e999",
    "not json",
    "{\"version\":0}",
    "<svg onload=alert(1)>",
    "{\"version\":1,\"answers\":{\"<img src=x onerror=alert(1)>\":1}}",
    "{\"version\":1,\"__proto__\":{}}",
];

#[test]
fn invalid_files_are_rejected_and_change_nothing() {
    let own = Persona::named("02-commuter").document();
    let unreadable = "This file cannot be read";
    let mut invalid: Vec<(Vec<u8>, &str)> = Vec::new();
    for text in INVALID_TEXTS {
        invalid.push((text.into(), unreadable));
    }
    invalid.push((own[..own.len() / 2].into(), unreadable));
    invalid.push((format!("{own}{own}").into(), unreadable));
    invalid.push((b"{\"version\":3,\"x\":1}".to_vec(), "This file is from a newer version"));
    invalid.push((vec![0xff; 1_000], unreadable));
    invalid.push((vec![0; 100_000], unreadable));
    invalid.push(("[".repeat(1_000_000).into(), unreadable));
    invalid.push(("{\"a\":".repeat(150_000).into(), unreadable));
    invalid.push((vec![b'x'; 2 * 1024 * 1024], unreadable));
    invalid.push((vec![b' '; 10 * 1024 * 1024], unreadable));
    let many = "\"q\":1,".repeat(100_000);
    invalid.push((format!("{{{many}\"version\":1}}").into(), unreadable));
    visit("#/data", |page| {
        page.come_back_with(&own);
        for (bytes, heading) in invalid {
            let start = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
            assert_eq!(preview_import(page, &bytes), heading, "{start:?}");
            assert!(page.text("#offer").contains("Nothing has changed."), "{start:?}");
            assert_eq!(page.stored_text().as_ref(), Some(&own), "{start:?}");
            assert_eq!(page.count("#offer img, #offer svg, #offer script"), 0);
            page.click_named("button", "Cancel");
            page.until("the preview is closed", "all('#offer h3').length === 0");
        }
    });
}

#[test]
fn quarantined_document_can_be_downloaded_unchanged() {
    visit("#/data", |page| {
        let bytes = "{\"version\":1,\"answers\":% 100 & <\"é🎧\"";
        page.come_back_with(bytes);
        let keys = page.attributes("[data-key]", "data-key");
        assert_eq!(keys, ["headphones-or-iems", "headphones-or-iems.aside.1"]);
        let saved: String = page.eval(
            "const link = all('[data-key=\"headphones-or-iems.aside.1\"] a[download]')[0];
             return decodeURIComponent(link.href.split(',').slice(1).join(','))",
            json!([]),
        );
        assert_eq!(saved, bytes);
    });
}
