//! The fewest changes that put a type first: the engine agrees with brute force over every set of
//! clicks, smallest sets first.

use headphones_or_iems::audit::{Outcome, Random};
use headphones_or_iems::model::{Answers, Change, ChangeTable, Counterfactual, MOST_CHANGES, Quiz};

use super::describe;
use super::plain::{NumericAnswers, Score, Sheet, device_type, to_bits};
use super::small::{real_answers, small_answers, small_quiz};
use crate::support::quiz;

/// Questions with their new selections as bits, in question order.
pub(crate) type Set = Vec<(usize, u32)>;

/// One click on a question: the selection that it makes, the points that each type gains, and the
/// types that the selection excludes, as bits.
struct Click {
    bits: u32,
    gains: Vec<i32>,
    out: u32,
}

/// The best set found for a type. Smaller sets are better. Of equal sizes, sets with fewer steps come
/// first, then those that touch fewer questions about the visitor, then those in which fewer answers
/// exclude a type, then those with a larger lead, then those that come first in the order of
/// questions and options.
struct Best {
    /// Size, steps, questions about the visitor, and answers that exclude a type.
    asks: [usize; 4],
    lead: i32,
    set: Set,
}

/// A walk through every set of clicks up to a size.
struct Walk<'a> {
    sheet: &'a Sheet,
    inputs: &'a NumericAnswers,
    clicks: Vec<Vec<Click>>,
    best: Vec<Option<Best>>,
    /// Question and index in `clicks` of each click in the current set.
    path: Vec<(usize, usize)>,
}

impl<'a> Walk<'a> {
    fn new(sheet: &'a Sheet, inputs: &'a NumericAnswers) -> Self {
        let of = |question: usize| -> Vec<Click> {
            let now = sheet.unweighted_points(question, inputs.bits[question]);
            let click = |bits| {
                let gains = sheet.unweighted_points(question, bits).into_iter().zip(&now);
                let weight = inputs.weights[question];
                let gains = gains.map(|(then, now)| weight * (then - now)).collect();
                Click { bits, gains, out: sheet.out(question, bits) }
            };
            let clicks = sheet.clicks(question, inputs.bits[question]);
            if inputs.weights[question] == 0 {
                Vec::new()
            } else {
                clicks.into_iter().map(click).collect()
            }
        };
        let clicks: Vec<Vec<Click>> = (0..inputs.bits.len()).map(of).collect();
        let best = (0..sheet.ratings.len()).map(|_| None).collect();
        Self { sheet, inputs, clicks, best, path: Vec::new() }
    }

    /// The best set of at most `most` clicks for each type.
    fn up_to(mut self, most: usize) -> Vec<Option<Best>> {
        let points = self.sheet.score(self.inputs).points;
        for size in 0..=most {
            self.visit(0, size, &points);
        }
        self.best
    }

