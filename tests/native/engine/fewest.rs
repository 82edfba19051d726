//! The fewest changes that put a type first, against every set of clicks in order of size.

use headphones_or_iems::audit::{Outcome, Random};
use headphones_or_iems::model::{Answers, Change, ChangeTable, Counterfactual, Quiz};

use super::plain::{NumericAnswers, Score, Sheet, device_type, has, to_bits};
use super::small::{real_answers, small_answers, small_quiz};
use super::told;
use crate::support::quiz;

/// Questions with their ticks then, in order.
pub(crate) type Set = Vec<(usize, u32)>;

/// One click on a question.
struct Click {
    bits: u32,
    gains: Vec<i32>,
    out: u32,
}

/// The best set found for a type: of those of the least size, first those that rule nothing out,
/// then by the larger lead, then in the order of questions and their options.
struct Best {
    size: usize,
    rules: bool,
    lead: i32,
    set: Set,
}

/// Every set of clicks up to a size, one after the other.
struct Walk<'a> {
    sheet: &'a Sheet,
    numeric: &'a NumericAnswers,
    clicks: Vec<Vec<Click>>,
    best: Vec<Option<Best>>,
    path: Vec<(usize, usize)>,
}

impl<'a> Walk<'a> {
    fn new(sheet: &'a Sheet, numeric: &'a NumericAnswers) -> Self {
        let of = |question: usize| -> Vec<Click> {
            let now = sheet.worth(question, numeric.bits[question]);
            let click = |bits| {
                let gains = sheet.worth(question, bits).into_iter().zip(&now);
                let weights = numeric.weights[question];
                let gains = gains.map(|(then, now)| weights * (then - now)).collect();
                Click { bits, gains, out: sheet.out(question, bits) }
            };
            let clicks = sheet.clicks(question, numeric.bits[question]);
            if numeric.weights[question] == 0 {
                Vec::new()
            } else {
                clicks.into_iter().map(click).collect()
            }
        };
        let clicks: Vec<Vec<Click>> = (0..numeric.bits.len()).map(of).collect();
        let best = (0..sheet.ratings.len()).map(|_| None).collect();
        Self { sheet, numeric, clicks, best, path: Vec::new() }
    }

    /// The best sets of at most `most` clicks, by type.
    fn up_to(mut self, most: usize) -> Vec<Option<Best>> {
        let points = self.sheet.score(self.numeric).points;
        for size in 0..=most {
            self.visit(0, size, &points);
        }
        self.best
    }

    fn visit(&mut self, from: usize, left: usize, points: &[i32]) {
        if left == 0 {
            return self.judge(points);
        }
        for question in from..self.clicks.len() {
            for at in 0..self.clicks[question].len() {
                let gains = &self.clicks[question][at].gains;
                let points: Vec<i32> = points.iter().zip(gains).map(|(a, b)| a + b).collect();
                self.path.push((question, at));
                self.visit(question + 1, left - 1, &points);
                self.path.pop();
            }
        }
    }

    fn judge(&mut self, points: &[i32]) {
        let made = |question: usize| self.path.iter().find(|step| step.0 == question);
        let mut out = 0;
        for (question, now) in self.numeric.bits.iter().enumerate() {
            out |= match made(question) {
                Some((_, at)) => self.clicks[question][*at].out,
                None => self.sheet.out(question, *now),
            };
        }
        let score = Score { points: points.to_vec(), out };
        let Some(first) = score.alone() else { return };
        let size = self.path.len();
        let rules = self.path.iter().any(|(question, at)| self.clicks[*question][*at].out != 0);
        let lead = score.lead(first).unwrap();
        let is_better = self.best[first].as_ref().is_none_or(|best| {
            (size, rules) < (best.size, best.rules)
                || ((size, rules) == (best.size, best.rules) && lead > best.lead)
        });
        if is_better {
            let step =
                |(question, at): &(usize, usize)| (*question, self.clicks[*question][*at].bits);
            let set = self.path.iter().map(step).collect();
            self.best[first] = Some(Best { size, rules, lead, set });
        }
    }
}

/// For each type the best set of at most `most` clicks that puts it alone in first place.
pub(crate) fn up_to(sheet: &Sheet, numeric: &NumericAnswers, most: usize) -> Vec<Option<Set>> {
    let best = Walk::new(sheet, numeric).up_to(most);
    best.into_iter().map(|best| best.map(|best| best.set)).collect()
}

fn set(changes: &[Change]) -> Set {
    changes.iter().map(|at| (at.question.index(), to_bits(at.selection))).collect()
}

/// What was met while comparing.
#[derive(Debug, Default)]
struct Met {
    /// By the size of the set.
    sizes: [u32; 6],
    /// Types that no set puts first.
    never: u32,
    /// Sets that rule something out.
    exclusion: u32,
}

