//! The keys under which something is stored.

use leptos::prelude::*;

use super::FILE_NAME;
use crate::components::reactive::string;
use crate::components::text::Text;
use crate::state::{Browser, Session, Stored};

/// What is stored under each key, and how large it is.
#[component]
pub fn StoredKeys() -> impl IntoView {
    let session = Session::get();
    let about = string(move || {
        let is_empty = session.stored().is_empty();
        if is_empty { "Nothing." } else { "Under these names, and no others:" }.to_owned()
    });
    view! {
        <p><Text words=about /></p>
        <ul class="rows">
            <For each=move || session.stored() key=|stored| *stored let:stored>
                <Row stored />
            </For>
        </ul>
    }
}

#[component]
fn Row(stored: Stored) -> impl IntoView {
    let session = Session::get();
    let (key, length) = stored;
    let (what, is_aside) = match key.strip_prefix("headphones-or-iems").unwrap_or_default() {
        "" => ("answers, weights, own ratings, earlier results, shortlist", false),
        ".theme" => ("colours", false),
        _ => ("set aside, since it could not be read", true),
    };
    let save = is_aside.then(|| {
        view! {
            <a download=FILE_NAME href=string(move || session.export_of(&Browser, key))>
                "Save it as a file"
            </a>
        }
    });
    view! {
        <li data-key=key>
            <b>{key}</b>
            {format!(": {what}, {length} bytes. ")}
            {save}
        </li>
    }
}
