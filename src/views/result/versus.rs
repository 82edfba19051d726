//! Head to head: the leader against any rival, answer by answer.

use leptos::prelude::*;

use super::lead::Lead;
use super::numbers::LineBars;
use crate::components::fold::Fold;
use crate::components::reactive::{flag, handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::{DeviceTypeId, Quiz};
use crate::state::Session;
use crate::state::result::versus;

/// The part; the rival is that of the verdict until the visitor picks another.
#[component]
pub fn VersusFold(lead: Lead) -> impl IntoView {
    let session = Session::get();
    let leader = lead.leader;
    let (quiz, verdict) = (session.quiz(), session.verdict());
    let picked = RwSignal::new(None);
    let versus =
        Memo::new(move |_| versus::Versus::of(quiz, &verdict.read(), leader.get(), picked.get()));
    let rival = move || versus.read().rival;
    let lines = Memo::new(move |_| versus.read().lines.clone());
    let how =
        string(move || rival().map(|rival| how(quiz, leader.get(), rival)).unwrap_or_default());
    view! {
        <When condition=flag(move || rival().is_some())>
            <Fold
                view="result"
                anchor="versus"
                title="Head to head"
                figure="against any other type"
            >
                <p class="order">
                    "Against "
                    <For each=move || versus.get().rivals key=|at| *at let:device_type>
                        <Rival
                            device_type
                            is_picked=flag(move || rival() == Some(device_type))
                            on_pick=move |()| picked.set(Some(device_type))
                        />
                    </For>
                </p>
                <p class="small"><Text words=how /></p>
                <LineBars lines is_lead=true />
            </Fold>
        </When>
    }
}

/// How to read the bars.
fn how(quiz: &Quiz, leader: DeviceTypeId, rival: DeviceTypeId) -> String {
    format!(
        "{} against {}. Solid bars speak for the first, hatched bars for the second.",
        quiz.device_type(leader).column,
        quiz.device_type(rival).column
    )
}

/// Sets the leader against a rival.
#[component]
fn Rival(
    device_type: DeviceTypeId,
    is_picked: Signal<bool>,
    #[prop(into)] on_pick: Callback<()>,
) -> impl IntoView {
    let of = Session::get().quiz().device_type(device_type);
    view! {
        <button
            class="link"
            id=format!("versus-{}", of.id)
            type="button"
            aria-pressed=string(move || is_picked.get().to_string())
            on:click=handler(move |_| on_pick.run(()))
        >
            {of.column.as_str()}
        </button>
    }
}
