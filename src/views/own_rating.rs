//! Ratings that the visitor sees differently: the control, and the label they carry everywhere.

use leptos::prelude::*;

use crate::components::reactive::{flag, handler, string};
use crate::components::text::Text;
use crate::model::{CriterionId, DeviceTypeId, Rating};
use crate::state::Session;

/// The control for one rating. `scope` goes before the name of its radios, so that two copies on
/// one page do not share them.
#[component]
pub fn OwnRatingPicker(
    scope: &'static str,
    device_type: DeviceTypeId,
    criterion: CriterionId,
) -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let (of, on) = (quiz.device_type(device_type), session.details().criterion(criterion));
    let name = format!("{scope}{}", quiz.cell_id(device_type, criterion));
    let own = move || session.answers().read().own_ratings().get(device_type, criterion);
    let option = |value: String, words: String, rating: Option<Rating>| {
        let is_selected = flag(move || own() == rating);
        let on_select = move |()| session.set_own_rating(device_type, criterion, rating);
        view! { <RatingOption name=name.clone() value words is_selected on_select /> }
    };
    let ours = format!("our rating: {}", on.phrase(of.rating(criterion)));
    let each = (-2..=2)
        .filter_map(Rating::new)
        .map(|at| option(at.value().to_string(), on.phrase(at).to_owned(), Some(at)));
    let first = string(move || {
        let leader = session.verdict().read().leader;
        leader.map_or_else(String::new, |at| format!("First now: {}.", quiz.device_type(at).title))
    });
    view! {
        <fieldset class="picker">
            <legend>{format!("Your view of {}: “{}”", of.short, quiz.criterion(criterion).name)}</legend>
            {option("ours".to_owned(), ours, None)}
            {each.collect_view()}
            <p class="small" role="status">
                <Text words=first />
            </p>
        </fieldset>
    }
}

/// One level, or the rating of the content.
#[component]
fn RatingOption(
    name: String,
    value: String,
    words: String,
    is_selected: Signal<bool>,
    #[prop(into)] on_select: Callback<()>,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input
                type="radio"
                name=name
                value=value
                prop:checked=is_selected
                on:change=handler(move |_| on_select.run(()))
            />
            <span>{words}</span>
        </label>
    }
}

/// Whether a rating is the visitor's; tracked.
pub fn is_yours(session: Session, device_type: DeviceTypeId, criterion: CriterionId) -> bool {
    session.ratings().read().is_own(device_type, criterion)
}

/// The label beside what is the visitor's own.
#[component]
pub fn YourView() -> impl IntoView {
    view! { <span class="yours">" your view"</span> }
}
