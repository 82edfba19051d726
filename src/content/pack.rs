//! Content in a compact form, for the browser.
//!
//! The build checks the JSON files once and writes what came out as lines of text into the page,
//! beside the same words as HTML, where they compress to little. Reading lines back takes a tenth
//! of the code of reading and checking JSON. `docs/decisions/0003-packed-content.md` has the bytes.
//!
//! Sources, reasons and descriptions are left out: the static pages have them.
//!
//! Every field is a line, in the order of the declarations below; a list is its length and its
//! items; an option is a list of none or one.

use std::str::Lines;

use super::Content;
use crate::model::criterion::{Criterion, Group};
use crate::model::gear::{Gear, GearShop, Prices, Standing};
use crate::model::quiz::{Choice, Effect, Question, Quiz, Topic};
use crate::model::shop::{Condition, Shop, ShopPart, Signpost};
use crate::model::{
    ChoiceId, CriterionId, Family, GearId, GearSet, Grade, GroupId, Kind, Level, Prose, QuestionId,
    Span, Thresholds, TopicId,
};

/// Something that can be written as lines and read back.
trait Pack: Sized {
    fn pack(&self, out: &mut String);
    fn unpack(lines: &mut Lines) -> Option<Self>;
}

impl Content {
    /// Writes the content as lines, without what only static pages show.
    pub fn packed(&self) -> String {
        let mut out = String::new();
        self.pack(&mut out);
        out
    }

    /// Reads what [`Content::packed`] wrote; `None` if it is damaged.
    pub fn unpacked(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let content = Self::unpack(&mut lines)?;
        lines.next().is_none().then_some(content)
    }
}

impl Pack for String {
    fn pack(&self, out: &mut String) {
        // A line break inside a field would shift every field after it.
        out.push_str(&self.replace(['\n', '\r'], " "));
        out.push('\n');
    }

    fn unpack(lines: &mut Lines) -> Option<Self> {
        lines.next().map(str::to_owned)
    }
}

/// Numbers, as decimal digits.
macro_rules! number {
    ($($type:ty),*) => {$(
        impl Pack for $type {
            fn pack(&self, out: &mut String) {
                out.push_str(&self.to_string());
                out.push('\n');
            }

            fn unpack(lines: &mut Lines) -> Option<Self> {
                // One parser for all of them keeps the code small.
                let number: i64 = lines.next()?.parse().ok()?;
                Self::try_from(number).ok()
            }
        }
    )*};
}

number!(u8, i8, u16, u32);

impl Pack for bool {
    fn pack(&self, out: &mut String) {
        u8::from(*self).pack(out);
    }

    fn unpack(lines: &mut Lines) -> Option<Self> {
        Some(u8::unpack(lines)? == 1)
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut String) {
        u16::try_from(self.len()).unwrap_or(u16::MAX).pack(out);
        for item in self {
            item.pack(out);
        }
    }

    fn unpack(lines: &mut Lines) -> Option<Self> {
        let length = u16::unpack(lines)?;
        let mut items = Self::new();
        for _ in 0..length {
            items.push(T::unpack(lines)?);
        }
        Some(items)
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut String) {
        self.is_some().pack(out);
        if let Some(item) = self {
            item.pack(out);
        }
    }

    fn unpack(lines: &mut Lines) -> Option<Self> {
        if bool::unpack(lines)? { T::unpack(lines).map(Some) } else { Some(None) }
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, out: &mut String) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(lines: &mut Lines) -> Option<Self> {
        Some((A::unpack(lines)?, B::unpack(lines)?))
    }
}

impl<T: Pack, const N: usize> Pack for [T; N] {
    fn pack(&self, out: &mut String) {
        for item in self {
            item.pack(out);
        }
    }

    fn unpack(lines: &mut Lines) -> Option<Self> {
        let mut items = Vec::new();
        for _ in 0..N {
            items.push(T::unpack(lines)?);
        }
        items.try_into().ok()
    }
}

