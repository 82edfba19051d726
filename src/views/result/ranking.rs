//! The ranking: the first types with their points, and all others behind a summary.

use leptos::prelude::*;

use super::numbers::Figure;
use crate::components::bars::{Bar, Scale, Tone};
use crate::components::icon::TypeIcon;
use crate::components::reactive::{flag, string};
use crate::components::when::When;
use crate::model::Exclusion;
use crate::route::Route;
use crate::state::Session;
use crate::state::result::ranking::{self, ExcludedType, RemainingType};

/// As many types as are shown at once.
const SHOWN: usize = 3;

/// The first types as bars, then every other type that remains, and a sentence for each that is
/// excluded. If none remains, the sentences are all there is.
#[component]
pub fn Ranking() -> impl IntoView {
    let verdict = Session::get().verdict();
    let ranking = Memo::new(move |_| ranking::Ranking::of(&verdict.read()));
    let scale = Memo::new(move |_| Scale::of(ranking.read().remaining.iter().map(|at| at.points)));
    let is_left = flag(move || !ranking.read().remaining.is_empty());
    view! {
        <section class="ranks" aria-labelledby="result-ranking">
            <h2 id="result-ranking" class="visually-hidden">
                "Every type"
            </h2>
            <When condition=is_left fallback=move || view! { <Excluded ranking /> }>
                <Bars ranking scale skipped=0 most=SHOWN />
                <details class="all-types">
                    <summary id=Route::anchor("result", "ranking")>"All types"</summary>
                    <Bars ranking scale skipped=SHOWN most=usize::MAX />
                    <Excluded ranking />
                </details>
            </When>
        </section>
    }
}

/// At most `most` of the types that remain, after the first `skipped`.
#[component]
fn Bars(
    ranking: Memo<ranking::Ranking>,
    scale: Memo<Scale>,
    skipped: usize,
    most: usize,
) -> impl IntoView {
    let rows = move || {
        let ranking = ranking.read();
        ranking.remaining.iter().skip(skipped).take(most).copied().collect::<Vec<_>>()
    };
    view! {
        <ol class="bars ranking">
            <For each=rows key=|row| row.device_type let:first>
                <RankedRow first ranking scale />
            </For>
        </ol>
    }
}

#[component]
fn RankedRow(
    first: RemainingType,
    ranking: Memo<ranking::Ranking>,
    scale: Memo<Scale>,
) -> impl IntoView {
    let device_type = Session::get().quiz().device_type(first.device_type);
    // A row that has left the list shows what it showed first until it has gone too.
    let row = move || ranking.read().remaining(first.device_type).unwrap_or(first);
    let points = Signal::derive(move || row().points);
    let tone = move || if row().is_first { Tone::Leader } else { Tone::Rival };
    view! {
        <li
            data-type=device_type.id.as_str()
            data-points=string(move || points.get().0.to_string())
        >
            <TypeIcon id=&device_type.id />
            <p>{device_type.column.as_str()}</p>
            <Figure points />
            <Bar points scale tone=Signal::derive(tone) />
        </li>
    }
}

/// A sentence for each type that the answers exclude.
#[component]
fn Excluded(ranking: Memo<ranking::Ranking>) -> impl IntoView {
    view! {
        <ul class="rows small">
            <For each=move || ranking.get().excluded key=ExcludedType::clone let:row>
                <ExcludedRow row />
            </For>
        </ul>
    }
}

#[component]
fn ExcludedRow(row: ExcludedType) -> impl IntoView {
    let quiz = Session::get().quiz();
    let device_type = quiz.device_type(row.device_type);
    let reason = |exclusion: &Exclusion| {
        let question = quiz.question(exclusion.question);
        let option = &question.options[usize::from(exclusion.option.0)];
        format!("{} ({}: {})", option.exclusion, question.short, option.short)
    };
    let reasons: Vec<String> = row.exclusions.iter().map(reason).collect();
    let question = |exclusion: &Exclusion| quiz.question(exclusion.question).id.as_str();
    let questions: Vec<&str> = row.exclusions.iter().map(question).collect();
    view! {
        <li
            data-type=device_type.id.as_str()
            data-points=row.points.0
            data-ruled-out=questions.join(" ")
        >
            <b>{device_type.column.as_str()}</b>
            " ruled out. "
            {reasons.join(" ")}
        </li>
    }
}
