//! Fuzzes the URL hash and the code of a share link: routes and links survive a round trip.
#![no_main]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "the fuzzer looks for panics")]

use std::sync::OnceLock;

use headphones_or_iems::content::Content;
use headphones_or_iems::model::Answers;
use headphones_or_iems::route::Route;
use headphones_or_iems::store::link;
use libfuzzer_sys::fuzz_target;

fn content() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    CONTENT.get_or_init(|| Content::of_checkout(&root).expect("the content is checked"))
}

fuzz_target!(|text: &str| {
    let route = Route::from_hash(text);
    if !matches!(route, Route::NotFound | Route::Unreadable) {
        assert_eq!(Route::from_hash(&route.href()), route);
    }
    let code = match &route {
        Route::Shared(code) => code,
        _ => text,
    };
    let quiz = &content().quiz;
    if let Some(link) = link::decode(quiz, code) {
        match link::encode(quiz, &link.answers) {
            Some(code) => {
                assert_eq!(link::decode(quiz, &code).map(|it| it.answers), Some(link.answers));
            }
            None => assert_eq!(link.answers, Answers::empty(quiz)),
        }
    }
});
