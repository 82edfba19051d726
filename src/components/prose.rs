//! Text whose terms explain themselves in place.

use crate::markup::{El, Markup, el};
use crate::model::{Prose, Span};
use crate::nodes;

/// The inline words of a paragraph, and the explanations that open under it.
pub struct ProseParts {
    /// Goes inside the paragraph.
    pub inline: Markup,
    /// Goes after the paragraph.
    pub notes: Markup,
}

/// Splits prose into its inline words and its notes. `scope` makes the ids unique on the page.
pub fn prose_parts(prose: &'static Prose, scope: &str) -> ProseParts {
    let (mut inline, mut notes) = (Vec::new(), Vec::new());
    for span in &prose.0 {
        match span {
            Span::Text(text) => inline.push(text.into()),
            Span::Term { id, shown, name, note } => {
                let note_id = format!("note-{scope}-{id}");
                inline.push(term(shown, note_id.clone()).into());
                notes.push(explanation(name, note, note_id).into());
            }
        }
    }
    ProseParts { inline: inline.into(), notes: notes.into() }
}

/// The button; one listener for the whole page opens and closes what it controls.
fn term(shown: &'static str, note_id: String) -> El {
    el("button")
        .class("term")
        .attr("type", "button")
        .attr("aria-expanded", "false")
        .attr("aria-controls", note_id)
        .with(shown)
}

fn explanation(name: &'static str, note: &'static str, note_id: String) -> El {
    el("p")
        .class("term-note")
        .id(note_id)
        .flag("hidden")
        .with(el("b").with(name))
        .with(": ")
        .with(note)
}

/// A paragraph with its notes after it.
pub fn paragraph(prose: &'static Prose, scope: &str) -> Markup {
    let ProseParts { inline, notes } = prose_parts(prose, scope);
    nodes![el("p").with(inline), notes]
}
