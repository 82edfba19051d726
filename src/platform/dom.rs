//! The document around the views: title, focus, scrolling, events, and the attributes of `<html>`
//! and `<main>`.
//!
//! Most functions do nothing if the element they need is missing. A `_refused` result is ignored
//! because the app works without the call that failed.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::ev::Event;
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::{document, set_timeout, window, window_event_listener_untyped};
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
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

/// Opens what the element with this id is in and moves focus to it. What can be seen whole stays
/// where it is; else the page is scrolled to it.
pub fn focus(id: &str) {
    if let Some(element) = opened(id) {
        let is_seen = is_in_window(&element);
        let _refused = element.focus();
        if !is_seen {
            element.scroll_into_view();
        }
    }
}

/// The element with this id, after everything that it is in has been opened.
fn opened(id: &str) -> Option<HtmlElement> {
    let element = find(id)?.dyn_into::<HtmlElement>().ok()?;
    open_around(&element);
    Some(element)
}

fn is_in_window(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    place.top() >= 0.0 && height.is_some_and(|height| place.bottom() <= height)
}

/// Opens every `<details>` that an element is in.
fn open_around(element: &Element) {
    while let Ok(Some(closed)) = element.closest("details:not([open])") {
        if closed.set_attribute("open", "").is_err() {
            break;
        }
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

/// Opens what the element with this id is in, moves focus to it and scrolls the page to it, after the
/// views have been updated.
pub fn lead_to_later(id: String) {
    later(move || {
        if let Some(element) = opened(&id) {
            let _refused = element.focus();
            element.scroll_into_view();
        }
    });
}

/// Selects the heading of the current view. Views that the browser renders are in `#live`; the guide
/// is always in the document, and shown if `data-view` on `<main>` names it.
const HEADING: &str = "#live h1,[data-view=guide] h1";

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

/// Adds a listener to the window. Returns what removes it.
fn listen(event: &str, listener: impl Fn(Event) + 'static) -> WindowListenerHandle {
    // Boxed for the same reason as in `later`.
    let listener: Box<dyn Fn(Event)> = Box::new(listener);
    window_event_listener_untyped(event, listener)
}

/// Runs `listener` once, at the first sign of a visitor: a scroll, a moving pointer, a touch or a
/// key.
pub fn on_first_input(listener: impl Fn() + Clone + 'static) {
    let listening: Rc<RefCell<Vec<WindowListenerHandle>>> = Rc::default();
    for event in ["scroll", "pointermove", "touchstart", "keydown"] {
        let (listener, all) = (listener.clone(), Rc::clone(&listening));
        let handle = listen(event, move |_| {
            all.take().into_iter().for_each(WindowListenerHandle::remove);
            listener();
        });
        listening.borrow_mut().push(handle);
    }
}

/// Runs `listener` whenever a pointer or the focus comes into the element with this id.
pub fn on_reach(id: &str, listener: impl Fn() + Clone + 'static) {
    let Some(element) = find(id) else { return };
    for event in ["pointerover", "focusin"] {
        let listener = Closure::<dyn Fn()>::new(listener.clone()).into_js_value();
        let _refused = element.add_event_listener_with_callback(event, listener.unchecked_ref());
    }
}

/// Marks the element with this id as live, for scripts that wait for it.
pub fn mark_live(id: &str) {
    if let Some(element) = find(id) {
        let _refused = element.set_attribute("data-live", "");
    }
}

/// What can have the focus in a view.
const CONTROLS: &str = "button,input,summary,a,[tabindex]";

/// Remembers which control in the element with this id has the focus, and how far its scroll region
/// is scrolled, and returns what restores both after the element's children have been replaced.
pub fn remember_state_of(id: &'static str) -> impl FnOnce() {
    let focused = document().active_element();
    let at = focused.and_then(|focused| controls(id).position(|control| control == focused));
    let scrolled = scroll_region(id).map(|region| (region.scroll_left(), region.scroll_top()));
    move || {
        if let (Some(region), Some((left, top))) = (scroll_region(id), scrolled) {
            region.set_scroll_left(left);
            region.set_scroll_top(top);
        }
        let control = at.and_then(|at| controls(id).nth(at));
        if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
            // Later, because a listener that is running cannot be entered by the event of the focus.
            later(move || {
                let _refused = control.focus();
            });
        }
    }
}

fn scroll_region(id: &str) -> Option<Element> {
    all_in(id, ".scroll").next()
}

fn controls(id: &str) -> impl Iterator<Item = Element> {
    all_in(id, CONTROLS)
}

/// What a selector finds in the element with this id.
fn all_in(id: &str, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let all = find(id).and_then(|element| element.query_selector_all(selector).ok());
    let nodes = all.into_iter().flat_map(|all| (0..all.length()).filter_map(move |at| all.get(at)));
    nodes.filter_map(|node| node.dyn_into().ok())
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

/// Handles clicks on glossary terms, in the prerendered guide and in live views alike, and on the skip
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

/// Removes all children of the element with this id, and returns it if it exists.
pub fn clear_children(id: &str) -> Option<HtmlElement> {
    let element: HtmlElement = find(id)?.dyn_into().ok()?;
    element.set_text_content(None);
    Some(element)
}

/// The text of the element with this id.
pub fn text(id: &str) -> Option<String> {
    find(id)?.text_content()
}

/// Adds a `<style>` at the end of `<head>`. The policy allows it by the hash of its text.
pub(super) fn add_style(css: &str) {
    let head = document().query_selector("head").ok().flatten();
    if let (Some(head), Ok(style)) = (head, document().create_element("style")) {
        style.set_text_content(Some(css));
        let _refused = head.append_child(&style);
    }
}

/// Marks the app as failed. The page then shows its failure notice.
pub fn fail() {
    set_root_attribute("data-app", "failed");
}

/// Marks the app as ready after the views have been updated.
pub fn ready_later() {
    later(|| set_root_attribute("data-app", "ready"));
}