/// Compares for every type; sets larger than `most` are only checked to be large enough.
fn compare(quiz: &Quiz, answers: &Answers, most: usize, met: &mut Met) {
    let (sheet, numeric) = (Sheet::of(quiz, answers), NumericAnswers::of(quiz, answers));
    let best = Walk::new(&sheet, &numeric).up_to(most);
    let change_table = ChangeTable::of(quiz, answers);
    let questions = numeric.bits.len();
    for (at, best) in best.iter().enumerate() {
        let about = || format!("type {at} of {}", told(quiz, answers));
        let Some(found) = Counterfactual::fewest(&change_table, device_type(at)) else {
            assert!(best.is_none(), "a set was overlooked for {}", about());
            met.never += 1;
            continue;
        };
        let changes = set(&found.changes);
        let alone = sheet.score(&NumericAnswers::of(quiz, &answers.with(&found.changes))).alone();
        assert_eq!((found.leader, alone), (device_type(at), Some(at)), "{changes:?}: {}", about());
        match best {
            Some(best) => assert_eq!(changes, best.set, "{}", about()),
            None => assert!(changes.len() > most && most < questions, "{changes:?}: {}", about()),
        }
        met.sizes[changes.len().min(5)] += 1;
        met.exclusion += u32::from(best.as_ref().is_some_and(|best| best.rules));
    }
}

#[test]
fn the_fewest_changes_on_small_quizzes_are_those_that_trying_every_set_finds() {
    let mut random = Random::new(211);
    let mut met = Met::default();
    for _ in 0..1_200 {
        let contexts = random.below(3);
        let quiz = small_quiz(&mut random, contexts, 5 - contexts, 5);
        let answers = small_answers(&quiz, &mut random, 4);
        compare(&quiz, &answers, 5, &mut met);
    }
    assert!(met.sizes[..4].iter().all(|count| *count > 20), "{met:?}");
    assert!(met.never > 300 && met.exclusion > 100, "{met:?}");
}

#[test]
fn the_fewest_changes_are_found_where_rulings_are_everywhere() {
    let mut random = Random::new(212);
    let mut met = Met::default();
    for _ in 0..1_000 {
        let quiz = small_quiz(&mut random, 1, 4, 1);
        let answers = small_answers(&quiz, &mut random, 6);
        compare(&quiz, &answers, 5, &mut met);
    }
    assert!(met.sizes[..4].iter().all(|count| *count > 20), "{met:?}");
    assert!(met.never > 300 && met.exclusion > 500, "{met:?}");
}

#[test]
fn the_fewest_changes_of_real_answers_are_those_that_trying_every_set_of_three_finds() {
    let mut random = Random::new(213);
    let mut met = Met::default();
    for _ in 0..60 {
        compare(quiz(), &real_answers(&mut random), 3, &mut met);
    }
    assert!(met.sizes[..4].iter().all(|count| *count > 20), "{met:?}");
}

#[test]
fn a_type_that_leads_alone_needs_no_change() {
    let mut random = Random::new(214);
    for _ in 0..40 {
        let answers = real_answers(&mut random);
        let leader = Outcome::of(quiz(), &answers).sole_leader();
        let change_table = ChangeTable::of(quiz(), &answers);
        for (at, _) in quiz().device_types() {
            let is_none = Counterfactual::fewest(&change_table, at)
                .is_some_and(|counterfactual| counterfactual.changes.is_empty());
            assert_eq!(is_none, Some(at) == leader, "{}", told(quiz(), &answers));
        }
    }
}

/// The set of clicks that a climb ends at for a type: the best step by step, wherever it leads.
fn climb(sheet: &Sheet, numeric: &NumericAnswers, goal: usize) -> Option<usize> {
    let (mut now, mut steps) = (numeric.clone(), 0);
    let worth = |numeric: &NumericAnswers| sheet.score(numeric).lead(goal).unwrap_or(i32::MIN);
    for question in 0..numeric.bits.len() {
        let clicks = sheet.clicks(question, numeric.bits[question]);
        let each = clicks.into_iter().filter(|_| numeric.weights[question] > 0);
        let best = each.map(|bits| now.with(question, bits)).max_by_key(&worth);
        if let Some(best) = best.filter(|best| worth(best) > worth(&now)) {
            (now, steps) = (best, steps + 1);
        }
    }
    has(1 << sheet.score(&now).alone()?, goal).then_some(steps)
}

#[test]
fn no_climb_reaches_a_type_with_fewer_changes_or_one_that_is_said_to_be_out_of_reach() {
    let mut random = Random::new(215);
    let mut reached = 0;
    for _ in 0..60 {
        let answers = real_answers(&mut random);
        let (sheet, numeric) = (Sheet::of(quiz(), &answers), NumericAnswers::of(quiz(), &answers));
        let change_table = ChangeTable::of(quiz(), &answers);
        for (at, about) in quiz().device_types() {
            let Some(steps) = climb(&sheet, &numeric, at.index()) else { continue };
            let found = Counterfactual::fewest(&change_table, at)
                .map(|counterfactual| counterfactual.changes.len());
            let is_least = found.is_some_and(|found| found <= steps);
            assert!(is_least, "{}: {found:?}, {steps}: {}", about.id, told(quiz(), &answers));
            reached += 1;
        }
    }
    assert!(reached > 200, "{reached}");
}
