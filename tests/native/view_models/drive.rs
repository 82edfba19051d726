//! What the shortlist shows about sources and loudness.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::drive::{Drive, Output, Sensitivity};
use headphones_or_iems::model::noise::{Signal as Listened, residual};
use headphones_or_iems::model::{Answers, Candidate, Habits};
use headphones_or_iems::state::shortlist::{
    DRIVE_ROWS, DriveRow, Driving, Listed, NotCounted, OWN, Per, SensitivityEntry, SensitivityForm,
    Shortlist, Wanted, WantedFrom, change_source,
};
use leptos::prelude::*;

use super::costs::{defaults, listed};
use crate::state::{Tab, browser};
use crate::support::{answered, content, quiz, some_answers};

fn driving<'a>(answers: &'a Answers, habits: &'a Habits) -> Driving<'a> {
    let noise = &content().details().noise;
    Driving { defaults: defaults(), noise, answers, habits }
}

fn candidate(impedance: Option<f64>, sensitivity: Option<Sensitivity>) -> Candidate {
    Candidate { impedance, sensitivity, ..Candidate::default() }
}

#[test]
fn the_wanted_peak_is_the_visitors_or_that_of_their_loudest_place_or_the_usual_one() {
    let noise = &content().details().noise;
    let mut random = Random::new(194);
    let (mut places, mut usual) = (0, 0);
    let own = Habits { peak: Some(112.5), ..Habits::default() };
    for _ in 0..200 {
        let answers = some_answers(quiz(), &mut random);
        let loudest = noise.visited(&answers).map(|place| place.level.usual.0).reduce(f64::max);
        for (at, _) in quiz().device_types() {
            let found = driving(&answers, &Habits::default()).wanted(Some(at));
            let Some(level) = loudest else {
                let peak = defaults().peak.range.usual;
                assert_eq!(found, Wanted { peak, from: WantedFrom::Usual });
                usual += 1;
                continue;
            };
            let WantedFrom::Place { place, average } = found.from else { panic!("{found:?}") };
            let place = &noise.places[place];
            assert_eq!(place.level.usual.0.to_bits(), level.to_bits());
            let bands = &noise.attenuation(at).usual.bands;
            let left = residual(&place.noise(place.level.usual), bands).level;
            let need = noise.listening.need(left, Listened::Music, None).usual.0;
            assert!((average - need).abs() < 1e-9);
            assert!((found.peak - (need + 15.0).clamp(105.0, 120.0)).abs() < 1e-9);
            let own = driving(&answers, &own).wanted(Some(at));
            assert_eq!(own, Wanted { peak: 112.5, from: WantedFrom::Own });
            places += 1;
        }
        let unknown = driving(&answers, &Habits::default()).wanted(None);
        assert_eq!(unknown.from, WantedFrom::Usual);
    }
    assert!(places > 100 && usual > 0, "{places} and {usual}");
}

#[test]
fn the_source_is_a_preset_or_the_visitors_own_or_not_chosen() {
    let answers = Answers::empty(quiz());
    let of = |source: &str, impedance| {
        let source = source.to_owned();
        let habits = Habits { source, volts: Some(0.7), milliamps: Some(9.0), ..Habits::default() };
        driving(&answers, &habits).output(impedance)
    };
    assert_eq!(of("", None), None);
    assert_eq!(of("a-source-of-a-later-version", None), None);
    let own = Output { volts: Some(0.7), milliamps: Some(9.0), ..Output::default() };
    assert_eq!(of(OWN, Some(32.0)), Some(own));
    for preset in &defaults().outputs {
        let high = preset.raised.map(|raised| raised.volts).or(preset.output.volts);
        assert_eq!(of(&preset.id, None), Some(preset.output));
        assert_eq!(of(&preset.id, Some(149.0)), Some(preset.output));
        assert_eq!(of(&preset.id, Some(150.0)).and_then(|output| output.volts), high);
    }
    assert!(defaults().outputs.iter().any(|preset| preset.raised.is_some()));
}

fn report(all: &[Listed], habits: &Habits, answers: &Answers) -> (Vec<DriveRow>, Vec<String>) {
    let report = driving(answers, habits).report(all);
    (report.rows, report.wireless)
}

/// The store keeps what a document from elsewhere says, as long as it is a number.
#[test]
fn numbers_that_cannot_be_counted_with_count_as_not_said() {
    let habits = Habits {
        source: OWN.to_owned(),
        volts: Some(0.0),
        milliwatts: Some(-1.0),
        milliamps: Some(0.0),
        output_impedance: Some(1e6),
        peak: Some(0.0),
        ..Habits::default()
    };
    let answers = Answers::empty(quiz());
    let driving = driving(&answers, &habits);
    assert_eq!(driving.output(Some(32.0)), Some(Output::default()));
    assert_eq!(driving.wanted(None).from, WantedFrom::Usual);
}

