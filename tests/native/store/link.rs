//! Share links: they survive a round trip, stay readable for ever, and no code makes decoding
//! panic.

use std::collections::BTreeMap;

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Answer, Answers, Kind, Rating, Selection, Weight};
use headphones_or_iems::route::Route;
use headphones_or_iems::store::link::{self, Completeness, MAX_CODE};

use crate::support::{answered, quiz, read, some_answers};

/// A code in format 2 with the right check letters, computed in another way than by the app.
pub fn sealed(body: &str) -> String {
    const PRIME: u128 = 34_359_738_337;
    let power = |n: usize| (0..n).fold(1, |power, _| power * 257 % PRIME);
    let bytes = body.bytes().rev().enumerate();
    let sum = bytes.map(|(at, byte)| u128::from(byte) * power(at)).sum::<u128>();
    let mut left = (sum + power(body.len())) % PRIME;
    let mut letters = Vec::new();
    for _ in 0..7 {
        letters.insert(0, b"0123456789abcdefghjkmnpqrstvwxyz"[(left % 32) as usize]);
        left /= 32;
    }
    format!("2{}{body}", String::from_utf8(letters).unwrap())
}

/// Random answers with some own ratings.
pub fn random_answers(random: &mut Random) -> Answers {
    let mut answers = some_answers(quiz(), random);
    for (device_type, criterion) in quiz().cells() {
        if random.once_in(30) {
            let rating = Rating::new(random.below(5).cast_signed() - 2);
            answers.own_ratings_mut().set(device_type, criterion, rating);
        }
    }
    answers
}

#[test]
fn links_round_trip() {
    let mut random = Random::new(10_001);
    for _ in 0..10_000 {
        let answers = random_answers(&mut random);
        let code = link::encode(quiz(), &answers).unwrap_or_default();
        if answers == Answers::empty(quiz()) {
            assert_eq!(code, "");
            continue;
        }
        let link = link::decode(quiz(), &code).unwrap_or_else(|| panic!("{code} cannot be read"));
        assert_eq!(link.answers, answers, "{code}");
        assert_eq!(link.completeness, Completeness::Whole, "{code}");
        assert_eq!(link::encode(quiz(), &link.answers), Some(code.clone()));
        assert_eq!(Route::from_hash(&Route::Shared(code.clone()).href()), Route::Shared(code));
    }
}

/// The inputs with the longest link: every question skipped with as many options as it can have,
/// the highest weight everywhere, and an own rating for every type and criterion.
fn longest() -> Answers {
    let mut answers = Answers::empty(quiz());
    for (at, question) in quiz().questions() {
        let compatible = || question.options().filter(|(_, option)| !option.exclusive);
        let count = if question.kind == Kind::Many { compatible().count() } else { 1 };
        let options = compatible().take(count);
        let selection = options.fold(Selection::none(), |selection, (at, _)| selection.with(at));
        answers.set(at, Answer::Skipped(selection));
    }
    for (at, _) in quiz().topics() {
        answers.set_weight(at, Weight::MOST);
    }
    for (device_type, criterion) in quiz().cells() {
        answers.own_ratings_mut().set(device_type, criterion, Rating::new(2));
    }
    answers
}

#[test]
fn the_longest_link_fits_and_needs_no_escaping() {
    let code = link::encode(quiz(), &longest()).unwrap();
    assert!(code.len() > 700 && code.len() <= MAX_CODE, "{} of {MAX_CODE}", code.len());
    assert!(code.chars().all(|c| c.is_ascii_alphanumeric()), "{code}");
    assert_eq!(link::decode(quiz(), &code).map(|link| link.answers), Some(longest()));
    assert!(Route::Shared(code).href().len() <= 2_000 - 60, "leaves too little room for the host");
}

