//! The top of the result: what is being tried out, the verdict, the family, and how firmly.

use headphones_or_iems::model::{Answers, CriterionId, Family};

use super::Section;
use super::facts::Facts;
use super::words::{
    asked, chosen, column, counted, criterion, given, list, of_topic, outcome, phrase, short,
    signed, title, weight,
};
use crate::engine::plain::{device_type, small};
use crate::support::quiz;

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

/// The verdict with its heading.
pub(super) fn head(facts: &Facts) -> Section {
    let mut head = Section::new("");
    let (count, word) = (facts.topics().len(), facts.word);
    match count {
        1 => head.say("reading of one", format!("Our reading of your 1 answer: {word}")),
        _ => head.say("reading", format!("Our reading of your {count} answers: {word}")),
    }
    match (facts.leader, facts.rival(), word) {
        (Some(leader), Some(rival), "close") => {
            head.say("title of two", format!("{}, or {}", title(leader), short(rival)));
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
    let (template, firm) = match (facts.robustness, facts.word) {
        (None, _) => ("only", "It is the only type your answers leave.".to_owned()),
        (Some(_), _) if facts.firsts() > 1 => ("equal", "They are equal on points.".to_owned()),
        (Some((first, all)), _) if first == all && facts.out.is_empty() => {
            ("however", "It leads however you weigh the answers that count.".to_owned())
        }
        (Some((first, all)), _) if first == all => {
            let words = "It leads however you weigh the answers that count, while what they rule \
                         out stays out.";
            ("however, with rulings", words.to_owned())
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
    // The lede is one line of two sentences, each a template of its own.
    head.met(family);
    head.say(template, format!("{family} {firm}"));
    for jump in JUMPS {
        head.fixed(jump);
    }
}

/// The notice while a change is tried out.
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

fn answers(trial: &mut Section, before: &Answers, after: &Answers) {
    for at in 0..quiz().questions.len() {
        let numeric = |answers: &Answers| match given(answers, at) {
            0 if matches!(
                answers.get(super::words::question(at)),
                headphones_or_iems::model::Answer::Skipped(_)
            ) =>
            {
                "skipped".to_owned()
            }
            0 => "not answered".to_owned(),
            bits => chosen(at, bits),
        };
        if given(before, at) != given(after, at) {
            let (now, was) = (numeric(after), numeric(before));
            trial.say("answer differs", format!("{}: {now}, was {was}", asked(at)));
        }
    }
}

fn weights(trial: &mut Section, before: &Answers, after: &Answers) {
    for (topic, about) in quiz().topics.iter().enumerate() {
        let is_said = |answers| of_topic(topic).any(|at| given(answers, at) != 0);
        let (was, now) = (weight(before, topic), weight(after, topic));
        if was != now && (is_said(before) || is_said(after)) {
            let (was, now) = (counted(was), counted(now));
            trial.say("weight differs", format!("{} {now}, {was} before", about.short));
        }
    }
}

fn own(trial: &mut Section, before: &Answers, after: &Answers) {
    for at in 0..quiz().device_types.len() {
        for on in 0..quiz().criteria.len() {
            let rating = |answers: &Answers| {
                answers.own_ratings().get(device_type(at), CriterionId(small(on)))
            };
            let numeric = |answers| match rating(answers) {
                None => "as we have it".to_owned(),
                Some(rating) => format!("“{}”", phrase(on, rating.value().into())),
            };
            if rating(before) != rating(after) {
                let (name, now, was) = (criterion(on), numeric(after), numeric(before));
                trial.say("own differs", format!("{}, {name}: {now}, was {was}", short(at)));
            }
        }
    }
}

/// What to do while nothing leads.
pub(super) fn next() -> Section {
    let mut next = Section::new("What next");
    next.fixed("What next");
    next.fixed("Answer the quiz‹#/quiz›Compare the seven types‹#/guide/compare›");
    next
}

/// "a, b and c" of the short names of types.
pub(super) fn shorts(device_types: &[usize]) -> String {
    list(&device_types.iter().map(|at| short(*at).to_owned()).collect::<Vec<_>>())
}
