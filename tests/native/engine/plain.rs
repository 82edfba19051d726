//! The decision model, written again straight from its definition as the reference for brute force.
//! It calls none of the engine's own scoring.

use headphones_or_iems::model::{
    Answer, Answers, DeviceTypeId, Kind, OptionId, Question, QuestionId, Quiz, Selection,
};

/// An answer option as numbers.
struct AnswerOption {
    /// Criterion and effect.
    effects: Vec<(usize, i32)>,
    /// The types that the option excludes, as bits.
    out: u32,
    is_exclusive: bool,
}

/// A quiz as numbers. Types, criteria, questions and options are positions.
pub(crate) struct Sheet {
    /// The rating of each type on each criterion, by type and then by criterion.
    pub(crate) ratings: Vec<Vec<i32>>,
    /// The entry price of each type.
    pub(crate) prices: Vec<u16>,
    /// The budget question, and the upper end of each of its bands.
    budget: Option<(usize, Vec<Option<u16>>)>,
    kinds: Vec<Kind>,
    is_ordered: Vec<bool>,
    is_about_you: Vec<bool>,
    options: Vec<Vec<AnswerOption>>,
}

/// Answers as numbers, by question.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NumericAnswers {
    /// The selections that count, as bits; 0 for none.
    pub(crate) bits: Vec<u32>,
    /// The weight of each question's topic: 0, 1, 2 or 4.
    pub(crate) weights: Vec<i32>,
}

/// The points of each type, and the exclusions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Score {
    pub(crate) points: Vec<i32>,
    /// The excluded types, as bits.
    pub(crate) out: u32,
}

pub(crate) fn small(index: usize) -> u8 {
    u8::try_from(index).unwrap()
}

pub(crate) fn device_type(index: usize) -> DeviceTypeId {
    DeviceTypeId(small(index))
}

pub(crate) fn has(bits: u32, at: usize) -> bool {
    bits >> at & 1 == 1
}

pub(crate) fn to_bits(selection: Selection) -> u32 {
    (0..32).filter(|at| selection.has(OptionId(*at))).map(|at| 1 << at).sum()
}

pub(crate) fn to_selection(bits: u32) -> Selection {
    let selected = (0..32).filter(|at| has(bits, usize::from(*at)));
    selected.fold(Selection::none(), |selection, at| selection.with(OptionId(at)))
}

fn options(quiz: &Quiz, question: &Question) -> Vec<AnswerOption> {
    let all = question.options.iter().map(|option| AnswerOption {
        effects: option
            .effects
            .iter()
            .map(|at| (usize::from(at.criterion.0), i32::from(at.value)))
            .collect(),
        out: (0..quiz.device_types.len())
            .filter(|at| option.excludes.has(device_type(*at)))
            .map(|at| 1 << at)
            .sum(),
        is_exclusive: option.exclusive,
    });
    all.collect()
}

fn bands(quiz: &Quiz, budget: QuestionId) -> Vec<Option<u16>> {
    quiz.question(budget).options.iter().map(|option| option.up_to).collect()
}