#[test]
fn unknown_codes_are_left_out_and_reported() {
    let code = sealed("zzXoYcXoZzzXxZzzX4YsceneX2ZzzXru3YiXzz3Xru1");
    let link = link::decode(quiz(), &code).unwrap();
    assert_eq!(link.completeness, Completeness::LeftOut);
    let mut expected = answered(quiz(), &[("scene-commute", &["often"])]);
    let contexts = quiz().find_topic("scene").unwrap();
    expected.set_weight(contexts, Weight::new(2).unwrap());
    let (iem, rumble) =
        quiz().cells().find(|at| quiz().cell_id(at.0, at.1) == "iem/rumble").unwrap();
    expected.own_ratings_mut().set(iem, rumble, Rating::new(-1));
    assert_eq!(link.answers, expected);
    let unknown = link::decode(quiz(), &sealed("cXz")).unwrap();
    assert_eq!(
        (unknown.completeness, unknown.answers),
        (Completeness::LeftOut, Answers::empty(quiz()))
    );
}

/// The answer to an unknown question may have any number of options, so only the total length
/// limits this code.
#[test]
fn codes_up_to_the_length_limit_are_read() {
    let of_length = |length: usize| {
        let start = "Zzz";
        let more = length - 8 - start.len();
        sealed(&format!("{start}{}{}", "Xa".repeat(more / 2), "a".repeat(more % 2)))
    };
    for (length, is_read) in [(MAX_CODE, true), (MAX_CODE + 1, false)] {
        let code = of_length(length);
        assert_eq!((code.len(), link::decode(quiz(), &code).is_some()), (length, is_read));
    }
}

/// Every code of the content by the name of its owner, such as `option hours/over-3`.
fn codes() -> BTreeMap<String, String> {
    let mut codes = BTreeMap::new();
    for device_type in &quiz().device_types {
        codes.insert(format!("type {}", device_type.id), device_type.code.clone());
    }
    for criterion in &quiz().criteria {
        codes.insert(format!("criterion {}", criterion.id), criterion.code.clone());
    }
    for question in &quiz().questions {
        let kind = if question.kind == Kind::Context { "scene" } else { "question" };
        codes.insert(format!("{kind} {}", question.id), question.code.clone());
        for option in &question.options {
            let name = format!("option {}/{}", question.id, option.id);
            codes.insert(name, option.code.clone());
        }
    }
    codes
}

/// Each line of `codes.txt` is a name and its code. Lines are only ever added.
#[test]
fn released_codes_never_change_their_meaning() {
    let released: BTreeMap<String, String> = read("tests/native/store/codes.txt")
        .lines()
        .map(|line| line.split_once(" = ").expect("a name, ` = `, a code"))
        .map(|(name, code)| (name.to_owned(), code.to_owned()))
        .collect();
    let mut all = released.clone();
    for (name, code) in codes() {
        let was = all.entry(name.clone()).or_insert_with(|| code.clone());
        assert_eq!(*was, code, "`{name}` was released with the code `{was}`");
    }
    // A code is unique in its list for ever, even after the content has dropped its owner.
    let mut taken = BTreeMap::new();
    for (name, code) in &all {
        let list = match name.split_once(' ').expect("a kind and a name") {
            ("option", name) => name.split_once('/').expect("a question and an option").0.into(),
            (kind, _) => format!("{kind}s"),
        };
        let owner = taken.insert((list, code), name);
        assert_eq!(owner, None, "the code `{code}` of `{name}` is already taken");
    }
}

#[test]
fn released_links_are_still_read_in_full() {
    for line in read("tests/native/store/links.txt").lines() {
        let (code, expected) = line.split_once(' ').expect("a code and its answers");
        let link = link::decode(quiz(), code).unwrap_or_else(|| panic!("{code}"));
        let is_checked = link.completeness == Completeness::Whole;
        assert_eq!(is_checked, code.starts_with('2'), "{code}");
        assert_eq!(crate::support::words(quiz(), &link.answers), expected, "{code}");
    }
}
