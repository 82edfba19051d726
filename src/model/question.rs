//! The questions of the quiz with their options.

use serde::{Deserialize, Serialize};

use super::quiz::{TopicId, position};
use super::{CriterionId, DeviceTypeSet, Prose, Selection};

/// Position of a question in the quiz. The listening contexts come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct QuestionId(pub u8);

/// Position of an option in its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OptionId(pub u8);

impl QuestionId {
    /// The position as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The kind of a question, which determines how many options its answer may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Kind {
    /// A listening context with the options `never`, `sometimes` and `often`. An untouched one
    /// counts as `never`.
    Context,
    /// Exactly one option.
    #[default]
    One,
    /// One or more options. An exclusive option cannot be combined with others.
    Many,
}

/// How much an option makes a criterion matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Effect {
    /// The criterion.
    pub criterion: CriterionId,
    /// −3 to +3 and never 0. A negative effect favours types with a low rating.
    pub value: i8,
}

/// An option of a question.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct AnswerOption {
    /// Slug, such as `no-way`.
    pub id: String,
    /// Short code used in share links; never changes.
    pub code: String,
    /// Label on the form.
    pub label: String,
    /// Words that follow the short name of the question.
    pub short: String,
    /// An explanation or a consequence, shown under the label.
    pub note: Option<String>,
    /// Its effects on criteria.
    pub effects: Vec<Effect>,
    /// The types it excludes.
    pub excludes: DeviceTypeSet,
    /// The reason for the exclusion; empty if it excludes none.
    pub exclusion: String,
    /// Whether it cannot be combined with other options of the question.
    pub exclusive: bool,
    /// The upper end of a price band, in US dollars of 2026. `None` if the option is no price band or
    /// has no upper end.
    pub up_to: Option<u16>,
}

/// An option that was taken out of a question. Its id and its code stay reserved. Stored answers and
/// links that hold it are read without it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetiredOption {
    /// Slug.
    pub id: String,
    /// Short code used in share links.
    pub code: String,
    /// Words that follow the short name of the question.
    pub short: String,
}

/// A question with its options.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Question {
    /// Slug, such as `in-canal`. Also the `name` attribute of its controls.
    pub id: String,
    /// Short code used in share links; never changes.
    pub code: String,
    /// The topic it belongs to.
    pub topic: TopicId,
    /// Its kind.
    pub kind: Kind,
    /// The question as the visitor reads it.
    pub title: String,
    /// Short name.
    pub short: String,
    /// Help text under the title.
    pub hint: Prose,
    /// Its options, in order.
    pub options: Vec<AnswerOption>,
    /// The options that it had in earlier versions of the content.
    pub retired: Vec<RetiredOption>,
    /// Whether the options form a scale, so that a neighbouring option is a smaller change than one
    /// further away.
    pub is_ordered: bool,
    /// Whether it asks about the visitor and not about a choice: a canal or a budget cannot be
    /// changed at will.
    pub is_about_you: bool,
}

impl AnswerOption {
    /// Whether it adds no points and excludes no type.
    pub const fn is_neutral(&self) -> bool {
        self.effects.is_empty() && self.excludes.is_empty()
    }
}

impl Question {
    /// Its options with their positions.
    pub fn options(&self) -> impl Iterator<Item = (OptionId, &AnswerOption)> {
        self.options.iter().enumerate().map(|(i, option)| (OptionId(position(i)), option))
    }

    /// The options in `selection`, in order.
    pub fn selected(&self, selection: Selection) -> impl Iterator<Item = &AnswerOption> {
        self.options().filter(move |(at, _)| selection.has(*at)).map(|(_, option)| option)
    }

    /// The option with this slug.
    pub fn find_option(&self, id: &str) -> Option<OptionId> {
        self.options().find(|(_, option)| option.id == id).map(|(at, _)| at)
    }

    /// The selection after a click on `option`, if `before` was selected.
    ///
    /// A radio button replaces the selection and a checkbox toggles. Selecting an exclusive option
    /// clears all others, and selecting any other option clears the exclusive ones.
    ///
    /// # Panics
    ///
    /// If this is a checkbox question that has no such option.
    pub fn toggled(&self, before: Selection, option: OptionId) -> Selection {
        let alone = Selection::none().with(option);
        match self.kind {
            Kind::Context | Kind::One => alone,
            Kind::Many if before.has(option) => before.without(option),
            Kind::Many if self.options[option.0 as usize].exclusive => alone,
            Kind::Many => self
                .options()
                .filter(|(_, other)| other.exclusive)
                .fold(before, |selection, (at, _)| selection.without(at))
                .with(option),
        }
    }

    /// Whether `selection` is a valid answer to this question.
    pub fn accepts(&self, selection: Selection) -> bool {
        let known = self.options().filter(|(at, _)| selection.has(*at)).count();
        let alone = known == 1;
        let exclusive = self.selected(selection).any(|option| option.exclusive);
        known == selection.len()
            && match self.kind {
                Kind::Context | Kind::One => alone,
                Kind::Many => alone || (known > 1 && !exclusive),
            }
    }
}
