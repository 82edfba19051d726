//! Plain English: how many years of school each view asks of its reader, by Flesch and Kincaid.

use serde_json::json;

use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// The highest school year that a view may ask for.
const YEARS: f64 = 8.0;

/// Syllables as they are counted by hand: groups of vowels, less what is silent at the end.
fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let is_vowel = |c: char| "aeiouyéï".contains(c);
    let mut groups = 0;
    let mut before = false;
    for c in word.chars() {
        groups += usize::from(is_vowel(c) && !before);
        before = is_vowel(c);
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

/// The words of a sentence; parts of a word with a hyphen count alone.
fn words(sentence: &str) -> Vec<&str> {
    let parts = sentence.split([' ', '-', '–', '/']);
    parts.filter(|word| word.chars().any(char::is_alphanumeric)).collect()
}

/// The school year of texts, and how many sentences they have.
fn year<T: AsRef<str>>(texts: &[T]) -> (f64, u32) {
    let sentences =
        texts.iter().flat_map(|text| text.as_ref().split_inclusive(['.', '?', ':', ';']));
    let (mut count, mut all, mut spoken) = (0, 0, 0_usize);
    // Names and figures stand alone in cells; a sentence has more.
    for sentence in sentences.map(words).filter(|words| words.len() > 3) {
        count += 1;
        all += sentence.len();
        spoken += sentence.into_iter().map(syllables).sum::<usize>();
    }
    let per = |number: usize, of: u32| f64::from(u32::try_from(number).unwrap()) / f64::from(of);
    let year = 0.39 * per(all, count) + 11.8 * per(spoken, u32::try_from(all).unwrap()) - 15.59;
    (year, count)
}

#[track_caller]
fn is_plain(page: &Page, view: &str) {
    let script = "return all('main :is(p, li, dd, legend, .option-text, td)')
        .filter((e) => !e.querySelector('p, li, dd, td')).map((e) => {
            const copy = e.cloneNode(true);
            copy.querySelectorAll('.source, .visually-hidden').forEach((at) => at.remove());
            return words(copy);
        })";
    let texts: Vec<String> = page.eval(script, json!([]));
    let (year, sentences) = year(&texts);
    println!("{view}: school year {year:.1}, {sentences} sentences");
    assert!(sentences > 20, "{view}: only {sentences} sentences were read");
    assert!(year <= YEARS, "{view} asks for {year:.1} years of school; {YEARS} are the most");
}

#[test]
fn every_view_is_in_plain_english() {
    visit("#/", |page| {
        page.come_back_with(&Persona::named("36-places-double").document());
        for view in ["#/", "#/quiz/all", "#/result", "#/method"] {
            page.go(view);
            page.until_shown(view);
            is_plain(page, view);
        }
    });
}

#[test]
fn hard_words_are_told_from_plain_ones() {
    let plain = ["The cat sat on the mat.", "You hear the street, and it hears you."];
    assert!(year(&plain).0 < 3.0, "{:?}", year(&plain));
    let hard = ["Notwithstanding considerable manufacturing variability, supplementary acoustic \
                 measurements demonstrate statistically significant attenuation."];
    assert!(year(&hard).0 > 14.0, "{:?}", year(&hard));
    for (word, count) in
        [("leads", 1), ("table", 2), ("rated", 2), ("cancelling", 3), ("pulled", 1)]
    {
        assert_eq!(syllables(word), count, "{word}");
    }
}
