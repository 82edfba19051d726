//! Puts the app together: the page as it is prerendered, and the live parts that a browser mounts
//! into it.
//!
//! Guide and method page are plain HTML that nothing rebuilds: the browser never downloads the code
//! or the words to make them a second time. See `docs/decisions/0001-live-parts-not-hydration.md`.

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

use crate::browser::page;
use crate::content::Content;
use crate::model::Guide;
use crate::route::{Route, Step};
use crate::state::Session;
use crate::view::page::guide::compare::Compare;
use crate::view::page::guide::GuidePage;
use crate::view::page::method::Method;
use crate::view::page::quiz::all::QuizAll;
use crate::view::shell::{Footer, Header, Live};

/// The name after every title.
const NAME: &str = "Headphones or IEMs";

/// The page as built, before any script has run: header, guide, footer.
#[component]
pub fn Built(content: &'static Content, guide: &'static Guide) -> impl IntoView {
    provide_context(Session::new(content));
    view! {
        <a class="skip" href="#main">
            "Skip to the content"
        </a>
        <header class="head" id="head">
            <Header />
        </header>
        <main class="page" id="main" tabindex="-1" data-view="guide">
            <article id="guide">
                <GuidePage guide />
            </article>
            <div id="live"></div>
        </main>
        <footer class="foot" id="foot">
            <Footer />
        </footer>
    }
}

/// What stands beside it: the method page, and the whole quiz for readers without JavaScript. Their
/// ids are their routes, so that plain links lead there.
#[component]
pub fn Still(content: &'static Content) -> impl IntoView {
    provide_context(Session::new(content));
    view! {
        <div class="page">
            <article id="/quiz">
                <QuizAll is_still=true />
            </article>
            <article id="/method">
                <Method />
            </article>
        </div>
    }
}

/// Starts the app in the page. Whatever goes wrong ends in words, not in a blank page.
pub fn start() {
    std::panic::set_hook(Box::new(|_| page::fail()));
    let packed = page::text("content");
    let Some(content) = packed.and_then(|text| Content::unpacked(&text)) else {
        return page::fail();
    };
    let content: &'static Content = Box::leak(Box::new(content));
    let owner = Owner::new();
    let session = owner.with(|| Session::new(content));
    session.load();
    if mount_all(session).is_none() {
        return page::fail();
    }
    owner.with(|| follow(session));
    // The session lives as long as the page.
    std::mem::forget(owner);
    page::ready_later();
}

/// Mounts every live part in its place; `None` if a place is missing.
fn mount_all(session: Session) -> Option<()> {
    page::adopt("/method", "main")?;
    mount(page::emptied("head")?, session, || view! { <Header /> }.into_any());
    mount(page::emptied("compare")?, session, || view! { <Compare /> }.into_any());
    mount(page::emptied("live")?, session, || view! { <Live /> }.into_any());
    mount(page::emptied("foot")?, session, || view! { <Footer /> }.into_any());
    Some(())
}

fn mount(place: HtmlElement, session: Session, part: impl FnOnce() -> AnyView + 'static) {
    let with_session = move || {
        provide_context(session);
        part()
    };
    mount_to(place, with_session).forget();
}

/// Keeps title, focus and the marks on `<main>` in step with the session.
fn follow(session: Session) {
    page::on_hash_change(move || session.follow());
    page::on_terms();
    Effect::new(move || {
        let on_result = session.route().read().view() == "result";
        page::mark_main("data-view", Some(session.route().read().view()));
        let word = on_result.then(|| session.verdict().read().word.id());
        page::mark_main("data-verdict", word);
        page::mark_main("data-leader", on_result.then(|| session.leader_id()));
    });
    Effect::new(move |before: Option<Route>| {
        let route = session.route().get();
        page::set_title(&title(session, &route));
        settle_focus(&route, before.as_ref());
        route
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
        _ => {}
    }
}
