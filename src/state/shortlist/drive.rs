//! Whether what the visitor plugs candidates into can drive them.

use std::ops::RangeInclusive;

use super::Listed;
use crate::model::drive::outcome::TOLERANCE;
use crate::model::drive::{
    Drive, Driven, Limit, MILLIAMPS, MILLIWATTS, Missing, OUTPUT_IMPEDANCES, Output, PEAKS, VOLTS,
};
use crate::model::noise::{Noise, Place, Signal, residual};
use crate::model::shortlist::{Amplifier, Defaults, OutputPreset};
use crate::model::{Answers, DeviceTypeId, Habits};
use crate::state::noise::loudest;

/// The source that stands for the visitor's own values.
pub const OWN: &str = "own";
/// The most candidates that have a row.
pub const DRIVE_ROWS: usize = 50;
/// What is lost to rounding when peaks are worked out, in dB.
const ROUNDING: f64 = 0.01;

/// Where the wanted peak comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WantedFrom {
    /// The visitor has entered it.
    Own,
    /// The loudest place of the quiz.
    Place {
        /// The place, by position.
        place: usize,
        /// The average level of music that is needed there, in dBA.
        average: f64,
    },
    /// The content.
    Usual,
}

/// The peak that candidates must reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    /// In dB SPL.
    pub peak: f64,
    /// Where it comes from.
    pub from: WantedFrom,
}

/// A number that can be counted with. A document from elsewhere may hold others.
fn within(number: Option<f64>, range: &RangeInclusive<f64>) -> Option<f64> {
    number.filter(|number| range.contains(number))
}

/// What all candidates have in common.
#[derive(Clone, Copy)]
pub struct Driving<'a> {
    /// What is counted with.
    pub defaults: &'a Defaults,
    /// The places, and what the types hold back there.
    pub noise: &'a Noise,
    /// The answers, which say which places count.
    pub answers: &'a Answers,
    /// What the visitor has said.
    pub habits: &'a Habits,
}

impl Driving<'_> {
    /// The peak that a candidate of a type must reach.
    pub fn wanted(&self, device_type: Option<DeviceTypeId>) -> Wanted {
        if let Some(peak) = within(self.habits.peak, &PEAKS) {
            return Wanted { peak, from: WantedFrom::Own };
        }
        let usual = Wanted { peak: self.defaults.peak.range.usual, from: WantedFrom::Usual };
        let of = |(place, device_type)| self.wanted_at(place, device_type);
        loudest(self.noise, self.answers).zip(device_type).map_or(usual, of)
    }

    /// The peak of music that can be followed at a place, over what the type leaves of its noise.
    fn wanted_at(&self, (at, place): (usize, &Place), device_type: DeviceTypeId) -> Wanted {
        let held = &self.noise.attenuation(device_type).usual.bands;
        let remains = residual(&place.noise(place.level.usual), held).level;
        let average = self.noise.listening.need(remains, Signal::Music, None).usual.0;
        let from = WantedFrom::Place { place: at, average };
        Wanted { peak: self.defaults.peak_of(average), from }
    }

    /// What a candidate of an impedance is plugged into; `None` if the visitor has not chosen.
    pub fn output(&self, impedance: Option<f64>) -> Option<Output> {
        if self.habits.source == OWN {
            return Some(Output {
                volts: within(self.habits.volts, &VOLTS),
                impedance: within(self.habits.output_impedance, &OUTPUT_IMPEDANCES),
                milliamps: within(self.habits.milliamps, &MILLIAMPS),
                milliwatts: within(self.habits.milliwatts, &MILLIWATTS),
            });
        }
        let preset = self.defaults.output(&self.habits.source)?;
        Some(preset.for_impedance(impedance))
    }

    /// Whether a candidate has an amplifier of its own.
    fn amplifier(&self, listed: &Listed) -> Amplifier {
        let of = |device_type| self.defaults.of(device_type).amplifier;
        listed.device_type.map_or(Amplifier::None, of)
    }

    /// Whether a candidate is driven to the peak that it must reach.
    pub fn drive(&self, listed: &Listed) -> Drive {
        if self.amplifier(listed) == Amplifier::Own {
            return Drive::OwnAmplifier;
        }
        self.drive_to(listed, self.wanted(listed.device_type).peak)
    }

    /// Whether a candidate that something has to drive is driven to a peak in dB SPL.
    fn drive_to(&self, listed: &Listed, peak: f64) -> Drive {
        let candidate = &listed.candidate;
        let output = self.output(candidate.impedance);
        Drive::of(candidate.impedance, candidate.sensitivity, output, peak)
    }

    /// A row for each candidate that something has to drive, up to [`DRIVE_ROWS`], how many more
    /// there are, and the names of the others.
    pub fn report(&self, all: &[Listed]) -> DriveReport {
        let mut report = DriveReport::default();
        for listed in all {
            if self.amplifier(listed) == Amplifier::Own {
                report.wireless.push(listed.candidate.name.clone());
            } else if report.rows.len() < DRIVE_ROWS {
                report.rows.push(self.row(listed));
            } else {
                report.more += 1;
            }
        }
        report
    }

    /// How the wanted peak follows from a place, if it does. Average and peak are told apart, because
    /// a peak is not a level to listen at.
    fn place_words(&self, wanted: Wanted) -> Option<String> {
        let WantedFrom::Place { place, average } = wanted.from else { return None };
        let name = &self.noise.places[place].name;
        let crest = self.defaults.crest.range.usual;
        let limit = match wanted.peak - average - crest {
            by if by > ROUNDING => format!(", but at least {} dB", wanted.peak),
            by if by < -ROUNDING => format!(", but at most {} dB", wanted.peak),
            _ => String::new(),
        };
        Some(format!(
            "Wanted for music over what this type leaves of “{name}”: about {average:.0} dB on average, \
             and {crest} dB more for peaks{limit}."
        ))
    }

    fn row(&self, listed: &Listed) -> DriveRow {
        let wanted = self.wanted(listed.device_type);
        let drive = self.drive_to(listed, wanted.peak);
        let mut notes = drive.driven().map_or_else(Vec::new, notes);
        notes.extend(drive.driven().and_then(|_| self.place_words(wanted)));
        let is_unsure =
            matches!(drive, Drive::NotEnoughSaid(_)) && self.amplifier(listed) == Amplifier::Some;
        if is_unsure {
            notes.push("If it is wireless, nothing has to drive it.".to_owned());
        }
        DriveRow {
            id: listed.id.clone(),
            name: listed.candidate.name.clone(),
            kind: kind(&drive),
            words: words(&drive, wanted.peak),
            notes,
        }
    }
}

