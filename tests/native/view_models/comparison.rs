//! The comparison of the guide: which types and criteria are shown, in which order, and the cells.

use std::cmp::Reverse;

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Answers, CriterionId, DeviceTypeSet, Grade, Ratings};
use headphones_or_iems::state::{Columns, ComparedCell, ComparedRow};

use super::Tally;
use super::facts::{Facts, criterion, device_types};
use crate::engine::plain::{device_type, small};
use crate::engine::small::real_answers;
use crate::support::quiz;

/// A selection of types, and the criterion that the columns are sorted by.
type Choice = (DeviceTypeSet, Option<CriterionId>);

fn choice(random: &mut Random) -> Choice {
    let all = small(quiz().device_types.len());
    let mut picked = DeviceTypeSet::default();
    for _ in 0..random.below(all + 3) {
        picked = picked.with(device_type(random.below(all).into()));
    }
    let sorted_by = random.below(small(quiz().criteria.len()));
    (picked, (!random.once_in(3)).then_some(CriterionId(sorted_by)))
}

/// The positions of the types that are shown, in order.
fn shown(facts: &Facts, (picked, sorted_by): Choice, tally: &mut Tally) -> Vec<usize> {
    let all = 0..quiz().device_types.len();
    let mut shown: Vec<usize> = all.clone().filter(|at| picked.has(device_type(*at))).collect();
    tally.met_either(shown.len() < 2, "too few are picked", "some are picked");
    if shown.len() < 2 {
        shown = all.collect();
    }
    if let Some(on) = sorted_by {
        shown.sort_by_key(|at| Reverse(facts.sheet.ratings[*at][usize::from(on.0)]));
    }
    shown
}

fn compare(answers: &Answers, choice: Choice, tally: &mut Tally) {
    let (facts, ratings) = (Facts::of(answers), Ratings::of(quiz(), answers));
    let columns = Columns::of(quiz(), &ratings, choice.0, choice.1);
    let shown = shown(&facts, choice, tally);
    let is_by_family = shown.len() == quiz().device_types.len() && choice.1.is_none();
    let expected = Columns { device_types: device_types(&shown), is_by_family };
    assert_eq!(columns, expected, "{choice:?} {}", facts.about());
    assert_eq!((columns.count(), columns.is_wide()), (shown.len(), shown.len() > 3));
    tally.met_either(is_by_family, "the families have their columns", "the families are mixed");
    tally.met_either(columns.is_wide(), "wide", "narrow");
    let spreads: Vec<i8> = (0..quiz().criteria.len())
        .map(|on| row(&facts, &ratings, (&columns, &shown), on, tally))
        .collect();
    let mut order: Vec<usize> = (0..spreads.len()).collect();
    order.sort_by_key(|on| Reverse(spreads[*on]));
    let order: Vec<CriterionId> = order.into_iter().map(criterion).collect();
    assert_eq!(columns.criteria_by_difference(quiz(), &ratings), order, "{}", facts.about());
}

/// Compares a row. Returns how far the types are apart.
fn row(
    facts: &Facts,
    ratings: &Ratings,
    (columns, shown): (&Columns, &[usize]),
    on: usize,
    tally: &mut Tally,
) -> i8 {
    let best = facts.sheet.ratings.iter().map(|ratings| ratings[on]).max();
    let cell = |at: &usize| ComparedCell {
        device_type: device_type(*at),
        rating: facts.rating(*at, on),
        is_best: Some(facts.sheet.ratings[*at][on]) == best,
        is_own: facts.is_own(*at, on),
    };
    let cells: Vec<ComparedCell> = shown.iter().map(cell).collect();
    let values = cells.iter().map(|cell| cell.rating.value());
    let (least, most) = (values.clone().min().unwrap(), values.max().unwrap());
    let shared = (least == most).then(|| cells[0].rating);
    let expected = ComparedRow { shared, cells };
    let found = ComparedRow::of(quiz(), ratings, columns, criterion(on));
    assert_eq!(found, expected, "{}", facts.about());
    assert_eq!(columns.spread(ratings, criterion(on)), most - least, "{}", facts.about());
    let grades = shown.iter().map(|at| quiz().device_types[*at].ratings[on].grade);
    let order = |grade: &Grade| Grade::ALL.iter().position(|at| at == grade);
    let weakest = grades.max_by_key(order).unwrap();
    assert_eq!(columns.weakest_grade(quiz(), criterion(on)), weakest, "{}", facts.about());
    tally.met(weakest.id());
    tally.met_either(shared.is_some(), "they do not differ", "they differ");
    let is_best_shown = found.cells.iter().any(|cell| cell.is_best);
    tally.met_either(is_best_shown, "the best is shown", "the best is not shown");
    if found.cells.iter().any(|cell| cell.is_own) {
        tally.met("an own rating");
    }
    most - least
}

#[test]
fn the_comparison_agrees_with_brute_force() {
    let (mut random, mut tally) = (Random::new(304), Tally::default());
    for _ in 0..200 {
        compare(&real_answers(&mut random), choice(&mut random), &mut tally);
    }
    tally.assert_covers(&[
        &["too few are picked", "some are picked", "wide", "narrow"],
        &["the families have their columns", "the families are mixed"],
        &["they differ", "they do not differ", "the best is shown", "the best is not shown"],
        &["an own rating", "measured", "reported", "consensus", "estimate", "disputed"],
    ]);
}
