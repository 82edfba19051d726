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
    let (quiz, details) = (Session::get().quiz(), Session::get().details());
    let of = quiz.device_type(device_type);
    let grade = of.ratings[usize::from(criterion.0)].grade;
    let evidence = details.evidence(device_type, criterion);
    let figure = evidence.figure.as_ref().map(|figure| format!(" Figure: {figure}."));
    let scope = format!("{scope}-{}-{}", of.id, quiz.criterion(criterion).id);
    view! {
        <span>
            <Words prose=&evidence.why scope=scope.clone() />
            {figure}
            <Sources grade sources=sources(details, &evidence.sources) />
        </span>
        <Notes prose=&evidence.why scope />
    }
}
