//! What an opened file would change.

use headphones_or_iems::audit::Random;
use headphones_or_iems::state::{Differences, ImportPreview, PendingImport};
use leptos::prelude::GetUntracked;
use leptos::wasm_bindgen::{JsCast, JsValue};

use super::Tally;
use super::trial::differences;
use crate::engine::small::real_answers;
use crate::state::{COMMUTER, GAMER, Tab, browser_with, document};
use crate::support::{answered, quiz};

#[test]
fn a_preview_lists_every_input_that_an_import_would_change() {
    let (mut random, mut tally) = (Random::new(303), Tally::default());
    for snapshots in 0..200 {
        let [now, file] = [(); 2].map(|()| real_answers(&mut random));
        let candidates = snapshots / 3;
        let pending = PendingImport::Readable { answers: file.clone(), snapshots, candidates };
        let all = differences(&now, &file, &mut tally);
        let changes = Differences { before: now.clone(), after: file, all };
        let expected = ImportPreview::Readable { changes, snapshots, candidates };
        assert_eq!(ImportPreview::of(quiz(), &now, pending), expected);
        let same = PendingImport::Readable { answers: now.clone(), snapshots, candidates };
        let ImportPreview::Readable { changes, .. } = ImportPreview::of(quiz(), &now, same) else {
            panic!("the file can be read")
        };
        assert_eq!(changes.all, []);
    }
    tally.assert_covers(&[&[
        "an answer differs",
        "a weight differs",
        "a weight differs that does not matter",
        "an own rating differs",
        "a skip and no answer are the same",
    ]]);
}

#[test]
fn the_preview_of_a_session_follows_its_file() {
    let tab = Tab::open(browser_with(&document(COMMUTER).encode()));
    let preview = tab.session.import_preview();
    assert_eq!(preview.get_untracked(), None);
    let choose = |file: &str| {
        tab.window.choose(Some(file));
        tab.session.read_file(tab.window, &JsValue::UNDEFINED.unchecked_into());
        preview.get_untracked()
    };
    assert_eq!(choose(""), Some(ImportPreview::Foreign));
    assert_eq!(choose("{\"version\":3}"), Some(ImportPreview::Newer));
    assert_eq!(choose("headphones-or-iems.aside.1\n{"), Some(ImportPreview::SetAside));
    let (now, file) = (answered(quiz(), COMMUTER), answered(quiz(), GAMER));
    let changes = Differences::between(quiz(), &now, &file);
    let expected = ImportPreview::Readable { changes, snapshots: 0, candidates: 0 };
    assert_eq!(choose(&document(GAMER).export()), Some(expected));
    tab.session.cancel_import();
    assert_eq!(preview.get_untracked(), None);
}
