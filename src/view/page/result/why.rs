//! Reasons for and against the leader, what separates a close pair, and the way out of a conflict.

use leptos::prelude::*;

use super::head::{other, share_in_words};
use crate::content::Content;
use crate::model::{
    Answers, CriterionId, Firmness, GearId, QuestionId, Quiz, Reason, Ruling, Verdict, WayOut,
};
use crate::route::{Route, Step};
use crate::state::Session;
use crate::view::page::sources;
use crate::view::part::claim::Sources;
use crate::view::part::mark::{DotScale, GearMark};
use crate::view::part::notice::Notice;
use crate::view::part::prose::{Words, words};
use crate::view::part::section::Section;

/// As many reasons as a visitor reads on either side.
const SHOWN: usize = 5;

/// Why the leader leads, what speaks against it as plainly, and how firm that is.
pub fn why(session: Session, verdict: &Verdict, leader: GearId) -> impl IntoView + use<> {
    let content = session.content();
    let answers = session.answers().get();
    let all = Reason::all(&content.quiz, &verdict.ledger, leader);
    let (good, bad): (Vec<_>, Vec<_>) = all.into_iter().partition(|reason| reason.points.0 > 0);
    let list = |reasons: Vec<Reason>| {
        let shown = reasons.into_iter().take(SHOWN);
        shown.map(|reason| item(content, &answers, leader, reason)).collect_view()
    };
    let against = if bad.is_empty() {
        view! { <p>"Nothing you answered counts against it."</p> }.into_any()
    } else {
        view! { <ul class="reasons against">{list(bad)}</ul> }.into_any()
    };
    let good = if good.is_empty() {
        view! { <p>"Nothing counts for it. It leads because less counts against it than against the others."</p> }
            .into_any()
    } else {
        view! { <ul class="reasons">{list(good)}</ul> }.into_any()
    };
    let firmness = verdict.firmness.map(firm);
    view! {
        <Section view="result" place="why" title="Why">
            {good}
            <h3 class="voice">"What speaks against it"</h3>
            {against}
            {firmness}
        </Section>
    }
}

fn item(
    content: &'static Content,
    answers: &Answers,
    gear: GearId,
    reason: Reason,
) -> impl IntoView + use<> {
    let (gear, criterion) = (content.quiz.gear(gear), content.quiz.criterion(reason.criterion));
    let standing = &gear.standings[usize::from(reason.criterion.0)];
    let Words { inline, notes } = words(&standing.why, &format!("why-{}", criterion.id));
    view! {
        <li data-criterion=criterion.id.as_str() data-points=reason.points.0.to_string()>
            <b>{criterion.claim(standing.level).unwrap_or_default()}</b>
            " "
            {because(&content.quiz, answers, &reason)}
            " "
            <span class="muted">{inline}</span>
            " "
            <Sources grade=standing.grade sources=sources(content, &standing.sources) />
            {notes}
        </li>
    }
}

