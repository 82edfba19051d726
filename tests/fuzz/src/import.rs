//! Fuzzes the import of a file: any text is either refused, or can be exported and imported again
//! without a difference.
#![no_main]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "the fuzzer looks for panics")]

use headphones_or_iems::store::Document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(file) = Document::from_file(text) else { return };
    let mut own = Document::default();
    own.erase();
    if own.adopt(&file).is_err() {
        return;
    }
    let exported = own.export();
    let decoded = Document::decode(&exported).expect("an export can be decoded");
    let mut restored = own.clone();
    restored.erase();
    restored.adopt(&decoded).expect("as many as before");
    assert_eq!(restored.export(), exported);
    own.adopt(&decoded).expect("as many as before");
    assert_eq!(own.export(), exported, "importing the same file again must change nothing");
});
