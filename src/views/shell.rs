//! What stands around every view: header, notices, footer.

use crate::markup::{El, Markup, el, live};
use crate::route::{Route, Step};
use crate::state::{Session, Theme};
use crate::views::page;

/// The name and the links; inside `#head`.
pub fn header() -> Markup {
    let session = Session::get();
    let link = move |route: Route, views: &'static [&'static str], name: &'static str| {
        let is_current = move || views.contains(&session.route().view());
        el("a")
            .attr("href", route.href())
            .live_attr("aria-current", move || is_current().then_some("page"))
            .with(name)
    };
    let wordmark = el("a").class("wordmark").attr("href", Route::Guide(None).href());
    let nav = el("nav")
        .class("nav")
        .attr("aria-label", "Main")
        .with(link(Route::Guide(None), &["guide"], "Guide"))
        .with(link(Route::Quiz(Step::Resume), &["quiz", "result"], "Quiz"))
        .with(link(Route::Method(None), &["method"], "How it works"))
        .with(link(Route::Data, &["data"], "Your data"));
    el("div")
        .class("page")
        .with(wordmark.with("Headphones ").with(el("em").with("or")).with(" IEMs"))
        .with(nav)
        .into()
}

/// The page at the route; inside `#live`.
pub fn live_page() -> Markup {
    let session = Session::get();
    live(move || page(session.page()))
}

/// The promise and the switch of colours; inside `#foot`.
pub fn footer(current: Theme) -> Markup {
    let session = Session::get();
    let switches = Theme::ALL.map(|theme| switch(session, theme, current));
    el("div")
        .class("page")
        .with(el("p").with("No tracking, no cookies, no affiliate links."))
        .with(el("fieldset").class("theme").with(el("legend").with("Colours:")).with_all(switches))
        .into()
}

fn switch(session: Session, theme: Theme, current: Theme) -> El {
    let input = el("input")
        .class("visually-hidden")
        .attr("type", "radio")
        .attr("name", "theme")
        .attr("value", theme.id())
        .checked(move || theme == current)
        .on("change", move |_| session.set_theme(theme));
    el("label").with(input).with(el("span").with(theme.name()))
}
