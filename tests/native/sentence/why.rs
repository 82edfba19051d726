//! Why the leader leads, what speaks against it, how firm that is, and what separates a close pair.

use std::cmp::Reverse;

use headphones_or_iems::model::CriterionId;

use super::Section;
use super::facts::Facts;
use super::words::{claim, column, counted, criterion, phrase, short, signed};
use crate::engine::plain::{device_type, has, small};
use crate::support::quiz;

/// Reasons on either side, and how firm it is.
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
        firm(&mut why, facts, leader, rival);
    }
    why
}

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
        why.met("reason of the visitor's own");
    }
    let data = format!("{{data-criterion={} data-points={points}}}", quiz().criteria[on].id);
    let (claim, name) = (claim(on, rating), criterion(on));
    let text = format!("{data} {claim}{yours} {turned}{because} [Not so for you?: {name}]");
    why.say(template, text.split_whitespace().collect::<Vec<_>>().join(" "));
}

/// For each of the questions behind a criterion, largest part first, the sentence of its first tick
/// that makes the criterion matter in that direction; two at most.
fn because(facts: &Facts, on: usize, is_turned: bool, parts: &[(usize, i32)]) -> String {
    let mut numeric: Vec<&str> = Vec::new();
    for (at, _) in parts {
        let options = quiz().questions[*at].options.iter().enumerate();
        let mut behind = options.filter(|(option, _)| has(facts.numeric.bits[*at], *option));
        let found = behind.find(|(_, option)| {
            let mine = option.effects.iter().filter(|at| usize::from(at.criterion.0) == on);
            mine.into_iter().any(|effect| (effect.value < 0) == is_turned)
        });
        let Some((_, option)) = found else { continue };
        if numeric.len() < 2 && !numeric.contains(&option.because.as_str()) {
            numeric.push(&option.because);
        }
    }
    numeric.join(" ")
}

fn firm(why: &mut Section, facts: &Facts, leader: usize, rival: usize) {
    why.fixed("How firm is it?");
    let mut mine: Vec<_> = facts.pivotal_weights().into_iter().filter(|at| at.2 == rival).collect();
    mine.dedup_by_key(|at| at.0);
    let each: Vec<String> = mine
        .into_iter()
        .map(|(topic, weights, _)| format!("“{}” {}", quiz().topics[topic].short, counted(weights)))
        .collect();
    let name = short(rival);
    match each.len() {
        0 => why.say(
            "no weight does it",
            format!("No single weight puts {name} alone in first place."),
        ),
        1 => why.say("one weight does it", format!("It would be {name} if {}.", each[0])),
        _ => {
            let each = each.join(", or if ");
            why.say("several weights do it", format!("It would be {name} if {each}."));
        }
    }
    why.fixed("Show how the lead stands up");
    share(why, facts.robustness.expect("a rival remains"));
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
        for weights in [0, 1, 2, 4] {
            why.say("lead", signed(lead(facts, leader, topic, weights)));
        }
    }
}

fn share(why: &mut Section, (first, all): (u64, u64)) {
    let rest =
        "This counts weightings, and what is ruled out stays out; it is no chance of being right.";
    match first * 100 / all {
        _ if first == all => {
            why.say("share: all", format!("First in all ways to weigh these answers. {rest}"));
        }
        0 => why.say(
            "share: none",
            format!("First in fewer than 1 of 100 ways to weigh these answers. {rest}"),
        ),
        share => {
            why.say(
                "share",
                format!("First in {share} of 100 ways to weigh these answers. {rest}"),
            );
        }
    }
}

/// The lead over the best rival as one topic is weighed anew; what is ruled out stays so.
fn lead(facts: &Facts, leader: usize, topic: usize, weights: i32) -> i32 {
    let points = facts.sheet.score(&facts.weighing(topic, weights)).points;
    let rivals = facts.remaining.iter().filter(|at| **at != leader);
    points[leader] - rivals.map(|at| points[*at]).max().expect("a rival remains")
}

/// Of a close pair: each criterion that counts for either and on which they differ.
pub(super) fn apart(facts: &Facts, leader: usize, rival: usize) -> Section {
    let mut apart = Section::new("What separates them");
    apart.fixed("What separates them");
    apart.fixed("{data-columns=2}");
    apart.say("head of the two", column(leader));
    apart.say("head of the two", column(rival));
    let (one, other) = (facts.reasons(leader), facts.reasons(rival));
    for on in 0..quiz().criteria.len() {
        let ratings = [leader, rival].map(|at| facts.sheet.ratings[at][on]);
        if ratings[0] != ratings[1] && (one[on].0 != 0 || other[on].0 != 0) {
            apart.say("what separates", criterion(on));
            for rating in ratings {
                apart.say("level of the two", phrase(on, rating));
            }
        }
    }
    apart.fixed(
        "Try both for ten minutes with the test below. If they feel alike to you, take the one \
         that costs less.",
    );
    apart
}
