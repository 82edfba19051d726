//! Any text as a file to import: it is refused, or taken over so that saving it again gives the same.
#![no_main]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a crash is what is looked for")]

use headphones_or_iems::store::Document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(file) = Document::decode(text) else { return };
    let mut own = Document::default();
    own.erase();
    own.adopt(&file);
    let saved = own.export();
    let back = Document::decode(&saved).expect("what is exported can be read");
    let mut again = own.clone();
    again.erase();
    again.adopt(&back);
    assert_eq!(again.export(), saved);
    own.adopt(&back);
    assert_eq!(own.export(), saved, "the same file twice adds nothing");
});
