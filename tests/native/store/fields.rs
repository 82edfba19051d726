//! The fields of the shortlist: everything that the model holds is written and read again, and nothing
//! else is taken for it.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::candidate::Check;
use headphones_or_iems::model::drive::Sensitivity;
use headphones_or_iems::model::preference::{Round, Side};
use headphones_or_iems::model::{Candidate, Comparison, Date, Habits, Rating};
use headphones_or_iems::store::Document;
use serde_json::{Value, json};

use super::shortlist::named;
use super::value;

/// A candidate of which everything has been said.
fn full() -> Candidate {
    let mut candidate = Candidate {
        order: -3,
        is_chosen: true,
        price: Some(249.95),
        notes: "Two\nlines, and 🎧".to_owned(),
        shop: "Here".to_owned(),
        return_by: Date::parse("2026-12-24"),
        impedance: Some(32.0),
        sensitivity: Some(Sensitivity::PerVolt(112.5)),
        years: Some(0.25),
        consumables: Some(0.0),
        battery: Some(100_000.0),
        ..named("HD 600")
    };
    candidate.rate("comfort", Rating::new(-2));
    candidate.rate("sound", Rating::new(0));
    candidate.set_check(Check {
        step: "glasses".into(),
        is_done: false,
        word: "they press".into(),
    });
    candidate.set_check(Check { step: "seal".into(), is_done: true, word: String::new() });
    candidate
}

#[test]
fn everything_that_was_said_on_a_candidate_is_read_again() {
    for candidate in [full(), named("Bare"), Candidate::default()] {
        let mut document = Document::default();
        document.set_candidate("a", &candidate);
        let back = Document::decode(&document.encode()).unwrap();
        assert_eq!(back.candidates(), [("a".to_owned(), candidate)]);
    }
}

#[test]
fn fields_are_plain_texts() {
    let mut document = Document::default();
    document.set_candidate("a", &full());
    let expected = json!({
        "name": "HD 600", "type": "open-back", "order": "-3", "chosen": "yes", "price": "249.95",
        "notes": "Two\nlines, and 🎧", "shop": "Here", "return-by": "2026-12-24", "impedance": "32",
        "sensitivity": "112.5 dB/V", "years": "0.25", "consumables": "0", "battery": "100000",
        "rating.comfort": "-2", "rating.sound": "0", "word.glasses": "they press", "check.seal": "done",
    });
    assert_eq!(value(&document)["shortlist"]["candidate.a"]["fields"], expected);
    document.set_candidate("a", &named("HD 600"));
    let expected = json!({ "name": "HD 600", "type": "open-back" });
    assert_eq!(value(&document)["shortlist"]["candidate.a"]["fields"], expected, "unsaid again");
}

/// A candidate with one field that was written by hand.
fn with_field(name: &str, text: &str) -> Candidate {
    let item: Value = json!({ "candidate.a": { "fields": { name: text } } });
    let text = json!({ "version": 2, "shortlist": item }).to_string();
    Document::decode(&text).unwrap().candidate("a").unwrap()
}

#[test]
fn what_is_no_plain_decimal_in_range_counts_as_not_said() {
    assert_eq!(with_field("price", "0.5").price, Some(0.5));
    for text in [
        "",
        " 5",
        "5 ",
        "+5",
        "5e1",
        "1e999",
        "inf",
        "NaN",
        "-1",
        "100000.01",
        "0x10",
        "1,5",
        "5€",
        "1_000",
        "--5",
        "1.2.3",
        ".",
        "-",
        "infinity",
        "٣",
    ] {
        assert_eq!(with_field("price", text), Candidate::default(), "{text:?}");
    }
    for (name, text) in [
        ("impedance", "0"),
        ("impedance", "10000"),
        ("years", "0"),
        ("years", "51"),
        ("sensitivity", "103"),
        ("sensitivity", "103 dB"),
        ("sensitivity", "59 dB/mW"),
        ("sensitivity", "151 dB/V"),
        ("sensitivity", "dB/V"),
        ("sensitivity", "103 db/v"),
        ("return-by", "2027-02-29"),
        ("return-by", "24.12.2026"),
        ("order", "1.5"),
        ("order", "99999999999"),
        ("chosen", "no"),
        ("rating.sound", "3"),
        ("rating.sound", ""),
        ("check.seal", "no"),
        ("word.seal", ""),
        ("colour", "red"),
        ("price.net", "1"),
    ] {
        assert_eq!(with_field(name, text), Candidate::default(), "{name}: {text}");
    }
    let per_milliwatt = Some(Sensitivity::PerMilliwatt(103.0));
    assert_eq!(with_field("sensitivity", "103 dB/mW").sensitivity, per_milliwatt);
}

