//! What stands around every view: header, notices, footer.

use leptos::prelude::*;

use crate::route::{Route, Step};
use crate::state::{Session, Theme};
use crate::view::page::page;
use crate::view::part::mark::HatchDefs;
use crate::view::part::notice::Notice;

/// The page: header, the view at the route, footer.
#[component]
pub fn Shell() -> impl IntoView {
    let session = Session::get();
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        session.focus("main");
    };
    view! {
        <a class="skip" href="#main" on:click=skip>
            "Skip to the content"
        </a>
        <HatchDefs />
        <Header />
        <Main />
        <Footer />
    }
}

#[component]
fn Header() -> impl IntoView {
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
        <header class="head">
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
        </header>
    }
}

#[component]
fn Main() -> impl IntoView {
    let session = Session::get();
    let shown = Memo::new(move |_| session.route().get().page());
    let view = move || session.route().read().view();
    let on_result = move || shown.read().view() == "result";
    let word = move || on_result().then(|| session.verdict().read().word.id());
    let leader = move || on_result().then(|| session.leader_id());
    view! {
        <main class="page" id="main" tabindex="-1" data-view=view data-verdict=word data-leader=leader>
            <KeepingNotice />
            {move || page(shown.get())}
        </main>
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

#[component]
fn Footer() -> impl IntoView {
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
        <footer class="foot">
            <div class="page">
                <p>"No tracking, no cookies, no affiliate links."</p>
                <fieldset class="theme">
                    <legend>"Colours:"</legend>
                    {Theme::ALL.map(switch).collect_view()}
                </fieldset>
            </div>
        </footer>
    }
}
