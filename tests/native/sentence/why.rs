//! The sections "Why" and "What separates them".

use std::cmp::Reverse;

use headphones_or_iems::model::CriterionId;

use super::Section;
use super::facts::Facts;
use super::words::{claim, column, counted, criterion, phrase, short, signed};
use crate::engine::plain::{device_type, has, small};
use crate::support::quiz;

/// The reasons for and against the leader, and the robustness.
pub(super) fn why(facts: &Facts, leader: usize) -> Section {
    let mut why = Section::new("result-why");
    why.fixed("Why");
    let mut reasons: Vec<_> = facts.reasons(leader).into_iter().enumerate().collect();
    reasons.retain(|(_, (points, _))| *points != 0);
    reasons.sort_by_key(|(_, (points, _))| Reverse(points.abs()));
    let (good, bad): (Vec<_>, Vec<_>) = reasons.into_iter().partition(|at| at.1.0 > 0);
    for (on, (points, parts)) in good.iter().take(5) {
        reason(&mut why, facts, leader, (*on, *points), parts);
    }
    if good.is_empty() {
        why.fixed("Nothing counts for it. It leads because no type that remains has more points.");
    }
    why.fixed("What speaks against it");
    for (on, (points, parts)) in bad.iter().take(5) {
        reason(&mut why, facts, leader, (*on, *points), parts);
    }
    if bad.is_empty() {
        why.fixed("Nothing you answered counts against it.");
    }
    if let Some(rival) = facts.rival() {
        robustness(&mut why, facts, leader, rival);
    }
    why
}

/// Adds a reason: a criterion with its points, and the questions that these come from.
fn reason(
    why: &mut Section,
    facts: &Facts,
    leader: usize,
    (on, points): (usize, i32),
    parts: &[(usize, i32)],
) {
    let rating = facts.sheet.ratings[leader][on];
    let is_turned = (points > 0) != (rating > 0);
    let because = because(facts, on, is_turned, parts);
    let is_own =
        facts.answers.own_ratings().get(device_type(leader), CriterionId(small(on))).is_some();
    let yours = if is_own { " your view" } else { "" };
    let turned = if is_turned { "Your answers make that count the other way. " } else { "" };
    let template = match (points > 0, is_turned) {
        (true, false) => "reason for",
        (true, true) => "reason for, turned",
        (false, false) => "reason against",
        (false, true) => "reason against, turned",
    };
    if is_own {
        why.met("reason from an own rating");
    }
    let data = format!("{{data-criterion={} data-points={points}}}", quiz().criteria[on].id);
    let (claim, name) = (claim(on, rating), criterion(on));
    let text = format!("{data} {claim}{yours} {turned}{because} [Not so for you?: {name}]");
    why.say(template, text.split_whitespace().collect::<Vec<_>>().join(" "));
}

/// The sentences about why a criterion matters, at most two. Each comes from a question behind the
/// criterion, largest part first: its first selected option with an effect in the direction needed.
fn because(facts: &Facts, on: usize, is_turned: bool, parts: &[(usize, i32)]) -> String {
    let mut sentences: Vec<&str> = Vec::new();
    for (at, _) in parts {
        let options = quiz().questions[*at].options.iter().enumerate();
        let mut selected = options.filter(|(index, _)| has(facts.numeric.bits[*at], *index));
        let found = selected.find(|(_, option)| {
            let mine = option.effects.iter().filter(|at| usize::from(at.criterion.0) == on);
            mine.into_iter().any(|effect| (effect.value < 0) == is_turned)
        });
        let Some((_, option)) = found else { continue };
        if sentences.len() < 2 && !sentences.contains(&option.because.as_str()) {
            sentences.push(&option.because);
        }
    }
    sentences.join(" ")
}

/// Adds the lines about robustness: pivotal weights, percentage, and the lead at each weight.
fn robustness(why: &mut Section, facts: &Facts, leader: usize, rival: usize) {
    why.fixed("How firm is it?");
    let mut mine: Vec<_> = facts.pivotal_weights().into_iter().filter(|at| at.2 == rival).collect();
    mine.dedup_by_key(|at| at.0);
    let each: Vec<String> = mine
        .into_iter()
        .map(|(topic, weight, _)| format!("“{}” {}", quiz().topics[topic].short, counted(weight)))
        .collect();
    let name = short(rival);
    match each.len() {
        0 => why.say(
            "no pivotal weight",
            format!("No single weight puts {name} alone in first place."),
        ),
        1 => why.say("one pivotal weight", format!("It would be {name} if {}.", each[0])),
        _ => {
            let each = each.join(", or if ");
            why.say("several pivotal weights", format!("It would be {name} if {each}."));
        }
    }
    why.fixed("Show how the lead stands up");
    percentage(why, facts.robustness.expect("a rival remains"));
    why.fixed(
        "The lead in points over the best rival, as one answer is ignored, or counts once, double \
         or 4 times, and the rest stays as it is. Left of the line another type leads.",
    );
    let topics = facts.topics();
    for topic in &topics {
        why.say("name of a bar", &*quiz().topics[*topic].short);
    }
    for head in ["Answer", "Ignore", "Normal", "Double", "4 times"] {
        why.fixed(head);
    }
    for topic in topics {
        why.say("row of leads", &*quiz().topics[topic].short);
        for weight in [0, 1, 2, 4] {
            why.say("lead", signed(lead(facts, leader, topic, weight)));
        }
    }
}

/// Adds the percentage of settings in which the leader is first.
fn percentage(why: &mut Section, (first, all): (u64, u64)) {
    let rest =
        "This counts weightings, and what is ruled out stays out; it is no chance of being right.";
    match first * 100 / all {
        _ if first == all => {
            why.say("robustness: all", format!("First in all ways to weigh these answers. {rest}"));
        }
        0 => why.say(
            "robustness: none",
            format!("First in fewer than 1 of 100 ways to weigh these answers. {rest}"),
        ),
        percent => {
            why.say(
                "robustness",
                format!("First in {percent} of 100 ways to weigh these answers. {rest}"),
            );
        }
    }
}

/// The lead over the best rival if one topic has another weight. Exclusions stay in force.
fn lead(facts: &Facts, leader: usize, topic: usize, weight: i32) -> i32 {
    let points = facts.sheet.score(&facts.weighing(topic, weight)).points;
    let rivals = facts.remaining.iter().filter(|at| **at != leader);
    points[leader] - rivals.map(|at| points[*at]).max().expect("a rival remains")
}

/// For a close result: the criteria that count for either type and on which the two differ.
pub(super) fn apart(facts: &Facts, leader: usize, rival: usize) -> Section {
    let mut all = Section::new("What separates them");
    all.fixed("What separates them");
    all.fixed("{data-columns=2}");
    all.say("type of a close result", column(leader));
    all.say("type of a close result", column(rival));
    let (one, other) = (facts.reasons(leader), facts.reasons(rival));
    for on in 0..quiz().criteria.len() {
        let ratings = [leader, rival].map(|at| facts.sheet.ratings[at][on]);
        if ratings[0] != ratings[1] && (one[on].0 != 0 || other[on].0 != 0) {
            all.say("criterion of a close result", criterion(on));
            for rating in ratings {
                all.say("rating of a close result", phrase(on, rating));
            }
        }
    }
    all.fixed(
        "Try both for ten minutes with the test below. If they feel alike to you, take the one \
         that costs less.",
    );
    all
}
