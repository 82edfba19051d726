//! What becomes markup, or the value of an attribute. Each way is compiled once and never inlined:
//! whoever writes markup hands on a pointer or two, and makes nothing on the stack.

use std::borrow::Cow;

use super::node::{El, Markup, Piece, Value, Words};

/// What can be the value of an attribute. One way in for each type, each compiled once.
pub trait Attribute {
    /// The element with this value.
    fn add_to(self, element: El, name: &'static str) -> El;
}

impl Attribute for &'static str {
    fn add_to(self, element: El, name: &'static str) -> El {
        element.add_fixed(name, self)
    }
}

impl Attribute for &'static String {
    fn add_to(self, element: El, name: &'static str) -> El {
        element.add_fixed(name, self)
    }
}

impl Attribute for String {
    #[inline(never)]
    fn add_to(self, element: El, name: &'static str) -> El {
        element.add_attribute(name, Value::Fixed(Cow::Owned(self)))
    }
}

impl Attribute for Words {
    #[inline(never)]
    fn add_to(self, element: El, name: &'static str) -> El {
        element.add_attribute(name, Value::Fixed(self))
    }
}

impl Attribute for i32 {
    #[inline(never)]
    fn add_to(self, element: El, name: &'static str) -> El {
        self.to_string().add_to(element, name)
    }
}

impl Attribute for usize {
    fn add_to(self, element: El, name: &'static str) -> El {
        // One kind of number in words is enough for the browser; nothing here is that large.
        i32::try_from(self).unwrap_or(i32::MAX).add_to(element, name)
    }
}

impl From<El> for Markup {
    #[inline(never)]
    fn from(element: El) -> Self {
        Self::of(Piece::Element(element))
    }
}

impl From<&'static str> for Markup {
    #[inline(never)]
    fn from(text: &'static str) -> Self {
        Self::of(Piece::Text(Cow::Borrowed(text)))
    }
}

impl From<&'static String> for Markup {
    #[inline(never)]
    fn from(text: &'static String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Markup {
    #[inline(never)]
    fn from(text: String) -> Self {
        Words::from(text).into()
    }
}

impl From<Words> for Markup {
    #[inline(never)]
    fn from(text: Words) -> Self {
        Self::of(Piece::Text(text))
    }
}

impl<M: Into<Self>> From<Option<M>> for Markup {
    fn from(maybe: Option<M>) -> Self {
        maybe.map_or_else(Self::nothing, Into::into)
    }
}

impl From<Vec<Self>> for Markup {
    fn from(many: Vec<Self>) -> Self {
        Self::Many(many)
    }
}