/// What the visitor said that makes a criterion matter, largest share first.
fn because(quiz: &Quiz, answers: &Answers, reason: &Reason) -> String {
    let matters = |at: &QuestionId| {
        let (question, ticks) = (quiz.question(*at), answers.counted(*at)?);
        let mut ticked = question.ticked(ticks);
        let choice = ticked.find(|choice| {
            choice.effects.iter().any(|effect| effect.criterion == reason.criterion)
        })?;
        Some(choice.because.clone())
    };
    let mut said: Vec<String> = Vec::new();
    for sentence in reason.questions.iter().filter_map(matters) {
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    said.truncate(2);
    said.join(" ")
}

fn firm(firmness: Firmness) -> impl IntoView {
    let share = firmness.share();
    let rest = 100 - share;
    let at = format!("{share}%");
    let tall = (share > 0).then(|| {
        view! { <line class="firm-tall" x2=at.clone() y1="10" y2="10" pathLength=share.to_string()></line> }
    });
    let short = (rest > 0).then(|| {
        view! { <line class="firm-short" x1=at.clone() x2="100%" y1="10" y2="10" pathLength=rest.to_string()></line> }
    });
    view! {
        <h3>"How firm is it?"</h3>
        <svg class="firm" aria-hidden="true">
            {tall}
            {short}
        </svg>
        <p class="small">{share_in_words(firmness)}</p>
    }
}

/// For a close call: only what separates the two.
pub fn apart(session: Session, verdict: &Verdict) -> Option<AnyView> {
    let quiz = session.quiz();
    let (leader, rival) = (verdict.leader?, other(verdict)?);
    let weighed = |at: CriterionId| {
        let ledger = &verdict.ledger;
        let reasons = [leader, rival].map(|gear| Reason::all(quiz, ledger, gear));
        reasons.iter().flatten().any(|reason| reason.criterion == at)
    };
    let rows = quiz.criteria().filter(|(at, _)| {
        quiz.gear(leader).level(*at) != quiz.gear(rival).level(*at) && weighed(*at)
    });
    let cell = |gear: GearId, at: CriterionId| {
        let level = quiz.gear(gear).level(at);
        view! {
            <td role="cell">
                <DotScale standing=level.value() />
                <span>{quiz.criterion(at).phrase(level)}</span>
            </td>
        }
    };
    let row = |at: CriterionId| {
        view! {
            <tr class="compare-row" role="row">
                <th role="rowheader" scope="row">{quiz.criterion(at).name.as_str()}</th>
                {cell(leader, at)}
                {cell(rival, at)}
            </tr>
        }
    };
    let head = |gear: GearId| {
        let gear = quiz.gear(gear);
        view! {
            <th role="columnheader" scope="col">
                <GearMark gear=gear.id.as_str() />
                <span>{gear.column.as_str()}</span>
            </th>
        }
    };
    let rows = rows.map(|(at, _)| row(at)).collect_view();
    Some(
        view! {
            <section class="section">
                <h2>"What separates them"</h2>
                <table class="compare" role="table" data-columns="2">
                    <thead role="rowgroup">
                        <tr class="compare-types" role="row">
                            <td role="cell"></td>
                            {head(leader)}
                            {head(rival)}
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
                <p>"Try both for ten minutes with the test below. If they feel alike to you, take the one that costs less."</p>
            </section>
        }
        .into_any(),
    )
}

/// Nothing answered, or nothing that separates.
pub fn undecided() -> impl IntoView {
    view! {
        <section class="section">
            <h2>"What next"</h2>
            <p class="actions">
                <a class="button" href=Route::Quiz(Step::Resume).href()>
                    "Answer the quiz"
                </a>
                <a href=Route::Guide(Some("compare".to_owned())).href()>"Compare the seven types"</a>
            </p>
        </section>
    }
}

/// Which answers rule everything out, what to skip, and what lies outside the seven types.
pub fn conflict(session: Session, verdict: &Verdict) -> impl IntoView + use<> {
    let content = session.content();
    let answers = session.answers().get();
    let posts = content.signposts.iter().filter(|post| post.applies(&answers, true));
    let post = |post: &'static crate::model::Signpost| {
        view! {
            <li data-signpost=post.id.as_str()>
                <b>{post.name.as_str()}</b>
                ". "
                <span class="muted">{post.text.as_str()}</span>
            </li>
        }
    };
    view! {
        <section class="section">
            <h2>"Which answers do it"</h2>
            <ul class="rows">{ruled_by(&content.quiz, &verdict.ledger.rulings)}</ul>
            {WayOut::of(&content.quiz, &answers).map(|out| way_out(session, &out))}
        </section>
        <section class="section">
            <h2>"Outside the seven types"</h2>
            <ul class="rows">{posts.map(post).collect_view()}</ul>
        </section>
    }
}

/// Each answer that rules types out, with the types.
fn ruled_by(quiz: &'static Quiz, rulings: &[Ruling]) -> impl IntoView + use<> {
    let mut answers: Vec<_> = rulings.iter().map(|at| (at.question, at.choice)).collect();
    answers.dedup();
    let item = |(question, choice): (QuestionId, crate::model::ChoiceId)| {
        let mine = rulings.iter().filter(|at| (at.question, at.choice) == (question, choice));
        let names: Vec<&str> = mine.map(|at| quiz.gear(at.gear).short.as_str()).collect();
        let question = quiz.question(question);
        let choice = &question.choices[usize::from(choice.0)];
        view! {
            <li>
                {question.short.as_str()} ": " <b>{choice.short.as_str()}</b>
                " rules out " {names.join(", ")} ". "
                <a href=Route::Quiz(Step::Topic(question.id.clone())).href()>"Change"</a>
            </li>
        }
    };
    answers.into_iter().map(item).collect_view()
}

fn way_out(session: Session, out: &WayOut) -> impl IntoView + use<> {
    let quiz = session.quiz();
    let names: Vec<&str> =
        out.skip.iter().map(|at| quiz.question(*at).short.as_str()).collect();
    let leads = match out.verdict.leader {
        Some(leader) => format!("{} would lead.", quiz.gear(leader).title),
        None => "Types remain, but nothing separates them yet.".to_owned(),
    };
    let sentence = format!("Skip “{}” and types remain. {leads}", names.join("” and “"));
    let skip: Vec<_> = out.skip.iter().map(|at| quiz.question(*at).topic).collect();
    let on_skip = move |_| skip.iter().for_each(|topic| session.skip(*topic));
    view! {
        <Notice id="way-out" title="Skip one and you have an answer">
            <p>{sentence}</p>
            <p class="actions">
                <button class="button second" type="button" on:click=on_skip>
                    "Skip and see that result"
                </button>
            </p>
        </Notice>
    }
}
