//! The notice about a file that the visitor has opened.

use leptos::prelude::*;

use super::{FILE_CONTROL, SecondButton};
use crate::components::reactive::{flag, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::content::Content;
use crate::state::{ImportPreview, Session};
use crate::views::words;

/// What the file would change, or why it cannot be taken; nothing without a file.
#[component]
pub fn ImportNotice() -> impl IntoView {
    let session = Session::get();
    let preview = session.import_preview();
    let is_readable = flag(move || matches!(*preview.read(), Some(ImportPreview::Readable { .. })));
    let said = move |say: fn(&ImportPreview) -> &'static str| {
        string(move || preview.read().as_ref().map(say).unwrap_or_default().to_owned())
    };
    let refusal = move || view! { <p><Text words=said(reason) /></p> };
    let end = move |act: fn(Session)| {
        move |()| {
            act(session);
            session.focus(FILE_CONTROL);
        }
    };
    view! {
        <When condition=flag(move || preview.read().is_some())>
            <section class="notice" aria-labelledby="offer-title">
                <h3 id="offer-title"><Text words=said(title) /></h3>
                <When condition=is_readable fallback=refusal>
                    <Changes preview />
                </When>
                <p class="actions">
                    <When condition=is_readable>
                        <SecondButton words="Import" on_click=end(Session::import) />
                    </When>
                    <SecondButton
                        words="Cancel"
                        on_click=end(Session::cancel_import)
                    />
                </p>
            </section>
        </When>
    }
}

const fn title(preview: &ImportPreview) -> &'static str {
    match preview {
        ImportPreview::Readable { .. } => "This is what the file changes",
        ImportPreview::TooMany => "This file has too many models",
        ImportPreview::Foreign => "This file cannot be read",
        ImportPreview::Newer => "This file is from a newer version",
        ImportPreview::SetAside => "This file has no answers that can be read",
    }
}

/// Why a file cannot be taken.
const fn reason(preview: &ImportPreview) -> &'static str {
    match preview {
        ImportPreview::Readable { .. } => "",
        ImportPreview::TooMany => {
            "With them, your shortlist would have more than it can hold: 1,000. Remove some of yours \
             first, or erase everything, then open the file again. Nothing has changed."
        }
        ImportPreview::Foreign => {
            "It is not a file of this page, or it is damaged or too large. Choose another. Nothing \
             has changed."
        }
        ImportPreview::Newer => {
            "Reload the page to get that version, then open the file. Nothing has changed."
        }
        ImportPreview::SetAside => {
            "It has only what was set aside because it could not be read. Choose another. Nothing \
             has changed."
        }
    }
}

#[component]
fn Changes(preview: Memo<Option<ImportPreview>>) -> impl IntoView {
    let content = Session::get().content();
    let lines = move || preview.read().as_ref().map(|at| changes(content, at)).unwrap_or_default();
    view! {
        <ul class="rows">
            <For each=lines key=String::clone let:line>
                <li>{line}</li>
            </For>
        </ul>
    }
}

/// A line for each difference, one about the snapshots and one about the candidates.
fn changes(content: &Content, preview: &ImportPreview) -> Vec<String> {
    let ImportPreview::Readable { changes, snapshots, candidates } = preview else {
        return Vec::new();
    };
    let difference = |at| words::difference(content, at, &changes.before, &changes.after);
    let mut lines: Vec<String> = changes.all.iter().copied().map(difference).collect();
    if lines.is_empty() {
        lines.push("The answers are the same as now.".to_owned());
    }
    if *snapshots > 0 {
        lines.push(format!("Earlier results in it: {snapshots}."));
    }
    match candidates {
        0 => {}
        1 => lines.push("It adds 1 model to your shortlist.".to_owned()),
        _ => lines.push(format!("It adds {candidates} models to your shortlist.")),
    }
    lines
}
