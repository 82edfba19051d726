//! The questions with the effects of their options, and the types and criteria they are scored
//! against.

use serde::{Deserialize, Serialize};

use super::{
    Criterion, CriterionId, DeviceType, DeviceTypeId, DeviceTypeSet, Group, Prose, Selection,
    Thresholds,
};

/// Position of a question in the quiz. The listening contexts come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct QuestionId(pub u8);

/// Position of an option in its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OptionId(pub u8);

/// Position of a topic in the quiz.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub struct TopicId(pub u8);

impl QuestionId {
    /// The position as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl TopicId {
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
    /// One sentence, addressed to the visitor, that says what the answer means.
    pub because: String,
    /// The types it excludes.
    pub excludes: DeviceTypeSet,
    /// The reason for the exclusion; empty if it excludes none.
    pub exclusion: String,
    /// Whether it cannot be combined with other options of the question.
    pub exclusive: bool,
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
}

/// The subject of one step of the quiz. Its questions share one weight.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Topic {
    /// Slug: `scene` for the listening contexts, otherwise the id of its only question.
    pub id: String,
    /// Heading of the step.
    pub title: String,
    /// Short name.
    pub short: String,
    /// Help text under the heading.
    pub hint: Prose,
    /// Its questions in named groups. A topic of one question has one group with an empty name.
    pub groups: Vec<(String, Vec<QuestionId>)>,
}

impl Topic {
    /// Its questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = QuestionId> + '_ {
        self.groups.iter().flat_map(|(_, questions)| questions.iter().copied())
    }
}

/// Everything that a verdict is computed from, except the answers: types with their ratings,
/// criteria, questions and thresholds.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Quiz {
    /// The types, in table order.
    pub device_types: Vec<DeviceType>,
    /// Groups of criteria, in order.
    pub groups: Vec<Group>,
    /// The criteria, in order.
    pub criteria: Vec<Criterion>,
    /// The steps, in order.
    pub topics: Vec<Topic>,
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// The thresholds for the word of a verdict and for recommending a pair.
    pub thresholds: Thresholds,
    /// The budget question. Its options are price bands, the lowest first.
    pub budget: Option<QuestionId>,
}

fn position(index: usize) -> u8 {
    u8::try_from(index).unwrap_or(u8::MAX)
}

impl Quiz {
    /// The types with their positions.
    pub fn device_types(&self) -> impl Iterator<Item = (DeviceTypeId, &DeviceType)> {
        self.device_types
            .iter()
            .enumerate()
            .map(|(i, device_type)| (DeviceTypeId(position(i)), device_type))
    }

    /// The criteria with their positions.
    pub fn criteria(&self) -> impl Iterator<Item = (CriterionId, &Criterion)> {
        self.criteria.iter().enumerate().map(|(i, criterion)| (CriterionId(position(i)), criterion))
    }

    /// The questions with their positions.
    pub fn questions(&self) -> impl Iterator<Item = (QuestionId, &Question)> {
        self.questions.iter().enumerate().map(|(i, question)| (QuestionId(position(i)), question))
    }

    /// The topics with their positions.
    pub fn topics(&self) -> impl Iterator<Item = (TopicId, &Topic)> {
        self.topics.iter().enumerate().map(|(i, topic)| (TopicId(position(i)), topic))
    }

    /// The type with this id.
    ///
    /// # Panics
    ///
    /// If the id comes from another quiz and is out of range.
    pub fn device_type(&self, id: DeviceTypeId) -> &DeviceType {
        &self.device_types[id.index()]
    }

    /// The criterion with this id.
    ///
    /// # Panics
    ///
    /// If the id comes from another quiz and is out of range.
    pub fn criterion(&self, id: CriterionId) -> &Criterion {
        &self.criteria[id.0 as usize]
    }

    /// The question with this id.
    ///
    /// # Panics
    ///
    /// If the id comes from another quiz and is out of range.
    pub fn question(&self, id: QuestionId) -> &Question {
        &self.questions[id.index()]
    }

    /// The topic with this id.
    ///
    /// # Panics
    ///
    /// If the id comes from another quiz and is out of range.
    pub fn topic(&self, id: TopicId) -> &Topic {
        &self.topics[id.index()]
    }

    /// The cells of the table of ratings, type by type: each type with each criterion.
    pub fn cells(&self) -> impl Iterator<Item = (DeviceTypeId, CriterionId)> {
        self.device_types()
            .flat_map(|(device_type, _)| self.criteria().map(move |(at, _)| (device_type, at)))
    }

    /// The name of a cell in the table of ratings, such as `iem/bass`.
    pub fn cell_id(&self, device_type: DeviceTypeId, criterion: CriterionId) -> String {
        format!("{}/{}", self.device_type(device_type).id, self.criterion(criterion).id)
    }

    /// The question with this slug.
    pub fn find_question(&self, id: &str) -> Option<QuestionId> {
        self.questions().find(|(_, question)| question.id == id).map(|(at, _)| at)
    }

    /// The topic with this slug.
    pub fn find_topic(&self, id: &str) -> Option<TopicId> {
        self.topics().find(|(_, topic)| topic.id == id).map(|(at, _)| at)
    }

    /// The type with this slug.
    pub fn find_device_type(&self, id: &str) -> Option<DeviceTypeId> {
        self.device_types().find(|(_, device_type)| device_type.id == id).map(|(at, _)| at)
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