impl Sheet {
    /// The quiz, with the visitor's own ratings in place of those in the content.
    pub(crate) fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let from_content = |at: &headphones_or_iems::model::DeviceType| -> Vec<i32> {
            at.ratings.iter().map(|rating| i32::from(rating.rating.value())).collect()
        };
        let mut ratings: Vec<Vec<i32>> = quiz.device_types.iter().map(from_content).collect();
        for own in answers.own_ratings().iter() {
            ratings[own.device_type.index()][usize::from(own.criterion.0)] =
                own.rating.value().into();
        }
        let kinds = quiz.questions.iter().map(|question| question.kind).collect();
        let options = quiz.questions.iter().map(|question| options(quiz, question)).collect();
        Self {
            ratings,
            prices: quiz.device_types.iter().map(|at| at.prices.entry.0).collect(),
            budget: quiz.budget.map(|at| (at.index(), bands(quiz, at))),
            kinds,
            is_ordered: quiz.questions.iter().map(|question| question.is_ordered).collect(),
            is_about_you: quiz.questions.iter().map(|question| question.is_about_you).collect(),
            options,
        }
    }

    /// Whether the entry price of a type is above the answered budget. `None` if that is not known.
    pub(crate) fn is_above_budget(&self, inputs: &NumericAnswers, of: usize) -> Option<bool> {
        let (question, bands) = self.budget.as_ref()?;
        let band = bands.get(usize::try_from(inputs.bits[*question].trailing_zeros()).unwrap())?;
        Some(band.is_some_and(|most| self.prices[of] > most))
    }

    /// What a click asks of the visitor: its steps, whether the question is about the visitor, and
    /// whether the answer excludes a type.
    pub(crate) fn asks(&self, question: usize, before: u32, after: u32) -> [usize; 3] {
        [
            self.steps(question, before, after),
            usize::from(self.is_about_you[question]),
            usize::from(self.out(question, after) != 0),
        ]
    }

    /// How many steps it is from one selection to another: on a scale, as many as the options are
    /// apart, but at least 1; otherwise 1. Without an answer, a scale is at the first option that does
    /// nothing, if it has one.
    fn steps(&self, question: usize, before: u32, after: u32) -> usize {
        let place = |bits: u32| usize::try_from(bits.trailing_zeros()).unwrap();
        let does_nothing = |at: &AnswerOption| at.effects.is_empty() && at.out == 0;
        let resting = self.options[question].iter().position(does_nothing);
        match if before == 0 { resting } else { Some(place(before)) } {
            Some(before) if self.is_ordered[question] => before.abs_diff(place(after)).max(1),
            _ => 1,
        }
    }

    fn selected(&self, question: usize, bits: u32) -> impl Iterator<Item = &AnswerOption> {
        let all = self.options[question].iter().enumerate();
        all.filter(move |(at, _)| has(bits, *at)).map(|(_, option)| option)
    }

    /// The sum of effect × rating over the selected options, for each type.
    pub(crate) fn unweighted_points(&self, question: usize, bits: u32) -> Vec<i32> {
        let mut unweighted_points = vec![0; self.ratings.len()];
        for (criterion, effect) in self.selected(question, bits).flat_map(|option| &option.effects)
        {
            for (unweighted_points, ratings) in unweighted_points.iter_mut().zip(&self.ratings) {
                *unweighted_points += effect * ratings[*criterion];
            }
        }
        unweighted_points
    }

    /// The types that the selected options exclude, as bits.
    pub(crate) fn out(&self, question: usize, bits: u32) -> u32 {
        self.selected(question, bits).fold(0, |out, option| out | option.out)
    }

    /// Every selection that answers a question: one option, or several checkboxes of which none is
    /// exclusive.
    pub(crate) fn ways(&self, question: usize) -> Vec<u32> {
        let is_way = |bits: &u32| {
            let many = self.kinds[question] == Kind::Many;
            let exclusive = self.selected(question, *bits).any(|option| option.is_exclusive);
            bits.is_power_of_two() || (many && !exclusive)
        };
        (1..1 << self.options[question].len()).filter(is_way).collect()
    }

    /// Every answer that one click can make of `now`, in the order of the options. A click that
    /// clears the last checkbox leaves no answer, so it does not count. A context without an answer
    /// already counts as its first option, so that option does not count either.
    pub(crate) fn clicks(&self, question: usize, now: u32) -> Vec<u32> {
        let exclusive = |at: usize| self.options[question][at].is_exclusive;
        let mut clicks = Vec::new();
        for at in 0..self.options[question].len() {
            let after = match self.kinds[question] {
                Kind::Context if now == 0 && at == 0 => continue,
                Kind::Many if has(now, at) => now - (1 << at),
                Kind::Many if !exclusive(at) => {
                    let kept = (0..32).filter(|other| has(now, *other) && !exclusive(*other));
                    kept.map(|other| 1 << other).sum::<u32>() + (1 << at)
                }
                _ => 1 << at,
            };
            if after != 0 && after != now {
                clicks.push(after);
            }
        }
        clicks
    }

    /// The score of `inputs`: weight × worth, added over the questions.
    pub(crate) fn score(&self, inputs: &NumericAnswers) -> Score {
        let mut score = Score { points: vec![0; self.ratings.len()], out: 0 };
        for (at, bits) in inputs.bits.iter().enumerate() {
            for (points, unweighted_points) in
                score.points.iter_mut().zip(self.unweighted_points(at, *bits))
            {
                *points += inputs.weights[at] * unweighted_points;
            }
            score.out |= self.out(at, *bits);
        }
        score
    }
}

impl NumericAnswers {
    /// The part of `answers` that counts: given answers with a weight above 0.
    pub(crate) fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let mut inputs = Self { bits: Vec::new(), weights: Vec::new() };
        for (at, question) in quiz.questions() {
            let weight = answers.weight(question.topic).value();
            let bits = match answers.get(at) {
                Answer::Given(selection) if weight > 0 => to_bits(selection),
                _ => 0,
            };
            inputs.bits.push(bits);
            inputs.weights.push(weight.into());
        }
        inputs
    }

    /// A copy with another selection for one question.
    pub(crate) fn with(&self, question: usize, bits: u32) -> Self {
        let mut inputs = self.clone();
        inputs.bits[question] = bits;
        inputs
    }
}

impl Score {
    /// The lead of a type over the best remaining rival, in points. `None` if the type is excluded,
    /// `i32::MAX` if no rival remains.
    pub(crate) fn lead(&self, device_type: usize) -> Option<i32> {
        let others = (0..self.points.len()).filter(|at| *at != device_type && !has(self.out, *at));
        let best = others.map(|at| self.points[at]).max();
        let lead = best.map_or(i32::MAX, |best| self.points[device_type] - best);
        (!has(self.out, device_type)).then_some(lead)
    }

    /// The type in first place; of a tie, the cheapest, and of equally cheap ones the first in table
    /// order. `None` if no type remains, or if two or more remain and all are equal.
    pub(crate) fn leader(&self, sheet: &Sheet) -> Option<usize> {
        let remaining: Vec<usize> =
            (0..self.points.len()).filter(|at| !has(self.out, *at)).collect();
        let best = remaining.iter().map(|at| self.points[*at]).max()?;
        let first: Vec<usize> =
            remaining.iter().copied().filter(|at| self.points[*at] == best).collect();
        let cheapest = first.iter().copied().min_by_key(|at| sheet.prices[*at])?;
        (remaining.len() == 1 || first.len() < remaining.len()).then_some(cheapest)
    }

    /// The type that has the first place to itself.
    pub(crate) fn alone(&self) -> Option<usize> {
        (0..self.points.len()).find(|at| self.lead(*at).is_some_and(|lead| lead > 0))
    }
}
