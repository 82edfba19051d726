//! Views: they read the session and connect components to its intents.

#![allow(missing_docs, reason = "props are fields of generated structs; components document them")]

pub mod basis;
pub mod brief_reasons;
pub mod chunk;
pub mod data;
pub mod guide;
pub mod link_notice;
pub mod method;
pub mod noise;
pub mod not_found;
pub mod own_rating;
pub mod quiz;
pub mod rating_reason;
pub mod result;
pub mod retired;
pub mod room;
pub mod shell;
pub mod shortlist;
pub mod snapshots;
pub mod sufficient;
pub mod words;

use leptos::prelude::*;

use crate::components::reactive::dynamic;
use crate::content::Details;
use crate::model::{Source, SourceId};
use crate::route::{Route, Step};
use crate::state::Session;
use not_found::{NotFound, Unreadable};
use quiz::Resume;
use quiz::all::QuizAll;
use quiz::step::TopicStep;
use quiz::weights::WeightsStep;
use room::Room;

/// The view at the current route; inside `#live`. The guide is prerendered and only shown or hidden.
#[component]
pub fn CurrentView() -> impl IntoView {
    let session = Session::get();
    dynamic(move || {
        provide_context(session.for_view());
        match session.page() {
            Route::Guide(_) => ().into_any(),
            Route::Quiz(Step::All) => view! { <QuizAll /> }.into_any(),
            Route::Quiz(Step::Weights) => view! { <WeightsStep /> }.into_any(),
            Route::Quiz(Step::Resume) => view! { <Resume /> }.into_any(),
            Route::Quiz(Step::Topic(id)) => view! { <TopicStep id /> }.into_any(),
            Route::Result(_) | Route::Shared(_) => view! { <Room load=chunk::result /> }.into_any(),
            Route::Noise(_) => view! { <Room load=chunk::noise /> }.into_any(),
            Route::Shortlist(_) => view! { <Room load=chunk::shortlist /> }.into_any(),
            Route::Method(_) => view! { <Room load=chunk::method /> }.into_any(),
            Route::Data => view! { <Room load=chunk::data /> }.into_any(),
            Route::Unreadable => view! { <Unreadable /> }.into_any(),
            Route::NotFound => view! { <NotFound /> }.into_any(),
        }
    })
}

/// Sources by their positions.
fn sources(details: &'static Details, ids: &[SourceId]) -> Vec<&'static Source> {
    ids.iter().map(|id| details.source(*id)).collect()
}
