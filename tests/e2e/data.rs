//! "Your data": what is stored, as a file, from a file, and gone.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use crate::bench::Folder;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// What the link to save a file would save.
#[track_caller]
fn export(page: &Page) -> String {
    let address: String = page.eval("return all('a[download]')[0].href", json!([]));
    assert!(address.starts_with("data:application/json,"), "{address}");
    page.eval(
        "return decodeURIComponent(all('a[download]')[0].href.split(',').slice(1).join(','))",
        json!([]),
    )
}

/// Chooses a file with these bytes, and waits for what is said of it.
#[track_caller]
fn pending_import(page: &Page, bytes: &[u8]) -> String {
    let folder = Folder::new("file");
    let path = folder.path().join("answers.json");
    fs::write(&path, bytes).unwrap();
    page.choose_file("#data-file", &path);
    page.until("the file was read", "all('#offer h3').length === 1");
    page.until("it has focus", "document.activeElement?.id === 'offer'");
    page.text("#offer h3")
}

#[track_caller]
fn open_data(page: &Page) {
    page.go("#/data");
    page.until_view("data");
}

#[test]
fn the_page_says_what_is_stored_under_which_name_and_how_large_it_is() {
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
        assert!(page.text("main").contains("seven days"), "some browsers delete it");
    });
}

#[test]
fn export_erase_import_and_export_again_give_the_same_bytes() {
    visit("#/result", |page| {
        let foreign = json!({ "other": "theirs", "headphones": "x", "headphones-or-iemsx": "y" });
        page.eval::<()>("Object.assign(localStorage, a)", foreign.clone());
        page.come_back_with(&Persona::named("36-places-double").document());
        let before = page.reading();
        page.click_named("button", "Keep this result");
        page.until("it is kept", "all('[data-run]').length === 1");
        page.select("theme", "dark");
        open_data(page);
        let file = export(page);
        for word in ["epoch", "kept", "\"n\""] {
            assert!(!file.contains(word), "{file}");
        }
        page.click_named("button", "Erase everything");
        page.click_named("button", "Yes, erase everything");
        page.until("it is gone", "all('[data-run]').length === 0");
        let stored: BTreeMap<String, Value> = page.eval("return { ...localStorage }", json!([]));
        let ours = stored.get("headphones-or-iems").and_then(Value::as_str).unwrap();
        assert!(ours.len() < 100 && ours.contains("\"epoch\":1"), "only a counter stays: {ours}");
        let others: BTreeMap<_, _> =
            stored.iter().filter(|(key, _)| *key != "headphones-or-iems").collect();
        assert_eq!(json!(others), foreign, "keys of others are as they were");
        assert_eq!(pending_import(page, file.as_bytes()), "This is what the file changes");
        let words = page.text("#offer");
        assert!(words.contains("was not answered") && words.contains("Earlier results in it: 1."));
        assert!(export(page).len() < file.len(), "nothing has changed yet");
        page.click_named("button", "Take it over");
        page.until("it is there", "all('[data-run]').length === 1");
        assert_eq!(export(page), file);
        page.go("#/result");
        page.until_view("result");
        assert_eq!(page.reading(), before);
        page.reload();
        assert_eq!(page.reading(), before);
    });
}

#[test]
fn an_import_keeps_what_was_there_as_an_earlier_result() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        let mine = page.reading();
        let theirs = Persona::named("28-light-traveller");
        open_data(page);
        pending_import(page, theirs.document().as_bytes());
        let before = page.stored_text();
        page.click_named("button", "Leave everything as it is");
        page.until("the offer is gone", "all('#offer h3').length === 0");
        assert_eq!(page.stored_text(), before);
        pending_import(page, theirs.document().as_bytes());
        page.click_named("button", "Take it over");
        page.until("a run is kept", "all('[data-run]').length === 1");
        assert_eq!(page.attributes("[data-run]", "data-run"), [mine.leader]);
        page.go("#/result");
        page.until_view("result");
        theirs.fits(&page.reading());
    });
}

#[test]
fn hostile_files_are_refused_in_words_and_change_nothing() {
    let ours = Persona::named("02-commuter").document();
    let unreadable = "This file cannot be read";
    let mut hostile: Vec<(Vec<u8>, &str)> = Vec::new();
    for text in [
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
    ] {
        hostile.push((text.into(), unreadable));
    }
    hostile.push((ours[..ours.len() / 2].into(), unreadable));
    hostile.push((format!("{ours}{ours}").into(), unreadable));
    hostile.push((b"{\"version\":2,\"x\":1}".to_vec(), "This file is from a newer version"));
    hostile.push((vec![0xff; 1_000], unreadable));
    hostile.push((vec![0; 100_000], unreadable));
    hostile.push(("[".repeat(1_000_000).into(), unreadable));
    hostile.push(("{\"a\":".repeat(150_000).into(), unreadable));
    hostile.push((vec![b'x'; 2 * 1024 * 1024], unreadable));
    hostile.push((vec![b' '; 10 * 1024 * 1024], unreadable));
    let many = "\"q\":1,".repeat(100_000);
    hostile.push((format!("{{{many}\"version\":1}}").into(), unreadable));
    visit("#/data", |page| {
        page.come_back_with(&ours);
        for (bytes, heading) in hostile {
            let start = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
            assert_eq!(pending_import(page, &bytes), heading, "{start:?}");
            assert!(page.text("#offer").contains("Nothing has changed."), "{start:?}");
            assert_eq!(page.stored_text().as_ref(), Some(&ours), "{start:?}");
            assert_eq!(page.count("#offer img, #offer svg, #offer script"), 0);
            page.click_named("button", "Leave everything as it is");
            page.until("the offer is gone", "all('#offer h3').length === 0");
        }
    });
}

#[test]
fn what_was_set_aside_can_be_saved_as_it_is() {
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
