//! Pages: they read the session and wire parts to its intents.

pub mod data;
pub mod guide;
pub mod method;
pub mod not_found;
pub mod own_rating;
pub mod quiz;
pub mod result;
pub mod shell;

use crate::content::Content;
use crate::markup::Markup;
use crate::model::{Source, SourceId};
use crate::route::{Route, Step};

/// The live page at a route; guide, method page and data page are static and only shown or hidden.
pub fn page(route: Route) -> Markup {
    match route {
        Route::Guide(_) | Route::Method(_) | Route::Data => Markup::nothing(),
        Route::Quiz(Step::All) => quiz::all::quiz_all(false),
        Route::Quiz(Step::Weights) => quiz::weights::weights_step(),
        Route::Quiz(Step::Resume) => quiz::resume(),
        Route::Quiz(Step::Topic(id)) => quiz::topic_step(&id),
        Route::Result(_) | Route::Shared(_) => result::result_page(),
        Route::Unreadable => not_found::unreadable(),
        Route::NotFound => not_found::not_found(),
    }
}

/// Sources by their positions.
fn sources(content: &'static Content, ids: &[SourceId]) -> Vec<&'static Source> {
    ids.iter().map(|id| content.source(*id)).collect()
}