/// Any value that the visitor has entered keeps them all from being replaced.
#[test]
fn own_values_start_as_those_of_the_preset_only_while_there_are_none() {
    let preset = defaults().outputs.iter().find(|preset| preset.output.volts.is_some()).unwrap();
    let source = preset.id.clone();
    let mut fresh = Habits { source: source.clone(), ..Habits::default() };
    change_source(defaults(), &mut fresh, OWN);
    assert_eq!((fresh.volts, &*fresh.source), (preset.output.volts, OWN));
    let own = [
        Habits { volts: Some(0.7), ..Habits::default() },
        Habits { milliwatts: Some(0.7), ..Habits::default() },
        Habits { milliamps: Some(0.7), ..Habits::default() },
        Habits { output_impedance: Some(0.7), ..Habits::default() },
    ];
    for habits in own {
        let before = Habits { source: OWN.to_owned(), ..habits };
        let mut after = before.clone();
        change_source(defaults(), &mut after, &source);
        change_source(defaults(), &mut after, OWN);
        assert_eq!(after, before);
    }
}

#[test]
fn a_long_list_has_a_row_for_the_first_ones_and_the_number_of_the_rest() {
    let answers = Answers::empty(quiz());
    let habits = Habits::default();
    let all = |wired: usize| -> Vec<Listed> {
        let of = |at| listed(&format!("M{at}"), "iem", Candidate::default());
        let buds = listed("Buds", "tws-anc", Candidate::default());
        (0..wired).map(of).chain([buds]).collect()
    };
    for (wired, more) in [(0, 0), (DRIVE_ROWS, 0), (DRIVE_ROWS + 1, 1), (1_000, 950)] {
        let report = driving(&answers, &habits).report(&all(wired));
        assert_eq!((report.rows.len(), report.more), (wired.min(DRIVE_ROWS), more));
        assert_eq!(report.wireless, ["Buds"]);
        assert_eq!(report.more_words().is_empty(), more == 0);
        assert!(more == 0 || report.more_words().starts_with(&format!("{more} more model")));
    }
}

#[test]
fn wireless_ones_are_not_driven_even_if_their_box_has_figures() {
    let specs = candidate(Some(32.0), Some(Sensitivity::PerVolt(110.0)));
    let habits = Habits { source: OWN.to_owned(), volts: Some(1.0), ..Habits::default() };
    let all = ["tws-anc", "iem", "anc-over-ear", "headset", "gone"];
    let all = all.map(|id| listed(id, id, specs.clone()));
    let (rows, wireless) = report(&all, &habits, &Answers::empty(quiz()));
    assert_eq!(wireless, ["tws-anc", "anc-over-ear"]);
    let rows: Vec<(&str, &str)> = rows.iter().map(|row| (&*row.name, row.kind)).collect();
    assert_eq!(rows, [("iem", "barely"), ("headset", "barely"), ("gone", "barely")]);
}

#[test]
fn a_row_says_the_outcome_and_what_limits_it() {
    let source = OWN.to_owned();
    let habits = Habits {
        source,
        volts: Some(1.0),
        output_impedance: Some(50.0),
        milliamps: Some(5.0),
        ..Habits::default()
    };
    let bus = answered(quiz(), &[("scene-commute", &["often"])]);
    let of = |sensitivity, answers: &Answers| {
        let all = [listed("A", "closed-back", candidate(Some(32.0), sensitivity))];
        report(&all, &habits, answers).0.remove(0)
    };
    let quiet = of(Some(Sensitivity::PerMilliwatt(84.0)), &bus);
    assert_eq!(quiet.kind, "too-quiet");
    assert!(quiet.words.contains(" V, ") && quiet.words.contains("mW"), "{}", quiet.words);
    let notes = quiet.notes.join(" ");
    assert!(notes.contains("current") && notes.contains("8.2 dB"), "{notes}");
    // 82 dBA on average and 15 dB more for peaks are less than the least that is counted with.
    assert!(
        notes.contains("about 82 dB on average") && notes.contains("at least 105 dB"),
        "{notes}"
    );
    let loud = of(Some(Sensitivity::PerMilliwatt(120.0)), &Answers::empty(quiz()));
    assert_eq!((loud.kind, loud.notes.len()), ("enough", 2));
    let missing = of(None, &bus);
    assert_eq!(missing.kind, "missing");
    assert!(missing.words.contains("sensitivity") && !missing.words.contains("impedance"));
    assert!(missing.notes.is_empty());
}