#[test]
fn numbers_that_no_page_accepts_are_not_written() {
    let mut document = Document::default();
    for number in [f64::NAN, f64::INFINITY, -1.0, 1e12] {
        let sensitivity = Some(Sensitivity::PerVolt(number));
        let number = Some(number);
        let candidate = Candidate { price: number, impedance: number, years: number, ..full() };
        document.set_candidate("a", &Candidate { sensitivity, ..candidate });
        let fields = &value(&document)["shortlist"]["candidate.a"]["fields"];
        for name in ["price", "impedance", "years", "sensitivity"] {
            assert_eq!(fields[name], Value::Null, "{number:?}");
        }
    }
}

fn side(random: &mut Random) -> Side {
    if random.once_in(2) { Side::A } else { Side::B }
}

#[test]
fn comparisons_round_trip() {
    let mut random = Random::new(18);
    for count in 0..60 {
        let round = |_| Round {
            first: side(&mut random),
            liked: (!random.once_in(3)).then(|| side(&mut random)),
        };
        let comparison = Comparison {
            candidates: ["0000000a".to_owned(), "0000000b".to_owned()],
            names: ["HD 600".to_owned(), format!("Model {count}")],
            planned: count,
            question: "Which is clearer?".to_owned(),
            rounds: (0..count).map(round).collect(),
            first: (count % 2 == 0).then_some(Side::B),
        };
        let mut document = Document::default();
        document.set_comparison("c", &comparison);
        let back = Document::decode(&document.encode()).unwrap();
        assert_eq!(back.comparisons(), [("c".to_owned(), comparison)]);
    }
}

#[test]
fn a_round_is_two_characters() {
    let rounds =
        vec![Round { first: Side::A, liked: Some(Side::B) }, Round { first: Side::B, liked: None }];
    let mut document = Document::default();
    document.set_comparison("c", &Comparison { rounds, ..Comparison::default() });
    assert_eq!(
        value(&document)["shortlist"]["comparison.c"]["fields"],
        json!({ "rounds": "ABB=" })
    );
    for rounds in ["A", "AC", "=A", "ABB", "ab", "A B "] {
        let item = json!({ "comparison.c": { "fields": { "rounds": rounds, "first": rounds } } });
        let text = json!({ "version": 2, "shortlist": item }).to_string();
        let read = Document::decode(&text).unwrap().comparisons().swap_remove(0).1;
        assert!(read.rounds.is_empty(), "{rounds}");
        assert_eq!(read.first, (rounds == "A").then_some(Side::A));
    }
}

#[test]
fn habits_round_trip() {
    let habits = Habits {
        hours_per_week: Some(10.5),
        horizon: Some(6.0),
        source: "own".to_owned(),
        volts: Some(1.0),
        milliwatts: Some(30.25),
        output_impedance: Some(0.5),
        milliamps: Some(40.0),
        peak: Some(110.0),
    };
    let mut document = Document::default();
    assert_eq!(document.habits(), Habits::default());
    document.set_habits(&habits);
    assert_eq!(Document::decode(&document.encode()).unwrap().habits(), habits);
    document.set_habits(&Habits { hours_per_week: Some(0.0), horizon: Some(-1.0), ..habits });
    let after = document.habits();
    assert_eq!((after.hours_per_week, after.horizon, after.peak), (None, None, Some(110.0)));
}
