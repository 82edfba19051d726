//! The document around the views: title, focus, scrolling, events, and the attributes of `<html>`
//! and `<main>`.
//!
//! Most functions do nothing if the element they need is missing. A `_refused` result is ignored
//! because the app works without the call that failed.

use leptos::ev::Event;
use leptos::prelude::{document, set_timeout, window, window_event_listener_untyped};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// Sets the title of the document.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets an attribute of `<html>`.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _refused = root.set_attribute(name, value);
    }
}

/// Moves focus to the element with this id, and scrolls it into view.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _refused = element.focus();
        element.scroll_into_view();
    }
}

/// Runs `task` in a macrotask of its own, after the current one and after tasks queued earlier.
pub fn later(task: impl FnOnce() + 'static) {
    // Boxed, because every closure type that is passed to the browser adds its own glue code.
    let task: Box<dyn FnOnce()> = Box::new(task);
    set_timeout(task, std::time::Duration::ZERO);
}

/// Calls [`focus`] after the views have been updated.
pub fn focus_later(id: String) {
    later(move || focus(&id));
}

/// Selects the heading of the current view. Views that the browser renders are in `#live`. The
/// static views are all in the document, and `data-view` on `<main>` names the one that is shown.
const HEADING: &str = "#live h1,[data-view=guide] h1,[data-view=method] #\\/method h1,\
                       [data-view=data] #\\/data h1";

/// Scrolls to the top and moves focus to the heading of the current view, after the views have been
/// updated.
pub fn focus_heading_later() {
    later(|| {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(heading) = document().query_selector(HEADING).ok().flatten() {
            let _refused = heading.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// The element with this id.
pub(super) fn find(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Removes the element with this id.
pub fn remove(id: &str) {
    if let Some(element) = find(id) {
        element.remove();
    }
}

/// Adds a listener to the window. It is never removed.
fn listen(event: &str, listener: impl Fn(Event) + 'static) {
    // Boxed for the same reason as in `later`.
    let listener: Box<dyn Fn(Event)> = Box::new(listener);
    window_event_listener_untyped(event, listener);
}

/// Runs `listener` whenever `src/inline/compare.js` reports a click on the comparison.
pub fn on_compare(listener: impl Fn() + 'static) {
    listen("compare", move |_| listener());
}

/// Runs `listener` whenever the hash changes.
pub fn on_hash_change(listener: impl Fn() + 'static) {
    listen("hashchange", move |_| listener());
}

/// Runs `listener` when another tab writes to storage, and when the page is shown, which includes
/// being restored from the back/forward cache.
pub fn on_storage_or_pageshow(listener: impl Fn() + Copy + 'static) {
    for event in ["storage", "pageshow"] {
        listen(event, move |_| listener());
    }
}

/// Handles clicks on glossary terms, in static text and live components alike, and on the skip
/// link.
pub fn on_clicks() {
    listen("click", |event| {
        let _handled = handle_click(&event);
    });
}

/// Opens or closes the explanation of a clicked term. The skip link moves focus without changing
/// the hash, because the hash names the view. Returns `None` if no term was clicked.
fn handle_click(click: &Event) -> Option<()> {
    let target = click.target()?.dyn_into::<Element>().ok()?;
    let control = target.closest(".term,.skip").ok().flatten()?;
    let Some(note) = control.get_attribute("aria-controls") else {
        click.prevent_default();
        focus("main");
        return None;
    };
    let note = find(&note)?;
    let is_open = note.has_attribute("hidden");
    let _refused = note.toggle_attribute("hidden");
    let _refused = control.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
    Some(())
}

/// Sets an attribute of `<main>`, or removes it if `value` is `None`.
pub fn set_main_attribute(name: &str, value: Option<&str>) {
    let Some(main) = find("main") else { return };
    let _refused = match value {
        Some(value) => main.set_attribute(name, value),
        None => main.remove_attribute(name),
    };
}

/// The HTML element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    find(id)?.dyn_into().ok()
}

/// Removes all children of the element with this id, and returns it if it exists.
pub fn clear_children(id: &str) -> Option<Element> {
    let element = find(id)?;
    element.set_text_content(None);
    Some(element)
}

/// The text of the element with this id.
pub fn text(id: &str) -> Option<String> {
    find(id)?.text_content()
}

/// Moves the element `id` to the end of the element `parent`. Returns `None` if either is missing.
pub fn adopt(id: &str, parent: &str) -> Option<()> {
    let child = find(id)?;
    find(parent)?.append_child(&child).ok().map(drop)
}

/// Marks the app as failed. The page then shows its failure notice and keeps the static fallback.
pub fn fail() {
    set_root_attribute("data-app", "failed");
}

/// Marks the app as ready after the views have been updated, and removes the static fallback, so
/// that no control is in the document twice.
pub fn ready_later() {
    later(|| {
        remove("still");
        set_root_attribute("data-app", "ready");
    });
}
