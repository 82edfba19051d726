//! Assembles the app: the prerendered pages, and the live views that the browser mounts into one of
//! them.
//!
//! The guide is prerendered. The browser never renders it, so the wasm does not contain its views.
//! See `docs/decisions/0002-live-parts-instead-of-hydration.md`.

mod comparison;
mod document;
pub mod prerender;

use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::content::{Content, Embedded};
use crate::platform::{BROWSER, dom};
use crate::state::Session;
use crate::views::CurrentView;
use crate::views::shell::{Footer, Header};

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
    dom::later(move || or_fail(mount_all(content)));
}

fn or_fail(mounted: Option<()>) {
    if mounted.is_none() {
        dom::fail();
    }
}

/// Mounts every live view. Returns `None` if the page lacks an element to mount into.
fn mount_all(content: &'static Content) -> Option<()> {
    // It owns everything that lives as long as the page.
    let owner: &Owner = Box::leak(Box::new(Owner::new()));
    owner.with(|| {
        let session = Session::new(content, &BROWSER);
        provide_context(session);
        session.load();
        document::listen(session);
        mount_in("head", || view! { <Header /> })?;
        mount_in("foot", move || view! { <Footer current=session.theme() /> })?;
        // In a task of its own, so that the browser can handle input in between.
        dom::later(move || {
            owner.with(|| {
                or_fail(mount_in("live", || view! { <CurrentView /> }));
                set_ready(session);
                document::follow(session);
                // Its code is loaded after the app is ready.
                comparison::follow(session, owner);
            });
        });
        Some(())
    })
}

/// Says that the app is ready once the view at the address is there, or has said that it is not.
fn set_ready(session: Session) {
    Effect::new(move |was_ready: Option<bool>| {
        let is_ready = was_ready == Some(true) || !session.is_loading();
        if is_ready && was_ready != Some(true) {
            // Queued before the task that scrolls to a deep link, which needs the finished layout.
            dom::ready_later();
        }
        is_ready
    });
}

/// Replaces the children of the element with this id by a view, under the current owner. Returns
/// `None` if there is no such element.
fn mount_in<V: IntoView + 'static>(id: &str, view: impl FnOnce() -> V + 'static) -> Option<()> {
    let element = dom::clear_children(id)?;
    mount_to(element, view).forget();
    Some(())
}
