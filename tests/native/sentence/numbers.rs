//! The sections "Where the points come from", "Head to head" and the ranking.

use std::cmp::Reverse;

use super::Section;
use super::facts::Facts;
use super::words::{asked, chosen, claim, column, criterion, id, phrase, signed};
use crate::engine::plain::{device_type, has};
use crate::support::quiz;

/// An answer with its weight, such as "Calls: daily, double".
fn answer(facts: &Facts, at: usize) -> String {
    let weight = match facts.numeric.weights[at] {
        2 => ", double",
        4 => ", 4 times",
        _ => "",
    };
    format!("{}: {}{weight}", asked(at), chosen(at, facts.numeric.bits[at]))
}

/// The label of a line that depends on an own rating of one of the types.
fn own_label(facts: &Facts, at: usize, device_types: &[usize]) -> &'static str {
    let options = quiz().questions[at].options.iter().enumerate();
    let selected = options.filter(|(index, _)| has(facts.numeric.bits[at], *index));
    let effects = selected.flat_map(|(_, option)| &option.effects);
    let own = facts.answers.own_ratings();
    let is_own = |on| device_types.iter().any(|of| own.get(device_type(*of), on).is_some());
    if effects.into_iter().any(|effect| is_own(effect.criterion)) { " your view" } else { "" }
}

/// The id of a question.
fn slug(question: usize) -> &'static str {
    &quiz().questions[question].id
}

/// The leader's breakdown lines, and the breakdown of every type as a table.
pub(super) fn points(facts: &Facts, leader: usize) -> Section {
    let mut all = Section::new("result-points");
    all.fixed("Where the points come from");
    all.say(
        "caption of the points",
        format!(
            "Points of {}. Solid bars count for this type, hatched bars against. The lines add up \
             to the points.",
            column(leader)
        ),
    );
    let mut lines = facts.counted();
    lines.sort_by_key(|at| Reverse(facts.lines[*at][leader]));
    for at in lines {
        let points = facts.lines[at][leader];
        let (template, words) = line(facts, at, leader);
        let data = format!("{{data-line={} data-points={points}}}", slug(at));
        let own = own_label(facts, at, &[leader]);
        all.say(template, format!("{data} {words}{own} {}", answer(facts, at)));
        all.say("points of a breakdown line", signed(points));
    }
    let total = facts.lines.iter().map(|line| line[leader]).sum();
    all.say("total of the breakdown", format!("{{data-total={total}}} Points"));
    all.say("points of the total", signed(total));
    growth(&mut all, facts);
    table(&mut all, facts);
    all
}

/// The template and the words of a breakdown line.
fn line(facts: &Facts, at: usize, leader: usize) -> (&'static str, String) {
    let points = facts.lines[at][leader];
    let contributions = facts.shares(at, leader);
    let mine = contributions.iter().filter(|contribution| contribution.2 * points > 0).take(2);
    let claims: Vec<&str> =
        mine.map(|(on, ..)| claim(*on, facts.sheet.ratings[leader][*on])).collect();
    match claims.len() {
        0 if contributions.iter().all(|contribution| contribution.2 == 0) => {
            ("breakdown line without points", "It makes no difference to this type.".to_owned())
        }
        0 => (
            "breakdown line that cancels out",
            "What counts for it and against it cancels out.".to_owned(),
        ),
        _ if points < 0 => ("breakdown line against", claims.join(" ")),
        _ => ("breakdown line for", claims.join(" ")),
    }
}

/// The caption of the growth chart, if there are two types and two answers to draw.
fn growth(all: &mut Section, facts: &Facts) {
    let [first, second, others @ ..] = &facts.remaining[..] else { return };
    if facts.counted().len() < 2 {
        return;
    }
    let thin = if others.is_empty() { "" } else { " Thin: the others." };
    all.say(
        "growth",
        format!(
            "How the points grow, answer by answer in the order of the quiz. Thick: {}. Dashed: \
             {}.{thin}",
            column(*first),
            column(*second)
        ),
    );
}

/// The table of every breakdown line of every type.
fn table(all: &mut Section, facts: &Facts) {
    all.fixed("Show every line of every type as a table");
    all.fixed("Answer");
    for at in 0..quiz().device_types.len() {
        all.say("head of the table", column(at));
    }
    for at in facts.counted() {
        all.say("row of the table", answer(facts, at));
        for points in &facts.lines[at] {
            all.say("cell of the table", signed(*points));
        }
    }
    all.fixed("Points");
    for points in &facts.score.points {
        all.say("foot of the table", signed(*points));
    }
}

