//! The fields of a comparison:
//!
//! - `a`, `b`: the ids of the two candidates. `a.name`, `b.name`: their names at the time.
//! - `planned`: a whole number; left out at 0. `question`: a text.
//! - `rounds`: two characters for each round. The first says which candidate was heard first, `A` or `B`,
//!   and the second which was liked better: `A`, `B`, or `=` if the visitor could not tell.
//! - `first`: `A` or `B`, which is to be heard first in the round that is under way.

use super::{AsFields, Fields, put_text, text};
use crate::model::Comparison;
use crate::model::candidate::LONGEST_LINE;
use crate::model::preference::{Round, Side};
use crate::store::v2::LONGEST_TEXT;

/// The fields with the ids of the candidates.
pub(in crate::store) const CANDIDATES: [&str; 2] = ["a", "b"];
/// The fields with their names at the time.
const NAMES: [&str; 2] = ["a.name", "b.name"];

impl AsFields for Comparison {
    fn read(fields: &Fields) -> Self {
        let said = |name: &str| fields.get(name).map(String::as_str);
        Self {
            candidates: CANDIDATES.map(|name| text(fields, name, LONGEST_LINE)),
            names: NAMES.map(|name| text(fields, name, LONGEST_LINE)),
            planned: said("planned").and_then(|number| number.parse().ok()).unwrap_or_default(),
            question: text(fields, "question", LONGEST_LINE),
            rounds: said("rounds").and_then(rounds).unwrap_or_default(),
            first: said("first").and_then(only).and_then(side),
        }
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::default();
        let texts = self.candidates.iter().chain(&self.names);
        for (field, text) in CANDIDATES.iter().chain(&NAMES).zip(texts) {
            put_text(&mut fields, field, text, LONGEST_LINE);
        }
        if self.planned > 0 {
            fields.set("planned", self.planned.to_string());
        }
        put_text(&mut fields, "question", &self.question, LONGEST_LINE);
        let round = |round: &Round| [letter(round.first), round.liked.map_or('=', letter)];
        let rounds: String = self.rounds.iter().flat_map(round).collect();
        put_text(&mut fields, "rounds", &rounds, LONGEST_TEXT);
        if let Some(first) = self.first {
            fields.set("first", letter(first).to_string());
        }
        fields
    }
}

const fn letter(side: Side) -> char {
    match side {
        Side::A => 'A',
        Side::B => 'B',
    }
}

const fn side(letter: char) -> Option<Side> {
    match letter {
        'A' => Some(Side::A),
        'B' => Some(Side::B),
        _ => None,
    }
}

/// The only character of a text.
fn only(text: &str) -> Option<char> {
    let mut letters = text.chars();
    letters.next().filter(|_| letters.next().is_none())
}

/// Reads rounds; `None` if one of them cannot be read.
fn rounds(text: &str) -> Option<Vec<Round>> {
    let mut letters = text.chars();
    let mut rounds = Vec::new();
    while let Some(first) = letters.next() {
        let liked = match letters.next()? {
            '=' => None,
            letter => Some(side(letter)?),
        };
        rounds.push(Round { first: side(first)?, liked });
    }
    Some(rounds)
}
