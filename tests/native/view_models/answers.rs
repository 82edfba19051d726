//! The answer to a topic in a few words: the short texts of what was selected, and something else
//! for a topic that is skipped, open, or answered with nothing.

use headphones_or_iems::model::{Answer, Answers, Kind};
use headphones_or_iems::views::quiz::in_words;

use super::facts::{given, of_topic, question, topic};
use super::{Checked, Tally, check};
use crate::engine::plain::has;
use crate::support::quiz;

const BRANCHES: &[&str] = &["contexts", "no context", "an answer", "skipped", "open"];

#[test]
fn an_answer_in_words_names_what_was_selected() {
    check(BRANCHES, compare);
}

/// The short texts of the contexts where the visitor listens, or of the selected options.
fn names(answers: &Answers, of: usize) -> Vec<&'static str> {
    let mut names: Vec<&str> = Vec::new();
    for at in of_topic(of) {
        let (asked, bits) = (&quiz().questions[at], given(answers, at));
        let selected = asked.options.iter().enumerate().filter(|(at, _)| has(bits, *at));
        match asked.kind {
            // The first option is `never`.
            Kind::Context if bits > 1 => names.push(&asked.short),
            Kind::Context => {}
            _ => names.extend(selected.map(|(_, option)| option.short.as_str())),
        }
    }
    names
}

fn compare(case: &Checked, tally: &mut Tally) {
    let answers = case.facts.answers;
    let words = |of: usize| in_words(quiz(), answers, topic(of));
    for of in 0..quiz().topics.len() {
        let names = names(answers, of);
        let is_given = of_topic(of).any(|at| given(answers, at) != 0);
        let is_skipped =
            of_topic(of).any(|at| matches!(answers.get(question(at)), Answer::Skipped(_)));
        let is_of_contexts = of_topic(of).count() > 1;
        match (is_given, is_skipped) {
            (true, _) if names.is_empty() => {
                assert!(!words(of).is_empty(), "{}", case.facts.about());
                tally.met("no context");
            }
            (true, _) => {
                assert_eq!(words(of), names.join(", "), "{}", case.facts.about());
                tally.met_either(is_of_contexts, "contexts", "an answer");
            }
            (false, true) => {
                assert!(!words(of).is_empty(), "{}", case.facts.about());
                tally.met("skipped");
            }
            (false, false) => {
                assert_eq!(words(of), "", "{}", case.facts.about());
                tally.met("open");
            }
        }
    }
}
