//! The top of the result: the notice about a trial, the verdict, the family and the robustness.

use headphones_or_iems::model::{Answer, Answers, CriterionId, Family};

use super::Section;
use super::facts::Facts;
use super::words::{
    asked, chosen, column, counted, criterion, given, list, of_topic, outcome, phrase, question,
    short, signed, title, weight,
};
use crate::engine::plain::{device_type, small};
use crate::support::quiz;

/// The links to the sections of the page.
const JUMPS: [&str; 6] = [
    "Why‹#/result/why›",
    "What would change it‹#/result/change›",
    "For the shop‹#/result/shop›",
    "The numbers‹#/result/points›",
    "Ranking‹#/result/ranking›",
    "Your answers‹#/result/answers›",
];

fn is_in_ear(device_type: usize) -> bool {
    quiz().device_types[device_type].family == Family::InEar
}

/// The verdict and its heading.
pub(super) fn head(facts: &Facts) -> Section {
    let mut head = Section::new("");
    let (count, word) = (facts.topics().len(), facts.word);
    match count {
        1 => head.say("reading of one answer", format!("Our reading of your 1 answer: {word}")),
        _ => head.say(
            "reading of several answers",
            format!("Our reading of your {count} answers: {word}"),
        ),
    }
    match (facts.leader, facts.rival(), word) {
        (Some(leader), Some(rival), "close") => {
            head.say("title of a close result", format!("{}, or {}", title(leader), short(rival)));
        }
        (Some(leader), ..) => head.say("title", title(leader)),
        (None, _, "conflict") => head.fixed("Your answers rule out every type"),
        (None, ..) => head.fixed("Nothing separates the types yet"),
    }
    match facts.leader {
        Some(leader) => lead(&mut head, facts, leader),
        None if word == "conflict" => head.fixed(
            "No headphone and no in-ear type fits all of your answers. Nothing is wrong with them: \
             together they leave nothing over.",
        ),
        None => undecided(&mut head, facts),
    }
    head
}

/// The sentence for answers that leave two or more types equal.
fn undecided(head: &mut Section, facts: &Facts) {
    let in_ear = facts.remaining.iter().filter(|at| is_in_ear(**at)).count();
    head.fixed(match in_ear {
        0 => "It will be over or on your ears, not in them. Answer more to find the type.",
        all if all == facts.remaining.len() => {
            "It will be in your ears, not over them. Answer more to find the type."
        }
        _ => {
            "Every type that remains has the same points. Answer more of the quiz, or take back a \
             skip, and one will lead."
        }
    });
}

/// The sentences about the family and the robustness of a leader, and the links below them.
fn lead(head: &mut Section, facts: &Facts, leader: usize) {
    let rival = facts.rival();
    let close = rival.filter(|_| facts.word == "close").map(is_in_ear);
    let family = match (is_in_ear(leader), close) {
        (false, Some(false)) => "Over or on your ears either way.",
        (true, Some(true)) => "In your ears either way.",
        (_, Some(_)) => "Over the ears or in them: it is that close.",
        (false, None) => "Over or on your ears, not in them.",
        (true, None) => "In your ears, not over them.",
    };
    let name = rival.map_or("", short);
    let (template, robustness) = match (facts.robustness, facts.word) {
        (None, _) => ("only", "It is the only type your answers leave.".to_owned()),
        (Some(_), _) if facts.firsts() > 1 => ("equal", "They are equal on points.".to_owned()),
        (Some((first, all)), _) if first == all && facts.out.is_empty() => (
            "first at all weights",
            "It leads however you weigh the answers that count.".to_owned(),
        ),
        (Some((first, all)), _) if first == all => {
            let words = "It leads however you weigh the answers that count, while what they rule \
                         out stays out.";
            ("first at all weights, with exclusions", words.to_owned())
        }
        (_, "clear") => ("hardly", "That hardly depends on how you weigh your answers.".to_owned()),
        (_, "leaning") => {
            ("matters", format!("How you weigh your answers matters: {name} come next."))
        }
        _ => {
            let words = "Weigh your answers otherwise and it is often another type;";
            ("small change", format!("{words} {name} come next."))
        }
    };
    // The lede is one line with two sentences, which are separate templates.
    head.met(family);
    head.say(template, format!("{family} {robustness}"));
    for jump in JUMPS {
        head.fixed(jump);
    }
}

/// The notice while a change is on trial.
pub(super) fn trial(before: &Facts, after: &Facts) -> Section {
    let mut trial = Section::new("trial-title");
    trial.fixed("You are trying a change");
    answers(&mut trial, before.answers, after.answers);
    weights(&mut trial, before.answers, after.answers);
    own(&mut trial, before.answers, after.answers);
    let result = |facts: &Facts| {
        let first = facts.remaining.iter().take(3);
        let points = first.map(|at| format!("{} {}", column(*at), signed(facts.score.points[*at])));
        let points = points.collect::<Vec<_>>().join(", ");
        format!("{}. {points}", outcome(facts.leader, facts.word)).trim_end().to_owned()
    };
    trial.say("before", format!("Before: {}", result(before)));
    trial.say("now", format!("Now: {}", result(after)));
    trial.fixed("[Keep it][Undo it]");
    trial
}

/// The answers that differ.
fn answers(trial: &mut Section, before: &Answers, after: &Answers) {
    for at in 0..quiz().questions.len() {
        let in_words = |answers: &Answers| match given(answers, at) {
            0 if matches!(answers.get(question(at)), Answer::Skipped(_)) => "skipped".to_owned(),
            0 => "not answered".to_owned(),
            bits => chosen(at, bits),
        };
        if given(before, at) != given(after, at) {
            let (now, was) = (in_words(after), in_words(before));
            trial.say("answer differs", format!("{}: {now}, was {was}", asked(at)));
        }
    }
}

/// The weights that differ, of topics with an answer.
fn weights(trial: &mut Section, before: &Answers, after: &Answers) {
    for (topic, about) in quiz().topics.iter().enumerate() {
        let has_answer = |answers| of_topic(topic).any(|at| given(answers, at) != 0);
        let (was, now) = (weight(before, topic), weight(after, topic));
        if was != now && (has_answer(before) || has_answer(after)) {
            let (was, now) = (counted(was), counted(now));
            trial.say("weight differs", format!("{} {now}, {was} before", about.short));
        }
    }
}

/// The own ratings that differ.
fn own(trial: &mut Section, before: &Answers, after: &Answers) {
    for at in 0..quiz().device_types.len() {
        for on in 0..quiz().criteria.len() {
            let rating = |answers: &Answers| {
                answers.own_ratings().get(device_type(at), CriterionId(small(on)))
            };
            let in_words = |answers| match rating(answers) {
                None => "as we have it".to_owned(),
                Some(rating) => format!("“{}”", phrase(on, rating.value().into())),
            };
            if rating(before) != rating(after) {
                let (name, now, was) = (criterion(on), in_words(after), in_words(before));
                trial.say("own differs", format!("{}, {name}: {now}, was {was}", short(at)));
            }
        }
    }
}

/// The links for a visitor whose answers do not separate the types yet.
pub(super) fn next() -> Section {
    let mut next = Section::new("What next");
    next.fixed("What next");
    next.fixed("Answer the quiz‹#/quiz›Compare the seven types‹#/guide/compare›");
    next
}

/// The short names of types, as "a, b and c".
pub(super) fn shorts(device_types: &[usize]) -> String {
    list(&device_types.iter().map(|at| short(*at).to_owned()).collect::<Vec<_>>())
}
