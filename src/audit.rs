//! The bias audit: how often each type leads when the questions are answered at random.
//!
//! `src/bin/bias.rs` writes the counts to `src/content/bias.json`, and `tests/native/bias.rs`
//! counts again and compares the two. The app itself never runs this code.

use std::fmt::Write;

use crate::model::{
    Answer, Answers, DeviceTypeId, Kind, OptionId, Points, Question, Quiz, ScoreBreakdown,
    Selection,
};

/// A small pseudo-random generator (splitmix64), so that a seed always gives the same draws.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// Starts the sequence that belongs to `seed`.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    ///
    /// ```
    /// // The first number of the reference sequence for seed 0.
    /// use headphones_or_iems::audit::Random;
    /// assert_eq!(Random::new(0).bits(), 0xE220_A839_7B1D_CDAF);
    /// ```
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `limit` − 1, all equally likely; 0 if `limit` is 0.
    pub fn below(&mut self, limit: u8) -> u8 {
        let scaled = u128::from(self.bits()) * u128::from(limit);
        u8::try_from(scaled >> 64).unwrap_or(0)
    }

    /// True with probability 1 in `n`.
    pub fn once_in(&mut self, n: u8) -> bool {
        self.below(n) == 0
    }
}

/// The leader for a set of answers, or the reason why there is none. Unlike a full verdict it
/// leaves out the robustness, which takes most of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A type leads.
    Leader {
        /// The leader; of several types in first place, the cheapest by its entry price.
        device_type: DeviceTypeId,
        /// Whether no other type shares the first place.
        is_alone: bool,
    },
    /// Two or more types remain and all have the same points.
    Undecided,
    /// The answers exclude every type.
    Conflict,
}

impl Outcome {
    /// Adds up `answers` and finds the leader.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let breakdown = ScoreBreakdown::of(quiz, answers);
        let excluded = breakdown.excluded();
        let remaining = quiz
            .device_types()
            .map(|(device_type, _)| device_type)
            .filter(|device_type| !excluded.has(*device_type));
        let points: Vec<(DeviceTypeId, Points)> =
            remaining.map(|device_type| (device_type, breakdown.points(device_type))).collect();
        let Some(best) = points.iter().map(|(_, points)| *points).max() else {
            return Self::Conflict;
        };
        let first = points.iter().filter(|(_, points)| *points == best);
        let shared = first.clone().count();
        match first.min_by_key(|(device_type, _)| quiz.device_type(*device_type).entry_price()) {
            Some((device_type, _)) if shared == 1 || shared < points.len() => {
                Self::Leader { device_type: *device_type, is_alone: shared == 1 }
            }
            _ => Self::Undecided,
        }
    }

    /// The leader, whether or not it shares the first place.
    pub const fn leader(self) -> Option<DeviceTypeId> {
        match self {
            Self::Leader { device_type, .. } => Some(device_type),
            Self::Undecided | Self::Conflict => None,
        }
    }

    /// The leader, provided that no other type shares the first place.
    pub const fn sole_leader(self) -> Option<DeviceTypeId> {
        match self {
            Self::Leader { device_type, is_alone: true } => Some(device_type),
            _ => None,
        }
    }
}

/// Answers every question at random; see [`draw_selection`] for the distribution.
pub fn draw(quiz: &Quiz, random: &mut Random) -> Answers {
    let mut answers = Answers::empty(quiz);
    for (at, question) in quiz.questions() {
        answers.set(at, Answer::Given(draw_selection(question, random)));
    }
    answers
}

/// Answers one question at random.
///
/// * A listening context is `never` with probability 3/5, `sometimes` or `often` with 1/5 each.
/// * A question with one answer takes each of its options with the same probability.
/// * A checkbox question takes the exclusive option that excludes types, if it has one, with
///   probability 1/8. Otherwise each option that is not exclusive is selected with probability 1/4,
///   and if that selects none, the exclusive option that excludes nothing is taken.
pub fn draw_selection(question: &Question, random: &mut Random) -> Selection {
    match question.kind {
        Kind::Context => Selection::only(OptionId(random.below(5).saturating_sub(2))),
        Kind::One => {
            let options = u8::try_from(question.options.len()).unwrap_or(u8::MAX);
            Selection::only(OptionId(random.below(options)))
        }
        Kind::Many => draw_checkboxes(question, random),
    }
}

fn draw_checkboxes(question: &Question, random: &mut Random) -> Selection {
    let exclusive = |excludes_types: bool| {
        let mut all = question.options();
        all.find(|(_, option)| option.exclusive && option.excludes.is_empty() != excludes_types)
    };
    if let Some((refusal, _)) = exclusive(true)
        && random.once_in(8)
    {
        return Selection::only(refusal);
    }
    let mut selection = Selection::none();
    for (at, _) in question.options().filter(|(_, option)| !option.exclusive) {
        if random.once_in(4) {
            selection = selection.with(at);
        }
    }
    match exclusive(false) {
        Some((neutral, _)) if selection.is_empty() => Selection::only(neutral),
        _ => selection,
    }
}

/// How often each outcome occurred, in draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bias {
    /// The id of each type and how often it led, in table order.
    pub leads: Vec<(String, u32)>,
    /// How often all types that remained had the same points.
    pub undecided: u32,
    /// How often the answers excluded every type.
    pub conflict: u32,
}

impl Bias {
    /// Number of draws in the published report.
    pub const DRAWS: u32 = 200_000;
    /// Seed of the published report.
    pub const SEED: u64 = 2026;

    /// Repeats the draws of the published report and counts their outcomes.
    pub fn count(quiz: &Quiz) -> Self {
        let mut random = Random::new(Self::SEED);
        let leads =
            quiz.device_types.iter().map(|device_type| (device_type.id.clone(), 0)).collect();
        let mut bias = Self { leads, undecided: 0, conflict: 0 };
        for _ in 0..Self::DRAWS {
            match Outcome::of(quiz, &draw(quiz, &mut random)) {
                Outcome::Leader { device_type, .. } => bias.leads[device_type.index()].1 += 1,
                Outcome::Undecided => bias.undecided += 1,
                Outcome::Conflict => bias.conflict += 1,
            }
        }
        bias
    }

    /// Converts a count to hundredths of a percent of all draws, rounded to the nearest.
    pub const fn share(count: u32) -> u32 {
        (count * 100 + Self::DRAWS / 200) / (Self::DRAWS / 100)
    }

    /// The report in the format of `src/content/bias.json`.
    pub fn to_json(&self) -> String {
        let mut json = String::from("{\n");
        // Writing to a `String` cannot fail, so the results are discarded.
        let _written = write!(
            json,
            "  \"draws\": {},\n  \"seed\": {},\n  \"unit\": \"hundredths of a percent\",\n  \
             \"leads\": {{\n",
            Self::DRAWS,
            Self::SEED
        );
        for (at, (device_type, count)) in self.leads.iter().enumerate() {
            let comma = if at + 1 == self.leads.len() { "" } else { "," };
            let _written = writeln!(json, "    \"{device_type}\": {}{comma}", Self::share(*count));
        }
        let (undecided, conflict) = (Self::share(self.undecided), Self::share(self.conflict));
        let _written =
            write!(json, "  }},\n  \"undecided\": {undecided},\n  \"conflict\": {conflict}\n}}\n");
        json
    }
}
