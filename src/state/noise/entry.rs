//! Levels that visitors type.

use crate::model::noise::{Dba, LEVELS_DBA};

/// Why a level cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelProblem {
    /// It is not a number.
    NotANumber,
    /// It is outside [`LEVELS_DBA`].
    OutOfRange,
}

/// A field with a level in dBA: what stands in it, and the level that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The text in the field.
    pub text: String,
    /// The last level that could be used.
    pub level: Dba,
    /// What is wrong with the text.
    pub problem: Option<LevelProblem>,
}

impl Entry {
    /// A field with a level in it.
    pub fn new(level: Dba) -> Self {
        Self { text: level.0.to_string(), level, problem: None }
    }

    /// Takes what was typed. A level that cannot be used leaves the last one in force.
    pub fn enter(&mut self, text: String) {
        match parse(&text) {
            Ok(level) => (self.level, self.problem) = (level, None),
            Err(problem) => self.problem = Some(problem),
        }
        self.text = text;
    }
}

/// Reads a level in whole or tenths of a dB, with a decimal point or comma, and with or without its
/// unit. Further digits are rounded.
fn parse(text: &str) -> Result<Dba, LevelProblem> {
    let text = text.trim().to_ascii_lowercase().replace(',', ".");
    let unit = ["db(a)", "dba", "db"].into_iter().find_map(|unit| text.strip_suffix(unit));
    let number = unit.unwrap_or(&text).trim_end();
    let is_plain = |at: char| at.is_ascii_digit() || matches!(at, '.' | '-');
    if !number.chars().all(is_plain) {
        return Err(LevelProblem::NotANumber);
    }
    let level: f64 = number.parse().map_err(|_| LevelProblem::NotANumber)?;
    let level = (level * 10.0).round() / 10.0;
    if LEVELS_DBA.contains(&level) { Ok(Dba(level)) } else { Err(LevelProblem::OutOfRange) }
}
