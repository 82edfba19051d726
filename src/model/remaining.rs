//! The possible effect of the open questions: whether the leader is settled, which questions can
//! still matter, and which of them could decide most.
//!
//! A question is open until it is answered or skipped. Weights are taken as they are set at
//! present.

use super::{
    Answer, AnswerOption, Answers, DeviceTypeId, DeviceTypeSet, Kind, Points, QuestionId, Quiz,
    ScoreBreakdown, TopicId,
};

/// The possible effect of the open questions on the verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remaining {
    /// The type that is certain to be alone in first place, however the open questions are answered
    /// or skipped; `None` if there is no such type.
    pub settled: Option<DeviceTypeId>,
    /// The topics with an open question that may still change the leader, in order. This is an
    /// upper bound: a topic that is not listed cannot matter, but a listed one need not.
    pub can_matter: Vec<TopicId>,
    /// The topic among `can_matter` that could decide most. A topic that can exclude a contender comes
    /// before one that cannot, and then the one that can move more points between two contenders.
    pub decisive: Option<TopicId>,
}

/// An option of an open question.
struct OpenOption<'a> {
    option: &'a AnswerOption,
    /// The points that the option adds to each type, indexed by type; the weight is included.
    points: Vec<i32>,
}

/// An open question with the points of its options.
struct OpenQuestion<'a> {
    topic: TopicId,
    kind: Kind,
    options: Vec<OpenOption<'a>>,
}

impl Remaining {
    /// Examines the questions that are open in `answers`.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let breakdown = ScoreBreakdown::of(quiz, answers);
        let open: Vec<OpenQuestion> = quiz
            .questions()
            .filter_map(|(at, _)| OpenQuestion::of(quiz, answers, &breakdown, at))
            .collect();
        let comparison = Comparison::of(quiz, &breakdown, &open);
        let can_matter: Vec<TopicId> = quiz
            .topics()
            .map(|(at, _)| at)
            .filter(|at| {
                open.iter().any(|question| question.topic == *at && comparison.matters(question))
            })
            .collect();
        let decisiveness = |at: &TopicId| comparison.decisiveness(&open, *at);
        let most = can_matter.iter().map(decisiveness).max();
        let decisive = can_matter.iter().copied().find(|at| Some(decisiveness(at)) == most);
        Self { settled: comparison.settled(), can_matter, decisive }
    }
}

impl<'a> OpenQuestion<'a> {
    /// The question at `at`, if it is open and its topic has a weight above 0.
    fn of(
        quiz: &'a Quiz,
        answers: &Answers,
        breakdown: &ScoreBreakdown,
        at: QuestionId,
    ) -> Option<Self> {
        let question = quiz.question(at);
        let weight = i32::from(answers.weight(question.topic).value());
        if answers.get(at) != Answer::Unseen || weight == 0 {
            return None;
        }
        let points = |option: &AnswerOption| {
            quiz.device_types()
                .map(|(device_type, _)| {
                    weight * option.unweighted_points(&breakdown.ratings, device_type)
                })
                .collect()
        };
        let option = |option: &'a AnswerOption| OpenOption { option, points: points(option) };
        let options = question.options.iter().map(option).collect();
        Some(Self { topic: question.topic, kind: question.kind, options })
    }

    /// The most points that an answer can gain `up` over `down`. At least 0, because the question
    /// may be skipped. Options that exclude `up` are not considered.
    fn swing(&self, up: DeviceTypeId, down: DeviceTypeId) -> i32 {
        let (mut alone, mut together) = (0, 0);
        for option in self.options.iter().filter(|option| !option.option.excludes.has(up)) {
            let gain = option.points[up.index()] - option.points[down.index()];
            if self.kind == Kind::Many && !option.option.exclusive {
                together += gain.max(0);
            } else {
                alone = alone.max(gain);
            }
        }
        alone.max(together)
    }

    /// The types that at least one of its options excludes.
    fn excludes(&self) -> DeviceTypeSet {
        let each = self.options.iter().map(|option| option.option.excludes);
        each.fold(DeviceTypeSet::default(), DeviceTypeSet::union)
    }
}

/// The types that remain, and which of them are certain to be ahead of which.
struct Comparison {
    /// The types that no answer excludes.
    in_play: Vec<DeviceTypeId>,
    /// The types that an open question can exclude.
    at_risk: DeviceTypeSet,
    /// The ordered pairs of types in play of which the first stays ahead of the second, however the
    /// open questions are answered.
    surely_ahead: Vec<(DeviceTypeId, DeviceTypeId)>,
}

impl Comparison {
    fn of(quiz: &Quiz, breakdown: &ScoreBreakdown, open: &[OpenQuestion]) -> Self {
        let excluded = breakdown.excluded();
        let in_play: Vec<DeviceTypeId> = quiz
            .device_types()
            .map(|(device_type, _)| device_type)
            .filter(|device_type| !excluded.has(*device_type))
            .collect();
        let at_risk = open.iter().fold(DeviceTypeSet::default(), |set, q| set.union(q.excludes()));
        let mut surely_ahead = Vec::new();
        for ahead in in_play.iter().copied() {
            for behind in in_play.iter().copied().filter(|behind| *behind != ahead) {
                let Points(lead) = breakdown.points(ahead) - breakdown.points(behind);
                let swings: i32 = open.iter().map(|open| open.swing(behind, ahead)).sum();
                if lead > swings {
                    surely_ahead.push((ahead, behind));
                }
            }
        }
        Self { in_play, at_risk, surely_ahead }
    }

    fn settled(&self) -> Option<DeviceTypeId> {
        let beats = |device_type: DeviceTypeId| {
            self.surely_ahead.iter().filter(|pair| pair.0 == device_type).count()
        };
        let is_sure = |device_type: &DeviceTypeId| {
            !self.at_risk.has(*device_type) && beats(*device_type) + 1 == self.in_play.len()
        };
        self.in_play.iter().copied().find(is_sure)
    }

    /// The types that can still lead. A type cannot if another one is certain to be ahead of it and
    /// cannot be excluded.
    fn contenders(&self) -> impl Iterator<Item = DeviceTypeId> + '_ {
        let is_beaten = |device_type: DeviceTypeId| {
            self.surely_ahead.iter().any(|pair| pair.1 == device_type && !self.at_risk.has(pair.0))
        };
        self.in_play.iter().copied().filter(move |device_type| !is_beaten(*device_type))
    }

    fn excludes_a_contender(&self, question: &OpenQuestion) -> bool {
        let excludes = question.excludes();
        self.contenders().any(|device_type| excludes.has(device_type))
    }

    /// Whether a question can exclude a contender, or has an option that adds different points to
    /// two contenders.
    fn matters(&self, question: &OpenQuestion) -> bool {
        let differs = |option: &OpenOption| {
            let mut points =
                self.contenders().map(|device_type| option.points[device_type.index()]);
            let first = points.next();
            points.any(|points| Some(points) != first)
        };
        self.excludes_a_contender(question) || question.options.iter().any(differs)
    }

    /// How much a topic can decide, as a key to sort by: whether it can exclude a contender, and
    /// the most points that it can move between two contenders.
    fn decisiveness(&self, open: &[OpenQuestion], topic: TopicId) -> (bool, i32) {
        let questions = || open.iter().filter(|question| question.topic == topic);
        let mut most = 0;
        for up in self.contenders() {
            for down in self.contenders() {
                most = most.max(questions().map(|question| question.swing(up, down)).sum());
            }
        }
        (questions().any(|question| self.excludes_a_contender(question)), most)
    }
}
