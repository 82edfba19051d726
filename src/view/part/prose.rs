//! Text whose terms explain themselves in place.

use leptos::prelude::*;

use crate::model::{Prose, Span};

/// The inline words of a paragraph, and the explanations that open under it.
pub struct Words {
    /// Goes inside the paragraph.
    pub inline: Vec<AnyView>,
    /// Goes after the paragraph.
    pub notes: Vec<AnyView>,
}

/// Splits prose into its inline words and its notes. `scope` makes the ids unique on the page.
pub fn words(prose: &'static Prose, scope: &str) -> Words {
    let mut words = Words { inline: Vec::new(), notes: Vec::new() };
    for span in &prose.0 {
        match span {
            Span::Text(text) => words.inline.push(text.as_str().into_any()),
            Span::Term { id, shown, name, note } => {
                let note_id = format!("note-{scope}-{id}");
                words.inline.push(term(shown, note_id.clone()).into_any());
                words.notes.push(explanation(name, note, note_id).into_any());
            }
        }
    }
    words
}

/// The button; one listener for the whole page opens and closes what it controls.
fn term(shown: &'static str, note_id: String) -> impl IntoView {
    view! {
        <button class="term" type="button" aria-expanded="false" aria-controls=note_id>
            {shown}
        </button>
    }
}

fn explanation(name: &'static str, note: &'static str, note_id: String) -> impl IntoView {
    view! {
        <p class="term-note" id=note_id hidden>
            <b>{name}</b>
            ": "
            {note}
        </p>
    }
}

/// A paragraph with its notes after it.
#[component]
pub fn Paragraph(prose: &'static Prose, scope: String) -> impl IntoView {
    let Words { inline, notes } = words(prose, &scope);
    view! {
        <p>{inline}</p>
        {notes}
    }
}
