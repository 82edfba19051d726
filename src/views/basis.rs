//! Where a number comes from: its grade, a sentence, and its sources.

use leptos::prelude::*;

use crate::components::evidence::Sources;
use crate::model::Basis;
use crate::state::Session;
use crate::views::sources;

/// A name, what its numbers rest on, and the sources.
#[component]
pub fn BasisLine(#[prop(into)] label: String, basis: &'static Basis) -> impl IntoView {
    let sources = sources(Session::get().details(), &basis.sources);
    view! {
        <p class="small">
            <b>{label} ". "</b>
            {basis.text.as_str()}
            <Sources grade=basis.grade sources />
        </p>
    }
}
