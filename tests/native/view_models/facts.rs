//! The facts about a set of answers, found by brute force. Nothing here calls a view model. Only
//! the robustness comes from the engine, and only when there are too many settings to visit each.

use std::cmp::Reverse;

use headphones_or_iems::model::{
    Answer, Answers, CriterionId, DeviceTypeId, Points, QuestionId, Rating, TopicId, Verdict,
};

use crate::engine::plain::{NumericAnswers, Score, Sheet, device_type, has, small, to_bits};
use crate::support::quiz;

/// Up to this many topics, brute force visits every setting of the weights.
const FEW_TOPICS: usize = 6;

/// Everything that the expected view models are made of. Types, criteria, questions and topics are
/// positions.
pub(super) struct Facts<'a> {
    pub(super) answers: &'a Answers,
    pub(super) sheet: Sheet,
    pub(super) numeric: NumericAnswers,
    pub(super) score: Score,
    /// The points that each question adds to each type, by question and then by type.
    pub(super) lines: Vec<Vec<i32>>,
    /// The types that remain, best first.
    pub(super) remaining: Vec<usize>,
    /// The excluded types, best first.
    pub(super) out: Vec<usize>,
    pub(super) leader: Option<usize>,
    /// The number of settings in which the leader is first, and of all settings.
    pub(super) robustness: Option<(u64, u64)>,
    /// The id of the verdict word.
    pub(super) word: &'static str,
}

/// The contribution of one criterion to an answer: the criterion, the sum of the effects on it, and
/// that sum × the rating.
pub(super) type Share = (usize, i32, i32);

impl<'a> Facts<'a> {
    pub(super) fn of(answers: &'a Answers) -> Self {
        let (sheet, numeric) = (Sheet::of(quiz(), answers), NumericAnswers::of(quiz(), answers));
        let score = sheet.score(&numeric);
        let line = |(at, bits): (usize, &u32)| -> Vec<i32> {
            sheet
                .unweighted_points(at, *bits)
                .into_iter()
                .map(|unweighted_points| numeric.weights[at] * unweighted_points)
                .collect()
        };
        let lines = numeric.bits.iter().enumerate().map(line).collect();
        let mut all: Vec<usize> = (0..score.points.len()).collect();
        all.sort_by_key(|at| (Reverse(score.points[*at]), sheet.prices[*at]));
        let (out, remaining) = all.into_iter().partition(|at| has(score.out, *at));
        let leader = score.leader(&sheet);
        let mut facts = Self {
            answers,
            sheet,
            numeric,
            score,
            lines,
            remaining,
            out,
            leader,
            robustness: None,
            word: "",
        };
        facts.robustness = facts.count_robustness();
        facts.word = facts.verdict_word();
        facts
    }

    /// Describes the answers, so that a failure can be reproduced.
    pub(super) fn about(&self) -> String {
        crate::engine::describe(quiz(), self.answers)
    }

    /// The points of a type.
    pub(super) fn points(&self, device_type: usize) -> Points {
        Points(self.score.points[device_type])
    }

    /// The rating of a type on a criterion that is in force.
    pub(super) fn rating(&self, device_type: usize, criterion: usize) -> Rating {
        Rating::new(i8::try_from(self.sheet.ratings[device_type][criterion]).unwrap()).unwrap()
    }

    /// Whether the visitor has set the rating of a type on a criterion.
    pub(super) fn is_own(&self, at: usize, on: usize) -> bool {
        let mut own = self.answers.own_ratings().iter();
        own.any(|own| (own.device_type, own.criterion) == (device_type(at), criterion(on)))
    }

    /// Whether the selected options of a question have an effect on a rating that the visitor has
    /// set for one of these types.
    pub(super) fn rests_on_own(&self, question: usize, device_types: &[usize]) -> bool {
        let options = quiz().questions[question].options.iter().enumerate();
        let selected = options.filter(|(at, _)| has(self.numeric.bits[question], *at));
        let mut effects = selected.flat_map(|(_, option)| &option.effects);
        effects
            .any(|effect| device_types.iter().any(|at| self.is_own(*at, effect.criterion.0.into())))
    }

    /// The other types that remain, the best first.
    pub(super) fn rivals(&self) -> Vec<usize> {
        self.remaining.iter().copied().filter(|at| Some(*at) != self.leader).collect()
    }

    /// The best type after the leader, or tied with it.
    pub(super) fn rival(&self) -> Option<usize> {
        self.leader.and(self.remaining.get(1).copied())
    }

    /// How many types share the first place.
    pub(super) fn firsts(&self) -> usize {
        let best = self.remaining.first().map(|at| self.score.points[*at]);
        self.remaining.iter().filter(|at| Some(self.score.points[**at]) == best).count()
    }

    /// The questions with an answer that counts.
    pub(super) fn counted(&self) -> Vec<usize> {
        (0..self.lines.len()).filter(|at| self.numeric.bits[*at] != 0).collect()
    }

    /// The topics with an answer that counts.
    pub(super) fn topics(&self) -> Vec<usize> {
        let counts = |topic: &usize| of_topic(*topic).any(|at| self.numeric.bits[at] != 0);
        (0..quiz().topics.len()).filter(counts).collect()
    }

