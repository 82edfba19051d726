//! A part of a view that is made after the rest.

use std::time::Duration;

use leptos::prelude::*;

use super::when::When;

/// At sixty frames a second, one is painted in this time.
const FRAME: Duration = Duration::from_millis(20);

/// A part that is made in a task of its own, so that what stands before it is painted first. `on_made`
/// runs once the part is there. The prerender makes it at once.
#[component]
pub fn Deferred(
    #[prop(optional, into)] on_made: Option<Callback<()>>,
    children: ChildrenFn,
) -> impl IntoView {
    let is_due = RwSignal::new(false);
    let make = move || {
        // The view may have gone in the meantime.
        if is_due.try_set(true).is_none()
            && let Some(on_made) = on_made
        {
            on_made.run(());
        }
    };
    if cfg!(feature = "ssr") {
        make();
    } else {
        set_timeout(make, FRAME);
    }
    view! { <When condition=is_due>{children()}</When> }
}
