//! Why a type has its rating on a criterion.

use leptos::prelude::*;

use super::sources;
use crate::components::evidence::Sources;
use crate::components::prose::{Notes, Words};
use crate::model::{CriterionId, DeviceTypeId};
use crate::state::Session;

/// The reason with its figure, its evidence and its explanations. `scope` makes ids unique in a
/// document that says it twice.
#[component]
pub fn RatingReason(
    device_type: DeviceTypeId,
    criterion: CriterionId,
    scope: &'static str,
) -> impl IntoView {
    let content = Session::get().content();
    let of = content.quiz.device_type(device_type);
    let rating = &of.ratings[usize::from(criterion.0)];
    let figure = rating.figure.as_ref().map(|figure| format!(" Figure: {figure}."));
    let scope = format!("{scope}-{}-{}", of.id, content.quiz.criterion(criterion).id);
    view! {
        <span>
            <Words prose=&rating.why scope=scope.clone() />
            {figure}
            <Sources grade=rating.grade sources=sources(content, &rating.sources) />
        </span>
        <Notes prose=&rating.why scope />
    }
}
