//! Markup as live nodes, in a browser.
//!
//! Everything a piece of markup keeps alive (its effects and listeners) belongs to the reactive
//! owner it was made under, and goes with it: when live markup is made again, what it replaces is
//! released first.

use std::any::Any;

use leptos::prelude::{RenderEffect, StoredValue, document, on_cleanup};
use leptos::reactive::graph::{AnySubscriber, Subscriber, ToAnySubscriber};
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Event, HtmlInputElement, Node, Text};

use super::node::{Copied, El, Listener, Markup, Piece, Value, Words};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Builds `markup` at the end of `place`, under the current owner.
pub fn mount(place: &Element, markup: Markup) {
    finish(build(markup, place, None));
}

/// Ends the app if the browser refused a node: without that part the page would look whole and not
/// be. The boot script sees the end, and says so in words.
fn finish(built: Built) {
    if built.is_err() {
        std::process::abort();
    }
}

type Built = Result<(), JsValue>;

/// Builds before `end`, or at the end of `parent`.
fn build(markup: Markup, parent: &Node, end: Option<&Node>) -> Built {
    match *markup.0 {
        Piece::Text(text) => insert(parent, &text_node(&text), end),
        Piece::Element(element) => {
            let node = element.build()?;
            insert(parent, &node, end)
        }
        Piece::Many(many) => many.into_iter().try_for_each(|one| build(one, parent, end)),
        Piece::LiveText(words) => {
            let node = text_node("");
            insert(parent, &node, end)?;
            follow(move || node.set_data(&words()));
            Ok(())
        }
        Piece::Live(make) => build_live(make, parent, end),
        Piece::Copy(copied) => build_copy(&copied, parent, end),
    }
}

/// An attribute that is an id or names one.
const IDS: [&str; 4] = ["id", "aria-controls", "aria-labelledby", "aria-describedby"];

/// A copy whose ids, and mentions of ids, have the suffix.
fn build_copy(copied: &Copied, parent: &Node, end: Option<&Node>) -> Built {
    let Some(from) = document().query_selector(&copied.from)? else { return Ok(()) };
    let copy: Element = from.clone_node_with_deep(true)?.unchecked_into();
    let inside = copy.query_selector_all("*")?;
    let inside = (0..inside.length()).filter_map(|at| inside.get(at));
    for element in inside.chain([copy.clone().into()]) {
        let element: Element = element.unchecked_into();
        for name in IDS {
            if let Some(id) = element.get_attribute(name) {
                element.set_attribute(name, &(id + copied.suffix))?;
            }
        }
    }
    if copied.is_complete {
        return insert(parent, &copy, end);
    }
    while let Some(child) = copy.first_child() {
        insert(parent, &child, end)?;
    }
    Ok(())
}

fn insert(parent: &Node, node: &Node, end: Option<&Node>) -> Built {
    parent.insert_before(node, end).map(drop)
}

fn text_node(text: &str) -> Text {
    document().create_text_node(text)
}

/// Two empty text nodes hold the place; what is between them is made again with each change.
fn build_live(make: Box<dyn Fn() -> Markup>, parent: &Node, end: Option<&Node>) -> Built {
    let (first, last): (Node, Node) = (text_node("").into(), text_node("").into());
    insert(parent, &first, end)?;
    insert(parent, &last, end)?;
    follow(move || {
        let markup = make();
        clear(&first, &last);
        if let Some(parent) = last.parent_node() {
            finish(build(markup, &parent, Some(&last)));
        }
    });
    Ok(())
}

fn clear(first: &Node, last: &Node) {
    while let Some(node) = first.next_sibling().filter(|node| node != last) {
        match node.parent_node() {
            Some(parent) => drop(parent.remove_child(&node)),
            None => break,
        }
    }
}

/// Keeps something for as long as the owner lives.
fn keep(kept: Box<dyn Any>) {
    StoredValue::new_local(kept);
}

/// Takes what follows signals out of their lists when its owner goes. Signals that live as long as
/// the page would otherwise keep a line for each of them, and call it with every change.
pub fn leave_later(follower: AnySubscriber) {
    on_cleanup(move || follower.clear_sources(&follower));
}

/// Runs `effect` now and whenever a signal that it reads changes, as long as the owner lives.
pub fn follow(effect: impl Fn() + 'static) {
    let effect: Box<dyn Fn()> = Box::new(effect);
    let effect = RenderEffect::new(move |_: Option<()>| effect());
    leave_later(effect.to_any_subscriber());
    keep(Box::new(effect));
}

impl El {
    fn build(self) -> Result<Element, JsValue> {
        let parts = *self.0;
        let element = if parts.is_svg {
            document().create_element_ns(Some(SVG), parts.tag)?
        } else {
            document().create_element(parts.tag)?
        };
        for (name, value) in parts.attributes {
            set(&element, name, value)?;
        }
        for child in parts.children {
            build(child, &element, None)?;
        }
        if let Some(is_checked) = parts.checked {
            let input: HtmlInputElement = element.clone().unchecked_into();
            follow(move || input.set_checked(is_checked()));
        }
        for (event, listener) in parts.listeners {
            listen(&element, event, listener)?;
        }
        Ok(element)
    }
}

fn set(element: &Element, name: &'static str, value: Value) -> Built {
    match value {
        Value::Fixed(value) => element.set_attribute(name, &value),
        Value::Live(value) => {
            let element = element.clone();
            follow(move || show(&element, name, value()));
            Ok(())
        }
    }
}

fn show(element: &Element, name: &str, value: Option<Words>) {
    let _refused = match value {
        Some(value) => element.set_attribute(name, &value),
        None => element.remove_attribute(name),
    };
}

fn listen(element: &Element, event: &str, listener: Listener) -> Built {
    let closure = Closure::<dyn Fn(Event)>::new(listener);
    element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref())?;
    keep(Box::new(closure));
    Ok(())
}