/// Chooses a source. The visitor's own values start as those of the preset before, unless there are
/// any.
pub fn change_source(defaults: &Defaults, habits: &mut Habits, id: &str) {
    let own = [habits.volts, habits.milliwatts, habits.output_impedance, habits.milliamps];
    let is_new = id == OWN && own.iter().all(Option::is_none);
    if let Some(OutputPreset { output, .. }) = defaults.output(&habits.source).filter(|_| is_new) {
        let Output { volts, impedance, milliamps, milliwatts } = *output;
        (habits.volts, habits.output_impedance) = (volts, impedance);
        (habits.milliamps, habits.milliwatts) = (milliamps, milliwatts);
    }
    id.clone_into(&mut habits.source);
}

/// What is shown about all candidates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DriveReport {
    /// Those that something has to drive, in the visitor's order.
    pub rows: Vec<DriveRow>,
    /// How many more something has to drive.
    pub more: usize,
    /// The names of those with amplifiers of their own.
    pub wireless: Vec<String>,
}

impl DriveReport {
    /// What is not shown, and where it is; empty if all is shown.
    pub fn more_words(&self) -> String {
        let more = match self.more {
            0 => return String::new(),
            1 => "1 more model is".to_owned(),
            more => format!("{more} more models are"),
        };
        format!("{more} not shown here. Tick models in the list to see them under “Side by side”.")
    }
}

/// What is shown about one candidate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DriveRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The outcome: `enough`, `barely`, `too-quiet`, `missing` or `own-amplifier`.
    pub kind: &'static str,
    /// The outcome in a sentence or two.
    pub words: String,
    /// What else to know.
    pub notes: Vec<String>,
}

const fn kind(drive: &Drive) -> &'static str {
    match drive {
        Drive::Enough(_) => "enough",
        Drive::Barely(_) => "barely",
        Drive::TooQuiet(_) => "too-quiet",
        Drive::NotEnoughSaid(_) => "missing",
        Drive::OwnAmplifier => "own-amplifier",
    }
}

/// The outcome in a sentence or two.
fn words(drive: &Drive, wanted: f64) -> String {
    match drive {
        Drive::Enough(Driven { peak, headroom, .. }) => format!(
            "Loud enough: peaks of up to {peak:.0} dB, {headroom:.0} dB above the {wanted:.0} dB wanted."
        ),
        Drive::Barely(Driven { peak, .. }) => format!(
            "Borderline: peaks of up to {peak:.0} dB, with {wanted:.0} dB wanted. The figures on a box \
             are often {TOLERANCE} dB off."
        ),
        Drive::TooQuiet(Driven { peak, headroom, needs, .. }) => format!(
            "Too quiet: peaks of up to {peak:.0} dB, {:.0} dB below the {wanted:.0} dB wanted. Those \
             need {} V, {} mA and {} mW.",
            -headroom,
            figure(needs.volts),
            figure(needs.milliamps),
            figure(needs.milliwatts)
        ),
        Drive::NotEnoughSaid(missing) => missing_words(*missing),
        Drive::OwnAmplifier => "Wireless: it has an amplifier of its own.".to_owned(),
    }
}

/// What to look up.
fn missing_words(missing: Missing) -> String {
    let specs = match (missing.impedance, missing.sensitivity) {
        (true, true) => "the impedance, and the sensitivity with its unit",
        (true, false) => "the impedance",
        (false, true) => "the sensitivity with its unit",
        (false, false) => {
            return "Say under “Will it play loud enough?” what you plug it into, or how many volts \
                    that gives."
                .to_owned();
        }
    };
    format!("Not enough said: look on the box for {specs}, and enter it at the model.")
}

/// What else to know about a candidate on an output.
fn notes(driven: &Driven) -> Vec<String> {
    let limit = match driven.limit {
        Limit::Voltage => None,
        Limit::Current => Some("The current of the source is the limit, not its voltage."),
        Limit::Power => Some("The power of the source is the limit."),
    };
    let mismatch = driven.mismatch.map(|by| {
        format!(
            "The source’s output impedance is more than an eighth of theirs. Where their impedance \
             varies, the sound can change by up to {by:.1} dB."
        )
    });
    let unknown = driven.is_unmatched.then(|| {
        "Without the output impedance of the source, we take it as 0 Ω, the best case.".to_owned()
    });
    limit.map(str::to_owned).into_iter().chain(mismatch).chain(unknown).collect()
}

/// A figure with two digits, or whole from 10.
fn figure(value: f64) -> String {
    if value >= 9.95 {
        return format!("{value:.0}");
    }
    if value >= 0.95 { format!("{value:.1}") } else { format!("{value:.2}") }
}
