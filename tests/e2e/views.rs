//! Every view in every state, for the accessibility tests and the screenshots to go through.

use serde_json::json;

use crate::candidates::{self, SHORTLIST};
use crate::page::Page;
use crate::persona::Persona;

/// A view as a certain visitor sees it.
pub struct View {
    pub hash: &'static str,
    /// The persona whose answers are stored, if any.
    pub visitor: Option<&'static str>,
}

/// Sorted by visitor, so that each document is stored only once.
pub const VIEWS: [View; 19] = [
    View { hash: "#/", visitor: None },
    View { hash: "#/quiz/scene", visitor: None },
    View { hash: "#/quiz/in-canal", visitor: None },
    View { hash: "#/noise", visitor: None },
    View { hash: "#/shortlist", visitor: None },
    View { hash: "#/method", visitor: None },
    View { hash: "#/data", visitor: None },
    View { hash: "#/nonsense", visitor: None },
    View { hash: "#/result", visitor: Some("20-all-skipped") },
    View { hash: "#/result", visitor: Some("57-nothing-fits") },
    View { hash: "#/result", visitor: Some("12-side-sleeper") },
    View { hash: "#/result", visitor: Some("01-stage-performer") },
    View { hash: "#/result", visitor: Some("21-repairer") },
    View { hash: "#/quiz/annoys", visitor: Some("21-repairer") },
    View { hash: "#/quiz/importance", visitor: Some("21-repairer") },
    View { hash: "#/quiz/all", visitor: Some("21-repairer") },
    View { hash: "#/data", visitor: Some("21-repairer") },
    View { hash: "#/noise", visitor: Some("21-repairer") },
    View { hash: "#/shortlist", visitor: Some("21-repairer") },
];

/// All verdicts. `VIEWS` contains a result with each of them.
pub const VERDICTS: [&str; 5] = ["undecided", "conflict", "close", "leaning", "clear"];

/// Opens every view, stores its visitor's answers, and calls `look` with a description of the view.
#[track_caller]
pub fn each(page: &Page, look: impl Fn(&str)) {
    let mut current = None;
    for View { hash, visitor } in VIEWS {
        if visitor != current {
            let persona = Persona::named(visitor.expect("views without answers should come first"));
            page.come_back_with(&persona.document());
            current = visitor;
        }
        page.go(hash);
        page.until_shown(hash);
        if hash == "#/" {
            page.until_comparison_is_live();
        }
        if hash == SHORTLIST && visitor.is_some() {
            candidates::fill(page);
        }
        look(&format!("{hash} of {}", visitor.unwrap_or("no persona")));
    }
}

impl Page {
    /// Waits until the view at a hash is shown.
    #[track_caller]
    pub fn until_shown(&self, hash: &str) {
        let view = match hash.split('/').nth(1) {
            None | Some("" | "guide") => "guide",
            Some(view @ ("quiz" | "result" | "noise" | "shortlist" | "method" | "data")) => view,
            Some(_) => "not-found",
        };
        self.until_view(view);
        let condition = format!("location.hash === '{hash}' && all('main h1').length === 1");
        self.until(&format!("{hash} is shown"), &condition);
    }

    /// Emulates a media feature, such as `prefers-color-scheme`.
    pub fn prefer(&self, name: &str, value: &str) {
        let features = json!({ "features": [{ "name": name, "value": value }] });
        self.send("Emulation.setEmulatedMedia", features);
    }
}
