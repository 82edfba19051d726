//! The questions, what their options do, and the table of types they are scored against.

use super::{
    Criterion, CriterionId, DeviceType, DeviceTypeId, DeviceTypeSet, Group, Prose, Selection,
    Thresholds,
};

/// Position of a question in the quiz; scenes come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct QuestionId(pub u8);

/// Position of an option in its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OptionId(pub u8);

/// Position of a topic in the quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
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

/// How many options an answer may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Kind {
    /// A place: `never`, `sometimes` or `often`; `never` until touched.
    Context,
    /// Exactly one option.
    #[default]
    One,
    /// Any number of options; an exclusive one stands alone.
    Many,
}

/// How much an option makes a criterion matter: −3 to +3, never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The criterion.
    pub criterion: CriterionId,
    /// −3 to +3.
    pub value: i8,
}

/// An option of a question.
#[derive(Clone, Debug, Default)]
pub struct AnswerOption {
    /// Slug, such as `no-way`.
    pub id: String,
    /// Permanent short code for share links.
    pub code: String,
    /// Words on the form.
    pub label: String,
    /// Words after the question's short name.
    pub short: String,
    /// A consequence or an explanation, shown under the label.
    pub note: Option<String>,
    /// What it makes matter.
    pub effects: Vec<Effect>,
    /// One sentence that says what the answer means.
    pub because: String,
    /// The types it rules out.
    pub excludes: DeviceTypeSet,
    /// Why it rules them out; empty if it rules out none.
    pub exclusion: String,
    /// Stands alone among the ticks.
    pub exclusive: bool,
}

/// A question.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// Slug, such as `in-canal`; the `name` of its controls.
    pub id: String,
    /// Permanent short code for share links.
    pub code: String,
    /// The topic it belongs to.
    pub topic: TopicId,
    /// How many options an answer may hold.
    pub kind: Kind,
    /// The question.
    pub title: String,
    /// Short name.
    pub short: String,
    /// Help under the title.
    pub hint: Prose,
    /// Its options, in order.
    pub options: Vec<AnswerOption>,
}

/// What one step of the quiz asks; its questions share one importance.
#[derive(Clone, Debug, Default)]
pub struct Topic {
    /// Slug: `context`, or the id of its only question.
    pub id: String,
    /// Heading of the step.
    pub title: String,
    /// Short name.
    pub short: String,
    /// Help under the heading.
    pub hint: Prose,
    /// Its questions in groups; a topic of one question has one group without a name.
    pub groups: Vec<(String, Vec<QuestionId>)>,
}

impl Topic {
    /// Its questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = QuestionId> + '_ {
        self.groups.iter().flat_map(|(_, questions)| questions.iter().copied())
    }
}

/// Everything the engine needs: types with their standings, criteria and questions.
#[derive(Clone, Debug, Default)]
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
    /// When a verdict is close or clear, and when two types are worth offering.
    pub thresholds: Thresholds,
    /// The question about money; its options are bands, the lowest first.
    pub budget: Option<QuestionId>,
}

fn small(index: usize) -> u8 {
    u8::try_from(index).unwrap_or(u8::MAX)
}

impl Quiz {
    /// The types with their positions.
    pub fn device_types(&self) -> impl Iterator<Item = (DeviceTypeId, &DeviceType)> {
        self.device_types
            .iter()
            .enumerate()
            .map(|(i, device_type)| (DeviceTypeId(small(i)), device_type))
    }

    /// The criteria with their positions.
    pub fn criteria(&self) -> impl Iterator<Item = (CriterionId, &Criterion)> {
        self.criteria.iter().enumerate().map(|(i, criterion)| (CriterionId(small(i)), criterion))
    }

    /// The questions with their positions.
    pub fn questions(&self) -> impl Iterator<Item = (QuestionId, &Question)> {
        self.questions.iter().enumerate().map(|(i, question)| (QuestionId(small(i)), question))
    }

    /// The topics with their positions.
    pub fn topics(&self) -> impl Iterator<Item = (TopicId, &Topic)> {
        self.topics.iter().enumerate().map(|(i, topic)| (TopicId(small(i)), topic))
    }

    /// The type at a position that came from this quiz.
    pub fn device_type(&self, id: DeviceTypeId) -> &DeviceType {
        &self.device_types[id.index()]
    }

    /// The criterion at a position that came from this quiz.
    pub fn criterion(&self, id: CriterionId) -> &Criterion {
        &self.criteria[id.0 as usize]
    }

    /// The question at a position that came from this quiz.
    pub fn question(&self, id: QuestionId) -> &Question {
        &self.questions[id.index()]
    }

    /// The topic at a position that came from this quiz.
    pub fn topic(&self, id: TopicId) -> &Topic {
        &self.topics[id.index()]
    }

    /// Every type with every criterion: the cells of the table of standings, type by type.
    pub fn cells(&self) -> impl Iterator<Item = (DeviceTypeId, CriterionId)> {
        self.device_types()
            .flat_map(|(device_type, _)| self.criteria().map(move |(at, _)| (device_type, at)))
    }

    /// The name of a cell, such as `iem/bass`.
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
        self.options.iter().enumerate().map(|(i, option)| (OptionId(small(i)), option))
    }

    /// The options that `selection` holds.
    pub fn selected(&self, selection: Selection) -> impl Iterator<Item = &AnswerOption> {
        self.options().filter(move |(at, _)| selection.has(*at)).map(|(_, option)| option)
    }

    /// The option with this slug.
    pub fn find_option(&self, id: &str) -> Option<OptionId> {
        self.options().find(|(_, option)| option.id == id).map(|(at, _)| at)
    }

    /// The ticks after `option` is clicked while `before` holds.
    ///
    /// A radio replaces; a checkbox toggles; an exclusive option clears the others, and any other
    /// option clears the exclusive ones.
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

    /// Whether `selection` is an answer this question can have.
    pub fn accepts(&self, selection: Selection) -> bool {
        let inside = self.options().filter(|(at, _)| selection.has(*at)).count();
        let alone = inside == 1;
        let exclusive = self.selected(selection).any(|option| option.exclusive);
        inside == selection.len()
            && match self.kind {
                Kind::Context | Kind::One => alone,
                Kind::Many => alone || (inside > 1 && !exclusive),
            }
    }
}
