//! Puts the app together: the page as it is prerendered, and the live parts that a browser mounts
//! into it.
//!
//! Guide and method page are plain HTML that nothing rebuilds: the browser never downloads the code
//! to make them a second time. See `docs/decisions/0002-live-parts-instead-of-hydration.md`.

use std::cell::{Cell, RefCell};

use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::browser::page;
use crate::content::{BiasReport, Content};
use crate::model::Guide;
use crate::nodes;
use crate::route::{Route, Step};
use crate::state::{Session, Theme};
use crate::view::markup::{self, Markup, el};
use crate::view::page::data;
use crate::view::page::guide::compare::compare;
use crate::view::page::guide::guide_page;
use crate::view::page::method::method;
use crate::view::page::quiz::all::quiz_all;
use crate::view::page::quiz::paper::quiz_on_paper;
use crate::view::part::keeping::keeping_notices;
use crate::view::part::mark::defs;
use crate::view::shell::{footer, header, live_page};

/// The name after every title.
const NAME: &str = "Headphones or IEMs";

/// The page as built, before any script has run: header, guide, footer.
pub fn built(content: &'static Content, guide: &'static Guide) -> Markup {
    provide_context(Session::new(content));
    let main =
        el("main").class("page").id("main").attr("tabindex", "-1").attr("data-view", "guide");
    let main = main.with(keeping_notices()).with(el("article").id("guide").with(guide_page(guide)));
    let skip = el("a").class("skip").attr("href", "#main").with("Skip to the content");
    nodes![
        defs(),
        el("header").class("head").with(skip).with(el("div").id("head").with(header())),
        main.with(el("div").id("live")),
        el("footer").class("foot").id("foot").with(footer(Theme::default())),
    ]
}

/// What stands beside it: the whole quiz for readers without JavaScript, the method page, and the
/// words of the data page. Their ids are their routes, so that plain links lead there.
pub fn still(content: &'static Content, bias: &BiasReport) -> Markup {
    provide_context(Session::new(content));
    el("section")
        .class("page")
        .attr("aria-label", "To read")
        .with(el("article").id("/quiz").with(quiz_all(true)))
        .with(el("article").id("/method").with(method(bias)))
        .with(el("article").id("/data").with(data::data_page()))
        .into()
}

/// The quiz on paper, for a page of its own.
pub fn paper(content: &'static Content) -> Markup {
    quiz_on_paper(&content.quiz)
}

/// Starts the app in the page. Whatever goes wrong ends in words, not in a blank page.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        leptos::logging::error!("{panic}");
        page::fail();
    }));
    let packed = page::text("content");
    let Some(content) = packed.and_then(|text| Content::unpacked(&text)) else {
        return page::fail();
    };
    // Content and session live as long as the page.
    let content: &'static Content = Box::leak(Box::new(content));
    let mount = move || {
        if mount_all(content).is_none() {
            page::fail();
        }
    };
    page::later(move || match page::element("app") {
        Some(app) => mount_to(app, mount).forget(),
        None => page::fail(),
    });
}

/// Mounts every live part in its place; `None` if a place is missing.
fn mount_all(content: &'static Content) -> Option<()> {
    let session = Session::new(content);
    provide_context(session);
    page::adopt("/method", "main")?;
    page::adopt("/data", "main")?;
    session.load();
    markup::mount(&page::emptied("head")?, header());
    for (place, make) in data::PLACES {
        markup::mount(&page::emptied(place)?, data::live_part(make));
    }
    markup::mount(&page::emptied("foot")?, footer(Session::theme()));
    let owner: &Owner = Box::leak(Box::new(Owner::current()?));
    compare_once_used(session, owner);
    mount_later(owner, "live", live_page);
    // First, so that a deep link is shown by the time it is scrolled to.
    page::ready_later();
    follow(session);
    Some(())
}

/// Makes the comparison live when it is first used, or has to say what it was not built with.
fn compare_once_used(session: Session, owner: &'static Owner) {
    let is_live: &Cell<bool> = Box::leak(Box::default());
    let make = move || {
        if !is_live.replace(true) {
            mount_in("compare", owner, compare);
        }
    };
    page::on_compare(make);
    markup::follow(move || {
        if !session.answers().read().own().is_empty() {
            make();
        }
    });
}

/// Mounts a large part in a task of its own, so that the browser can see to the visitor in between.
fn mount_later(owner: &'static Owner, place: &'static str, make: fn() -> Markup) {
    page::later(move || mount_in(place, owner, make));
}

fn mount_in(place: &str, owner: &Owner, make: fn() -> Markup) {
    match page::emptied(place) {
        Some(place) => owner.with(|| markup::mount(&place, make())),
        None => page::fail(),
    }
}

/// Keeps title, focus and the marks on `<main>` in step with the session.
fn follow(session: Session) {
    page::on_hash_change(move || session.follow());
    page::on_other_tabs(move || session.catch_up());
    page::on_clicks();
    markup::follow(move || {
        let on_result = session.route().view() == "result";
        page::mark_main("data-view", Some(session.route().view()));
        let word = on_result.then(|| session.verdict().read().word.id());
        page::mark_main("data-verdict", word);
        page::mark_main("data-leader", on_result.then(|| session.leader_id()));
    });
    let before = RefCell::new(None);
    markup::follow(move || {
        let route = session.route();
        page::set_title(&title(session, &route));
        let last = before.replace(Some(route.clone()));
        settle_focus(&route, last.as_ref());
    });
}

/// "Question 3 of 13 – Headphones or IEMs".
fn title(session: Session, route: &Route) -> String {
    let page = match route {
        Route::Quiz(Step::Topic(id)) => {
            session.quiz().find_topic(id).map(|topic| session.step_name(topic))
        }
        Route::Quiz(Step::Importance) => Some("What counts most".to_owned()),
        Route::Quiz(Step::All) => Some("All questions".to_owned()),
        _ => None,
    };
    format!("{} – {NAME}", page.unwrap_or_else(|| route.title().to_owned()))
}

/// After a move, focus goes to the place that the address names, else to the heading of the page.
/// The first view keeps the browser's own focus, but goes to the place it was opened at.
fn settle_focus(route: &Route, before: Option<&Route>) {
    match (route.place(), before) {
        (Some(place), _) => page::focus_later(Route::anchor(route.view(), place)),
        (None, Some(before)) if before != route => page::focus_heading_later(),
        (None, None) if *route == Route::Unreadable => page::focus_heading_later(),
        _ => {}
    }
}
