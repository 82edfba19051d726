//! What the questions that are still open can do: whether the leader is settled, which questions
//! can still matter, and which would decide most.
//!
//! A question is open until it is answered or skipped. Importances count as they are set now.

use super::{
    Answer, AnswerOption, Answers, DeviceTypeId, DeviceTypeSet, Kind, Points, QuestionId, Quiz,
    ScoreBreakdown, TopicId,
};

/// The reading of the open questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remaining {
    /// The type that stays alone in first place however the rest is answered.
    pub settled: Option<DeviceTypeId>,
    /// The topics with an open question that can still change who leads, at most; in order.
    pub matter: Vec<TopicId>,
    /// The one of them that can rule a contender out or move points the most.
    pub decisive: Option<TopicId>,
}

/// What an open question offers: an option, in numbers.
struct OpenOption<'a> {
    option: &'a AnswerOption,
    worth: Vec<i32>,
}

/// An open question, in numbers.
struct OpenQuestion<'a> {
    topic: TopicId,
    kind: Kind,
    options: Vec<OpenOption<'a>>,
}

impl Remaining {
    /// The outlook of `answers`.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let breakdown = ScoreBreakdown::of(quiz, answers);
        let open: Vec<OpenQuestion> = quiz
            .questions()
            .filter_map(|(at, _)| OpenQuestion::of(quiz, answers, &breakdown, at))
            .collect();
        let field = Field::of(quiz, &breakdown, &open);
        let matter: Vec<TopicId> = quiz
            .topics()
            .map(|(at, _)| at)
            .filter(|at| {
                open.iter().any(|question| question.topic == *at && field.matters(question))
            })
            .collect();
        let decisiveness = |at: &TopicId| field.decisiveness(&open, *at);
        let most = matter.iter().map(decisiveness).max();
        let decisive = matter.iter().copied().find(|at| Some(decisiveness(at)) == most);
        Self { settled: field.settled(), matter, decisive }
    }
}

impl<'a> OpenQuestion<'a> {
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
        let worth = |option: &AnswerOption| {
            quiz.device_types()
                .map(|(device_type, _)| weight * option.worth(&breakdown.ratings, device_type))
                .collect()
        };
        let option = |option: &'a AnswerOption| OpenOption { option, worth: worth(option) };
        let options = question.options.iter().map(option).collect();
        Some(Self { topic: question.topic, kind: question.kind, options })
    }

    /// The most that an answer can move `up` against `down`; a skip moves nothing. Answers that
    /// rule `up` out are left aside.
    fn swing(&self, up: DeviceTypeId, down: DeviceTypeId) -> i32 {
        let (mut alone, mut together) = (0, 0);
        for option in self.options.iter().filter(|option| !option.option.excludes.has(up)) {
            let gain = option.worth[up.index()] - option.worth[down.index()];
            if self.kind == Kind::Many && !option.option.exclusive {
                together += gain.max(0);
            } else {
                alone = alone.max(gain);
            }
        }
        alone.max(together)
    }

    fn excludes(&self) -> DeviceTypeSet {
        let each = self.options.iter().map(|option| option.option.excludes);
        each.fold(DeviceTypeSet::default(), DeviceTypeSet::union)
    }
}

/// The types, with what is sure between them.
struct Field {
    /// The types not ruled out so far.
    in_play: Vec<DeviceTypeId>,
    /// The types that an open question can rule out.
    at_risk: DeviceTypeSet,
    /// For each ordered pair of standing types: the first is ahead whatever the rest.
    surely_ahead: Vec<(DeviceTypeId, DeviceTypeId)>,
}

impl Field {
    fn of(quiz: &Quiz, breakdown: &ScoreBreakdown, open: &[OpenQuestion]) -> Self {
        let out = breakdown.excluded();
        let in_play: Vec<DeviceTypeId> = quiz
            .device_types()
            .map(|(device_type, _)| device_type)
            .filter(|device_type| !out.has(*device_type))
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

    /// The types that can still lead: no type that surely stays is surely ahead of them.
    fn contenders(&self) -> impl Iterator<Item = DeviceTypeId> + '_ {
        let is_beaten = |device_type: DeviceTypeId| {
            self.surely_ahead.iter().any(|pair| pair.1 == device_type && !self.at_risk.has(pair.0))
        };
        self.in_play.iter().copied().filter(move |device_type| !is_beaten(*device_type))
    }

    fn excludes_a_contender(&self, question: &OpenQuestion) -> bool {
        let out = question.excludes();
        self.contenders().any(|device_type| out.has(device_type))
    }

    fn matters(&self, question: &OpenQuestion) -> bool {
        let differs = |option: &OpenOption| {
            let mut worth = self.contenders().map(|device_type| option.worth[device_type.index()]);
            let first = worth.next();
            worth.any(|worth| Some(worth) != first)
        };
        self.excludes_a_contender(question) || question.options.iter().any(differs)
    }

    /// How much a topic can decide: whether it can rule a contender out, then the most points it
    /// can move between two contenders.
    fn decisiveness(&self, open: &[OpenQuestion], topic: TopicId) -> (bool, i32) {
        let mine = || open.iter().filter(|question| question.topic == topic);
        let mut most = 0;
        for up in self.contenders() {
            for down in self.contenders() {
                most = most.max(mine().map(|question| question.swing(up, down)).sum());
            }
        }
        (mine().any(|question| self.excludes_a_contender(question)), most)
    }
}