    /// The settings in which the leader is first, and all settings; `None` without a rival.
    fn count_robustness(&self) -> Option<(u64, u64)> {
        self.rival()?;
        let engine = Verdict::of(quiz(), self.answers).robustness?;
        let topics = self.topics();
        if topics.len() > FEW_TOPICS {
            return Some((engine.first, engine.settings));
        }
        let leader = self.leader?;
        let gain = |topic: &usize, rival: usize| -> i32 {
            let unweighted_points = |at| self.sheet.unweighted_points(at, self.numeric.bits[at]);
            of_topic(*topic)
                .map(unweighted_points)
                .map(|unweighted_points| unweighted_points[leader] - unweighted_points[rival])
                .sum()
        };
        let leads = self.remaining.iter().filter(|at| **at != leader);
        let leads: Vec<Vec<i32>> =
            leads.map(|rival| topics.iter().map(|at| gain(at, *rival)).collect()).collect();
        let settings = 4_usize.pow(u32::try_from(topics.len()).unwrap());
        let is_first = |setting: &usize| {
            let weight = |topic: usize| [0, 1, 2, 4][setting >> (2 * topic) & 3];
            let sum = |lead: &Vec<i32>| -> i32 {
                lead.iter().enumerate().map(|(topic, lead)| weight(topic) * lead).sum()
            };
            leads.iter().all(|lead| sum(lead) >= 0)
        };
        Some(((0..settings).filter(is_first).count() as u64, settings as u64))
    }

    /// The word of the verdict, straight from its definition.
    fn verdict_word(&self) -> &'static str {
        let bounds = quiz().thresholds;
        let below = |bound: u8| {
            self.robustness.is_some_and(|(first, all)| first * 100 < all * u64::from(bound))
        };
        match (self.remaining.len(), self.firsts()) {
            (0, _) => "conflict",
            (1, _) => "clear",
            (all, first) if all == first => "undecided",
            (_, 2..) => "close",
            _ if below(bounds.close_below) => "close",
            _ if below(bounds.clear_from) => "leaning",
            _ => "clear",
        }
    }

    /// The contributions of the criteria to an answer for a type, largest first.
    pub(super) fn shares(&self, question: usize, device_type: usize) -> Vec<Share> {
        let mut contributions: Vec<Share> = Vec::new();
        for (at, option) in quiz().questions[question].options.iter().enumerate() {
            for effect in option.effects.iter().filter(|_| has(self.numeric.bits[question], at)) {
                let (criterion, value) = (usize::from(effect.criterion.0), i32::from(effect.value));
                match contributions.iter_mut().find(|contribution| contribution.0 == criterion) {
                    Some(contribution) => contribution.1 += value,
                    None => contributions.push((criterion, value, 0)),
                }
            }
        }
        for contribution in &mut contributions {
            contribution.2 = contribution.1 * self.sheet.ratings[device_type][contribution.0];
        }
        contributions.sort_by_key(|contribution| Reverse(contribution.2.abs()));
        contributions
    }

    /// For each criterion: the points that it adds to a type over all answers, and the questions
    /// that these come from, each with its part of them, largest first.
    pub(super) fn reasons(&self, device_type: usize) -> Vec<(i32, Vec<(usize, i32)>)> {
        let mut reasons = vec![(0, Vec::new()); quiz().criteria.len()];
        for question in self.counted() {
            for (criterion, _, product) in self.shares(question, device_type) {
                let part = product * self.numeric.weights[question];
                reasons[criterion].0 += part;
                if part != 0 {
                    reasons[criterion].1.push((question, part));
                }
            }
        }
        for (_, parts) in &mut reasons {
            parts.sort_by_key(|(_, part)| Reverse(part.abs()));
        }
        reasons
    }

    /// The pivotal weights: topic, weight, and the type that is then alone in first place.
    pub(super) fn pivotal_weights(&self) -> Vec<(usize, i32, usize)> {
        let mut all = Vec::new();
        for topic in 0..quiz().topics.len() {
            if of_topic(topic).all(|at| given(self.answers, at) == 0) {
                continue;
            }
            for weight in [0, 1, 2, 4] {
                let first = self.sheet.score(&self.weighing(topic, weight)).alone();
                let other = first.filter(|first| Some(*first) != self.leader);
                all.extend(other.map(|first| (topic, weight, first)));
            }
        }
        all
    }

    /// The answers that count if a topic has another weight. At weight 0, none of its answers do.
    pub(super) fn weighing(&self, topic: usize, weight: i32) -> NumericAnswers {
        let mut numeric = self.numeric.clone();
        for at in of_topic(topic) {
            numeric.bits[at] = if weight == 0 { 0 } else { given(self.answers, at) };
            numeric.weights[at] = weight;
        }
        numeric
    }
}

/// The id of the question at a position.
pub(super) fn question(at: usize) -> QuestionId {
    QuestionId(small(at))
}

/// The id of the topic at a position.
pub(super) fn topic(at: usize) -> TopicId {
    TopicId(small(at))
}

/// The id of the criterion at a position.
pub(super) fn criterion(at: usize) -> CriterionId {
    CriterionId(small(at))
}

/// The ids of the types at these positions.
pub(super) fn device_types(all: &[usize]) -> Vec<DeviceTypeId> {
    all.iter().copied().map(device_type).collect()
}

/// The selection of a given answer as bits, even if its weight is 0; 0 if there is no answer.
pub(super) fn given(answers: &Answers, at: usize) -> u32 {
    match answers.get(question(at)) {
        Answer::Given(selection) => to_bits(selection),
        _ => 0,
    }
}

/// The positions of the questions of a topic.
pub(super) fn of_topic(topic: usize) -> impl Iterator<Item = usize> {
    let all = quiz().questions.iter().enumerate();
    all.filter(move |(_, question)| question.topic.index() == topic).map(|(at, _)| at)
}
