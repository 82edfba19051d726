//! The visitor's own ratings beside the result, which follows them.

use leptos::prelude::*;

use crate::components::fold::FoldSection;
use crate::components::reactive::{dynamic, flag, handler};
use crate::components::when::When;
use crate::model::{CriterionId, DeviceTypeId, OwnRating};
use crate::route::Route;
use crate::state::Session;
use crate::views::own_rating::OwnRatingPicker;

/// The rating that is being changed, if one is.
pub type Editing = RwSignal<Option<(DeviceTypeId, CriterionId)>>;

/// The id of the place where a rating is changed.
const EDITOR: &str = "own-editor";

/// A button that opens the editor for one rating.
#[component]
pub fn DisagreeButton(
    editing: Editing,
    device_type: DeviceTypeId,
    criterion: CriterionId,
) -> impl IntoView {
    let session = Session::get();
    let rating = Some((device_type, criterion));
    let open = handler(move |_| {
        // An editor that is there already keeps its state.
        if editing.get_untracked() != rating {
            editing.set(rating);
        }
        session.focus(EDITOR);
    });
    view! {
        <button class="link screen" type="button" on:click=open>
            "Not so for you?"
            <span class="visually-hidden">
                ": " {session.quiz().criterion(criterion).name.as_str()}
            </span>
        </button>
    }
}

/// The editor, and every rating that was changed.
#[component]
pub fn OwnViewSection(editing: Editing) -> impl IntoView {
    let session = Session::get();
    let own = move || session.answers().read().own_ratings().iter().collect::<Vec<_>>();
    let editor = dynamic(move || {
        let (device_type, criterion) = editing.get()?;
        Some(view! { <OwnRatingPicker scope="own-" device_type criterion /> })
    });
    view! {
        <FoldSection view="result" anchor="own" title="Your own view">
            <div id=EDITOR tabindex="-1">
                {editor}
            </div>
            <When
                condition=flag(move || !session.answers().read().own_ratings().is_empty())
                fallback=|| view! { <Invitation /> }
            >
                <ul class="rows small">
                    <For each=own key=|own| *own let:own>
                        <OwnRatingRow editing own />
                    </For>
                </ul>
            </When>
        </FoldSection>
    }
}

/// What is said before a rating was changed.
#[component]
fn Invitation() -> impl IntoView {
    view! {
        <p class="small">
            "If a type is better or worse for you than we rate it, say so here or "
            <a href=Route::Guide(Some("compare".to_owned())).href()>"in the table"</a>
            ". The result follows."
        </p>
    }
}

#[component]
fn OwnRatingRow(editing: Editing, own: OwnRating) -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let (device_type, criterion) =
        (quiz.device_type(own.device_type), quiz.criterion(own.criterion));
    let about = session.details().criterion(own.criterion);
    let ours = about.phrase(device_type.rating(own.criterion));
    let words = format!(
        "{}, {}: “{}”; ours is “{ours}”. ",
        device_type.column,
        criterion.name,
        about.phrase(own.rating)
    );
    let reset = handler(move |_| {
        session.set_own_rating(own.device_type, own.criterion, None);
        editing.set(None);
        session.focus(&Route::anchor("result", "own"));
    });
    view! {
        <li data-own=quiz.cell_id(own.device_type, own.criterion)>
            {words} <button class="link" type="button" on:click=reset>
                "Take ours"
                <span class="visually-hidden">": " {criterion.name.as_str()}</span>
            </button>
        </li>
    }
}
