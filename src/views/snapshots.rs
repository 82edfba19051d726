//! Snapshots, and what moved between them and now.

use leptos::prelude::*;

use super::words;
use crate::components::fold::FoldSection;
use crate::components::reactive::{flag, handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::content::Content;
use crate::model::{Difference, Quiz};
use crate::route::Route;
use crate::state::{Differences, ListedSnapshot, Recount, Session, Since};

/// The snapshots, and a button that keeps the present result; a section of the result.
#[component]
pub fn SnapshotsSection() -> impl IntoView {
    let session = Session::get();
    view! {
        <FoldSection
            view="result"
            anchor="runs"
            title="Earlier results"
            class="fold-section own-only"
        >
            <SnapshotRows />
            <p class="actions screen">
                <button
                    class="button second"
                    type="button"
                    on:click=handler(move |_| session.keep_snapshot())
                >
                    "Keep this result"
                </button>
            </p>
        </FoldSection>
    }
}

/// The snapshots, the newest first.
#[component]
pub fn SnapshotRows() -> impl IntoView {
    let list = Session::get().snapshot_list();
    let none = || view! { <p class="small">"Kept results appear here, with what changed."</p> };
    view! {
        <When condition=flag(move || !list.listed.read().is_empty()) fallback=none>
            <ul class="rows">
                // With its position: two snapshots can be equal, and a button removes by position.
                <For each=move || list.listed.get() key=ListedSnapshot::clone let:snapshot>
                    <Row snapshot since=list.since />
                </For>
            </ul>
        </When>
    }
}

/// There is nothing in `since` for it only while the row goes.
#[component]
fn Row(snapshot: ListedSnapshot, since: Memo<Vec<Since>>) -> impl IntoView {
    let session = Session::get();
    let (content, quiz) = (session.content(), session.quiz());
    let ListedSnapshot { position, date, leader, word, recount } = snapshot;
    let outcome = outcome(quiz, &leader, &word);
    let remove = handler(move |_| {
        session.remove_snapshot(position);
        session.focus(&Route::anchor(session.view(), "runs"));
    });
    let compared = string(move || {
        since.read().get(position).map(|since| compared(content, since)).unwrap_or_default()
    });
    view! {
        <li data-run=leader>
            <b>{date.clone()}</b>
            {format!(": {outcome}. ")}
            <Text words=compared />
            {recount.map(|recount| under_newer_content(quiz, &recount))}
            <button class="link" type="button" on:click=remove>
                "Remove"
                <span class="visually-hidden">{format!(": {date}, {outcome}")}</span>
            </button>
        </li>
    }
}

/// A verdict in a few words; a type that is no longer compared goes by its id.
fn outcome(quiz: &Quiz, leader: &str, word: &str) -> String {
    let known = quiz.find_device_type(leader);
    let name = known.map_or(leader, |at| quiz.device_type(at).short.as_str());
    words::outcome(Some(name).filter(|name| !name.is_empty()), word)
}

/// What differs between the snapshot and now, and which of it moved the first place.
fn compared(content: &Content, since: &Since) -> String {
    match since {
        Since::StartedAgain => "You have started again since. ".to_owned(),
        Since::Unchanged => "The answers are the same as now. ".to_owned(),
        Since::Changed { differences, is_moved, deciding } => {
            let moved = match (is_moved, deciding.is_empty()) {
                (false, _) => "The same type leads.".to_owned(),
                (true, false) => {
                    let deciding = in_words(content, differences, deciding);
                    format!("What changed the leader: {deciding}.")
                }
                (true, true) => "Only together did they change the leader.".to_owned(),
            };
            format!("Since then: {}. {moved} ", in_words(content, differences, &differences.all))
        }
    }
}

fn in_words(content: &Content, of: &Differences, which: &[Difference]) -> String {
    let each = which.iter().map(|at| words::difference(content, *at, &of.before, &of.after));
    each.collect::<Vec<_>>().join("; ")
}

/// Whether the verdict is another under the content of now, and which lines moved.
fn under_newer_content(quiz: &Quiz, recount: &Recount) -> String {
    let verdict = if recount.is_same_verdict {
        "the same answers still lead there".to_owned()
    } else {
        let outcome = outcome(quiz, &recount.leader, &recount.word);
        format!("the same answers now lead to {outcome}")
    };
    let short = |id: &String| match quiz.find_question(id) {
        Some(at) => quiz.question(at).short.clone(),
        None => id.clone(),
    };
    let lines: Vec<String> = recount.changed_lines.iter().map(short).collect();
    let moved = if lines.is_empty() {
        "no line moved".to_owned()
    } else {
        format!("these lines moved: {}", words::list(&lines))
    };
    format!("Our content has changed since: {verdict}; {moved}. ")
}
