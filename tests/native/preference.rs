//! Which of two the visitor prefers: the exact binomial, how far a comparison has come, and what the
//! page makes of it.

mod binomial;
mod outcome;
mod page;

use headphones_or_iems::model::Comparison;
use headphones_or_iems::model::preference::{Round, Side};

const SIDES: [Side; 2] = [Side::A, Side::B];

/// A comparison with these answers: `a`, `b`, or `-` for "could not tell".
fn comparison(planned: u8, answers: &str) -> Comparison {
    let round = |(at, answer): (usize, char)| {
        let liked = match answer {
            'a' => Some(Side::A),
            'b' => Some(Side::B),
            _ => None,
        };
        Round { first: SIDES[at % 2], liked }
    };
    Comparison {
        candidates: ["one".to_owned(), "two".to_owned()],
        planned,
        rounds: answers.chars().enumerate().map(round).collect(),
        ..Comparison::default()
    }
}
