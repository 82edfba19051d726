//! Sharing, printing and keeping the result.

use leptos::prelude::*;

use super::share::Share;
use crate::components::embed_code::EmbedCode;
use crate::components::fold::Fold;
use crate::components::reactive::{handler, string};
use crate::state::Session;
use crate::views::snapshots::SnapshotsSection;

/// The link with its code, the print, and the results that were kept.
#[component]
pub fn KeepFold() -> impl IntoView {
    let session = Session::get();
    let figure = string(move || {
        if session.link().is_some() { "link, QR code, paper" } else { "nothing to share yet" }
            .to_owned()
    });
    view! {
        <Fold view="result" anchor="keep" title="Share, print, keep" figure is_wide=true>
            <div class="halves">
                <Share />
                <div>
                    <p class="actions">
                        <button
                            class="button second prints"
                            type="button"
                            on:click=handler(move |_| session.print())
                        >
                            "Print this result"
                        </button>
                    </p>
                    <SnapshotsSection />
                    <div class="screen">
                        <EmbedCode site=session.site() />
                    </div>
                </div>
            </div>
        </Fold>
    }
}
