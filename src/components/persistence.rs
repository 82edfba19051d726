//! Whether answers are kept, in words. All of them stand in the page from the start; `data-persistence` on
//! `<html>` shows one, or none while all is well.

use crate::markup::{Markup, el};
use crate::route::Route;

/// The state, a heading, what it means, and what to do.
const NOTICES: [(&str, &str, &str); 5] = [
    (
        "blocked",
        "Your answers are not kept",
        "This browser does not let the page store anything, so a reload will lose your answers. The \
         quiz works all the same. To keep them, allow site data for this page and reload.",
    ),
    (
        "full",
        "Your answers are not kept from here on",
        "This browser’s storage for the page is full. The quiz works all the same, but a reload will \
         lose your last answers. Remove stored data of this site to make room.",
    ),
    (
        "aside",
        "Stored answers could not be read",
        "They may be damaged. They are set aside, and nothing of them is lost. The quiz starts anew, \
         and your answers are kept.",
    ),
    (
        "foreign",
        "Stored answers could not be read",
        "They may be damaged, and there is no room to set them aside. They are left as they are, so \
         answers of this visit are not kept. Save what is stored as a file, then erase it.",
    ),
    (
        "newer",
        "Stored answers are from a newer version",
        "They are left as they are, so answers of this visit are not kept. Reload to get the newer \
         version of the page.",
    ),
];

/// Every notice; none is shown before something is wrong.
pub fn persistence_notices() -> Markup {
    let mut all = el("div").class("screen").id("keeping").attr("role", "status");
    for (id, title, words) in NOTICES {
        let data = el("a").attr("href", Route::Data.href()).with("See what is stored");
        let notice = el("section")
            .class("notice")
            .attr("data-when", id)
            .with(el("h2").with(title))
            .with(el("p").with(words).with(" ").with(data).with("."));
        all = all.with(notice);
    }
    all.into()
}
