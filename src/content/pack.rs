//! A compact text format that carries the checked content to the browser.
//!
//! The build checks the JSON files once and embeds the result in the page as lines of text. The
//! same words are in the page as HTML, so they compress well, and reading the lines takes a tenth
//! of the code that parsing and checking JSON would. `docs/decisions/0003-packed-content.md` has
//! the figures.
//!
//! Sources, reasons and descriptions are left out, because the static pages have them.
//!
//! The first line holds every number, one or three characters each. Each further line holds one
//! text. Both are in the order of the record declarations below. A list is written as its length
//! followed by its items, and an optional value as a flag followed by the value, if there is one.

mod number;

use std::str::{Bytes, Lines};

use super::Content;
use crate::model::criterion::{Criterion, Group};
use crate::model::device_type::{DeviceType, DeviceTypeShop, GradedRating, Prices};
use crate::model::quiz::{AnswerOption, Effect, Question, Quiz, Topic};
use crate::model::shop::{Condition, Shop, ShopPart, Signpost};
use crate::model::{
    CriterionId, DeviceTypeId, DeviceTypeSet, Family, Grade, GroupId, Kind, OptionId, Prose,
    QuestionId, Rating, Span, Thresholds, TopicId,
};

/// The output: the numbers of the first line, and the texts, one per line.
#[derive(Default)]
struct Packed {
    numbers: String,
    texts: String,
}

/// Input cursor. A missing or malformed field yields its default and sets `is_damaged`, which is
/// checked once at the end, because an early return from every field would double the code.
struct Cursor<'a> {
    numbers: Bytes<'a>,
    texts: Lines<'a>,
    is_damaged: bool,
}

impl Cursor<'_> {
    /// Returns the value, or the default after setting `is_damaged`.
    fn or_damaged<T: Default>(&mut self, value: Option<T>) -> T {
        self.is_damaged |= value.is_none();
        value.unwrap_or_default()
    }
}

/// A value that can be written to [`Packed`] and read back.
trait Pack: Sized {
    fn pack(&self, out: &mut Packed);
    fn unpack(cursor: &mut Cursor) -> Self;
}

impl Content {
    /// Writes the content in the packed format, without the words that only static pages show.
    pub fn packed(&self) -> String {
        let mut out = Packed::default();
        self.pack(&mut out);
        format!("{}\n{}", out.numbers, out.texts)
    }

    /// Reads the output of [`Content::packed`]. Returns `None` if it is damaged. Some damage cannot
    /// be detected, such as a changed letter in a text.
    pub fn unpacked(text: &str) -> Option<Self> {
        let mut texts = text.lines();
        let mut cursor = Cursor { numbers: texts.next()?.bytes(), texts, is_damaged: false };
        let content = Self::unpack(&mut cursor);
        let is_whole = cursor.numbers.next().is_none() && cursor.texts.next().is_none();
        if is_whole && !cursor.is_damaged {
            return Some(content);
        }
        // The app stops here, so the leak is harmless, and it saves a kilobyte of drop code.
        std::mem::forget(content);
        None
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Packed) {
        // A line break inside a text would shift all later texts.
        out.texts.push_str(&self.replace(['\n', '\r'], " "));
        out.texts.push('\n');
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        let text = cursor.texts.next();
        cursor.or_damaged(text).to_owned()
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Packed) {
        u8::try_from(self.len()).unwrap_or(u8::MAX).pack(out);
        for item in self {
            item.pack(out);
        }
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        let mut items = Self::new();
        for _ in 0..u8::unpack(cursor) {
            items.push(T::unpack(cursor));
        }
        items
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Packed) {
        self.is_some().pack(out);
        if let Some(item) = self {
            item.pack(out);
        }
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        bool::unpack(cursor).then(|| T::unpack(cursor))
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, out: &mut Packed) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        (A::unpack(cursor), B::unpack(cursor))
    }
}

impl<T: Pack, const N: usize> Pack for [T; N] {
    fn pack(&self, out: &mut Packed) {
        for item in self {
            item.pack(out);
        }
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        std::array::from_fn(|_| T::unpack(cursor))
    }
}

/// Ids are written as the position that they hold.
macro_rules! position {
    ($($type:ident),*) => {$(
        impl Pack for $type {
            fn pack(&self, out: &mut Packed) {
                self.0.pack(out);
            }

            fn unpack(cursor: &mut Cursor) -> Self {
                Self(u8::unpack(cursor))
            }
        }
    )*};
}

