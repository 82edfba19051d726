//! What stands around every view: header, notices, footer.

use leptos::prelude::*;

use crate::route::{Route, Step};
use crate::state::{Session, Theme};
use crate::view::page::page;
use crate::view::part::mark::HatchDefs;
use crate::view::part::notice::Notice;

/// The name and the links; inside `#head`.
#[component]
pub fn Header() -> impl IntoView {
    let session = Session::get();
    let link = move |route: Route, views: &'static [&'static str], name: &'static str| {
        let current = move || views.contains(&session.route().read().view()).then_some("page");
        view! {
            <a href=route.href() aria-current=current>
                {name}
            </a>
        }
    };
    view! {
            <div class="page">
                <a class="wordmark" href=Route::Guide(None).href()>
                    "Headphones "
                    <em>"or"</em>
                    " IEMs"
                </a>
                <nav class="nav" aria-label="Main">
                    {link(Route::Guide(None), &["guide"], "Guide")}
                    {link(Route::Quiz(Step::Resume), &["quiz", "result"], "Quiz")}
                    {link(Route::Method(None), &["method"], "How it works")}
                </nav>
            </div>
    }
}

/// The notices and the page at the route; inside `#live`.
#[component]
pub fn Live() -> impl IntoView {
    let session = Session::get();
    let shown = Memo::new(move |_| session.route().get().page());
    view! {
        <HatchDefs />
        <KeepingNotice />
        {move || page(shown.get())}
    }
}

/// Says if answers are not kept, and what to do about it.
#[component]
fn KeepingNotice() -> impl IntoView {
    let session = Session::get();
    move || {
        session.keeping().get().notice().map(|(title, sentence)| {
            view! {
                <Notice id="keeping" title>
                    <p>{sentence}</p>
                </Notice>
            }
        })
    }
}

/// The promise and the switch of colours; inside `#foot`.
#[component]
pub fn Footer() -> impl IntoView {
    let session = Session::get();
    let switch = move |theme: Theme| {
        view! {
            <label>
                <input
                    class="said"
                    type="radio"
                    name="theme"
                    value=theme.id()
                    checked=theme == Theme::default()
                    prop:checked=move || session.theme().get() == theme
                    on:change=move |_| session.set_theme(theme)
                />
                <span>{theme.name()}</span>
            </label>
        }
    };
    view! {
            <div class="page">
                <p>"No tracking, no cookies, no affiliate links."</p>
                <fieldset class="theme">
                    <legend>"Colours:"</legend>
                    {Theme::ALL.map(switch).collect_view()}
                </fieldset>
            </div>
    }
}
