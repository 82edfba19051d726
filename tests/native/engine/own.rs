//! The visitor's own standings: counted in the place of the content's, and gone without a trace.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{
    Answers, CriterionId, GearId, Ledger, Level, Levels, OwnStanding, Quiz, Verdict,
};

use super::plain::{Said, Sheet, small};
use super::small::{small_answers, small_quiz};
use super::told;
use crate::support::{quiz, some_answers};

fn some_cell(quiz: &Quiz, random: &mut Random) -> (GearId, CriterionId, Level) {
    let gear = GearId(random.below(small(quiz.gears.len())));
    let criterion = CriterionId(random.below(small(quiz.criteria.len())));
    let level = Level::new(random.below(5).cast_signed() - 2).unwrap();
    (gear, criterion, level)
}

/// The points and rulings are those of plain counting.
fn follows(quiz: &Quiz, answers: &Answers) -> Ledger {
    let ledger = Ledger::of(quiz, answers);
    let score = Sheet::of(quiz, answers).score(&Said::of(quiz, answers));
    for (gear, _) in quiz.gears() {
        let points = ledger.points(gear).0;
        assert_eq!(points, score.points[gear.index()], "{}", told(quiz, answers));
        let is_out = super::plain::has(score.out, gear.index());
        assert_eq!(ledger.ruled_out().has(gear), is_out, "{}", told(quiz, answers));
    }
    ledger
}

/// Sets a few standings and takes them back in another order; returns whether the points moved.
fn set_and_reset(quiz: &Quiz, answers: &Answers, random: &mut Random) -> bool {
    let mut changed = answers.clone();
    let before = follows(quiz, answers);
    let own: Vec<OwnStanding> = answers.own().iter().collect();
    let mut cells = Vec::new();
    for _ in 0..=random.below(4) {
        let (gear, criterion, level) = some_cell(quiz, random);
        changed.own_mut().set(gear, criterion, Some(level));
        assert_eq!(changed.own().get(gear, criterion), Some(level), "the last one set counts");
        cells.push((gear, criterion));
    }
    let keys: Vec<_> = changed.own().iter().map(|own| (own.gear, own.criterion)).collect();
    assert!(keys.is_sorted_by(|one, two| one < two), "in table order, each once: {keys:?}");
    let during = follows(quiz, &changed);
    cells.rotate_left(1);
    for (gear, criterion) in cells {
        let old = answers.own().get(gear, criterion);
        changed.own_mut().set(gear, criterion, old);
    }
    assert_eq!(changed.own().iter().collect::<Vec<_>>(), own);
    assert_eq!(&changed, answers);
    assert_eq!(follows(quiz, &changed), before, "{}", told(quiz, answers));
    during.lines != before.lines
}

#[test]
fn own_standings_move_the_points_and_leave_no_trace_when_they_are_taken_back() {
    let mut random = Random::new(261);
    let mut moved = 0;
    for _ in 0..1_000 {
        let quiz = small_quiz(&mut random, 1, 4, 6);
        let answers = small_answers(&quiz, &mut random, 6);
        moved += u32::from(set_and_reset(&quiz, &answers, &mut random));
    }
    for _ in 0..200 {
        let answers = some_answers(quiz(), &mut random);
        moved += u32::from(set_and_reset(quiz(), &answers, &mut random));
    }
    assert!(moved > 400, "{moved}");
}

/// The verdict with every level, but not whose each is.
fn whoever_set_it(mut verdict: Verdict) -> (Vec<Level>, Verdict) {
    let levels = verdict.ledger.levels;
    verdict.ledger.levels = Levels::default();
    (quiz().cells().map(|(gear, criterion)| levels.get(gear, criterion)).collect(), verdict)
}

#[test]
fn an_own_standing_counts_as_the_same_standing_in_the_content_would() {
    let (mut random, mut moved) = (Random::new(262), 0);
    for _ in 0..150 {
        let mut answers = some_answers(quiz(), &mut random);
        let (gear, criterion, level) = some_cell(quiz(), &mut random);
        let mut other = quiz().clone();
        other.gears[gear.index()].standings[usize::from(criterion.0)].level = level;
        let content = Verdict::of(&other, &answers);
        moved += u32::from(content != Verdict::of(quiz(), &answers));
        answers.own_mut().set(gear, criterion, Some(level));
        let own = Verdict::of(quiz(), &answers);
        assert!(own.ledger.levels.is_own(gear, criterion));
        assert_eq!(whoever_set_it(own), whoever_set_it(content), "{}", told(quiz(), &answers));
    }
    assert!(moved > 20, "{moved}");
}

#[test]
fn an_own_standing_that_says_what_the_content_says_moves_nothing() {
    let mut random = Random::new(263);
    for _ in 0..200 {
        let mut answers = some_answers(quiz(), &mut random);
        let before = Ledger::of(quiz(), &answers);
        let (gear, criterion, _) = some_cell(quiz(), &mut random);
        let level = quiz().gear(gear).level(criterion);
        answers.own_mut().set(gear, criterion, Some(level));
        assert!(!answers.own().is_empty());
        let after = Ledger::of(quiz(), &answers);
        assert_eq!((after.lines, after.rulings), (before.lines, before.rulings));
    }
}
