//! What markup is made of, and the functions that write it.

use std::borrow::Cow;

use leptos::web_sys::Event;

use super::from::Attribute;

/// Words in markup or in an attribute: borrowed from the content, or made.
pub type Words = Cow<'static, str>;

/// A piece of markup: one pointer, so that what makes and moves it is short.
pub struct Markup(pub(super) Box<Piece>);

/// What a piece of markup is.
pub(super) enum Piece {
    /// Text, escaped when rendered.
    Text(Words),
    /// An element.
    Element(El),
    /// Pieces in a row; none is nothing.
    Many(Vec<Markup>),
    /// Text that follows the signals it reads.
    LiveText(Box<dyn Fn() -> String>),
    /// A copy of an element that already stands in the page, or of what is inside it.
    Copy(Copied),
    /// Markup that is made again when a signal it reads changes.
    Live(Box<dyn Fn() -> Markup>),
}

/// What is copied from elsewhere in the page.
pub struct Copied {
    /// The selector of the element.
    pub(super) from: String,
    /// Whether the element itself is copied.
    pub(super) is_complete: bool,
    /// Goes after every id in the copy, so that ids stay unique.
    pub(super) suffix: &'static str,
}

/// The value of an attribute.
pub(super) enum Value {
    /// As it is.
    Fixed(Words),
    /// Follows the signals it reads; without a value the attribute is absent.
    Live(Box<dyn Fn() -> Option<Words>>),
}

/// Called with the event.
pub(super) type Listener = Box<dyn Fn(Event)>;

/// An element being written: `el("p").class("small").with("words")`.
///
/// Boxed, so that the chain of calls hands on one pointer: the difference is 10 KB of wasm.
pub struct El(pub(super) Box<Parts>);

/// What an element is made of.
pub(super) struct Parts {
    pub tag: &'static str,
    pub is_svg: bool,
    pub attributes: Vec<(&'static str, Value)>,
    /// Whether a control is on: follows the signals it reads.
    pub checked: Option<Box<dyn Fn() -> bool>>,
    pub listeners: Vec<(&'static str, Listener)>,
    pub children: Vec<Markup>,
}

/// An HTML element.
pub fn el(tag: &'static str) -> El {
    element(tag, false)
}

/// An SVG element.
pub fn svg(tag: &'static str) -> El {
    element(tag, true)
}

#[inline(never)]
fn element(tag: &'static str, is_svg: bool) -> El {
    El(Box::new(Parts {
        tag,
        is_svg,
        attributes: Vec::new(),
        checked: None,
        listeners: Vec::new(),
        children: Vec::new(),
    }))
}

/// Markup that is made again when a signal that `make` reads changes.
pub fn live<M: Into<Markup>>(make: impl Fn() -> M + 'static) -> Markup {
    Markup::of_live(Box::new(move || make().into()))
}

/// Text that follows the signals that `words` reads.
pub fn live_text(words: impl Fn() -> String + 'static) -> Markup {
    Markup::of(Piece::LiveText(Box::new(words)))
}

/// A copy of what is inside the first element that the selector `from` finds, with `suffix` after every id in it.
pub fn inside_of(from: String, suffix: &'static str) -> Markup {
    Markup::of(Piece::Copy(Copied { from, is_complete: false, suffix }))
}

/// A copy of the first element that the selector `from` finds, with `suffix` after every id in it.
pub fn copy_of(from: String, suffix: &'static str) -> Markup {
    Markup::of(Piece::Copy(Copied { from, is_complete: true, suffix }))
}

impl El {
    #[inline(never)]
    pub(super) fn add_attribute(mut self, name: &'static str, value: Value) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    pub(super) fn add_fixed(self, name: &'static str, value: &'static str) -> Self {
        self.add_attribute(name, Value::Fixed(Cow::Borrowed(value)))
    }

    #[inline(never)]
    fn add_listener(mut self, event: &'static str, listener: Listener) -> Self {
        self.0.listeners.push((event, listener));
        self
    }

    #[inline(never)]
    fn add_child(mut self, child: Markup) -> Self {
        self.0.children.push(child);
        self
    }

    /// An attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl Attribute) -> Self {
        value.add_to(self, name)
    }

    /// An attribute if there is a value for it.
    #[must_use]
    pub fn attr_if(self, name: &'static str, value: Option<impl Attribute>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// The `class` attribute.
    #[must_use]
    pub fn class(self, class: &'static str) -> Self {
        self.add_fixed("class", class)
    }

    /// The `id` attribute.
    #[must_use]
    pub fn id(self, id: impl Attribute) -> Self {
        self.attr("id", id)
    }

    /// An attribute without a value, such as `hidden`.
    #[must_use]
    pub fn flag(self, name: &'static str) -> Self {
        self.add_fixed(name, "")
    }

    /// An attribute that follows signals; absent while `value` gives none.
    #[must_use]
    pub fn live_attr<W: Into<Words>>(
        self,
        name: &'static str,
        value: impl Fn() -> Option<W> + 'static,
    ) -> Self {
        self.add_attribute(name, Value::Live(Box::new(move || value().map(Into::into))))
    }

    /// `aria-expanded` or `aria-pressed`, following a signal.
    #[must_use]
    pub fn live_state(self, name: &'static str, is_on: impl Fn() -> bool + 'static) -> Self {
        self.live_attr(name, move || Some(if is_on() { "true" } else { "false" }))
    }

    /// `hidden` unless the signals say that it is shown.
    #[must_use]
    pub fn shown(self, is_shown: impl Fn() -> bool + 'static) -> Self {
        self.live_attr("hidden", move || (!is_shown()).then_some(""))
    }

    /// Whether a radio or checkbox is on, following signals.
    #[must_use]
    pub fn checked(mut self, is_checked: impl Fn() -> bool + 'static) -> Self {
        self.0.checked = Some(Box::new(is_checked));
        self
    }

    /// Listens to an event.
    #[must_use]
    pub fn on(self, event: &'static str, listener: impl Fn(Event) + 'static) -> Self {
        self.add_listener(event, Box::new(listener))
    }

    /// A child, or several as a list or an option.
    #[must_use]
    pub fn with(self, child: impl Into<Markup>) -> Self {
        self.add_child(child.into())
    }

    /// Children from an iterator.
    #[must_use]
    pub fn with_all<M: Into<Markup>>(self, children: impl IntoIterator<Item = M>) -> Self {
        self.with(Markup::all(children))
    }
}

impl Markup {
    pub(super) fn of(piece: Piece) -> Self {
        Self(Box::new(piece))
    }

    #[inline(never)]
    fn of_live(make: Box<dyn Fn() -> Self>) -> Self {
        Self::of(Piece::Live(make))
    }

    /// Nothing.
    #[inline(never)]
    pub fn nothing() -> Self {
        Self::Many(Vec::new())
    }

    /// Pieces in a row.
    #[allow(non_snake_case, reason = "pages write it as the variant that it was")]
    #[inline(never)]
    pub fn Many(many: Vec<Self>) -> Self {
        Self::of(Piece::Many(many))
    }

    /// The items of an iterator in a row. A vector's own `collect` would be compiled for each kind.
    pub fn all<M: Into<Self>>(items: impl IntoIterator<Item = M>) -> Self {
        let mut many = Vec::new();
        items.into_iter().for_each(|item| add(&mut many, item.into()));
        Self::Many(many)
    }
}

#[inline(never)]
fn add(many: &mut Vec<Markup>, markup: Markup) {
    many.push(markup);
}
