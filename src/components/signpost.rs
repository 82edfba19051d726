//! Products outside the types that are compared.

use leptos::prelude::*;

use crate::model::Signpost;

/// The name of a signpost and what it is.
#[component]
pub fn SignpostWords(post: &'static Signpost) -> impl IntoView {
    view! {
        <b>{post.name.as_str()}</b>
        ". "
        <span class="muted">{post.text.as_str()}</span>
    }
}
