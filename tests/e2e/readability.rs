//! Readability: the Flesch–Kincaid grade level of each view.

use serde_json::json;

use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// The highest grade level, in US school years, that a view may have.
const MAX_GRADE_LEVEL: f64 = 8.0;

/// Estimates the syllables of a word: its groups of vowels, minus a silent ending. At least 1.
fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let is_vowel = |c: char| "aeiouyéï".contains(c);
    let mut groups = 0;
    let mut was_vowel = false;
    for c in word.chars() {
        groups += usize::from(is_vowel(c) && !was_vowel);
        was_vowel = is_vowel(c);
    }
    let is_silent = |end: &str| {
        let stem = word.strip_suffix(end).and_then(|stem| stem.chars().last());
        stem.is_some_and(|c| !is_vowel(c))
    };
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    let is_shorter = (is_silent("e") && !ends(&["le"]))
        || (is_silent("ed") && !ends(&["ted", "ded"]))
        || (is_silent("es") && !ends(&["ses", "zes", "xes", "ches", "shes", "ces", "ges"]));
    (groups - usize::from(groups > 1 && is_shorter)).max(1)
}

/// The words of a sentence. The parts of a hyphenated word count separately.
fn words(sentence: &str) -> Vec<&str> {
    let parts = sentence.split([' ', '-', '–', '/']);
    parts.filter(|word| word.chars().any(char::is_alphanumeric)).collect()
}

/// The Flesch–Kincaid grade level of texts, and the number of their sentences. The level is
/// 0.39 times the words per sentence, plus 11.8 times the syllables per word, minus 15.59.
fn grade_level<T: AsRef<str>>(texts: &[T]) -> (f64, u32) {
    let sentences =
        texts.iter().flat_map(|text| text.as_ref().split_inclusive(['.', '?', ':', ';']));
    let (mut count, mut word_count, mut syllable_count) = (0, 0, 0_usize);
    // Names and figures in table cells are not sentences.
    for sentence in sentences.map(words).filter(|words| words.len() > 3) {
        count += 1;
        word_count += sentence.len();
        syllable_count += sentence.into_iter().map(syllables).sum::<usize>();
    }
    let per = |number: usize, of: u32| f64::from(u32::try_from(number).unwrap()) / f64::from(of);
    let words_per_sentence = per(word_count, count);
    let syllables_per_word = per(syllable_count, u32::try_from(word_count).unwrap());
    (0.39 * words_per_sentence + 11.8 * syllables_per_word - 15.59, count)
}

#[track_caller]
fn check_grade_level(page: &Page, view: &str) {
    let script = "return all('main :is(p, li, dd, legend, .option-text, td)')
        .filter((e) => !e.querySelector('p, li, dd, td')).map((e) => {
            const copy = e.cloneNode(true);
            copy.querySelectorAll('.source, .visually-hidden').forEach((at) => at.remove());
            return words(copy);
        })";
    let texts: Vec<String> = page.eval(script, json!([]));
    let (level, sentences) = grade_level(&texts);
    println!("{view}: grade level {level:.1}, {sentences} sentences");
    assert!(sentences > 20, "{view}: found only {sentences} sentences");
    assert!(level <= MAX_GRADE_LEVEL, "{view}: grade level {level:.1} is above {MAX_GRADE_LEVEL}");
}

#[test]
fn every_view_is_easy_to_read() {
    visit("#/", |page| {
        page.come_back_with(&Persona::named("36-places-double").document());
        for view in ["#/", "#/quiz/all", "#/result", "#/method"] {
            page.go(view);
            page.until_shown(view);
            check_grade_level(page, view);
        }
    });
}

#[test]
fn grade_level_separates_hard_text_from_easy_text() {
    let easy = ["The cat sat on the mat.", "You hear the street, and it hears you."];
    assert!(grade_level(&easy).0 < 3.0, "{:?}", grade_level(&easy));
    let hard = ["Notwithstanding considerable manufacturing variability, supplementary acoustic \
                 measurements demonstrate statistically significant attenuation."];
    assert!(grade_level(&hard).0 > 14.0, "{:?}", grade_level(&hard));
    for (word, count) in
        [("leads", 1), ("table", 2), ("rated", 2), ("cancelling", 3), ("pulled", 1)]
    {
        assert_eq!(syllables(word), count, "{word}");
    }
}
