//! Content in a compact form, for the browser.
//!
//! The build checks the JSON files once and writes what came out as lines of text into the page,
//! beside the same words as HTML, where they compress to little. Reading lines back takes a tenth
//! of the code of reading and checking JSON. `docs/decisions/0003-packed-content.md` has the bytes.
//!
//! Sources, reasons and descriptions are left out: the static pages have them.
//!
//! The first line has every number as a letter, the others are a text each, in the order of the
//! declarations below; a list is its length and its items; an option is a list of none or one.

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

/// What is written: numbers, and texts, each of which ends a line.
#[derive(Default)]
struct Packed {
    numbers: String,
    texts: String,
}

/// What is still to be read. What is missing or wrong reads as nothing and marks the whole as
/// damaged: with a way out of every field, the code to read would be twice as long.
struct Rest<'a> {
    numbers: Bytes<'a>,
    texts: Lines<'a>,
    is_damaged: bool,
}

impl Rest<'_> {
    /// The value, or nothing and a mark.
    fn or_damaged<T: Default>(&mut self, value: Option<T>) -> T {
        self.is_damaged |= value.is_none();
        value.unwrap_or_default()
    }
}

/// Something that can be written and read back.
trait Pack: Sized {
    fn pack(&self, out: &mut Packed);
    fn unpack(rest: &mut Rest) -> Self;
}

impl Content {
    /// Writes the content as lines, without what only static pages show.
    pub fn packed(&self) -> String {
        let mut out = Packed::default();
        self.pack(&mut out);
        format!("{}\n{}", out.numbers, out.texts)
    }

    /// Reads what [`Content::packed`] wrote; `None` if it is damaged.
    pub fn unpacked(text: &str) -> Option<Self> {
        let mut texts = text.lines();
        let mut rest = Rest { numbers: texts.next()?.bytes(), texts, is_damaged: false };
        let content = Self::unpack(&mut rest);
        let is_whole = rest.numbers.next().is_none() && rest.texts.next().is_none();
        if is_whole && !rest.is_damaged {
            return Some(content);
        }
        // The page is lost then; the code that gives memory back is a kilobyte.
        std::mem::forget(content);
        None
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Packed) {
        // A line break inside a text would shift every text after it.
        out.texts.push_str(&self.replace(['\n', '\r'], " "));
        out.texts.push('\n');
    }

    fn unpack(rest: &mut Rest) -> Self {
        let text = rest.texts.next();
        rest.or_damaged(text).to_owned()
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Packed) {
        u8::try_from(self.len()).unwrap_or(u8::MAX).pack(out);
        for item in self {
            item.pack(out);
        }
    }

    fn unpack(rest: &mut Rest) -> Self {
        let mut items = Self::new();
        for _ in 0..u8::unpack(rest) {
            items.push(T::unpack(rest));
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

    fn unpack(rest: &mut Rest) -> Self {
        bool::unpack(rest).then(|| T::unpack(rest))
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, out: &mut Packed) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(rest: &mut Rest) -> Self {
        (A::unpack(rest), B::unpack(rest))
    }
}

impl<T: Pack, const N: usize> Pack for [T; N] {
    fn pack(&self, out: &mut Packed) {
        for item in self {
            item.pack(out);
        }
    }

    fn unpack(rest: &mut Rest) -> Self {
        std::array::from_fn(|_| T::unpack(rest))
    }
}

/// Positions: their number.
macro_rules! position {
    ($($type:ident),*) => {$(
        impl Pack for $type {
            fn pack(&self, out: &mut Packed) {
                self.0.pack(out);
            }

            fn unpack(rest: &mut Rest) -> Self {
                Self(u8::unpack(rest))
            }
        }
    )*};
}

position!(DeviceTypeId, CriterionId, GroupId, QuestionId, OptionId, TopicId);

/// Words for a choice of few: the position in the list of all.
macro_rules! one_of {
    ($($type:ty: $all:expr),*) => {$(
        impl Pack for $type {
            fn pack(&self, out: &mut Packed) {
                let at = $all.iter().position(|item| item == self).unwrap_or_default();
                u8::try_from(at).unwrap_or_default().pack(out);
            }

            fn unpack(rest: &mut Rest) -> Self {
                let at = usize::from(u8::unpack(rest));
                rest.is_damaged |= at >= $all.len();
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

/// Shares of 100 are no small numbers.
impl Pack for Thresholds {
    fn pack(&self, out: &mut Packed) {
        for share in [self.close_below, self.clear_from, self.pair_gain] {
            u16::from(share).pack(out);
        }
    }

    fn unpack(rest: &mut Rest) -> Self {
        let mut share = || {
            let share = u16::unpack(rest).try_into().ok();
            rest.or_damaged(share)
        };
        Self { close_below: share(), clear_from: share(), pair_gain: share() }
    }
}

impl Pack for Rating {
    fn pack(&self, out: &mut Packed) {
        self.value().pack(out);
    }

    fn unpack(rest: &mut Rest) -> Self {
        let rating = Self::new(i8::unpack(rest));
        rest.or_damaged(rating)
    }
}

impl Pack for DeviceTypeSet {
    fn pack(&self, out: &mut Packed) {
        let members: Vec<u8> = (0..64).filter(|at| self.has(DeviceTypeId(*at))).collect();
        members.pack(out);
    }

    fn unpack(rest: &mut Rest) -> Self {
        let members = Vec::<u8>::unpack(rest).into_iter();
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

    fn unpack(rest: &mut Rest) -> Self {
        let (is_term, first) = <(bool, String)>::unpack(rest);
        if !is_term {
            return Self::Text(first);
        }
        let (shown, (name, note)) = <(String, (String, String))>::unpack(rest);
        Self::Term { id: first, shown, name, note }
    }
}

impl Pack for Prose {
    fn pack(&self, out: &mut Packed) {
        self.0.pack(out);
    }

    fn unpack(rest: &mut Rest) -> Self {
        Self(Vec::unpack(rest))
    }
}

/// Records: their fields, in this order. Fields that are not named stay behind: only static pages
/// show them, and live parts copy them from there.
macro_rules! record {
    ($($type:ident { $($field:ident),* $(; $rest:ident)? })*) => {$(
        impl Pack for $type {
            fn pack(&self, out: &mut Packed) {
                $(self.$field.pack(out);)*
            }

            fn unpack(rest: &mut Rest) -> Self {
                Self { $($field: Pack::unpack(rest),)* $(..Self::$rest())? }
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
