//! The two parts of the content as the browser reads them: what every visit needs, and the details.

use std::fmt::Debug;

use headphones_or_iems::audit::Random;
use headphones_or_iems::content::{Content, Details, Embedded};
use headphones_or_iems::model::{Prose, Verdict};

use crate::support::{content, quiz, some_answers};

/// A value as the browser has it.
fn read_back<T: Embedded>(value: &T) -> T {
    T::from_embedded(&value.embed().unwrap()).unwrap()
}

#[track_caller]
fn assert_equal(back: &impl Debug, expected: &impl Debug) {
    let (back, expected) = (format!("{back:#?}"), format!("{expected:#?}"));
    for (at, (back, expected)) in back.lines().zip(expected.lines()).enumerate() {
        assert_eq!(back, expected, "in line {at} of the content as text");
    }
    assert_eq!(back.len(), expected.len());
}

#[test]
fn both_parts_together_equal_the_checked_content() {
    let back = read_back(content());
    assert!(!back.has_details());
    assert_equal(&back.with_details(read_back(content().details())), content());
}

#[test]
fn details_that_are_there_stay() {
    let back = read_back(content()).with_details(read_back(content().details()));
    back.set_details(Details::default());
    assert_equal(back.details(), content().details());
}

#[test]
fn embedded_content_has_the_version_and_scores_the_same() {
    let back = read_back(content());
    assert_eq!(back.version, content().version);
    let mut random = Random::new(17);
    for _ in 0..100 {
        let answers = some_answers(quiz(), &mut random);
        assert_eq!(Verdict::of(&back.quiz, &answers), Verdict::of(quiz(), &answers));
    }
}

#[test]
fn no_reason_source_or_advice_is_in_the_page() {
    let (page, details) = (content().embed().unwrap(), content().details().embed().unwrap());
    let shop = &content().details().shop;
    let advice =
        shop.tests.iter().map(|step| &step.advice).chain(&shop.notes).map(|advice| &advice.text);
    let sources = content().details().sources.iter().map(|source| &source.url);
    let mut texts: Vec<String> = advice.chain(sources).cloned().collect();
    for device_type in &content().details().device_types {
        let reasons = device_type.evidence.iter().map(|evidence| &evidence.why);
        // The name of a term stands apart from the sentence that it is in.
        texts.extend(reasons.filter(|why| why.terms().next().is_none()).map(Prose::plain));
    }
    // Characters outside ASCII are not readable in an embedded text.
    texts.retain(|text| text.is_ascii() && !text.contains(['<', '>', '&']));
    assert!(texts.len() > 100);
    for text in texts {
        assert!(details.contains(&text), "the details lack `{text}`");
        assert!(!page.contains(&text), "the page has `{text}`");
    }
}

#[track_caller]
fn is_text_that_html_leaves_alone(part: &impl Embedded, sentence: &str) {
    let text = part.embed().unwrap();
    let is_safe = |c: char| c == '\n' || (!c.is_control() && !matches!(c, '<' | '>' | '&'));
    assert!(text.chars().all(is_safe));
    assert!(text.contains(sentence), "sentences are readable");
}

#[test]
fn embedded_content_is_text_that_html_leaves_alone() {
    is_text_that_html_leaves_alone(content(), &quiz().topics[0].title);
    let details = content().details();
    is_text_that_html_leaves_alone(details, &details.sources[0].url);
}

#[track_caller]
fn damaged_is_refused<T: Embedded>(part: &T) {
    let text = part.embed().unwrap();
    let all: Vec<char> = text.chars().collect();
    assert!(T::from_embedded("").is_none());
    assert!(T::from_embedded(&format!("{text} ")).is_none(), "a byte too many");
    for at in (0..all.len()).step_by(997) {
        let cut: String = all[..at].iter().collect();
        assert!(T::from_embedded(&cut).is_none(), "cut at {at}");
    }
    for foreign in ['\u{ff}', '\u{200}', '\u{141}', '\r', '\u{fffd}'] {
        let spoiled = text.replacen('e', &foreign.to_string(), 1);
        assert!(T::from_embedded(&spoiled).is_none(), "with {foreign:?}");
    }
}

#[test]
fn damaged_embedded_content_is_refused() {
    damaged_is_refused::<Content>(content());
    damaged_is_refused::<Details>(content().details());
}

/// As when the file of another build comes.
#[test]
fn neither_part_is_read_as_the_other() {
    assert!(Content::from_embedded(&content().details().embed().unwrap()).is_none());
    assert!(Details::from_embedded(&content().embed().unwrap()).is_none());
}
