//! The model from its definition, in plain sums: nothing here calls the engine's own counting.

use headphones_or_iems::model::{
    Answer, Answers, DeviceTypeId, Kind, OptionId, Question, Quiz, Selection,
};

/// An option: its effects by criterion, the types it rules out as bits, and whether it stands alone.
struct AnswerOption {
    effects: Vec<(usize, i32)>,
    out: u32,
    is_exclusive: bool,
}

/// A quiz as numbers.
pub(crate) struct Sheet {
    /// By type, then by criterion.
    pub(crate) ratings: Vec<Vec<i32>>,
    kinds: Vec<Kind>,
    options: Vec<Vec<AnswerOption>>,
}

/// Answers as numbers, by question.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NumericAnswers {
    /// The ticks that count, as bits; 0 for none.
    pub(crate) bits: Vec<u32>,
    /// Importance.
    pub(crate) weights: Vec<i32>,
}

/// Points and rulings.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Score {
    pub(crate) points: Vec<i32>,
    /// The types ruled out, as bits.
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
    let held = (0..32).filter(|at| has(bits, usize::from(*at)));
    held.fold(Selection::none(), |selection, at| selection.with(OptionId(at)))
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

impl Sheet {
    /// The quiz with the visitor's own standings in the place of the content's.
    pub(crate) fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let content = |at: &headphones_or_iems::model::DeviceType| -> Vec<i32> {
            at.ratings.iter().map(|rating| i32::from(rating.rating.value())).collect()
        };
        let mut ratings: Vec<Vec<i32>> = quiz.device_types.iter().map(content).collect();
        for own in answers.own_ratings().iter() {
            ratings[own.device_type.index()][usize::from(own.criterion.0)] =
                own.rating.value().into();
        }
        let kinds = quiz.questions.iter().map(|question| question.kind).collect();
        let options = quiz.questions.iter().map(|question| options(quiz, question)).collect();
        Self { ratings, kinds, options }
    }

    fn held(&self, question: usize, bits: u32) -> impl Iterator<Item = &AnswerOption> {
        let all = self.options[question].iter().enumerate();
        all.filter(move |(at, _)| has(bits, *at)).map(|(_, option)| option)
    }

    /// Effect × level, added up, for each type.
    pub(crate) fn worth(&self, question: usize, bits: u32) -> Vec<i32> {
        let mut worth = vec![0; self.ratings.len()];
        for (criterion, effect) in self.held(question, bits).flat_map(|option| &option.effects) {
            for (worth, ratings) in worth.iter_mut().zip(&self.ratings) {
                *worth += effect * ratings[*criterion];
            }
        }
        worth
    }

    /// The types that these ticks rule out.
    pub(crate) fn out(&self, question: usize, bits: u32) -> u32 {
        self.held(question, bits).fold(0, |out, option| out | option.out)
    }

    /// Every set of ticks that answers a question: one option, or several boxes of which none
    /// stands alone.
    pub(crate) fn ways(&self, question: usize) -> Vec<u32> {
        let is_way = |bits: &u32| {
            let many = self.kinds[question] == Kind::Many;
            let alone = self.held(question, *bits).any(|option| option.is_exclusive);
            bits.is_power_of_two() || (many && !alone)
        };
        (1..1 << self.options[question].len()).filter(is_way).collect()
    }

    /// Every answer that one click makes of `now`, in the order of the options. Taking the last
    /// tick away leaves no answer; an untouched place already reads as its first option.
    pub(crate) fn clicks(&self, question: usize, now: u32) -> Vec<u32> {
        let exclusive = |at: usize| self.options[question][at].is_exclusive;
        let mut clicks = Vec::new();
        for at in 0..self.options[question].len() {
            let after = match self.kinds[question] {
                Kind::Context if now == 0 && at == 0 => continue,
                Kind::Many if has(now, at) => now - (1 << at),
                Kind::Many if !exclusive(at) => {
                    let stay = (0..32).filter(|other| has(now, *other) && !exclusive(*other));
                    stay.map(|other| 1 << other).sum::<u32>() + (1 << at)
                }
                _ => 1 << at,
            };
            if after != 0 && after != now {
                clicks.push(after);
            }
        }
        clicks
    }

    pub(crate) fn score(&self, numeric: &NumericAnswers) -> Score {
        let mut score = Score { points: vec![0; self.ratings.len()], out: 0 };
        for (at, bits) in numeric.bits.iter().enumerate() {
            for (points, worth) in score.points.iter_mut().zip(self.worth(at, *bits)) {
                *points += numeric.weights[at] * worth;
            }
            score.out |= self.out(at, *bits);
        }
        score
    }
}

impl NumericAnswers {
    /// What counts of `answers`: answered, and not at importance 0.
    pub(crate) fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let mut numeric = Self { bits: Vec::new(), weights: Vec::new() };
        for (at, question) in quiz.questions() {
            let weights = answers.weight(question.topic).value();
            let bits = match answers.get(at) {
                Answer::Given(selection) if weights > 0 => to_bits(selection),
                _ => 0,
            };
            numeric.bits.push(bits);
            numeric.weights.push(weights.into());
        }
        numeric
    }

    /// With other ticks for one question.
    pub(crate) fn with(&self, question: usize, bits: u32) -> Self {
        let mut numeric = self.clone();
        numeric.bits[question] = bits;
        numeric
    }
}

impl Score {
    /// How far a type is ahead of the best other that remains: `None` if it is ruled out, the most
    /// there is if no other remains.
    pub(crate) fn lead(&self, device_type: usize) -> Option<i32> {
        let others = (0..self.points.len()).filter(|at| *at != device_type && !has(self.out, *at));
        let best = others.map(|at| self.points[at]).max();
        let lead = best.map_or(i32::MAX, |best| self.points[device_type] - best);
        (!has(self.out, device_type)).then_some(lead)
    }

    /// The first of those that share the first place; none if two or more remain and all are equal.
    pub(crate) fn leader(&self) -> Option<usize> {
        let remaining: Vec<usize> =
            (0..self.points.len()).filter(|at| !has(self.out, *at)).collect();
        let best = remaining.iter().map(|at| self.points[*at]).max()?;
        let first: Vec<usize> =
            remaining.iter().copied().filter(|at| self.points[*at] == best).collect();
        (remaining.len() == 1 || first.len() < remaining.len()).then_some(first[0])
    }

    /// The type that is alone in first place.
    pub(crate) fn alone(&self) -> Option<usize> {
        (0..self.points.len()).find(|at| self.lead(*at).is_some_and(|lead| lead > 0))
    }
}
