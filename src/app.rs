//! Assembles the app: the prerendered page, and the live components that the browser mounts into
//! it.
//!
//! The guide and "How it works" are static HTML. The browser never renders them again, so the wasm
//! does not contain their views. See `docs/decisions/0002-live-parts-instead-of-hydration.md`.

use std::cell::{Cell, RefCell};

use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::components::icon::defs;
use crate::components::persistence::persistence_notices;
use crate::content::{BiasReport, Content};
use crate::markup::{self, Markup, el};
use crate::model::Guide;
use crate::nodes;
use crate::platform::{BROWSER, dom};
use crate::route::{Route, Step};
use crate::state::{Session, Theme};
use crate::views::data;
use crate::views::guide::compare::compare;
use crate::views::guide::guide_page;
use crate::views::method::method;
use crate::views::quiz::all::quiz_all;
use crate::views::quiz::paper::quiz_on_paper;
use crate::views::shell::{footer, header, live_page};

/// The site name, which ends every document title.
const NAME: &str = "Headphones or IEMs";

/// The prerendered page: header, guide and footer, as they are before any script has run.
pub fn prerendered(content: &'static Content, guide: &'static Guide) -> Markup {
    provide_context(Session::new(content, &BROWSER));
    let main =
        el("main").class("page").id("main").attr("tabindex", "-1").attr("data-view", "guide");
    let main =
        main.with(persistence_notices()).with(el("article").id("guide").with(guide_page(guide)));
    let skip = el("a").class("skip").attr("href", "#main").with("Skip to the content");
    nodes![
        defs(),
        el("header").class("head").with(skip).with(el("div").id("head").with(header())),
        main.with(el("div").id("live")),
        el("footer").class("foot").id("foot").with(footer(Theme::default())),
    ]
}

/// The static fallback for readers without JavaScript: the whole quiz, "How it works", and the text
/// of "Your data". Element ids equal the routes, so that plain links work.
pub fn static_fallback(content: &'static Content, bias: &BiasReport) -> Markup {
    provide_context(Session::new(content, &BROWSER));
    el("section")
        .class("page")
        .attr("aria-label", "To read")
        .with(el("article").id("/quiz").with(quiz_all(true)))
        .with(el("article").id("/method").with(method(bias)))
        .with(el("article").id("/data").with(data::data_page()))
        .into()
}

/// The quiz to fill in on paper, for `paper.html`.
pub fn paper(content: &'static Content) -> Markup {
    quiz_on_paper(&content.quiz)
}

/// Starts the app in the browser. If anything fails, the page shows its failure notice.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        leptos::logging::error!("{panic}");
        dom::fail();
    }));
    let embedded = dom::text("content");
    let Some(content) = embedded.and_then(|text| Content::from_embedded(&text)) else {
        return dom::fail();
    };
    // The content is needed as long as the page is open.
    let content: &'static Content = Box::leak(Box::new(content));
    let mount = move || {
        if mount_all(content).is_none() {
            dom::fail();
        }
    };
    dom::later(move || match dom::element("app") {
        Some(app) => mount_to(app, mount).forget(),
        None => dom::fail(),
    });
}

/// Mounts every live component. Returns `None` if the page lacks an element to mount into.
fn mount_all(content: &'static Content) -> Option<()> {
    let session = Session::new(content, &BROWSER);
    provide_context(session);
    dom::adopt("/method", "main")?;
    dom::adopt("/data", "main")?;
    session.load();
    markup::mount(&dom::clear_children("head")?, header());
    for (section, make) in data::MOUNT_POINTS {
        markup::mount(&dom::clear_children(section)?, data::live_part(make));
    }
    markup::mount(&dom::clear_children("foot")?, footer(session.theme()));
    let owner: &Owner = Box::leak(Box::new(Owner::current()?));
    mount_compare_when_needed(session, owner);
    mount_later(owner, "live", live_page);
    // Queued before the task that scrolls to a deep link, which needs the finished layout.
    dom::ready_later();
    update_document(session);
    Some(())
}

/// Mounts the live comparison when it is first clicked, or when there are own ratings, which the
/// prerendered comparison does not show.
fn mount_compare_when_needed(session: Session, owner: &'static Owner) {
    let is_mounted: &Cell<bool> = Box::leak(Box::default());
    let mount_once = move || {
        if !is_mounted.replace(true) {
            mount_in("compare", owner, compare);
        }
    };
    dom::on_compare(mount_once);
    markup::follow(move || {
        if !session.answers().read().own_ratings().is_empty() {
            mount_once();
        }
    });
}

/// Mounts a large component in a task of its own, so that the browser can handle input in between.
fn mount_later(owner: &'static Owner, section: &'static str, make: fn() -> Markup) {
    dom::later(move || mount_in(section, owner, make));
}

/// Replaces the children of the element with this id by a component.
fn mount_in(section: &str, owner: &Owner, make: fn() -> Markup) {
    match dom::clear_children(section) {
        Some(section) => owner.with(|| markup::mount(&section, make())),
        None => dom::fail(),
    }
}

/// Listens to the window, and updates title, focus and the attributes of `<main>` from the session.
fn update_document(session: Session) {
    dom::on_hash_change(move || session.follow());
    dom::on_storage_or_pageshow(move || session.merge_stored());
    dom::on_clicks();
    markup::follow(move || {
        let on_result = session.route().view() == "result";
        dom::set_main_attribute("data-view", Some(session.route().view()));
        let word = on_result.then(|| session.verdict().read().word.id());
        dom::set_main_attribute("data-verdict", word);
        dom::set_main_attribute("data-leader", on_result.then(|| session.leader_id()));
    });
    let before = RefCell::new(None);
    markup::follow(move || {
        let route = session.route();
        dom::set_title(&title(session, &route));
        let last = before.replace(Some(route.clone()));
        settle_focus(&route, last.as_ref());
    });
}

/// The document title, such as "Question 3 of 13 – Headphones or IEMs".
fn title(session: Session, route: &Route) -> String {
    let step = match route {
        Route::Quiz(Step::Topic(id)) => {
            session.quiz().find_topic(id).map(|topic| session.step_name(topic))
        }
        Route::Quiz(Step::Weights) => Some("What counts most".to_owned()),
        Route::Quiz(Step::All) => Some("All questions".to_owned()),
        _ => None,
    };
    format!("{} – {NAME}", step.unwrap_or_else(|| route.title().to_owned()))
}

/// Moves focus after a route change: to the section that the URL names, or else to the heading of
/// the view. On page load, only a section or the message about an unreadable link gets focus.
fn settle_focus(route: &Route, before: Option<&Route>) {
    match (route.section(), before) {
        (Some(section), _) => dom::focus_later(Route::anchor(route.view(), section)),
        (None, Some(before)) if before != route => dom::focus_heading_later(),
        (None, None) if *route == Route::Unreadable => dom::focus_heading_later(),
        _ => {}
    }
}
