//! A single standing that is not certain: each hinge shifts the leader, and none is missing.

use headphones_or_iems::audit::{Outcome, Random};
use headphones_or_iems::model::{Answers, CriterionId, Grade, Hinge, Ledger, Level, Quiz, Verdict};

use super::plain::{Said, Sheet, gear, small};
use super::small::{real_answers, small_answers, small_quiz};
use super::told;
use crate::support::{answered, quiz};

/// How far a standing may be off, from the design: a measured or reported one is certain.
fn width(grade: Grade) -> i32 {
    match grade.id() {
        "measured" | "reported" => 0,
        "consensus" | "estimate" => 1,
        "disputed" => 2,
        other => panic!("`{other}` has no width"),
    }
}

/// Every level within the range of every standing, nearest first, with all points counted anew.
pub(crate) fn plain(quiz: &Quiz, answers: &Answers) -> Vec<Hinge> {
    let (mut sheet, said) = (Sheet::of(quiz, answers), Said::of(quiz, answers));
    let leader = sheet.score(&said).leader();
    let mut hinges = Vec::new();
    for criterion in 0..quiz.criteria.len() {
        for at in 0..quiz.gears.len() {
            let id = CriterionId(small(criterion));
            let standing = &quiz.gears[at].standings[criterion];
            if answers.own().iter().any(|own| (own.gear, own.criterion) == (gear(at), id)) {
                continue;
            }
            let now = i32::from(standing.level.value());
            let mut levels: Vec<i32> = (-2..=2).filter(|level| *level != now).collect();
            levels.retain(|level| (level - now).abs() <= width(standing.grade));
            levels.sort_by_key(|level| (level - now).abs());
            let flipped = levels.into_iter().find_map(|level| {
                sheet.levels[at][criterion] = level;
                let first = sheet.score(&said).alone().filter(|first| Some(*first) != leader)?;
                Some((level, first))
            });
            sheet.levels[at][criterion] = now;
            if let Some((level, first)) = flipped {
                let level = Level::new(i8::try_from(level).unwrap()).unwrap();
                hinges.push(Hinge { gear: gear(at), criterion: id, level, leader: gear(first) });
            }
        }
    }
    hinges
}

/// Compares; returns how many hinges there are and how many lie two levels away.
fn compare(quiz: &Quiz, answers: &Answers) -> (usize, usize) {
    let ledger = Ledger::of(quiz, answers);
    let leader = Outcome::of(quiz, answers).leader();
    let hinges = Hinge::all(quiz, answers, &ledger, leader);
    assert_eq!(hinges, plain(quiz, answers), "{}", told(quiz, answers));
    let mut far = 0;
    for hinge in &hinges {
        let standing = &quiz.gear(hinge.gear).standings[usize::from(hinge.criterion.0)];
        assert!(!standing.grade.needs_source(), "what a source gives is certain");
        assert_eq!(answers.own().get(hinge.gear, hinge.criterion), None);
        // The shift, set as the visitor's own, has the effect that is claimed.
        let mut shifted = answers.clone();
        shifted.own_mut().set(hinge.gear, hinge.criterion, Some(hinge.level));
        let after = Ledger::of(quiz, &shifted).first(quiz);
        assert_eq!(after, Some(hinge.leader), "{}", told(quiz, answers));
        assert_ne!(after, leader, "{}", told(quiz, answers));
        far += usize::from((hinge.level.value() - standing.level.value()).abs() == 2);
    }
    (hinges.len(), far)
}

#[test]
fn hinges_on_small_quizzes_are_exactly_the_standings_that_shift_the_leader() {
    let mut random = Random::new(221);
    let (mut hinges, mut far, mut calm) = (0, 0, 0);
    for _ in 0..4_000 {
        let quiz = small_quiz(&mut random, 1, 4, 6);
        let found = compare(&quiz, &small_answers(&quiz, &mut random, 6));
        (hinges, far) = (hinges + found.0, far + found.1);
        calm += u32::from(found.0 == 0);
    }
    assert!(hinges > 1_000 && far > 50 && calm > 300, "{hinges} hinges, {far} far, {calm} calm");
}

#[test]
fn hinges_of_real_answers_are_exactly_the_standings_that_shift_the_leader() {
    let mut random = Random::new(222);
    let mut hinges = 0;
    for _ in 0..40 {
        hinges += compare(quiz(), &real_answers(&mut random)).0;
    }
    assert!(hinges > 100, "{hinges}");
}

#[test]
fn a_standing_that_the_visitor_set_is_no_hinge_any_more() {
    let mut random = Random::new(223);
    let mut set = 0;
    while set < 40 {
        let mut answers = real_answers(&mut random);
        let leader = Outcome::of(quiz(), &answers).leader();
        let of =
            |answers: &Answers| Hinge::all(quiz(), answers, &Ledger::of(quiz(), answers), leader);
        let Some(hinge) = of(&answers).first().copied() else { continue };
        let level = quiz().gear(hinge.gear).level(hinge.criterion);
        answers.own_mut().set(hinge.gear, hinge.criterion, Some(level));
        let is_it = |at: &Hinge| (at.gear, at.criterion) == (hinge.gear, hinge.criterion);
        assert!(!of(&answers).iter().any(is_it), "they are sure of the very same level");
        set += 1;
    }
}

#[test]
fn in_a_tie_a_standing_that_confirms_the_leader_is_no_hinge() {
    // Closed-back and noise-cancelling share the first place; closed-back is named first.
    let given = [
        ("scene-home", &["often"][..]),
        ("bystanders", &["always"]),
        ("in-canal", &["unsure"]),
        ("hours", &["1-to-3"]),
    ];
    let answers = answered(quiz(), &given);
    let verdict = Verdict::of(quiz(), &answers);
    let leader = verdict.leader.unwrap();
    let tied = verdict.first().nth(1).unwrap();
    let hinges = Hinge::all(quiz(), &answers, &verdict.ledger, verdict.leader);
    assert!(hinges.iter().all(|hinge| hinge.leader != leader), "{hinges:?}");
    // Each step down of the leader and each step up of the other counts, and not the reverse.
    let soundstage = |gear| {
        let mut mine = hinges.iter().filter(|at| at.gear == gear && at.criterion.0 == 0);
        mine.next().map(|at| (at.level.value(), at.leader))
    };
    assert_eq!(soundstage(leader), Some((-1, tied)));
    assert_eq!(soundstage(tied), Some((1, tied)));
}
