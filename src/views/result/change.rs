//! What would change it: single answers, the fewest for each type, weights, and uncertain ratings.

use leptos::prelude::*;

use crate::components::reactive::{flag, handler, string};
use crate::components::section::Section;
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::{Answers, Change, DeviceTypeId, PivotalRating, Quiz};
use crate::route::Route;
use crate::state::Session;
use crate::state::result::changes::{ChangeLine, Changes};
use crate::views::words;

/// As many of each kind as are shown at first.
const SHOWN: usize = 4;

/// Gives the changes of one kind.
type Kind = fn(&Changes) -> &Vec<ChangeLine>;

/// The section.
#[component]
pub fn ChangeSection(leader: Memo<DeviceTypeId>) -> impl IntoView {
    let session = Session::get();
    let changes = Memo::new(move |_| {
        let (answers, verdict) = (session.answers().read(), session.verdict().read());
        Changes::of(session.quiz(), &answers, &verdict, leader.get())
    });
    view! {
        <Section view="result" anchor="change" title="What would change it">
            <h3>"One answer"</h3>
            <Lines changes of=|all| &all.answers none="No single answer changes who leads." />
            <h3>"If you want another type"</h3>
            <p class="small">"The fewest changed answers that put it alone in first place."</p>
            <Lines changes of=|all| &all.device_types none="" />
            <h3>"One weight"</h3>
            <Lines changes of=|all| &all.weights none="No single weight changes who leads." />
            <h3>"What is not certain"</h3>
            <Lines
                changes
                of=|all| &all.ratings
                none="No single uncertain number changes who leads."
            />
        </Section>
    }
}

/// The first few, and the rest behind a summary.
#[component]
fn Lines(changes: Memo<Changes>, of: Kind, none: &'static str) -> impl IntoView {
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
fn LineList(changes: Memo<Changes>, of: Kind, skipped: usize, most: usize) -> impl IntoView {
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
    match line {
        ChangeLine::Answers(found) => {
            let leader = words::title(quiz, found.leader);
            let words = format!("{} would put first: {leader}.", list(quiz, &found.changes));
            let after = move |answers: Answers| answers.with(&found.changes);
            view! { <Tryable leader=found.leader words after /> }.into_any()
        }
        ChangeLine::DeviceType(leader, Some(changes)) => {
            let (of, count) = (quiz.device_type(leader), changes.len());
            let answers =
                if count == 1 { "one answer".to_owned() } else { format!("{count} answers") };
            let words = format!("{}: {answers}. {}.", of.title, list(quiz, &changes));
            let after = move |answers: Answers| answers.with(&changes);
            view! { <Tryable leader words change_count=count after /> }.into_any()
        }
        ChangeLine::DeviceType(device_type, None) => {
            let of = quiz.device_type(device_type);
            let words = format!("{}: no answers do it at your weights.", of.title);
            view! { <li data-then=of.id.as_str()>{words}</li> }.into_any()
        }
        ChangeLine::Weight(at) => {
            let (topic, leader) = (&quiz.topic(at.topic).short, words::title(quiz, at.leader));
            let words = format!("If “{topic}” {}: {leader}.", words::counted(at.weight));
            let after = move |mut answers: Answers| {
                answers.set_weight(at.topic, at.weight);
                answers
            };
            view! { <Tryable leader=at.leader words after /> }.into_any()
        }
        ChangeLine::Rating(rating) => view! { <RatingLine rating /> }.into_any(),
    }
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
    let quiz = Session::get().quiz();
    let device_type = quiz.device_type(rating.device_type);
    let criterion = quiz.criterion(rating.criterion);
    let grade = device_type.ratings[usize::from(rating.criterion.0)].grade.name();
    let words = format!(
        "{} on “{}”: we have “{}” ({grade}). Were it “{}”, this would come first: {}. ",
        device_type.column,
        criterion.name,
        criterion.phrase(device_type.rating(rating.criterion)),
        criterion.phrase(rating.rating),
        words::title(quiz, rating.leader),
    );
    view! {
        <li data-hinge=quiz.cell_id(rating.device_type, rating.criterion)>
            {words} <a href=Route::Method(Some(criterion.id.clone())).href()>"Why we have that"</a>
        </li>
    }
}
