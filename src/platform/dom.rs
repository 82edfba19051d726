//! The page around the views: address, title, focus, scrolling, and the marks on `<html>`.

use leptos::ev::Event;
use leptos::prelude::{document, set_timeout, window, window_event_listener_untyped};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::js_sys::Date;
use leptos::web_sys::{Element, HtmlDocument, HtmlElement, HtmlInputElement};

/// `location.hash`, with its `#`; empty if there is none.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The address of the page without its hash.
pub fn address() -> String {
    let mut address = window().location().href().unwrap_or_default();
    let end = address.bytes().position(|byte| byte == b'#').unwrap_or(address.len());
    address.truncate(end);
    address
}

/// Selects the text of the field with this id and copies it; whether the browser let it.
pub fn copy(id: &str) -> bool {
    let Some(field) = find(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else {
        return false;
    };
    let _refused = field.focus();
    field.select();
    // The newer way is missing where the page is a file or in a frame.
    document().unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false)
}

/// Goes to a hash, as a link would.
pub fn go(hash: &str) {
    // A browser refuses only what it throttles; the visitor can click again.
    let _refused = window().location().set_hash(hash);
}

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

/// An attribute of `<html>`.
pub fn root_attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// Moves focus to the element with this id, and scrolls it into view.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _refused = element.focus();
        element.scroll_into_view();
    }
}

/// Runs `task` after all that runs now, and after what was put off before it.
pub fn later(task: impl FnOnce() + 'static) {
    // One kind of closure for all: each has its own way into the browser.
    let task: Box<dyn FnOnce()> = Box::new(task);
    set_timeout(task, std::time::Duration::ZERO);
}

/// Moves focus to the element with this id once the views have caught up.
pub fn focus_later(id: String) {
    later(move || focus(&id));
}

/// The heading of the view that is shown: of the live one, or of the one that `<main>` names.
const HEADING: &str = "#live h1,[data-view=guide] h1,[data-view=method] #\\/method h1,\
                       [data-view=data] #\\/data h1";

/// Moves focus to the heading of the view that is shown, and scrolls to the top, once the views have
/// caught up.
pub fn focus_heading_later() {
    later(|| {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(heading) = document().query_selector(HEADING).ok().flatten() {
            let _refused = heading.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// Whether there is an element with this id.
pub fn has(id: &str) -> bool {
    find(id).is_some()
}

/// The element with this id.
fn find(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Removes the element with this id.
pub fn remove(id: &str) {
    if let Some(element) = find(id) {
        element.remove();
    }
}

/// The day by the visitor's clock, as `2026-11-22`.
pub fn today() -> String {
    let now = Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Opens the browser's print dialog.
pub fn print() {
    let _refused = window().print();
}

/// Chooses the control with this id, as a click would.
pub fn click(id: &str) {
    let element = find(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        element.click();
        let _refused = element.focus();
    }
}

/// Runs `listener` at each event of a kind, wherever in the page it happens.
fn listen(event: &str, listener: impl Fn(Event) + 'static) {
    // One kind of closure for all, as in `later`.
    let listener: Box<dyn Fn(Event)> = Box::new(listener);
    window_event_listener_untyped(event, listener);
}

/// Runs `listener` when the comparison is used; see `src/boot/compare.js`.
pub fn on_compare(listener: impl Fn() + 'static) {
    listen("compare", move |_| listener());
}

/// Runs `listener` whenever the hash changes.
pub fn on_hash_change(listener: impl Fn() + 'static) {
    listen("hashchange", move |_| listener());
}

/// Runs `listener` when another tab writes to storage, and when the page comes back from where the
/// browser had put it away.
pub fn on_other_tabs(listener: impl Fn() + Copy + 'static) {
    for event in ["storage", "pageshow"] {
        listen(event, move |_| listener());
    }
}

/// Lets every term on the page open and close its explanation, in static text and live parts alike,
/// and the skip link move focus without changing the address, which names the view.
pub fn on_clicks() {
    listen("click", |event| {
        let _of_another = answer(&event);
    });
}

fn answer(click: &Event) -> Option<()> {
    let target = click.target()?.dyn_into::<Element>().ok()?;
    let near = target.closest(".term,.skip").ok().flatten()?;
    let Some(note) = near.get_attribute("aria-controls") else {
        click.prevent_default();
        focus("main");
        return None;
    };
    let note = find(&note)?;
    let is_open = note.has_attribute("hidden");
    let _refused = note.toggle_attribute("hidden");
    let _refused = near.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
    Some(())
}

/// Sets or removes an attribute of `<main>`.
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

/// The element with this id, without its children; `None` if there is none.
pub fn emptied(id: &str) -> Option<Element> {
    let element = find(id)?;
    element.set_text_content(None);
    Some(element)
}

/// The text of the element with this id.
pub fn text(id: &str) -> Option<String> {
    find(id)?.text_content()
}

/// Moves an element into another; `None` if one is missing.
pub fn adopt(id: &str, parent: &str) -> Option<()> {
    let child = find(id)?;
    find(parent)?.append_child(&child).ok().map(drop)
}

/// Whether the app has failed: nothing may be written any more.
pub fn has_failed() -> bool {
    root_attribute("data-app").is_some_and(|app| app == "failed")
}

/// Marks the app as failed: the page shows its failure notice, and the static copies stay.
pub fn fail() {
    set_root_attribute("data-app", "failed");
}

/// Marks the app as ready once the views have caught up, and removes the static copies, so that no
/// control stands in the document twice.
pub fn ready_later() {
    later(|| {
        remove("still");
        set_root_attribute("data-app", "ready");
    });
}
