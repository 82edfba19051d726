//! Any text as the stored document: it is refused, or comes back as it was read.
#![no_main]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a crash is what is looked for")]

use std::sync::OnceLock;

use headphones_or_iems::content::Content;
use headphones_or_iems::store::Document;
use libfuzzer_sys::fuzz_target;

fn content() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    CONTENT.get_or_init(|| Content::of_checkout(&root).expect("the content is checked"))
}

fuzz_target!(|text: &str| {
    let Ok(saved) = Document::decode(text) else { return };
    assert_eq!(Document::decode(&saved.encode()).as_ref(), Ok(&saved));
    let quiz = &content().quiz;
    let answers = saved.answers(quiz);
    let _runs = saved.runs(quiz);
    let mut again = Document::default();
    again.set_all(quiz, &answers);
    assert_eq!(again.answers(quiz), answers);
    let mut merged = saved.clone();
    merged.merge(saved.clone());
    assert_eq!(merged, saved);
    let mut both = saved.clone();
    both.merge(again.clone());
    again.merge(saved);
    assert_eq!(both, again);
});
