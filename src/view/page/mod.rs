//! Pages: they read the session and wire parts to its intents.

pub mod guide;
pub mod method;
pub mod not_found;
pub mod quiz;
pub mod result;

use leptos::prelude::*;

use crate::content::Content;
use crate::model::{Source, SourceId};
use crate::route::{Route, Step};

/// The live page at a route; guide and method page are static and only shown or hidden.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Guide(_) | Route::Method(_) => ().into_any(),
        Route::Quiz(Step::All) => view! { <quiz::all::QuizAll is_still=false /> }.into_any(),
        Route::Quiz(Step::Importance) => view! { <quiz::importance::ImportanceStep /> }.into_any(),
        Route::Quiz(Step::Resume) => view! { <quiz::Resume /> }.into_any(),
        Route::Quiz(Step::Topic(id)) => view! { <quiz::TopicStep id /> }.into_any(),
        Route::Result(_) => view! { <result::ResultPage /> }.into_any(),
        Route::NotFound => view! { <not_found::NotFound /> }.into_any(),
    }
}

/// Sources by their positions.
fn sources(content: &'static Content, ids: &[SourceId]) -> Vec<&'static Source> {
    ids.iter().map(|id| content.source(*id)).collect()
}
