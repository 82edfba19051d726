//! How far a verdict hangs on a single standing that is not certain.

use super::change::alone_first;
use super::{Answers, CriterionId, GearId, Grade, Ledger, Level, Quiz};

/// A standing whose shift within its range, alone, changes the leader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hinge {
    /// The type.
    pub gear: GearId,
    /// The criterion.
    pub criterion: CriterionId,
    /// The nearest level at which the leader changes.
    pub level: Level,
    /// The type that is then alone in first place.
    pub leader: GearId,
}

impl Grade {
    /// How far a standing of this grade may be off, in levels: its range is that far to either
    /// side, within −2 to +2.
    pub const fn half_width(self) -> i8 {
        match self {
            Self::Measured | Self::Reported => 0,
            Self::Consensus | Self::Estimate => 1,
            Self::Disputed => 2,
        }
    }
}

impl Hinge {
    /// Every standing that puts a type other than `leader` alone in first place, in table order. A
    /// standing that the visitor set is taken as certain.
    pub fn all(
        quiz: &Quiz,
        answers: &Answers,
        ledger: &Ledger,
        leader: Option<GearId>,
    ) -> Vec<Self> {
        let points: Vec<i32> = quiz.gears().map(|(gear, _)| ledger.points(gear).0).collect();
        let out = ledger.ruled_out();
        let mut hinges = Vec::new();
        for (criterion, _) in quiz.criteria() {
            let weight = ledger.weight(quiz, criterion);
            for (gear, of) in quiz.gears().filter(|(gear, _)| weight != 0 && !out.has(*gear)) {
                let Some(standing) = of.standings.get(usize::from(criterion.0)) else { continue };
                let is_own = answers.own().get(gear, criterion).is_some();
                let width = if is_own { 0 } else { standing.grade.half_width() };
                let now = standing.level.value();
                for level in within(now, width) {
                    let mut shifted = points.clone();
                    shifted[gear.index()] += weight * i32::from(level.value() - now);
                    let first = alone_first(shifted.into_iter(), out);
                    if let Some(first) = first.filter(|first| Some(*first) != leader) {
                        hinges.push(Self { gear, criterion, level, leader: first });
                        break;
                    }
                }
            }
        }
        hinges
    }
}

/// The other levels within a range, nearest first.
fn within(now: i8, width: i8) -> impl Iterator<Item = Level> {
    (1..=width).flat_map(move |by| [now - by, now + by]).filter_map(Level::new)
}

impl Ledger {
    /// How much a criterion counts in all: importance × effect, added over the answers.
    pub fn weight(&self, quiz: &Quiz, criterion: CriterionId) -> i32 {
        let of = |line: &super::Line| {
            let ticked = quiz.question(line.question).ticked(line.ticks);
            let effects = ticked.flat_map(|choice| &choice.effects);
            let mine = effects.filter(|effect| effect.criterion == criterion);
            i32::from(line.importance) * mine.map(|effect| i32::from(effect.value)).sum::<i32>()
        };
        self.lines.iter().map(of).sum()
    }
}
