//! Head to head: the leader against any rival, answer by answer.

use leptos::prelude::*;

use super::numbers::LineBars;
use crate::components::reactive::{flag, handler, string};
use crate::components::section::Section;
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::DeviceTypeId;
use crate::state::Session;
use crate::state::result::versus;

/// The section; the rival is that of the verdict until the visitor picks another.
#[component]
pub fn Versus(leader: Memo<DeviceTypeId>) -> impl IntoView {
    let session = Session::get();
    let (quiz, verdict) = (session.quiz(), session.verdict());
    let picked = RwSignal::new(None);
    let versus =
        Memo::new(move |_| versus::Versus::of(quiz, &verdict.read(), leader.get(), picked.get()));
    let rival = move || versus.read().rival;
    let lines = Memo::new(move |_| versus.read().lines.clone());
    let column = move |at| quiz.device_type(at).column.as_str();
    let how = string(move || {
        let Some(rival) = rival() else { return String::new() };
        format!(
            "{} against {}. Solid bars speak for the first, hatched bars for the second.",
            column(leader.get()),
            column(rival)
        )
    });
    view! {
        <When condition=flag(move || rival().is_some())>
            <Section view="result" anchor="versus" title="Head to head">
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
            </Section>
        </When>
    }
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