/// The section "Head to head": the leader against its best rival.
pub(super) fn versus(facts: &Facts, leader: usize, rival: usize) -> Section {
    let mut all = Section::new("result-versus");
    all.fixed("Head to head");
    let others = facts.remaining.iter().filter(|at| **at != leader);
    let pick = |at: &usize| format!("[{}{}]", if *at == rival { "*" } else { "" }, column(*at));
    all.say("rivals to pick", format!("Against {}", others.map(pick).collect::<String>()));
    all.say(
        "caption of the head to head",
        format!(
            "{} against {}. Solid bars speak for the first, hatched bars for the second.",
            column(leader),
            column(rival)
        ),
    );
    all.say("rival", format!("{{data-rival={}}}", id(rival)));
    let lead = |at: &usize| facts.lines[*at][leader] - facts.lines[*at][rival];
    let mut lines = facts.counted();
    lines.sort_by_key(|at| Reverse(lead(at)));
    for at in lines {
        let points = lead(&at);
        let data = format!("{{data-points={points} data-versus={}}}", slug(at));
        let (template, words) = difference(facts, at, leader, rival);
        let own = own_label(facts, at, &[leader, rival]);
        all.say(template, format!("{data} {words}{own} {}", answer(facts, at)));
        all.say("points of a lead", signed(points));
    }
    let total = facts.score.points[leader] - facts.score.points[rival];
    all.say("total of the leads", format!("{{data-lead={total}}} Lead"));
    all.say("points of all leads", signed(total));
    all
}

/// The template and the words of a head-to-head line: the criterion that separates the two types
/// most in the direction of the line.
fn difference(facts: &Facts, at: usize, leader: usize, rival: usize) -> (&'static str, String) {
    let sign = (facts.lines[at][leader] - facts.lines[at][rival]).signum();
    let part = |(on, effect, product): &(usize, i32, i32)| {
        sign * (product - effect * facts.sheet.ratings[rival][*on])
    };
    let differs = |(on, effect, product): &(usize, i32, i32)| {
        *product != effect * facts.sheet.ratings[rival][*on]
    };
    let contributions = facts.shares(at, leader);
    let most = contributions.iter().map(part).max().unwrap_or(0);
    let Some((on, ..)) =
        contributions.iter().find(|contribution| part(contribution) == most && most > 0)
    else {
        return if contributions.iter().any(differs) {
            ("cancels out", "What parts the two here cancels out.".to_owned())
        } else {
            ("no difference", "No difference between the two.".to_owned())
        };
    };
    let words = |of: usize| phrase(*on, facts.sheet.ratings[of][*on]);
    let template = if sign > 0 { "difference for" } else { "difference against" };
    (template, format!("{}: “{}” against “{}”.", criterion(*on), words(leader), words(rival)))
}

/// The types that remain, each with its points, then the excluded types with the reasons.
pub(super) fn ranking(facts: &Facts) -> Section {
    let mut all = Section::new("result-ranking");
    let is_all = facts.out.is_empty();
    all.fixed(match (facts.remaining.is_empty(), is_all) {
        (true, _) => "What is ruled out",
        (_, true) => "All types in order",
        _ => "The types that remain",
    });
    let data = |at: usize| format!("data-points={}", facts.score.points[at]);
    for at in facts.remaining.iter().copied() {
        all.say("ranked", format!("{{{} data-type={}}} {}", data(at), id(at), column(at)));
        all.say("points of a type", signed(facts.score.points[at]));
    }
    for at in facts.out.iter().copied() {
        let (mut excluded_by, mut reasons) = (Vec::new(), Vec::new());
        for question in facts.counted() {
            for (index, option) in quiz().questions[question].options.iter().enumerate() {
                let is_out = option.excludes.has(device_type(at));
                if is_out && has(facts.numeric.bits[question], index) {
                    excluded_by.push(slug(question));
                    let (asked, short) = (asked(question), &option.short);
                    reasons.push(format!("{} ({asked}: {short})", option.exclusion));
                }
            }
        }
        let (by, reasons) = (excluded_by.join(" "), reasons.join(" "));
        let data = format!("{{{} data-ruled-out={by} data-type={}}}", data(at), id(at));
        let template =
            if excluded_by.len() > 1 { "excluded by several answers" } else { "excluded" };
        all.say(template, format!("{data} {} ruled out. {reasons}", column(at)));
    }
    all
}
