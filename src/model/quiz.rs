//! The quiz: topics and questions, and the types and criteria they are scored against.

use serde::{Deserialize, Serialize};

use super::{
    Criterion, CriterionId, DeviceType, DeviceTypeId, Group, Prose, Question, QuestionId,
    Thresholds,
};

/// Position of a topic in the quiz.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub struct TopicId(pub u8);

impl TopicId {
    /// The position as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
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

/// A position in a list as an id.
pub(super) fn position(index: usize) -> u8 {
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
