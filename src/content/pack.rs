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
use crate::model::gear::{Gear, GearShop, Prices, Standing};
use crate::model::quiz::{Choice, Effect, Question, Quiz, Topic};
use crate::model::shop::{Condition, Shop, ShopPart, Signpost};
use crate::model::{
    ChoiceId, CriterionId, Family, GearId, GearSet, Grade, GroupId, Kind, Level, Prose, QuestionId,
    Span, Thresholds, TopicId,
};

/// What is written: numbers, and texts, each of which ends a line.
#[derive(Default)]
struct Packed {
    numbers: String,
    texts: String,
}

/// What is still to be read.
struct Rest<'a> {
    numbers: Bytes<'a>,
    texts: Lines<'a>,
}

/// Something that can be written and read back.
trait Pack: Sized {
    fn pack(&self, out: &mut Packed);
    fn unpack(rest: &mut Rest) -> Option<Self>;
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
        let mut rest = Rest { numbers: texts.next()?.bytes(), texts };
        let content = Self::unpack(&mut rest)?;
        (rest.numbers.next().is_none() && rest.texts.next().is_none()).then_some(content)
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Packed) {
        // A line break inside a text would shift every text after it.
        out.texts.push_str(&self.replace(['\n', '\r'], " "));
        out.texts.push('\n');
    }

    fn unpack(rest: &mut Rest) -> Option<Self> {
        rest.texts.next().map(str::to_owned)
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Packed) {
        u8::try_from(self.len()).unwrap_or(u8::MAX).pack(out);
        for item in self {
            item.pack(out);
        }
    }

    fn unpack(rest: &mut Rest) -> Option<Self> {
        let length = u8::unpack(rest)?;
        let mut items = Self::new();
        for _ in 0..length {
            items.push(T::unpack(rest)?);
        }
        Some(items)
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Packed) {
        self.is_some().pack(out);
        if let Some(item) = self {
            item.pack(out);
        }
    }

    fn unpack(rest: &mut Rest) -> Option<Self> {
        if bool::unpack(rest)? { T::unpack(rest).map(Some) } else { Some(None) }
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, out: &mut Packed) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(rest: &mut Rest) -> Option<Self> {
        Some((A::unpack(rest)?, B::unpack(rest)?))
    }
}

impl<T: Pack, const N: usize> Pack for [T; N] {
    fn pack(&self, out: &mut Packed) {
        for item in self {
            item.pack(out);
        }
    }

    fn unpack(rest: &mut Rest) -> Option<Self> {
        let mut items = Vec::new();
        for _ in 0..N {
            items.push(T::unpack(rest)?);
        }
        items.try_into().ok()
    }
}

/// Positions: their number.
macro_rules! position {
    ($($type:ident),*) => {$(
        impl Pack for $type {
            fn pack(&self, out: &mut Packed) {
                self.0.pack(out);
            }

            fn unpack(rest: &mut Rest) -> Option<Self> {
                u8::unpack(rest).map(Self)
            }
        }
    )*};
}

position!(GearId, CriterionId, GroupId, QuestionId, ChoiceId, TopicId);

/// Words for a choice of few: the position in the list of all.
macro_rules! one_of {
    ($($type:ty: $all:expr),*) => {$(
        impl Pack for $type {
            fn pack(&self, out: &mut Packed) {
                let at = $all.iter().position(|item| item == self).unwrap_or_default();
                u8::try_from(at).unwrap_or_default().pack(out);
            }

            fn unpack(rest: &mut Rest) -> Option<Self> {
                $all.get(usize::from(u8::unpack(rest)?)).copied()
            }
        }
    )*};
}

one_of!(
    Family: Family::ALL,
    Grade: Grade::ALL,
    Kind: [Kind::Scene, Kind::One, Kind::Many]
);

/// Shares of 100 are no small numbers.
impl Pack for Thresholds {
    fn pack(&self, out: &mut Packed) {
        for share in [self.close_below, self.clear_from, self.pair_gain] {
            u16::from(share).pack(out);
        }
    }

    fn unpack(rest: &mut Rest) -> Option<Self> {
        let mut share = || u16::unpack(rest)?.try_into().ok();
        Some(Self { close_below: share()?, clear_from: share()?, pair_gain: share()? })
    }
}

impl Pack for Level {
    fn pack(&self, out: &mut Packed) {
        self.value().pack(out);
    }

    fn unpack(rest: &mut Rest) -> Option<Self> {
        Self::new(i8::unpack(rest)?)
    }
}

impl Pack for GearSet {
    fn pack(&self, out: &mut Packed) {
        let members: Vec<u8> = (0..64).filter(|at| self.has(GearId(*at))).collect();
        members.pack(out);
    }

    fn unpack(rest: &mut Rest) -> Option<Self> {
        let members = Vec::<u8>::unpack(rest)?;
        Some(members.into_iter().fold(Self::default(), |set, at| set.with(GearId(at))))
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

    fn unpack(rest: &mut Rest) -> Option<Self> {
        let (is_term, first) = <(bool, String)>::unpack(rest)?;
        if !is_term {
            return Some(Self::Text(first));
        }
        let (shown, (name, note)) = <(String, (String, String))>::unpack(rest)?;
        Some(Self::Term { id: first, shown, name, note })
    }
}

impl Pack for Prose {
    fn pack(&self, out: &mut Packed) {
        self.0.pack(out);
    }

    fn unpack(rest: &mut Rest) -> Option<Self> {
        Vec::unpack(rest).map(Self)
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

            fn unpack(rest: &mut Rest) -> Option<Self> {
                Some(Self { $($field: Pack::unpack(rest)?,)* $(..Self::$rest())? })
            }
        }
    )*};
}

record! {
    Content { version, quiz, shop, signposts; default }
    Quiz { gears, groups, criteria, topics, questions, thresholds, budget }
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
