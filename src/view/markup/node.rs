//! What markup is made of, and the functions that write it.

use std::borrow::Cow;

use leptos::web_sys::Event;

/// Words in markup or in an attribute: borrowed from the content, or made.
pub type Words = Cow<'static, str>;

/// A piece of markup.
pub enum Markup {
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
    /// The id of the element.
    pub(super) from: String,
    /// Whether the element itself is copied.
    pub(super) is_whole: bool,
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
    Markup::Live(Box::new(move || make().into()))
}

/// Text that follows the signals that `words` reads.
pub fn live_text(words: impl Fn() -> String + 'static) -> Markup {
    Markup::LiveText(Box::new(words))
}

/// A copy of what is inside the element with the id `from`, with `suffix` after every id in it.
pub fn inside_of(from: String, suffix: &'static str) -> Markup {
    Markup::Copy(Copied { from, is_whole: false, suffix })
}

/// A copy of the element with the id `from`, with `suffix` after every id in it.
pub fn copy_of(from: String, suffix: &'static str) -> Markup {
    Markup::Copy(Copied { from, is_whole: true, suffix })
}

impl El {
    #[inline(never)]
    fn add_attribute(mut self, name: &'static str, value: Value) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    fn add_child(mut self, child: Markup) -> Self {
        self.0.children.push(child);
        self
    }

    /// An attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl Into<Words>) -> Self {
        self.add_attribute(name, Value::Fixed(value.into()))
    }

    /// An attribute if there is a value for it.
    #[must_use]
    pub fn attr_if(self, name: &'static str, value: Option<impl Into<Words>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// The `class` attribute.
    #[must_use]
    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// The `id` attribute.
    #[must_use]
    pub fn id(self, id: impl Into<Words>) -> Self {
        self.attr("id", id)
    }

    /// An attribute without a value, such as `hidden`.
    #[must_use]
    pub fn flag(self, name: &'static str) -> Self {
        self.attr(name, "")
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
    pub fn on(mut self, event: &'static str, listener: impl Fn(Event) + 'static) -> Self {
        self.0.listeners.push((event, Box::new(listener)));
        self
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
    /// Nothing.
    pub const fn nothing() -> Self {
        Self::Many(Vec::new())
    }

    /// The items of an iterator in a row.
    pub fn all<M: Into<Self>>(items: impl IntoIterator<Item = M>) -> Self {
        Self::Many(items.into_iter().map(Into::into).collect())
    }
}

impl From<El> for Markup {
    fn from(element: El) -> Self {
        Self::Element(element)
    }
}

impl From<&'static str> for Markup {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<&'static String> for Markup {
    fn from(text: &'static String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Markup {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<M: Into<Self>> From<Option<M>> for Markup {
    fn from(maybe: Option<M>) -> Self {
        maybe.map_or(Self::nothing(), Into::into)
    }
}

impl From<Vec<Self>> for Markup {
    fn from(many: Vec<Self>) -> Self {
        Self::Many(many)
    }
}
