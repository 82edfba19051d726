//! The inputs of one visitor: the answer to each question, the weight of each topic, and the
//! ratings that the visitor has changed.

use super::{OptionId, OwnRatings, QuestionId, Quiz, TopicId};

/// The options selected in one question, as a bit set indexed by position. Holds up to 32 options.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Selection(u32);

impl Selection {
    /// The empty selection.
    pub const fn none() -> Self {
        Self(0)
    }

    /// The selection that holds `option` alone.
    pub const fn only(option: OptionId) -> Self {
        Self(1 << option.0)
    }

    /// This selection with `option` added.
    #[must_use]
    pub const fn with(self, option: OptionId) -> Self {
        Self(self.0 | 1 << option.0)
    }

    /// This selection with `option` removed.
    #[must_use]
    pub const fn without(self, option: OptionId) -> Self {
        Self(self.0 & !(1 << option.0))
    }

    /// Whether `option` is selected.
    pub const fn has(self, option: OptionId) -> bool {
        self.0 >> option.0 & 1 == 1
    }

    /// Whether no option is selected.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The number of selected options.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }
}

/// The state of one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Answer {
    /// Neither answered nor skipped yet.
    #[default]
    Unseen,
    /// Skipped. The last selection is kept, so that the skip can be undone.
    Skipped(Selection),
    /// Answered.
    Given(Selection),
}

impl Answer {
    /// The selection that the form shows, whether or not it counts.
    pub const fn selection(self) -> Selection {
        match self {
            Self::Unseen => Selection::none(),
            Self::Skipped(selection) | Self::Given(selection) => selection,
        }
    }
}

/// The factor by which the points of a topic are multiplied: 0, 1, 2 or 4. The default is 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Weight(u8);

impl Weight {
    /// All weights, in ascending order.
    pub const ALL: [Self; 4] = [Self(0), Self(1), Self(2), Self(4)];

    /// The largest weight.
    pub const MOST: Self = Self(4);

    /// The weight with this value, or `None` if `value` is not 0, 1, 2 or 4.
    pub const fn new(value: u8) -> Option<Self> {
        match value {
            0 | 1 | 2 | 4 => Some(Self(value)),
            _ => None,
        }
    }

    /// The factor: 0, 1, 2 or 4.
    pub const fn value(self) -> u8 {
        self.0
    }

    /// The label on the form.
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

/// The inputs of one visitor: answers, weights and own ratings.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answers {
    given: Vec<Answer>,
    topics: Vec<TopicId>,
    weights: Vec<Weight>,
    own_ratings: OwnRatings,
}

impl Answers {
    /// Inputs in which no question is answered and every topic has the default weight.
    pub fn empty(quiz: &Quiz) -> Self {
        Self {
            given: vec![Answer::Unseen; quiz.questions.len()],
            topics: quiz.questions.iter().map(|question| question.topic).collect(),
            weights: vec![Weight::default(); quiz.topics.len()],
            own_ratings: OwnRatings::default(),
        }
    }

    /// The state of a question; `Unseen` if there is no such question.
    pub fn get(&self, question: QuestionId) -> Answer {
        self.given.get(question.index()).copied().unwrap_or_default()
    }

    /// Sets the state of a question. Does nothing if there is no such question.
    pub fn set(&mut self, question: QuestionId, answer: Answer) {
        if let Some(slot) = self.given.get_mut(question.index()) {
            *slot = answer;
        }
    }

    /// The weight of a topic; the default if there is no such topic.
    pub fn weight(&self, topic: TopicId) -> Weight {
        self.weights.get(topic.index()).copied().unwrap_or_default()
    }

    /// Sets the weight of a topic. Does nothing if there is no such topic.
    pub fn set_weight(&mut self, topic: TopicId, weight: Weight) {
        if let Some(slot) = self.weights.get_mut(topic.index()) {
            *slot = weight;
        }
    }

    /// The ratings that the visitor has set.
    pub const fn own_ratings(&self) -> &OwnRatings {
        &self.own_ratings
    }

    /// Mutable access to the ratings that the visitor has set.
    pub const fn own_ratings_mut(&mut self) -> &mut OwnRatings {
        &mut self.own_ratings
    }

    /// These inputs with every input in which `from` and `to` differ set to that of `to`.
    #[must_use]
    pub fn with_changes(&self, from: &Self, to: &Self) -> Self {
        let mut changed = self.clone();
        for (slot, (old, new)) in changed.given.iter_mut().zip(from.given.iter().zip(&to.given)) {
            if old != new {
                *slot = *new;
            }
        }
        let weights = from.weights.iter().zip(&to.weights);
        for (slot, (old, new)) in changed.weights.iter_mut().zip(weights) {
            if old != new {
                *slot = *new;
            }
        }
        for own in from.own_ratings.iter().chain(to.own_ratings.iter()) {
            let new = to.own_ratings.get(own.device_type, own.criterion);
            if from.own_ratings.get(own.device_type, own.criterion) != new {
                changed.own_ratings.set(own.device_type, own.criterion, new);
            }
        }
        changed
    }

    /// The selection of a question that counts towards the verdict, or `None` if the question is
    /// not answered or its topic has weight 0.
    pub fn counted(&self, question: QuestionId) -> Option<Selection> {
        let topic = self.topics.get(question.index()).copied()?;
        match self.get(question) {
            Answer::Given(selection) if self.weight(topic).value() > 0 => Some(selection),
            _ => None,
        }
    }

    /// Whether at least one question of the topic is answered.
    pub fn is_answered(&self, topic: TopicId) -> bool {
        self.of_topic(topic).any(|answer| matches!(answer, Answer::Given(_)))
    }

    /// Whether at least one question of the topic is skipped and none is answered.
    pub fn is_skipped(&self, topic: TopicId) -> bool {
        !self.is_answered(topic)
            && self.of_topic(topic).any(|answer| matches!(answer, Answer::Skipped(_)))
    }

    fn of_topic(&self, topic: TopicId) -> impl Iterator<Item = Answer> + '_ {
        let pairs = self.topics.iter().zip(&self.given);
        pairs.filter(move |(at, _)| **at == topic).map(|(_, answer)| *answer)
    }
}
