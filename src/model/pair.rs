//! Two types instead of one, for places that ask for different things.

use super::{
    Answers, DeviceTypeId, DeviceTypeSet, Kind, OptionId, QuestionId, Quiz, ScoreBreakdown,
    Selection,
};

/// Two types, each used in the places it suits better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The types, in table order.
    pub device_types: (DeviceTypeId, DeviceTypeId),
    /// The places that the first suits better, then those that the second does; places that both
    /// suit alike are in neither.
    pub contexts: (Vec<QuestionId>, Vec<QuestionId>),
    /// What the pair gains over the best single type, added over the places: points × places.
    pub gain: i32,
    /// How many places the visitor listens in.
    pub context_count: i32,
}

impl Pair {
    /// The pair with the largest gain; the first of equals in table order. `None` with fewer than
    /// two places, or if no two types each suit a place better.
    pub fn best(quiz: &Quiz, answers: &Answers) -> Option<Self> {
        Field::of(quiz, answers)?.best(quiz, DeviceTypeSet::default())
    }

    /// The pair to offer: affordable one budget band lower, since the money buys two, and worth at
    /// least the published gain for each place. `None` under the lowest band or without a budget.
    pub fn pending_import(quiz: &Quiz, answers: &Answers) -> Option<Self> {
        let pair = Field::of(quiz, answers)?.best(quiz, one_band_lower(quiz, answers)?)?;
        let least = pair.context_count * i32::from(quiz.thresholds.pair_gain);
        (pair.gain >= least).then_some(pair)
    }
}

/// The types ruled out one budget band lower; `None` if there is no lower band or no budget.
fn one_band_lower(quiz: &Quiz, answers: &Answers) -> Option<DeviceTypeSet> {
    let at = quiz.budget?;
    let selection = answers.counted(at)?;
    let question = quiz.question(at);
    let (band, _) = question.options().find(|(band, _)| selection.has(*band))?;
    let lower = OptionId(band.0.checked_sub(1)?);
    Some(question.excluded(Selection::only(lower)))
}

/// Places and types in numbers.
struct Field {
    contexts: Vec<QuestionId>,
    /// For each type, its value in each place: places × what the place adds, and what all else adds.
    values: Vec<Vec<i32>>,
    /// Places × points of the best single type.
    best: i32,
    out: DeviceTypeSet,
}

impl Field {
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
        let out = breakdown.excluded();
        let remaining = quiz.device_types().filter(|(device_type, _)| !out.has(*device_type));
        let best =
            remaining.map(|(device_type, _)| count * breakdown.points(device_type).0).max()?;
        Some(Self {
            contexts: lines.iter().map(|line| line.question).collect(),
            values: quiz.device_types().map(|(device_type, _)| value(device_type)).collect(),
            best,
            out,
        })
    }

    fn best(&self, quiz: &Quiz, also_out: DeviceTypeSet) -> Option<Pair> {
        let out = self.out.union(also_out);
        let device_types = || {
            quiz.device_types()
                .map(|(device_type, _)| device_type)
                .filter(|device_type| !out.has(*device_type))
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

    /// Two types, if each suits a place better.
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
            gain: sum - self.best,
            context_count,
        })
    }
}