position!(DeviceTypeId, CriterionId, GroupId, QuestionId, OptionId, TopicId);

/// Enums are written as the position of the value in the list of all values.
macro_rules! one_of {
    ($($type:ty: $all:expr),*) => {$(
        impl Pack for $type {
            fn pack(&self, out: &mut Packed) {
                let at = $all.iter().position(|item| item == self).unwrap_or_default();
                u8::try_from(at).unwrap_or_default().pack(out);
            }

            fn unpack(cursor: &mut Cursor) -> Self {
                let at = usize::from(u8::unpack(cursor));
                cursor.is_damaged |= at >= $all.len();
                $all.get(at).copied().unwrap_or($all[0])
            }
        }
    )*};
}

one_of!(
    Family: Family::ALL,
    Grade: Grade::ALL,
    Kind: [Kind::Context, Kind::One, Kind::Many]
);

/// Thresholds are written as `u16`, because percentages can exceed the range of the short form.
impl Pack for Thresholds {
    fn pack(&self, out: &mut Packed) {
        for threshold in [self.close_below, self.clear_from, self.pair_gain] {
            u16::from(threshold).pack(out);
        }
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        let mut threshold = || {
            let value = u16::unpack(cursor).try_into().ok();
            cursor.or_damaged(value)
        };
        Self { close_below: threshold(), clear_from: threshold(), pair_gain: threshold() }
    }
}

impl Pack for Rating {
    fn pack(&self, out: &mut Packed) {
        self.value().pack(out);
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        let rating = Self::new(i8::unpack(cursor));
        cursor.or_damaged(rating)
    }
}

impl Pack for DeviceTypeSet {
    fn pack(&self, out: &mut Packed) {
        let members: Vec<u8> = (0..64).filter(|at| self.has(DeviceTypeId(*at))).collect();
        members.pack(out);
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        let members = Vec::<u8>::unpack(cursor).into_iter();
        members.fold(Self::default(), |set, at| set.with(DeviceTypeId(at)))
    }
}

impl Pack for Span {
    fn pack(&self, out: &mut Packed) {
        match self {
            Self::Text(text) => (false, text.clone()).pack(out),
            Self::Term { id, shown, name, note } => {
                (true, id.clone()).pack(out);
                (shown.clone(), (name.clone(), note.clone())).pack(out);
            }
        }
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        let (is_term, first) = <(bool, String)>::unpack(cursor);
        if !is_term {
            return Self::Text(first);
        }
        let (shown, (name, note)) = <(String, (String, String))>::unpack(cursor);
        Self::Term { id: first, shown, name, note }
    }
}

impl Pack for Prose {
    fn pack(&self, out: &mut Packed) {
        self.0.pack(out);
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        Self(Vec::unpack(cursor))
    }
}

/// Records are written field by field, in the declared order. Fields that are not declared get
/// their default: only static pages show them, and live components copy them from there.
macro_rules! record {
    ($($type:ident { $($field:ident),* $(; $default:ident)? })*) => {$(
        impl Pack for $type {
            fn pack(&self, out: &mut Packed) {
                $(self.$field.pack(out);)*
            }

            fn unpack(cursor: &mut Cursor) -> Self {
                Self { $($field: Pack::unpack(cursor),)* $(..Self::$default())? }
            }
        }
    )*};
}

record! {
    Content { version, quiz, shop, signposts; default }
    Quiz { device_types, groups, criteria, topics, questions, thresholds, budget }
    Group { id, name }
    Criterion { id, code, group, name, phrases, claims; default }
    DeviceType { id, code, family, title, short, column, prices, ratings, shop; default }
    GradedRating { rating, grade; default }
    Prices { entry, mid, high, flagship, extra }
    DeviceTypeShop { search, filter, extras, regrets, say }
    Topic { id, title, short, hint, groups }
    Question { id, code, topic, kind, title, short, hint, options }
    AnswerOption { id, code, label, short, note, effects, because, excludes, exclusion, exclusive }
    Effect { criterion, value }
    Shop { tests, filters, say }
    ShopPart { text, device_types, when }
    Condition { question, option }
    Signpost { id, when, refuge; default }
}
