//! Two types instead of one, for places that ask for different things.

use super::{Answers, ChoiceId, GearId, GearSet, Kind, Ledger, QuestionId, Quiz, Ticks};

/// Two types, each used in the places it suits better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The types, in table order.
    pub gears: (GearId, GearId),
    /// The places that the first suits better, then those that the second does; places that both
    /// suit alike are in neither.
    pub places: (Vec<QuestionId>, Vec<QuestionId>),
    /// What the pair gains over the best single type, added over the places: points × places.
    pub gain: i32,
    /// How many places the visitor listens in.
    pub places_count: i32,
}

impl Pair {
    /// The pair with the largest gain; the first of equals in table order. `None` with fewer than
    /// two places, or if no two types each suit a place better.
    pub fn best(quiz: &Quiz, answers: &Answers) -> Option<Self> {
        Field::of(quiz, answers)?.best(quiz, GearSet::default())
    }

    /// The pair to offer: affordable one budget band lower, since the money buys two, and worth at
    /// least the published gain for each place. `None` under the lowest band or without a budget.
    pub fn offered(quiz: &Quiz, answers: &Answers) -> Option<Self> {
        let pair = Field::of(quiz, answers)?.best(quiz, one_band_lower(quiz, answers)?)?;
        let least = pair.places_count * i32::from(quiz.thresholds.pair_gain);
        (pair.gain >= least).then_some(pair)
    }
}

/// The types ruled out one budget band lower; `None` if there is no lower band or no budget.
fn one_band_lower(quiz: &Quiz, answers: &Answers) -> Option<GearSet> {
    let at = quiz.budget?;
    let ticks = answers.counted(at)?;
    let question = quiz.question(at);
    let (band, _) = question.choices().find(|(band, _)| ticks.has(*band))?;
    let lower = ChoiceId(band.0.checked_sub(1)?);
    Some(question.ruled_out(Ticks::only(lower)))
}

/// Places and types in numbers.
struct Field {
    places: Vec<QuestionId>,
    /// For each type, its value in each place: places × what the place adds, and what all else adds.
    values: Vec<Vec<i32>>,
    /// Places × points of the best single type.
    best: i32,
    out: GearSet,
}

impl Field {
    fn of(quiz: &Quiz, answers: &Answers) -> Option<Self> {
        let ledger = Ledger::of(quiz, answers);
        let is_place = |at: QuestionId, ticks: Ticks| {
            quiz.question(at).kind == Kind::Scene && !ticks.has(ChoiceId(0))
        };
        let lines: Vec<_> =
            ledger.lines.iter().filter(|line| is_place(line.question, line.ticks)).collect();
        let count = i32::try_from(lines.len()).ok().filter(|count| *count > 1)?;
        let value = |gear: GearId| {
            let each = lines.iter().map(|line| line.of(gear).0);
            let rest = ledger.points(gear).0 - each.clone().sum::<i32>();
            each.map(|place| count * place + rest).collect::<Vec<i32>>()
        };
        let out = ledger.ruled_out();
        let remaining = quiz.gears().filter(|(gear, _)| !out.has(*gear));
        let best = remaining.map(|(gear, _)| count * ledger.points(gear).0).max()?;
        Some(Self {
            places: lines.iter().map(|line| line.question).collect(),
            values: quiz.gears().map(|(gear, _)| value(gear)).collect(),
            best,
            out,
        })
    }

    fn best(&self, quiz: &Quiz, also_out: GearSet) -> Option<Pair> {
        let out = self.out.union(also_out);
        let gears = || quiz.gears().map(|(gear, _)| gear).filter(|gear| !out.has(*gear));
        let mut best: Option<Pair> = None;
        for one in gears() {
            for other in gears().filter(|other| *other > one) {
                let Some(pair) = self.pair(one, other) else { continue };
                if best.as_ref().is_none_or(|best| pair.gain > best.gain) {
                    best = Some(pair);
                }
            }
        }
        best
    }

    /// Two types, if each suits a place better.
    fn pair(&self, one: GearId, other: GearId) -> Option<Pair> {
        let mut places = (Vec::new(), Vec::new());
        let mut sum = 0;
        let values = self.values[one.index()].iter().zip(&self.values[other.index()]);
        for (place, (one, other)) in self.places.iter().zip(values) {
            sum += one.max(other);
            match one.cmp(other) {
                std::cmp::Ordering::Greater => places.0.push(*place),
                std::cmp::Ordering::Less => places.1.push(*place),
                std::cmp::Ordering::Equal => {}
            }
        }
        let places_count = i32::try_from(self.places.len()).unwrap_or(i32::MAX);
        let is_split = !places.0.is_empty() && !places.1.is_empty();
        is_split.then_some(Pair {
            gears: (one, other),
            places,
            gain: sum - self.best,
            places_count,
        })
    }
}
