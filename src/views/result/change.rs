//! What would change it: single answers, the fewest for each type, weights, and uncertain ratings.

use leptos::prelude::*;

use super::lead::Lead;
use crate::components::fold::Fold;
use crate::components::reactive::{flag, handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::{Answers, Change, DeviceTypeId, MOST_CHANGES, PivotalRating, Quiz};
use crate::route::Route;
use crate::state::Session;
use crate::state::result::changes::{ChangeKind, ChangeLine, Changes};
use crate::views::words;

/// As many of each kind as are shown at first.
const SHOWN: usize = 4;

/// Gives the changes of one kind.
type Of = fn(&Changes) -> &Vec<ChangeLine>;

/// The part, by kind of change.
#[component]
pub fn ChangeFold(lead: Lead) -> impl IntoView {
    let changes = lead.changes;
    let figure = string(move || match changes.read().answers.len() {
        0 => "no single answer would".to_owned(),
        1 => "1 single answer would".to_owned(),
        count => format!("{count} single answers would"),
    });
    view! {
        <Fold view="result" anchor="change" title="What would change it" figure is_wide=true>
            <div class="halves">
                <Kind
                    title="One answer"
                    changes
                    of=|all| &all.answers
                    none="No single answer changes who leads."
                />
                <Kind
                    title="If you want another type"
                    note="The fewest changed answers that put it alone in first place."
                    changes
                    of=|all| &all.device_types
                    none=""
                />
                <Kind
                    title="One weight"
                    changes
                    of=|all| &all.weights
                    none="No single weight changes who leads."
                />
                <Kind
                    title="What is not certain"
                    changes
                    of=|all| &all.ratings
                    none="No single uncertain number changes who leads."
                />
            </div>
        </Fold>
    }
}

/// The changes of one kind, or that there are none.
#[component]
fn Kind(
    title: &'static str,
    #[prop(optional)] note: Option<&'static str>,
    changes: Memo<Changes>,
    of: Of,
    none: &'static str,
) -> impl IntoView {
    view! {
        <div>
            <h4>{title}</h4>
            {note.map(|note| view! { <p class="small">{note}</p> })}
            <Lines changes of none />
        </div>
    }
}

/// The first few, and the rest behind a summary.
#[component]
fn Lines(changes: Memo<Changes>, of: Of, none: &'static str) -> impl IntoView {
    let count = move || of(&changes.read()).len();
    let more = string(move || format!("Show {} more", count().saturating_sub(SHOWN)));
    view! {
        <When condition=flag(move || count() > 0) fallback=move || view! { <p>{none}</p> }>
            <LineList changes of skipped=0 most=SHOWN />
            <When condition=flag(move || count() > SHOWN)>
                <details class="as-table">
                    <summary><Text words=more /></summary>
                    <LineList changes of skipped=SHOWN most=usize::MAX />
                </details>
            </When>
        </When>
    }
}

/// At most `most` lines of a kind, after the first `skipped`.
#[component]
fn LineList(changes: Memo<Changes>, of: Of, skipped: usize, most: usize) -> impl IntoView {
    let lines = move || {
        let changes = changes.read();
        of(&changes).iter().skip(skipped).take(most).cloned().collect::<Vec<_>>()
    };
    view! {
        <ul class="rows">
            <For each=lines key=ChangeLine::clone let:line>
                <Line line />
            </For>
        </ul>
    }
}

#[component]
fn Line(line: ChangeLine) -> impl IntoView {
    let quiz = Session::get().quiz();
    let ChangeLine { leader, price, kind } = line;
    let title = title_with_price(quiz, leader, price);
    match kind {
        ChangeKind::Answer(change) => {
            let words = format!("If you answered {}: {title}.", words::change(quiz, change));
            let after = move |answers: Answers| answers.with(&[change]);
            view! { <Tryable leader words after /> }.into_any()
        }
        ChangeKind::Answers(Some(changes)) => {
            let count = changes.len();
            let answers =
                if count == 1 { "one answer".to_owned() } else { format!("{count} answers") };
            let words = format!("{title}: {answers}. {}.", list(quiz, &changes));
            let after = move |answers: Answers| answers.with(&changes);
            view! { <Tryable leader words change_count=count after /> }.into_any()
        }
        ChangeKind::Answers(None) => {
            let of = quiz.device_type(leader);
            let words = format!("{}: not with {MOST_CHANGES} changed answers or fewer.", of.title);
            view! { <li data-then=of.id.as_str()>{words}</li> }.into_any()
        }
        ChangeKind::Weight(at) => {
            let topic = &quiz.topic(at.topic).short;
            let words = format!("If “{topic}” {}: {title}.", words::counted(at.weight));
            let after = move |mut answers: Answers| {
                answers.set_weight(at.topic, at.weight);
                answers
            };
            view! { <Tryable leader words after /> }.into_any()
        }
        ChangeKind::Rating(rating) => view! { <RatingLine rating /> }.into_any(),
    }
}

/// The name of the type that a change puts first, with its entry price if that has to be said.
fn title_with_price(quiz: &'static Quiz, of: DeviceTypeId, price: Option<u16>) -> String {
    let title = words::title(quiz, of);
    price.map_or_else(|| title.to_owned(), |price| format!("{title} (from about ${price})"))
}

/// Changes in a row: "“Calls: daily” and “Sport: often”".
fn list(quiz: &Quiz, changes: &[Change]) -> String {
    let each: Vec<String> = changes.iter().map(|change| words::change(quiz, *change)).collect();
    words::list(&each)
}

/// A line that can be tried out. `after` gives the answers after the change.
#[component]
fn Tryable(
    leader: DeviceTypeId,
    words: String,
    #[prop(optional)] change_count: Option<usize>,
    #[prop(into)] after: Callback<Answers, Answers>,
) -> impl IntoView {
    let session = Session::get();
    let try_out = handler(move |_| {
        session.try_out(&after.run(session.answers().get_untracked()));
        session.focus("trial");
    });
    let said = format!(": {words}");
    view! {
        <li data-then=session.quiz().device_type(leader).id.as_str() data-changes=change_count>
            {words}
            " "
            <button class="link screen" type="button" on:click=try_out>
                "Try it"
                <span class="visually-hidden">{said}</span>
            </button>
        </li>
    }
}

/// A rating that is not certain and on which the verdict hangs. It is never the visitor's own.
#[component]
fn RatingLine(rating: PivotalRating) -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let device_type = quiz.device_type(rating.device_type);
    let about = session.details().criterion(rating.criterion);
    let grade = device_type.ratings[usize::from(rating.criterion.0)].grade.name();
    let words = format!(
        "{} on “{}”: we say “{}” ({grade}). If it were “{}”, {} would come first. ",
        device_type.column,
        quiz.criterion(rating.criterion).name,
        about.phrase(device_type.rating(rating.criterion)),
        about.phrase(rating.rating),
        words::title(quiz, rating.leader),
    );
    view! {
        <li data-hinge=quiz.cell_id(rating.device_type, rating.criterion)>
            {words} <a href=Route::Method(Some(quiz.criterion(rating.criterion).id.clone())).href()>"Why we say so"</a>
        </li>
    }
}
