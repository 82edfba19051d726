//! Share links: they survive a round trip, stay readable for ever, and no code makes decoding
//! panic.

use std::collections::BTreeMap;

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Answer, Answers, Kind, Rating, Selection, Weight};
use headphones_or_iems::route::Route;
use headphones_or_iems::store::link::{self, MAX_CODE};

use crate::support::{answered, quiz, read, some_answers};

/// Random answers with some own ratings.
fn random_answers(random: &mut Random) -> Answers {
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
        let code = link::encode(quiz(), &answers);
        let link = link::decode(quiz(), &code).unwrap_or_else(|| panic!("{code} cannot be read"));
        assert_eq!(link.answers, answers, "{code}");
        assert!(link.is_complete, "{code}");
        assert_eq!(link::encode(quiz(), &link.answers), code);
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
    let code = link::encode(quiz(), &longest());
    assert!(code.len() > 1_000 && code.len() <= MAX_CODE, "{} of {MAX_CODE}", code.len());
    let is_unreserved = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    assert!(code.chars().all(is_unreserved), "{code}");
    assert!(code.ends_with(|c: char| c.is_ascii_alphanumeric()), "the link ends in punctuation");
    assert_eq!(link::decode(quiz(), &code).map(|link| link.answers), Some(longest()));
    assert!(Route::Shared(code).href().len() <= 2_000 - 60, "leaves too little room for the host");
}

#[test]
fn empty_or_malformed_links_are_refused() {
    let whole = "1-c.o_f.s-h.o_Sl-h.4-i.ru.3";
    assert!(link::decode(quiz(), "1-c.o").is_some());
    for code in [
        "",
        "1",
        "1-",
        "1----",
        "2-c.o",
        "0-c.o",
        "c.o",
        "1c.o",
        "-c.o",
        "1-c.o-----c.o",
        "1-c",
        "1-c.o_c.o",
        "1-c.o.o",
        "1-c.o.s",
        "1-C.o",
        "1-c,o",
        "1-c.<",
        "1-c.ooo",
        "1--c.o_c.x.y_c.n",
        "1---h.3",
        "1---h",
        "1---h.4.4",
        "1---h.4_h.2",
        "1----i.ru",
        "1----i.ru.5",
        "1----i.ru.9",
        "1----i.ru.3.3",
        "1----i.ru.3_i.ru.2",
        "1-%63.o",
        "1-c.o\n",
        "1-c.o ",
        "1-c .o",
        "1-é.o",
        "1-SSc.o",
        "1-S",
        "1-.o",
        "1-c.",
        "1---Sh.4",
    ] {
        assert_eq!(link::decode(quiz(), code), None, "{code:?}");
    }
    assert_eq!(link::decode(quiz(), &format!("1-{}", "c".repeat(MAX_CODE))), None);
    for end in 0..whole.len() {
        // A cut between two items leaves a valid, shorter link, which must not decode to more.
        if let Some(link) = link::decode(quiz(), &whole[..end]) {
            assert!(link::encode(quiz(), &link.answers).len() <= end);
        }
    }
}

/// The answer to an unknown question may have any number of options, so only the total length
/// limits this code.
#[test]
fn codes_up_to_the_length_limit_are_read() {
    let start = "1--zz";
    let long = format!("{start}{}", ".a".repeat((MAX_CODE - start.len()) / 2));
    let whole = format!("{long}{}", "a".repeat(MAX_CODE - long.len()));
    assert_eq!(whole.len(), MAX_CODE);
    let is_read = |code: &str| link::decode(quiz(), code).is_some_and(|link| !link.is_complete);
    assert!(is_read(&whole));
    // This code is well formed, so only its length can be the reason why it is refused.
    let longer = whole.replacen(".a", ".aa", 1);
    assert_eq!((longer.len(), is_read(&longer)), (MAX_CODE + 1, false));
    assert!(is_read(&whole.replacen(".a", ".b", 1)));
}

#[test]
fn random_codes_never_panic() {
    const PARTS: [&str; 20] = [
        "1", "-", "_", ".", "S", "c", "o", "h", "ru", "i", "4", "2", "scene", "%", "<", "\u{202e}",
        "é", "\0", "a=", "🎧",
    ];
    let mut random = Random::new(501);
    let mut read = 0;
    for _ in 0..500 {
        let mut code = String::from(if random.once_in(3) { "" } else { "1-" });
        for _ in 0..random.below(16) {
            code.push_str(PARTS[usize::from(random.below(20))]);
        }
        if let Some(link) = link::decode(quiz(), &code) {
            read += 1;
            let again = link::encode(quiz(), &link.answers);
            if !link.is_complete && again == "1" {
                continue;
            }
            let back = link::decode(quiz(), &again).map(|link| link.answers);
            assert!(back == Some(link.answers) || again == "1", "{code}");
        }
    }
    assert!((1..250).contains(&read), "{read} of 500 random codes were read");
}

#[test]
fn unknown_codes_are_left_out_and_reported() {
    let link = link::decode(quiz(), "1-zz.o_c.o-zz.x-zz.4_scene.2-zz.ru.3_i.zz.3").unwrap();
    assert!(!link.is_complete);
    let mut expected = answered(quiz(), &[("scene-commute", &["often"])]);
    let contexts = quiz().find_topic("scene").unwrap();
    expected.set_weight(contexts, Weight::new(2).unwrap());
    assert_eq!(link.answers, expected);
    let unknown = link::decode(quiz(), "1-c.z").unwrap();
    assert!(!unknown.is_complete && unknown.answers == Answers::empty(quiz()));
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
        assert_eq!(crate::support::words(quiz(), &link.answers), expected, "{code}");
    }
}
