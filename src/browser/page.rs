//! The page around the views: address, title, focus, scrolling, and the marks on `<html>`.

use leptos::prelude::{document, set_timeout, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, HtmlElement, Node};

/// `location.hash`, with its `#`; empty if there is none.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
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
pub fn mark(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _refused = root.set_attribute(name, value);
    }
}

/// An attribute of `<html>`.
pub fn marked(name: &str) -> Option<String> {
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

/// Moves focus to the element with this id once the views have caught up.
pub fn focus_later(id: String) {
    set_timeout(move || focus(&id), std::time::Duration::ZERO);
}

/// Moves focus to the first element that `selector` finds, without scrolling, and scrolls to the
/// top, once the views have caught up.
pub fn focus_top_later(selector: &'static str) {
    let focus = move || {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        let found = document().query_selector(selector).ok().flatten();
        if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            let _refused = element.focus();
        }
    };
    set_timeout(focus, std::time::Duration::ZERO);
}

/// The element with this id.
pub fn find(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Removes the element with this id.
pub fn remove(id: &str) {
    if let Some(element) = find(id) {
        element.remove();
    }
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

/// Runs `listener` whenever the hash changes.
pub fn on_hash_change(listener: impl FnMut() + 'static) {
    let mut listener = listener;
    let closure = leptos::wasm_bindgen::closure::Closure::<dyn FnMut()>::new(move || listener());
    let target: &JsValue = closure.as_ref();
    let _refused =
        window().add_event_listener_with_callback("hashchange", target.unchecked_ref());
    // The listener lives as long as the page.
    closure.forget();
}

/// Marks the app as failed: the page shows its failure notice, and the static copies stay.
pub fn fail() {
    mark("data-app", "failed");
}

/// Marks the app as ready once the views have caught up, and removes the static copies, so that no
/// control stands in the document twice.
pub fn ready_later() {
    let ready = || {
        remove("still");
        mark("data-boot", "done");
        mark("data-app", "ready");
    };
    set_timeout(ready, std::time::Duration::ZERO);
}

/// Whether the prerendered part of the page is what was built: nothing has been seen to change it
/// since it was parsed, and it holds as many elements and comments as at build time.
pub fn is_as_built(built: &HtmlElement) -> bool {
    let Some(expected) = built.get_attribute("data-built") else { return false };
    let is_touched = marked("data-touched").is_some();
    !is_touched && expected == count(built)
}

/// The elements and comments under `root`, as `elements,comments`.
fn count(root: &HtmlElement) -> String {
    let (mut elements, mut comments) = (0_u32, 0_u32);
    let mut open = vec![root.first_child()];
    while let Some(next) = open.pop() {
        let Some(node) = next else { continue };
        match node.node_type() {
            Node::ELEMENT_NODE => elements += 1,
            Node::COMMENT_NODE => comments += 1,
            _ => {}
        }
        open.push(node.next_sibling());
        open.push(node.first_child());
    }
    format!("{elements},{comments}")
}

/// An element like `built`, empty and apart from the page.
pub fn empty_copy(built: &HtmlElement) -> Option<HtmlElement> {
    built.clone_node_with_deep(false).ok()?.dyn_into().ok()
}

/// Puts `apart` in the place of `built`, keeping the scroll position.
pub fn replace(built: &HtmlElement, apart: &HtmlElement) {
    let top = window().scroll_y().unwrap_or(0.0);
    let _detached = built.replace_with_with_node_1(apart);
    window().scroll_to_with_x_and_y(0.0, top);
}