#[test]
fn without_a_source_or_with_a_doubt_a_row_says_what_to_do() {
    let specs = candidate(Some(32.0), Some(Sensitivity::PerVolt(110.0)));
    let none = (Habits::default(), Answers::empty(quiz()));
    let all = [listed("A", "iem", specs), listed("B", "headset", Candidate::default())];
    let (rows, _) = report(&all, &none.0, &none.1);
    assert!(rows[0].words.contains("plug"), "{}", rows[0].words);
    assert!(rows[1].notes.join("").contains("wireless"), "{:?}", rows[1]);
    let drive = driving(&none.1, &none.0).drive(&all[0]);
    assert!(matches!(drive, Drive::NotEnoughSaid(missing) if missing.output));
}

/// Trap T13: a bare number of decibels is not a sensitivity.
#[test]
fn a_sensitivity_needs_its_unit() {
    let entry = |level, per| SensitivityEntry { level, per };
    for per in [None, Some(Per::NotSaid)] {
        assert_eq!(entry(Some(97.0), per).sensitivity(), None);
        assert!(entry(Some(97.0), per).is_bare());
        assert!(!entry(None, per).is_bare());
    }
    for sensitivity in [Sensitivity::PerVolt(97.0), Sensitivity::PerMilliwatt(97.0)] {
        let entry = SensitivityEntry::of(sensitivity);
        assert_eq!(entry.sensitivity(), Some(sensitivity));
        assert!(!entry.is_bare());
    }
    assert!(entry(None, Some(Per::Volt)).sensitivity().is_none());
    assert!(Per::ALL.iter().all(|per| Per::find(per.id()) == Some(*per)));
}

#[test]
fn a_unit_behind_the_number_is_taken_too() {
    let of = |text: &str, per| SensitivityEntry { level: None, per }.typed(text);
    let per = |level, per| Ok(SensitivityEntry { level: Some(level), per });
    for text in ["103 dB/mW", "103dB/mW", "103 dB SPL/mW", "103 dB (SPL) @ 1 mW", "103 DB/MW"] {
        assert_eq!(of(text, Some(Per::NotSaid)), per(103.0, Some(Per::Milliwatt)), "{text}");
    }
    for text in ["97,5 dB/V", "97.5 dB/Vrms", "97.5 dB SPL / V", "97.5 dB@1Vrms"] {
        assert_eq!(of(text, Some(Per::Milliwatt)), per(97.5, Some(Per::Volt)), "{text}");
    }
    for known in [None, Some(Per::Volt)] {
        assert_eq!(of("97 dB", known), per(97.0, known));
        assert_eq!(of("", known), Ok(SensitivityEntry { level: None, per: known }));
    }
    for text in ["97 dB/W", "97 dBV", "97 dB/10 mW", "97 mV", "dB/mW", "5000 dB/mW"] {
        assert!(of(text, None).is_err(), "{text}");
    }
}

/// A number that cannot be counted with stays in its field, so another one must not be stored for it.
#[test]
fn a_unit_chosen_while_the_number_is_wrong_stores_nothing() {
    Owner::new().with(|| {
        let session = Tab::open(browser()).session;
        let named = Candidate { name: "A".to_owned(), ..Candidate::default() };
        let id = session.add_candidate(&named).unwrap();
        let candidate = Shortlist::new(session).candidate(id.clone());
        let form = SensitivityForm::new(session, candidate, id);
        let stored = || candidate.get_untracked().and_then(|of| of.candidate.sensitivity);
        let first = Some(Sensitivity::PerVolt(103.0));
        form.enter("103 dB/V".to_owned());
        assert_eq!(stored(), first);
        form.enter("5000".to_owned());
        form.choose(Some(Per::Milliwatt));
        assert_eq!(stored(), first);
        let wrong = Some(("5000".to_owned(), NotCounted::OutOfRange));
        assert_eq!(form.wrong.get_untracked(), wrong);
        let shown = SensitivityEntry { level: None, per: Some(Per::Milliwatt) };
        assert_eq!(form.entry.get_untracked(), shown);
        form.enter("98".to_owned());
        assert_eq!(stored(), Some(Sensitivity::PerMilliwatt(98.0)));
        form.choose(Some(Per::Volt));
        assert_eq!(stored(), Some(Sensitivity::PerVolt(98.0)));
        form.choose(None);
        assert_eq!(stored(), None);
    });
}
