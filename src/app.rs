//! Puts the app together, and starts it in a browser: hydrating the page as built if nothing has
//! touched it, mounting otherwise.

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

use crate::browser::page;
use crate::content::Content;
use crate::route::{Route, Step};
use crate::state::Session;
use crate::view::page::still::Still;
use crate::view::shell::Shell;

/// The name after every title.
const NAME: &str = "Headphones or IEMs";

/// The app. Hydrating, its first rendering must be what the prerender made, so the address and the
/// storage are read after it; mounting, they are read before.
#[component]
pub fn App(content: &'static Content, is_mounting: bool) -> impl IntoView {
    let session = Session::new(content);
    provide_context(session);
    if is_mounting {
        session.load();
    }
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            if !is_mounting {
                session.load();
            }
            page::on_hash_change(move || session.follow());
            page::ready_later();
        }
    });
    Effect::new(move |before: Option<Route>| {
        let route = session.route().get();
        page::set_title(&title(session, &route));
        settle_focus(&route, before.as_ref());
        route
    });
    view! { <Shell /> }
}

/// The static copies of method page and quiz that stand beside the app.
#[component]
pub fn StillCopies(content: &'static Content) -> impl IntoView {
    provide_context(Session::new(content));
    view! { <Still /> }
}

/// "Question 3 of 13 – Headphones or IEMs".
pub fn title(session: Session, route: &Route) -> String {
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
        (None, Some(before)) if before != route => page::focus_top_later("main h1"),
        _ => {}
    }
}

/// Starts the app in the page. Whatever goes wrong ends in words, not in a blank page.
pub fn start() {
    std::panic::set_hook(Box::new(|_| page::fail()));
    let content = match Content::built_in() {
        Ok(content) => Box::leak(Box::new(content)),
        Err(error) => {
            leptos::logging::error!("{error}");
            return page::fail();
        }
    };
    let Some(built) = page::find("app").and_then(|app| app.dyn_into::<HtmlElement>().ok()) else {
        return page::fail();
    };
    let is_guide = matches!(Route::from_hash(&page::hash()), Route::Guide(_));
    if is_guide && page::is_as_built(&built) {
        hydrate(built, content);
    } else {
        mount(&built, content);
    }
}

#[cfg(feature = "hydrate")]
fn hydrate(built: HtmlElement, content: &'static Content) {
    let app = move || view! { <App content is_mounting=false /> };
    leptos::mount::hydrate_from(built, app).forget();
}

#[cfg(not(feature = "hydrate"))]
fn hydrate(built: HtmlElement, content: &'static Content) {
    mount(&built, content);
}

/// Builds the app apart and puts it in the place of the static copy in one step.
fn mount(built: &HtmlElement, content: &'static Content) {
    let Some(apart) = page::empty_copy(built) else { return page::fail() };
    mount_to(apart.clone(), move || view! { <App content is_mounting=true /> }).forget();
    page::replace(built, &apart);
}