    /// Visits every set with `left` more clicks on questions from `from` on.
    fn visit(&mut self, from: usize, left: usize, points: &[i32]) {
        if left == 0 {
            return self.keep_if_better(points);
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

    /// Keeps the current set if it is the best one so far for the type that it puts alone first.
    fn keep_if_better(&mut self, points: &[i32]) {
        let click_on = |question: usize| self.path.iter().find(|step| step.0 == question);
        let mut out = 0;
        for (question, now) in self.inputs.bits.iter().enumerate() {
            out |= match click_on(question) {
                Some((_, at)) => self.clicks[question][*at].out,
                None => self.sheet.out(question, *now),
            };
        }
        let score = Score { points: points.to_vec(), out };
        let Some(first) = score.alone() else { return };
        let asks = self.asks();
        let lead = score.lead(first).unwrap();
        let is_better = self.best[first]
            .as_ref()
            .is_none_or(|best| asks < best.asks || (asks == best.asks && lead > best.lead));
        if is_better {
            let step =
                |(question, at): &(usize, usize)| (*question, self.clicks[*question][*at].bits);
            let set = self.path.iter().map(step).collect();
            self.best[first] = Some(Best { asks, lead, set });
        }
    }

    /// What the current set asks of the visitor, as in [`Best::asks`].
    fn asks(&self) -> [usize; 4] {
        let mut asks = [self.path.len(), 0, 0, 0];
        for (question, at) in &self.path {
            let click = &self.clicks[*question][*at];
            let more = self.sheet.asks(*question, self.inputs.bits[*question], click.bits);
            for (sum, more) in asks[1..].iter_mut().zip(more) {
                *sum += more;
            }
        }
        asks
    }
}

/// For each type, the best set of at most `most` clicks that puts it alone in first place.
pub(crate) fn up_to(sheet: &Sheet, inputs: &NumericAnswers, most: usize) -> Vec<Option<Set>> {
    let best = Walk::new(sheet, inputs).up_to(most);
    best.into_iter().map(|best| best.map(|best| best.set)).collect()
}

fn set(changes: &[Change]) -> Set {
    changes.iter().map(|at| (at.question.index(), to_bits(at.selection))).collect()
}

/// Counts of the cases that came up, so that none of them goes untested.
#[derive(Debug, Default)]
struct Met {
    /// Sets by size; the last count includes all larger sets.
    sizes: [u32; 6],
    /// Types that no set puts first.
    unreachable: u32,
    /// Sets that exclude a type.
    excluding: u32,
}

/// Compares the sets for every type. Brute force only tries sets of up to `most` clicks. A larger
/// set that the engine finds is checked to work, but not to be the best.
fn compare(quiz: &Quiz, answers: &Answers, most: usize, met: &mut Met) {
    let (sheet, inputs) = (Sheet::of(quiz, answers), NumericAnswers::of(quiz, answers));
    let best = Walk::new(&sheet, &inputs).up_to(most);
    let table = ChangeTable::of(quiz, answers);
    let questions = inputs.bits.len();
    for (at, best) in best.iter().enumerate() {
        let about = || format!("type {at} of {}", describe(quiz, answers));
        let Some(found) = Counterfactual::fewest(&table, device_type(at)) else {
            assert!(best.is_none(), "the engine overlooked a set for {}", about());
            met.unreachable += 1;
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
        met.excluding += u32::from(best.as_ref().is_some_and(|best| best.asks[3] > 0));
    }
}

#[test]
fn fewest_changes_agree_with_brute_force_on_small_quizzes() {
    let mut random = Random::new(211);
    let mut met = Met::default();
    for _ in 0..1_200 {
        let contexts = random.below(3);
        let quiz = small_quiz(&mut random, contexts, 5 - contexts, 5);
        let answers = small_answers(&quiz, &mut random, 4);
        compare(&quiz, &answers, 5, &mut met);
    }
    assert!(met.sizes[..4].iter().all(|count| *count > 20), "{met:?}");
    assert!(met.unreachable > 300 && met.excluding > 100, "{met:?}");
}

#[test]
fn fewest_changes_agree_with_brute_force_with_many_exclusions() {
    let mut random = Random::new(212);
    let mut met = Met::default();
    for _ in 0..1_000 {
        let quiz = small_quiz(&mut random, 1, 4, 1);
        let answers = small_answers(&quiz, &mut random, 6);
        compare(&quiz, &answers, 5, &mut met);
    }
    assert!(met.sizes[..4].iter().all(|count| *count > 20), "{met:?}");
    assert!(met.unreachable > 300 && met.excluding > 500, "{met:?}");
}

#[test]
fn fewest_changes_agree_with_brute_force_on_the_real_quiz() {
    let mut random = Random::new(213);
    let mut met = Met::default();
    for _ in 0..60 {
        compare(quiz(), &real_answers(&mut random), 3, &mut met);
    }
    assert!(met.sizes[..4].iter().all(|count| *count > 20), "{met:?}");
}

#[test]
fn only_a_type_that_leads_alone_needs_no_change() {
    let mut random = Random::new(214);
    for _ in 0..40 {
        let answers = real_answers(&mut random);
        let leader = Outcome::of(quiz(), &answers).sole_leader();
        let table = ChangeTable::of(quiz(), &answers);
        for (at, _) in quiz().device_types() {
            let needs_none =
                Counterfactual::fewest(&table, at).is_some_and(|found| found.changes.is_empty());
            assert_eq!(needs_none, Some(at) == leader, "{}", describe(quiz(), &answers));
        }
    }
}

/// Hill climbing: takes the best click on each question in turn as long as it widens the lead of
/// `goal`. Returns the number of clicks if `goal` is then alone in first place.
fn climb(sheet: &Sheet, inputs: &NumericAnswers, goal: usize) -> Option<usize> {
    let (mut now, mut steps) = (inputs.clone(), 0);
    let lead = |inputs: &NumericAnswers| sheet.score(inputs).lead(goal).unwrap_or(i32::MIN);
    for question in 0..inputs.bits.len() {
        let clicks = sheet.clicks(question, inputs.bits[question]);
        let each = clicks.into_iter().filter(|_| inputs.weights[question] > 0);
        let best = each.map(|bits| now.with(question, bits)).max_by_key(&lead);
        if let Some(best) = best.filter(|best| lead(best) > lead(&now)) {
            (now, steps) = (best, steps + 1);
        }
    }
    (sheet.score(&now).alone()? == goal).then_some(steps)
}

#[test]
fn hill_climbing_never_needs_fewer_changes_than_the_engine() {
    let mut random = Random::new(215);
    let (mut reached, mut too_many) = (0, 0);
    for _ in 0..60 {
        let answers = real_answers(&mut random);
        let (sheet, inputs) = (Sheet::of(quiz(), &answers), NumericAnswers::of(quiz(), &answers));
        let table = ChangeTable::of(quiz(), &answers);
        for (at, about) in quiz().device_types() {
            let Some(steps) = climb(&sheet, &inputs, at.index()) else { continue };
            let found = Counterfactual::fewest(&table, at).map(|found| found.changes.len());
            let is_least = found.map_or(steps > MOST_CHANGES, |found| found <= steps);
            assert!(is_least, "{}: {found:?}, {steps}: {}", about.id, describe(quiz(), &answers));
            reached += 1;
            too_many += u32::from(found.is_none());
        }
    }
    assert!(reached > 200 && too_many > 0, "reached {reached}, of which {too_many} by a long list");
}
