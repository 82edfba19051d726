//! Text whose terms explain themselves in place.
//!
//! A term is a button that opens an explanation after the paragraph. One listener for the whole
//! document does that, because it also has to work in the prerendered guide.

use leptos::prelude::*;

use crate::model::{Prose, Span};

/// The id of an explanation. `scope` makes it unique on the page.
fn note_id(scope: &str, term: &str) -> String {
    format!("note-{scope}-{term}")
}

/// The words of a paragraph, with its terms as buttons.
#[component]
pub fn Words(prose: &'static Prose, #[prop(into)] scope: String) -> impl IntoView {
    let span = |span: &'static Span| match span {
        Span::Text(text) => text.as_str().into_any(),
        Span::Term { id, shown, .. } => view! {
            <button
                class="term"
                type="button"
                aria-expanded="false"
                aria-controls=note_id(&scope, id)
            >
                {shown.as_str()}
            </button>
        }
        .into_any(),
    };
    prose.0.iter().map(span).collect_view()
}

/// The explanations of a paragraph's terms, which go after it.
#[component]
pub fn Notes(prose: &'static Prose, #[prop(into)] scope: String) -> impl IntoView {
    let note = |span: &'static Span| match span {
        Span::Text(_) => None,
        Span::Term { id, name, note, .. } => Some(view! {
            <p class="term-note" id=note_id(&scope, id) hidden>
                <b>{name.as_str()}</b>
                ": "
                {note.as_str()}
            </p>
        }),
    };
    prose.0.iter().filter_map(note).collect_view()
}

/// A paragraph with its explanations after it.
#[component]
pub fn Paragraph(prose: &'static Prose, #[prop(into)] scope: String) -> impl IntoView {
    view! {
        <p>
            <Words prose scope=scope.clone() />
        </p>
        <Notes prose scope />
    }
}
