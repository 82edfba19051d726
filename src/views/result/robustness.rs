//! How firm the verdict is: in words, what the runner-up would need, and how the lead stands up.

use leptos::prelude::Read;

use super::head::{other, share_in_words};
use super::words;
use crate::components::bars::{Scale, range};
use crate::components::list::joined;
use crate::markup::{El, Markup, el, svg};
use crate::model::{DeviceTypeId, Lead, PivotalWeight, Points, Quiz, Robustness, Verdict, Weight};
use crate::nodes;
use crate::state::Session;

/// The heading, the words, and the numbers behind a summary; nothing if no rival remains.
pub fn firm(session: Session, verdict: &Verdict, leader: DeviceTypeId) -> Option<Markup> {
    let robustness = verdict.robustness?;
    let rival = other(verdict)?;
    let summary = el("summary").with("Show how the lead stands up");
    let details = el("details")
        .class("as-table")
        .with(summary)
        .with(share_bar(robustness))
        .with(el("p").class("small").with(share_in_words(robustness)))
        .with(stands_up(session.quiz(), verdict, leader));
    Some(nodes![
        el("h3").with("How firm is it?"),
        el("p").with(needed(session, leader, rival)),
        details,
    ])
}

/// What would have to weigh more for the rival to lead.
fn needed(session: Session, leader: DeviceTypeId, rival: DeviceTypeId) -> String {
    let quiz = session.quiz();
    let all = PivotalWeight::all(quiz, &session.answers().read(), Some(leader));
    let mut mine: Vec<PivotalWeight> = all.into_iter().filter(|at| at.leader == rival).collect();
    // What twice does, 4 times mostly does too.
    mine.dedup_by_key(|at| at.topic);
    let mut each = Vec::new();
    for at in mine {
        each.push(format!("“{}” {}", quiz.topic(at.topic).short, words::counted(at.weight)));
    }
    let short = &quiz.device_type(rival).short;
    if each.is_empty() {
        return format!("No single weight puts {short} alone in first place.");
    }
    format!("It would be {short} if {}.", joined(&each, ", or if "))
}

fn share_bar(robustness: Robustness) -> El {
    let share = i32::from(robustness.share());
    let at = format!("{share}%");
    let line = |class, length: i32| {
        let line = svg("line").class(class).attr("y1", "10").attr("y2", "10");
        (length > 0).then(|| line.attr("pathLength", length))
    };
    let tall = line("robustness-tall", share).map(|line| line.attr("x2", at.clone()));
    let short =
        line("robustness-short", 100 - share).map(|line| line.attr("x1", at).attr("x2", "100%"));
    svg("svg").class("robustness").attr("aria-hidden", "true").with(tall).with(short)
}

/// The lead over the best rival as each topic alone is weighed anew: a bar from the least to the
/// most, and the numbers as a table.
fn stands_up(quiz: &'static Quiz, verdict: &Verdict, leader: DeviceTypeId) -> Markup {
    let remaining = verdict.ranking.iter().filter(|at| at.rank.is_some());
    let rivals: Vec<DeviceTypeId> =
        remaining.map(|at| at.device_type).filter(|device_type| *device_type != leader).collect();
    let leads = Lead::all(quiz, &verdict.breakdown, leader, &rivals);
    let scale = Scale::of(leads.iter().flat_map(|lead| lead.at));
    let mut bars = el("ol").class("bars");
    let heads = Weight::ALL.map(|at| el("th").attr("scope", "col").with(at.name()));
    let head = el("tr").with(el("th").attr("scope", "col").with("Answer")).with_all(heads);
    let mut body = el("tbody");
    for lead in leads {
        let name = &quiz.topic(lead.topic).short;
        let least = lead.at.into_iter().min().unwrap_or_default();
        let most = lead.at.into_iter().max().unwrap_or_default();
        let bar = range(least, most, scale);
        bars = bars.with(el("li").with(el("p").with(name)).with(bar));
        let cell = |points: Points| el("td").class("number").with(points.to_string());
        let name = el("th").attr("scope", "row").with(name);
        body = body.with(el("tr").with(name).with_all(lead.at.map(cell)));
    }
    let about = "The lead in points over the best rival, as one answer is ignored, or counts once, \
                 double or 4 times, and the rest stays as it is. Left of the line another type leads.";
    let table = el("table").class("plain").with(el("thead").with(head)).with(body);
    let scroll = el("div")
        .class("scroll")
        .attr("role", "region")
        .attr("aria-label", "How the lead stands up")
        .attr("tabindex", "0");
    nodes![el("p").class("small").with(about), bars, scroll.with(table)]
}
