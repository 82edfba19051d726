//! The bias audit: what answers at random lead to, counted over many draws.
//!
//! `src/bin/bias.rs` writes the count to `src/content/bias.json`, and `tests/native/bias.rs` counts
//! again and compares. The app itself never calls this.

use std::fmt::Write;

use crate::model::{
    Answer, Answers, DeviceTypeId, Kind, OptionId, Points, Question, Quiz, ScoreBreakdown,
    Selection,
};

/// A small generator with a fixed sequence for each seed: splitmix64.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The sequence of `seed`.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    ///
    /// ```
    /// // The first number of the published sequence for seed 0.
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

    /// A number below `limit`, each as likely as the others; 0 if `limit` is 0.
    pub fn below(&mut self, limit: u8) -> u8 {
        let scaled = u128::from(self.bits()) * u128::from(limit);
        u8::try_from(scaled >> 64).unwrap_or(0)
    }

    /// True once in `times`.
    pub fn once_in(&mut self, times: u8) -> bool {
        self.below(times) == 0
    }
}

/// What a set of answers leads to, without its firmness, which costs most of a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A type is first.
    Leader {
        /// The first in table order of those that share the first place.
        device_type: DeviceTypeId,
        /// Whether it has the first place to itself.
        is_alone: bool,
    },
    /// Two or more remain and all are equal.
    Undecided,
    /// Everything is ruled out.
    Conflict,
}

impl Outcome {
    /// What `answers` lead to.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let breakdown = ScoreBreakdown::of(quiz, answers);
        let out = breakdown.excluded();
        let remaining = quiz
            .device_types()
            .map(|(device_type, _)| device_type)
            .filter(|device_type| !out.has(*device_type));
        let points: Vec<(DeviceTypeId, Points)> =
            remaining.map(|device_type| (device_type, breakdown.points(device_type))).collect();
        let Some(best) = points.iter().map(|(_, points)| *points).max() else {
            return Self::Conflict;
        };
        let mut first = points.iter().filter(|(_, points)| *points == best);
        let shared = first.clone().count();
        match first.next() {
            Some((device_type, _)) if shared == 1 || shared < points.len() => {
                Self::Leader { device_type: *device_type, is_alone: shared == 1 }
            }
            _ => Self::Undecided,
        }
    }

    /// The leader, tied or alone.
    pub const fn leader(self) -> Option<DeviceTypeId> {
        match self {
            Self::Leader { device_type, .. } => Some(device_type),
            Self::Undecided | Self::Conflict => None,
        }
    }

    /// The leader, if it has the first place to itself.
    pub const fn sole_leader(self) -> Option<DeviceTypeId> {
        match self {
            Self::Leader { device_type, is_alone: true } => Some(device_type),
            _ => None,
        }
    }
}

/// An answer to every question, at random.
pub fn draw(quiz: &Quiz, random: &mut Random) -> Answers {
    let mut answers = Answers::empty(quiz);
    for (at, question) in quiz.questions() {
        answers.set(at, Answer::Given(draw_selection(question, random)));
    }
    answers
}

/// An answer to one question, at random.
///
/// A place is `never` three times in five. A radio takes each option as often. Of checkboxes, an
/// exclusive option that rules types out is ticked once in eight; else each other box is ticked
/// once in four, and if none is, the exclusive option that rules nothing out.
pub fn draw_selection(question: &Question, random: &mut Random) -> Selection {
    match question.kind {
        Kind::Context => Selection::only(OptionId(random.below(5).saturating_sub(2))),
        Kind::One => {
            let options = u8::try_from(question.options.len()).unwrap_or(u8::MAX);
            Selection::only(OptionId(random.below(options)))
        }
        Kind::Many => draw_boxes(question, random),
    }
}

fn draw_boxes(question: &Question, random: &mut Random) -> Selection {
    let exclusive = |refuses: bool| {
        let mut all = question.options();
        all.find(|(_, option)| option.exclusive && option.excludes.is_empty() != refuses)
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

/// How often each outcome came up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bias {
    /// Ids of the types and how often each was the leader, in table order.
    pub leads: Vec<(String, u32)>,
    /// How often nothing separated the types.
    pub undecided: u32,
    /// How often everything was ruled out.
    pub conflict: u32,
}

impl Bias {
    /// Draws in the published report.
    pub const DRAWS: u32 = 200_000;
    /// Seed of the published report.
    pub const SEED: u64 = 2026;

    /// Counts the published draws.
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

    /// A count in hundredths of a percent of the draws, rounded.
    pub const fn share(count: u32) -> u32 {
        (count * 100 + Self::DRAWS / 200) / (Self::DRAWS / 100)
    }

    /// The report as it stands in `src/content/bias.json`.
    pub fn to_json(&self) -> String {
        let mut json = String::from("{\n");
        // Writing to a string cannot fail.
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
