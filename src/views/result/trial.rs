//! A change that is being tried out: the new result beside the old, to keep or to take back.

use leptos::prelude::*;

use crate::components::reactive::{flag, handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::{DeviceTypeId, Points, Quiz, RecentCounts, Verdict};
use crate::state::Session;
use crate::state::result::trial::{BriefResult, TriedChange};
use crate::views::words;

/// The notice while a change is tried out.
#[component]
pub fn TrialNotice() -> impl IntoView {
    let session = Session::get();
    let recent_counts = StoredValue::new(RecentCounts::default());
    let tried = Memo::new(move |_| {
        let before = session.before()?;
        let verdict_before =
            Verdict::with_recent(session.quiz(), &before, &mut recent_counts.write_value());
        let (now, verdict) = (session.answers().get(), session.verdict().read());
        Some(TriedChange::of(session.quiz(), (before, &verdict_before), (now, &verdict)))
    });
    view! {
        <When condition=flag(move || tried.read().is_some())>
            <section class="notice" id="trial" tabindex="-1" aria-labelledby="trial-title">
                <h2 id="trial-title">"You are trying a change"</h2>
                <Differences tried />
                <ResultLine name="Before: " tried of=|tried| &tried.result_before />
                <ResultLine name="Now: " tried of=|tried| &tried.result_now />
                <Decision />
            </section>
        </When>
    }
}

#[component]
fn Differences(tried: Memo<Option<TriedChange>>) -> impl IntoView {
    let content = Session::get().content();
    let differences = move || {
        let tried = tried.read();
        let said = |tried: &TriedChange| -> Vec<String> {
            let differences = tried.differences.iter();
            differences
                .map(|at| words::difference(content, *at, &tried.before, &tried.now))
                .collect()
        };
        tried.as_ref().map(said).unwrap_or_default()
    };
    view! {
        <ul class="rows">
            <For each=differences key=String::clone let:words>
                <li>{words}</li>
            </For>
        </ul>
    }
}

/// One of the two results, with the points of its first types.
#[component]
fn ResultLine(
    name: &'static str,
    tried: Memo<Option<TriedChange>>,
    of: fn(&TriedChange) -> &BriefResult,
) -> impl IntoView {
    let quiz = Session::get().quiz();
    let said = move |say: fn(&Quiz, &BriefResult) -> String| {
        string(move || tried.read().as_ref().map(|tried| say(quiz, of(tried))).unwrap_or_default())
    };
    view! {
        <p>{name} <b><Text words=said(outcome) /></b> ". " <Text words=said(points) /></p>
    }
}

fn outcome(quiz: &Quiz, result: &BriefResult) -> String {
    let leader = result.leader.map(|leader| quiz.device_type(leader).short.as_str());
    words::outcome(leader, result.word.id())
}

fn points(quiz: &Quiz, result: &BriefResult) -> String {
    let each = |(device_type, points): &(DeviceTypeId, Points)| {
        format!("{} {points}", quiz.device_type(*device_type).column)
    };
    result.first.iter().map(each).collect::<Vec<_>>().join(", ")
}

#[component]
fn Decision() -> impl IntoView {
    let session = Session::get();
    let end = move |act: fn(Session)| {
        handler(move |_| {
            act(session);
            session.focus("verdict");
        })
    };
    view! {
        <p class="actions">
            <button class="button" type="button" on:click=end(Session::keep_change)>
                "Keep it"
            </button>
            <button class="button second" type="button" on:click=end(Session::undo)>
                "Undo it"
            </button>
        </p>
    }
}
