//! The result as a link, and a result that came with one.

use crate::components::remembered::{Followed, Remembered};
use crate::components::section::quiet_section;
use crate::markup::{El, Markup, copy_of, el, live, live_text};
use crate::nodes;
use crate::route::Route;
use crate::state::Session;

/// The id of the field with the link.
const LINK: &str = "link";

/// The link to this result, to copy; nothing while there is nothing to share.
pub fn share() -> Markup {
    let session = Session::get();
    let is_said = Followed::new(move || session.link().is_some());
    live(move || {
        is_said.get().then(|| {
            nodes![
                link(session),
                el("p").class("small print-only").with(live_text(move || session.imprint()))
            ]
        })
    })
}

fn link(session: Session) -> Markup {
    let field = el("input")
        .id(LINK)
        .attr("type", "text")
        .flag("readonly")
        .attr("aria-label", "Link to this result")
        .live_attr("value", move || session.link());
    // None before the button was used.
    let copied = Remembered::new(None::<bool>);
    let copy = el("button")
        .class("button second")
        .attr("type", "button")
        .on("click", move |_| copied.set(Some(session.copy(LINK))))
        .with("Copy the link");
    let said = live_text(move || match copied.get() {
        None => String::new(),
        Some(true) => "Copied.".to_owned(),
        Some(false) => "Not copied: copy it from the field.".to_owned(),
    });
    let about = "Whoever opens it sees this result, and keeps their own answers. The answers are in the \
                 link itself; no server gets them.";
    let body = nodes![
        el("p").class("small").with(about),
        field,
        el("p").class("actions").with(copy).with(el("span").attr("role", "status").with(said)),
        copy_of("#frame".to_owned(), "-result"),
    ];
    quiet_section("result", "share", "Share this result", "section quiet screen", body)
}

/// The notice over the result of a link.
pub fn shared(session: Session) -> Option<El> {
    let is_complete = session.shared()?;
    let take = el("button")
        .class("button")
        .attr("type", "button")
        .on("click", move |_| session.adopt_shared())
        .with("Use these answers");
    let own = el("a").attr("href", Route::Result(None).href()).with("Show my own result");
    let lost = (!is_complete).then_some(
        " This version of the page does not know all of its answers; it leaves those out.",
    );
    let words = "These answers came with a link. Yours are as they were. What you change here is kept \
                 only if you use these answers.";
    let notice = el("section")
        .class("notice")
        .id("shared")
        .attr("aria-label", "A shared result")
        .with(el("p").with(words).with(lost))
        .with(el("p").class("actions screen").with(take).with(own));
    Some(notice)
}
