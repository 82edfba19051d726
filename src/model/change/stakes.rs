//! The answers in numbers: what counts now, and what each change would add to each type.

use crate::model::{
    Answers, GearId, GearSet, Kind, Ledger, Levels, Question, QuestionId, Quiz, Ticks,
};

/// One question answered in another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The question.
    pub question: QuestionId,
    /// Its ticks then.
    pub ticks: Ticks,
}

/// A change in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The change.
    pub change: Change,
    /// What it adds to each type, by position.
    pub gains: Vec<i32>,
    /// The types that the question rules out then.
    pub rules_out: GearSet,
}

/// Everything the search needs, without words.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Stakes {
    /// The points of each type, by position.
    pub points: Vec<i32>,
    /// The types that each question rules out now, by position.
    pub ruled: Vec<GearSet>,
    /// The changes of each question, by position; none at importance 0.
    pub moves: Vec<Vec<Move>>,
}

impl Stakes {
    /// The stakes of `answers`.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let levels = Levels::of(quiz, answers);
        let mut stakes = Self { points: vec![0; quiz.gears.len()], ..Self::default() };
        for (at, question) in quiz.questions() {
            let ticks = answers.counted(at);
            let now = ticks.unwrap_or_default();
            let times = i32::from(answers.importance(question.topic).value());
            let worth = |ticks| -> Vec<i32> {
                quiz.gears().map(|(gear, _)| times * question.worth(ticks, &levels, gear)).collect()
            };
            let before = worth(now);
            for (points, worth) in stakes.points.iter_mut().zip(&before) {
                *points += worth;
            }
            let to_move = |ticks: Ticks| {
                let mut gains = worth(ticks);
                for (gain, now) in gains.iter_mut().zip(&before) {
                    *gain -= now;
                }
                let change = Change { question: at, ticks };
                Move { change, gains, rules_out: question.ruled_out(ticks) }
            };
            let clicks = if times == 0 { Vec::new() } else { clicks(question, now) };
            stakes.moves.push(clicks.into_iter().map(to_move).collect());
            stakes.ruled.push(question.ruled_out(now));
        }
        stakes
    }

    /// The type alone in first place as the answers are.
    pub fn first(&self) -> Option<GearId> {
        let out = self.ruled.iter().fold(GearSet::default(), |set, out| set.union(*out));
        alone_first(self.points.iter().copied(), out)
    }

    /// Every change, in question order.
    pub fn moves(&self) -> impl Iterator<Item = &Move> {
        self.moves.iter().flatten()
    }

    /// How many answers rule a type out.
    pub fn ruling(&self, gear: GearId) -> i32 {
        self.ruled.iter().map(|out| i32::from(out.has(gear))).sum()
    }

    /// The type alone in first place after one change.
    pub fn first_after(&self, change: &Move) -> Option<GearId> {
        let mut out = change.rules_out;
        for (at, ruled) in self.ruled.iter().enumerate() {
            if at != change.change.question.index() {
                out = out.union(*ruled);
            }
        }
        let points = self.points.iter().zip(&change.gains).map(|(now, gain)| now + gain);
        alone_first(points, out)
    }
}

impl Ledger {
    /// The type alone in first place, if one is.
    pub fn first(&self, quiz: &Quiz) -> Option<GearId> {
        alone_first(quiz.gears().map(|(gear, _)| self.points(gear).0), self.ruled_out())
    }
}

/// The position with the most points of those that are not `out`, if it is alone there.
pub fn alone_first(points: impl Iterator<Item = i32>, out: GearSet) -> Option<GearId> {
    let mut best: Option<(i32, GearId)> = None;
    let mut is_shared = false;
    for (points, gear) in points.zip((0..=u8::MAX).map(GearId)) {
        let ahead = best.map_or(1, |(most, _)| points - most);
        if out.has(gear) || ahead < 0 {
            continue;
        }
        is_shared = ahead == 0;
        if ahead > 0 {
            best = Some((points, gear));
        }
    }
    best.filter(|_| !is_shared).map(|(_, gear)| gear)
}

/// What one click makes of an answer: each other option, or each box ticked or unticked.
fn clicks(question: &Question, now: Ticks) -> Vec<Ticks> {
    let each = question.choices().map(|(choice, _)| question.toggled(now, choice));
    let is_untouched_scene = question.kind == Kind::Scene && now.is_empty();
    each.filter(|ticks| *ticks != now && question.accepts(*ticks))
        // An untouched place reads as its first option, so that option is no change.
        .filter(|ticks| !is_untouched_scene || !ticks.has(crate::model::ChoiceId(0)))
        .collect()
}
