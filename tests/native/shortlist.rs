//! The shortlist: how candidates stand, which are shown, and what may be typed.

mod number;
mod order;
mod score;

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Candidate, Date, Rating};
use headphones_or_iems::state::shortlist::Listed;

use crate::support::quiz;

/// Candidates of random types, some of them unknown, some rated by the visitor on some criteria.
pub(crate) fn some_candidates(random: &mut Random, count: usize) -> Vec<Listed> {
    (0..count).map(|at| some_candidate(random, at)).collect()
}

fn some_candidate(random: &mut Random, at: usize) -> Listed {
    let quiz = quiz();
    let all: Vec<_> = quiz.device_types().collect();
    let drawn = usize::from(random.below(10));
    let device_type = all.get(drawn).map(|(at, _)| *at);
    let mut candidate = Candidate {
        name: format!("Model {}", random.below(200)),
        device_type: all.get(drawn).map_or_else(|| "bone".to_owned(), |(_, of)| of.id.clone()),
        price: (random.below(3) > 0).then(|| f64::from(random.below(200))),
        return_by: Date::parse(&format!("2026-12-{:02}", random.below(40))),
        order: i32::try_from(at).unwrap(),
        ..Candidate::default()
    };
    for (_, criterion) in quiz.criteria() {
        if random.below(4) == 0 {
            let value = i8::try_from(random.below(5)).unwrap() - 2;
            candidate.rate(&criterion.id, Rating::new(value));
        }
    }
    Listed { id: format!("{at:08x}"), device_type, candidate }
}