/// Positions: their number.
macro_rules! position {
    ($($type:ident),*) => {$(
        impl Pack for $type {
            fn pack(&self, out: &mut String) {
                self.0.pack(out);
            }

            fn unpack(lines: &mut Lines) -> Option<Self> {
                u8::unpack(lines).map(Self)
            }
        }
    )*};
}

position!(GearId, CriterionId, GroupId, QuestionId, ChoiceId, TopicId);

/// Words for a choice of few: the position in the list of all.
macro_rules! one_of {
    ($($type:ty: $all:expr),*) => {$(
        impl Pack for $type {
            fn pack(&self, out: &mut String) {
                let at = $all.iter().position(|item| item == self).unwrap_or_default();
                u8::try_from(at).unwrap_or_default().pack(out);
            }

            fn unpack(lines: &mut Lines) -> Option<Self> {
                $all.get(usize::from(u8::unpack(lines)?)).copied()
            }
        }
    )*};
}

one_of!(
    Family: Family::ALL,
    Grade: Grade::ALL,
    Kind: [Kind::Scene, Kind::One, Kind::Many]
);

impl Pack for Level {
    fn pack(&self, out: &mut String) {
        self.value().pack(out);
    }

    fn unpack(lines: &mut Lines) -> Option<Self> {
        Self::new(i8::unpack(lines)?)
    }
}

impl Pack for GearSet {
    fn pack(&self, out: &mut String) {
        let members: Vec<u8> = (0..64).filter(|at| self.has(GearId(*at))).collect();
        members.pack(out);
    }

    fn unpack(lines: &mut Lines) -> Option<Self> {
        let members = Vec::<u8>::unpack(lines)?;
        Some(members.into_iter().fold(Self::default(), |set, at| set.with(GearId(at))))
    }
}

impl Pack for Span {
    fn pack(&self, out: &mut String) {
        match self {
            Self::Text(text) => (false, text.clone()).pack(out),
            Self::Term { id, shown, name, note } => {
                (true, id.clone()).pack(out);
                (shown.clone(), (name.clone(), note.clone())).pack(out);
            }
        }
    }

    fn unpack(lines: &mut Lines) -> Option<Self> {
        let (is_term, first) = <(bool, String)>::unpack(lines)?;
        if !is_term {
            return Some(Self::Text(first));
        }
        let (shown, (name, note)) = <(String, (String, String))>::unpack(lines)?;
        Some(Self::Term { id: first, shown, name, note })
    }
}

impl Pack for Prose {
    fn pack(&self, out: &mut String) {
        self.0.pack(out);
    }

    fn unpack(lines: &mut Lines) -> Option<Self> {
        Vec::unpack(lines).map(Self)
    }
}

/// Records: their fields, in this order. Fields that are not named stay behind: only static pages
/// show them, and live parts copy them from there.
macro_rules! record {
    ($($type:ident { $($field:ident),* $(; $rest:ident)? })*) => {$(
        impl Pack for $type {
            fn pack(&self, out: &mut String) {
                $(self.$field.pack(out);)*
            }

            fn unpack(lines: &mut Lines) -> Option<Self> {
                Some(Self { $($field: Pack::unpack(lines)?,)* $(..Self::$rest())? })
            }
        }
    )*};
}

record! {
    Content { version, quiz, shop, signposts; default }
    Quiz { gears, groups, criteria, topics, questions, thresholds, budget }
    Thresholds { close_below, clear_from, pair_gain }
    Group { id, name }
    Criterion { id, group, name, phrases, claims; default }
    Gear { id, family, title, short, column, prices, standings, shop; default }
    Standing { level, grade; default }
    Prices { entry, mid, high, flagship, extra }
    GearShop { search, filter, extras, regrets, say }
    Topic { id, title, short, hint, groups }
    Question { id, topic, kind, title, short, hint, choices; default }
    Choice { id, label, short, note, effects, because, rules_out, ruling, exclusive; default }
    Effect { criterion, value }
    Shop { tests, filters, say }
    ShopPart { text, gears, when }
    Condition { question, choice }
    Signpost { id, when, refuge; default }
}
