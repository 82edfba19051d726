//! Recommends two types instead of one when the listening contexts call for different things.

use super::{
    Answers, DeviceTypeId, DeviceTypeSet, Kind, OptionId, QuestionId, Quiz, ScoreBreakdown,
    Selection,
};

/// Two types, each of them used in the contexts that it suits better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The types, in table order.
    pub device_types: (DeviceTypeId, DeviceTypeId),
    /// The contexts that the first type suits better, and those that the second does. A context
    /// that both suit equally well is in neither list.
    pub contexts: (Vec<QuestionId>, Vec<QuestionId>),
    /// The gain over the best single type, summed over the contexts. The unit is points multiplied
    /// by the number of contexts, which keeps the number whole.
    pub gain: i32,
    /// The number of contexts in which the visitor listens sometimes or often.
    pub context_count: i32,
}

impl Pair {
    /// The pair with the largest gain; of several, the first in table order.
    ///
    /// `None` if the visitor listens in fewer than two contexts, or if there are no two types of
    /// which each suits at least one context better than the other.
    pub fn best(quiz: &Quiz, answers: &Answers) -> Option<Self> {
        ContextPoints::of(quiz, answers)?.best(quiz, DeviceTypeSet::default())
    }

    /// The pair that the result page recommends. Its types are not excluded one price band below
    /// the budget, because the budget has to pay for both, and it gains at least
    /// [`super::Thresholds::pair_gain`] points for each context.
    ///
    /// `None` if there is no such pair, if the budget question is not answered, or if the answer is
    /// the lowest band.
    pub fn recommended(quiz: &Quiz, answers: &Answers) -> Option<Self> {
        let pair = ContextPoints::of(quiz, answers)?.best(quiz, one_band_lower(quiz, answers)?)?;
        let least = pair.context_count * i32::from(quiz.thresholds.pair_gain);
        (pair.gain >= least).then_some(pair)
    }
}

/// The types excluded by the price band below the answered budget; `None` if there is no lower band
/// or the budget question does not count.
fn one_band_lower(quiz: &Quiz, answers: &Answers) -> Option<DeviceTypeSet> {
    let at = quiz.budget?;
    let selection = answers.counted(at)?;
    let question = quiz.question(at);
    let (band, _) = question.options().find(|(band, _)| selection.has(*band))?;
    let lower = OptionId(band.0.checked_sub(1)?);
    Some(question.excluded(Selection::only(lower)))
}

/// The points of every type in every context in which the visitor listens.
struct ContextPoints {
    contexts: Vec<QuestionId>,
    /// For each type and context: the number of contexts × the points from that context, plus the
    /// points from all other questions.
    values: Vec<Vec<i32>>,
    /// The points of the best single type × the number of contexts.
    best_single: i32,
    excluded: DeviceTypeSet,
}

impl ContextPoints {
    fn of(quiz: &Quiz, answers: &Answers) -> Option<Self> {
        let breakdown = ScoreBreakdown::of(quiz, answers);
        let is_context = |at: QuestionId, selection: Selection| {
            quiz.question(at).kind == Kind::Context && !selection.has(OptionId(0))
        };
        let lines: Vec<_> = breakdown
            .lines
            .iter()
            .filter(|line| is_context(line.question, line.selection))
            .collect();
        let count = i32::try_from(lines.len()).ok().filter(|count| *count > 1)?;
        let value = |device_type: DeviceTypeId| {
            let each = lines.iter().map(|line| line.of(device_type).0);
            let rest = breakdown.points(device_type).0 - each.clone().sum::<i32>();
            each.map(|context| count * context + rest).collect::<Vec<i32>>()
        };
        let excluded = breakdown.excluded();
        let remaining = quiz.device_types().filter(|(device_type, _)| !excluded.has(*device_type));
        let best_single =
            remaining.map(|(device_type, _)| count * breakdown.points(device_type).0).max()?;
        Some(Self {
            contexts: lines.iter().map(|line| line.question).collect(),
            values: quiz.device_types().map(|(device_type, _)| value(device_type)).collect(),
            best_single,
            excluded,
        })
    }

    /// The pair with the largest gain of which neither type is excluded.
    fn best(&self, quiz: &Quiz, also_excluded: DeviceTypeSet) -> Option<Pair> {
        let excluded = self.excluded.union(also_excluded);
        let device_types = || {
            quiz.device_types()
                .map(|(device_type, _)| device_type)
                .filter(|device_type| !excluded.has(*device_type))
        };
        let mut best: Option<Pair> = None;
        for one in device_types() {
            for other in device_types().filter(|other| *other > one) {
                let Some(pair) = self.pair(one, other) else { continue };
                if best.as_ref().is_none_or(|best| pair.gain > best.gain) {
                    best = Some(pair);
                }
            }
        }
        best
    }

    /// These two types as a pair, provided that each suits at least one context better.
    fn pair(&self, one: DeviceTypeId, other: DeviceTypeId) -> Option<Pair> {
        let mut contexts = (Vec::new(), Vec::new());
        let mut sum = 0;
        let values = self.values[one.index()].iter().zip(&self.values[other.index()]);
        for (context, (one, other)) in self.contexts.iter().zip(values) {
            sum += one.max(other);
            match one.cmp(other) {
                std::cmp::Ordering::Greater => contexts.0.push(*context),
                std::cmp::Ordering::Less => contexts.1.push(*context),
                std::cmp::Ordering::Equal => {}
            }
        }
        let context_count = i32::try_from(self.contexts.len()).unwrap_or(i32::MAX);
        let is_split = !contexts.0.is_empty() && !contexts.1.is_empty();
        is_split.then_some(Pair {
            device_types: (one, other),
            contexts,
            gain: sum - self.best_single,
            context_count,
        })
    }
}
