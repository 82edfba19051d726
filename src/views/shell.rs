//! What stands around every view: header and footer.

use leptos::prelude::*;

use crate::components::reactive::{attribute, handler};
use crate::route::{Route, Step};
use crate::state::{Session, Theme};

/// The name and the links; inside `#head`.
#[component]
pub fn Header() -> impl IntoView {
    view! {
        <div class="page">
            <a class="wordmark" href=Route::Guide(None).href()>
                "Headphones "
                <em>"or"</em>
                " IEMs"
            </a>
            <nav class="nav" aria-label="Main">
                <NavLink route=Route::Guide(None) views=&["guide"] name="Guide" />
                <NavLink route=Route::Quiz(Step::Resume) views=&["quiz", "result"] name="Quiz" />
                <NavLink route=Route::Noise(None) views=&["noise"] name="Noise" />
                <NavLink route=Route::Shortlist(None) views=&["shortlist"] name="Shortlist" />
                <NavLink route=Route::Method(None) views=&["method"] name="How it works" />
            </nav>
        </div>
    }
}

/// A link that is current while one of `views` is shown.
#[component]
fn NavLink(route: Route, views: &'static [&'static str], name: &'static str) -> impl IntoView {
    let session = Session::get();
    let current =
        attribute(move || views.contains(&session.route().view()).then(|| "page".to_owned()));
    view! {
        <a href=route.href() aria-current=current>
            {name}
        </a>
    }
}

/// The promise and the switch of colours; inside `#foot`.
#[component]
pub fn Footer(current: Theme) -> impl IntoView {
    let session = Session::get();
    let switch = move |theme: Theme| {
        view! {
            <label>
                <input
                    class="visually-hidden"
                    type="radio"
                    name="theme"
                    value=theme.id()
                    checked=theme == current
                    on:change=handler(move |_| session.set_theme(theme))
                />
                <span>{theme.name()}</span>
            </label>
        }
    };
    view! {
        <div class="page">
            <p>
                "No tracking, no cookies, no affiliate links. "
                <a href=Route::Data.href()>"Your data"</a>
                " stays in this browser."
            </p>
            <fieldset class="theme">
                <legend>"Colours:"</legend>
                {Theme::ALL.map(switch)}
            </fieldset>
        </div>
    }
}
