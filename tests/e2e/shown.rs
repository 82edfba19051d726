//! Every view in every state, and the ways to look at it: what the tests for everyone go through.

use serde_json::json;

use crate::page::Page;
use crate::persona::Persona;

/// A view as some visitor sees it.
pub struct Shown {
    pub hash: &'static str,
    /// The persona whose answers are stored; nobody's if none.
    pub visitor: Option<&'static str>,
}

/// In the order that stores least often.
pub const VIEWS: [Shown; 15] = [
    Shown { hash: "#/", visitor: None },
    Shown { hash: "#/quiz/scene", visitor: None },
    Shown { hash: "#/quiz/in-canal", visitor: None },
    Shown { hash: "#/method", visitor: None },
    Shown { hash: "#/data", visitor: None },
    Shown { hash: "#/nonsense", visitor: None },
    Shown { hash: "#/result", visitor: Some("20-all-skipped") },
    Shown { hash: "#/result", visitor: Some("18-neither") },
    Shown { hash: "#/result", visitor: Some("12-side-sleeper") },
    Shown { hash: "#/result", visitor: Some("01-stage-performer") },
    Shown { hash: "#/result", visitor: Some("36-places-double") },
    Shown { hash: "#/quiz/annoys", visitor: Some("36-places-double") },
    Shown { hash: "#/quiz/importance", visitor: Some("36-places-double") },
    Shown { hash: "#/quiz/all", visitor: Some("36-places-double") },
    Shown { hash: "#/data", visitor: Some("36-places-double") },
];

/// The words that a verdict can have; `VIEWS` has a result of each.
pub const VERDICTS: [&str; 5] = ["undecided", "conflict", "close", "leaning", "clear"];

/// Goes through every view, each shown as its visitor sees it.
#[track_caller]
pub fn each(page: &Page, look: impl Fn(&str)) {
    let mut present = None;
    for Shown { hash, visitor } in VIEWS {
        if visitor != present {
            let persona = Persona::named(visitor.expect("the first are nobody's"));
            page.come_back_with(&persona.document());
            present = visitor;
        }
        page.go(hash);
        page.until_shown(hash);
        look(&format!("{hash} of {}", visitor.unwrap_or("nobody")));
    }
}

impl Page {
    /// Waits until the view at a hash is drawn.
    #[track_caller]
    pub fn until_shown(&self, hash: &str) {
        let view = match hash.split('/').nth(1) {
            None | Some("" | "guide") => "guide",
            Some(view @ ("quiz" | "result" | "method" | "data")) => view,
            Some(_) => "not-found",
        };
        self.until_view(view);
        let condition = format!("location.hash === '{hash}' && all('main h1').length === 1");
        self.until(&format!("{hash} is shown"), &condition);
    }

    /// Shows the page as a device with this setting does, such as `prefers-color-scheme`.
    pub fn prefer(&self, name: &str, value: &str) {
        let features = json!({ "features": [{ "name": name, "value": value }] });
        self.send("Emulation.setEmulatedMedia", features);
    }
}
