//! What a visitor has said: an answer for every question, an importance for every topic, and the
//! standings they see differently.

use super::{OptionId, OwnRatings, QuestionId, Quiz, TopicId};

/// The set of chosen options of one question, as bits by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Selection(u32);

impl Selection {
    /// No option.
    pub const fn none() -> Self {
        Self(0)
    }

    /// One option.
    pub const fn only(option: OptionId) -> Self {
        Self(1 << option.0)
    }

    /// With `option` ticked.
    #[must_use]
    pub const fn with(self, option: OptionId) -> Self {
        Self(self.0 | 1 << option.0)
    }

    /// With `option` not ticked.
    #[must_use]
    pub const fn without(self, option: OptionId) -> Self {
        Self(self.0 & !(1 << option.0))
    }

    /// Whether `option` is ticked.
    pub const fn has(self, option: OptionId) -> bool {
        self.0 >> option.0 & 1 == 1
    }

    /// Whether nothing is ticked.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many are ticked.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }
}

/// The state of one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Answer {
    /// Not reached yet.
    #[default]
    Unseen,
    /// Skipped; keeps its last ticks, so that a skip can be taken back.
    Skipped(Selection),
    /// Answered.
    Given(Selection),
}

impl Answer {
    /// The ticks shown on the form, counted or not.
    pub const fn selection(self) -> Selection {
        match self {
            Self::Unseen => Selection::none(),
            Self::Skipped(selection) | Self::Given(selection) => selection,
        }
    }
}

/// How much a topic counts: 0, 1, 2 or 4 times. 1 until the visitor changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight(u8);

impl Weight {
    /// Every importance, in order.
    pub const ALL: [Self; 4] = [Self(0), Self(1), Self(2), Self(4)];

    /// The greatest.
    pub const MOST: Self = Self(4);

    /// An importance, or `None` if it is not 0, 1, 2 or 4.
    pub const fn new(value: u8) -> Option<Self> {
        match value {
            0 | 1 | 2 | 4 => Some(Self(value)),
            _ => None,
        }
    }

    /// The factor.
    pub const fn value(self) -> u8 {
        self.0
    }

    /// The word on the form.
    pub const fn name(self) -> &'static str {
        match self.0 {
            0 => "Ignore",
            1 => "Normal",
            2 => "Double",
            _ => "4 times",
        }
    }
}

impl Default for Weight {
    fn default() -> Self {
        Self(1)
    }
}

/// All that one visitor has said: answers, importances and own standings.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answers {
    given: Vec<Answer>,
    topics: Vec<TopicId>,
    weights: Vec<Weight>,
    own_ratings: OwnRatings,
}

impl Answers {
    /// Nothing answered, everything at normal importance.
    pub fn empty(quiz: &Quiz) -> Self {
        Self {
            given: vec![Answer::Unseen; quiz.questions.len()],
            topics: quiz.questions.iter().map(|question| question.topic).collect(),
            weights: vec![Weight::default(); quiz.topics.len()],
            own_ratings: OwnRatings::default(),
        }
    }

    /// The state of a question.
    pub fn get(&self, question: QuestionId) -> Answer {
        self.given.get(question.index()).copied().unwrap_or_default()
    }

    /// Sets the state of a question.
    pub fn set(&mut self, question: QuestionId, answer: Answer) {
        if let Some(slot) = self.given.get_mut(question.index()) {
            *slot = answer;
        }
    }

    /// The importance of a topic.
    pub fn weight(&self, topic: TopicId) -> Weight {
        self.weights.get(topic.index()).copied().unwrap_or_default()
    }

    /// Sets the importance of a topic.
    pub fn set_weight(&mut self, topic: TopicId, weight: Weight) {
        if let Some(slot) = self.weights.get_mut(topic.index()) {
            *slot = weight;
        }
    }

    /// The standings that the visitor set.
    pub const fn own_ratings(&self) -> &OwnRatings {
        &self.own_ratings
    }

    /// The standings that the visitor set, to change.
    pub const fn own_ratings_mut(&mut self) -> &mut OwnRatings {
        &mut self.own_ratings
    }

    /// The ticks of a question that counts: answered, and not at importance 0.
    pub fn counted(&self, question: QuestionId) -> Option<Selection> {
        let topic = self.topics.get(question.index()).copied()?;
        match self.get(question) {
            Answer::Given(selection) if self.weight(topic).value() > 0 => Some(selection),
            _ => None,
        }
    }

    /// Whether any question of the topic is answered.
    pub fn is_answered(&self, topic: TopicId) -> bool {
        self.of_topic(topic).any(|answer| matches!(answer, Answer::Given(_)))
    }

    /// Whether the topic was skipped: something in it was, and nothing is answered.
    pub fn is_skipped(&self, topic: TopicId) -> bool {
        !self.is_answered(topic)
            && self.of_topic(topic).any(|answer| matches!(answer, Answer::Skipped(_)))
    }

    fn of_topic(&self, topic: TopicId) -> impl Iterator<Item = Answer> + '_ {
        let pairs = self.topics.iter().zip(&self.given);
        pairs.filter(move |(at, _)| **at == topic).map(|(_, answer)| *answer)
    }
}
