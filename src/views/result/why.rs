//! Reasons for and against the leader, and what separates a close pair.

use leptos::prelude::*;

use super::head::other;
use super::own_ratings::{Editing, disagree};
use super::robustness::firm;
use crate::components::evidence::why_anchor;
use crate::components::icon::{dot_scale, type_icon};
use crate::components::list::joined;
use crate::components::section::section;
use crate::content::Content;
use crate::markup::{El, Markup, el, inside_of};
use crate::model::{
    Answers, Criterion, DeviceTypeId, Effect, Quiz, Rating, Reason, ScoreBreakdown, Verdict,
};
use crate::nodes;
use crate::route::{Route, Step};
use crate::state::Session;
use crate::views::own_rating::yours;

/// As many reasons as a visitor reads on either side.
const SHOWN: usize = 5;

/// Why the leader leads, what speaks against it as plainly, and how firm that is.
pub fn why(session: Session, verdict: &Verdict, leader: DeviceTypeId, editing: Editing) -> Markup {
    let content = session.content();
    let answers = session.answers().read();
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for reason in Reason::all(&content.quiz, &verdict.breakdown, leader) {
        let side = if reason.points.0 > 0 { &mut good } else { &mut bad };
        if side.len() < SHOWN {
            let disagree = disagree(session, editing, leader, reason.criterion);
            let item = item(content, &answers, &verdict.breakdown, leader, &reason);
            side.push(item.with(" ").with(disagree).into());
        }
    }
    let no_good = "Nothing counts for it. It leads because no type that remains has more points.";
    let body = nodes![
        list("reasons", good, no_good),
        el("h3").class("voice").with("What speaks against it"),
        list("reasons against", bad, "Nothing you answered counts against it."),
        firm(session, verdict, leader),
    ];
    section("result", "why", "Why", body)
}

fn list(class: &'static str, items: Vec<Markup>, none: &'static str) -> El {
    if items.is_empty() { el("p").with(none) } else { el("ul").class(class).with(items) }
}

/// The claim, what makes it count, and why it holds. Where the answers speak against a criterion, a
/// good level counts against and a poor one for; that is said instead of why the level is good.
fn item(
    content: &'static Content,
    answers: &Answers,
    breakdown: &ScoreBreakdown,
    at: DeviceTypeId,
    reason: &Reason,
) -> El {
    let criterion = content.quiz.criterion(reason.criterion);
    let rating = breakdown.ratings.get(at, reason.criterion);
    let is_turned = (reason.points.0 < 0) == (rating.value() > 0);
    let because = because(&content.quiz, answers, reason, is_turned);
    let item = el("li")
        .attr("data-criterion", criterion.id.as_str())
        .attr("data-points", reason.points.0)
        .with(el("b").with(criterion.claim(rating)))
        .with(yours(Session::get(), at, reason.criterion))
        .with(" ");
    if is_turned {
        return item.with("Your answers make that count the other way. ").with(because);
    }
    item.with(because).with(" ").with(inside_of(why_anchor(at, &criterion.id), "-result"))
}

/// What the visitor said that makes a criterion matter in the direction that prevails, largest
/// share first.
fn because(quiz: &Quiz, answers: &Answers, reason: &Reason, is_turned: bool) -> String {
    let is_behind =
        |effect: &Effect| effect.criterion == reason.criterion && (effect.value < 0) == is_turned;
    let mut said: Vec<&str> = Vec::new();
    for at in &reason.questions {
        let Some(selection) = answers.counted(*at) else { continue };
        let mut selected = quiz.question(*at).selected(selection);
        let Some(option) = selected.find(|option| option.effects.iter().any(is_behind)) else {
            continue;
        };
        if said.len() < 2 && !said.contains(&option.because.as_str()) {
            said.push(&option.because);
        }
    }
    joined(&said, " ")
}

/// For a close call: only what separates the two.
pub fn apart(session: Session, verdict: &Verdict) -> Option<El> {
    let quiz = session.quiz();
    let (leader, rival) = (verdict.leader?, other(verdict)?);
    let ratings = &verdict.breakdown.ratings;
    let reasons =
        [leader, rival].map(|device_type| Reason::all(quiz, &verdict.breakdown, device_type));
    let mut rows = el("tbody").attr("role", "rowgroup");
    for (at, criterion) in quiz.criteria() {
        let is_weighed = reasons.iter().flatten().any(|reason| reason.criterion == at);
        if is_weighed && ratings.get(leader, at) != ratings.get(rival, at) {
            let name = el("th").attr("role", "rowheader").attr("scope", "row");
            let row = el("tr")
                .class("compare-row")
                .attr("role", "row")
                .with(name.with(&criterion.name))
                .with(
                    apart_cell(criterion, ratings.get(leader, at)).with(yours(session, leader, at)),
                )
                .with(
                    apart_cell(criterion, ratings.get(rival, at)).with(yours(session, rival, at)),
                );
            rows = rows.with(row);
        }
    }
    let types = el("tr")
        .class("compare-types")
        .attr("role", "row")
        .with(el("td").attr("role", "cell"))
        .with(apart_head(quiz, leader))
        .with(apart_head(quiz, rival));
    let table = el("table")
        .class("compare")
        .attr("role", "table")
        .attr("data-columns", "2")
        .with(el("thead").attr("role", "rowgroup").with(types))
        .with(rows);
    let advice = "Try both for ten minutes with the test below. If they feel alike to you, take \
                  the one that costs less.";
    Some(part("What separates them", nodes![table, el("p").with(advice)]))
}

fn apart_head(quiz: &'static Quiz, device_type: DeviceTypeId) -> El {
    let device_type = quiz.device_type(device_type);
    el("th")
        .attr("role", "columnheader")
        .attr("scope", "col")
        .with(type_icon(&device_type.id))
        .with(el("span").with(&device_type.column))
}

fn apart_cell(criterion: &'static Criterion, rating: Rating) -> El {
    el("td")
        .attr("role", "cell")
        .with(dot_scale(rating.value()))
        .with(el("span").with(criterion.phrase(rating)))
}

/// A section that no link leads to.
pub fn part(title: &'static str, body: Markup) -> El {
    el("section").class("section").with(el("h2").with(title)).with(body)
}

/// Nothing answered, or nothing that separates.
pub fn undecided() -> El {
    let compare = Route::Guide(Some("compare".to_owned()));
    let answer = el("a").class("button").attr("href", Route::Quiz(Step::Resume).href());
    let actions = el("p")
        .class("actions")
        .with(answer.with("Answer the quiz"))
        .with(el("a").attr("href", compare.href()).with("Compare the seven types"));
    part("What next", actions.into())
}
