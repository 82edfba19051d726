//! The result as a link, and a result that came with one.

use leptos::prelude::*;

use crate::components::fold::FoldSection;
use crate::components::qr_code::QrCode;
use crate::components::reactive::{attribute, flag, handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::route::Route;
use crate::state::{Browser, Completeness, Session};
use crate::views::link_notice::LinkNotice;

/// The id of the field with the link.
const LINK: &str = "link";

/// The link to this result, to copy; nothing while there is nothing to share.
#[component]
pub fn Share() -> impl IntoView {
    let session = Session::get();
    view! {
        <When condition=flag(move || session.link().is_some())>
            <ShareSection />
        </When>
    }
}

#[component]
fn ShareSection() -> impl IntoView {
    let session = Session::get();
    view! {
        <FoldSection view="result" anchor="share" title="Share this result">
            <p class="small screen">
                "Whoever opens it sees this result, and keeps their own answers. The answers are in \
                 the link itself; no server gets them."
            </p>
            <div class="carried">
                <QrCode
                    text=string(move || session.link().unwrap_or_default())
                    caption="This opens the same result on a phone."
                />
                <p class="small print-only">
                    <Text words=string(move || session.imprint()) />
                </p>
            </div>
            <input
                id=LINK
                class="screen"
                type="text"
                readonly
                aria-label="Link to this result"
                value=attribute(move || session.link())
            />
            <CopyLink />
        </FoldSection>
    }
}

/// Copies the link from its field, and says whether the browser allowed it.
#[component]
fn CopyLink() -> impl IntoView {
    let session = Session::get();
    // None before the button was used.
    let copied = RwSignal::new(None::<bool>);
    let copy = handler(move |_| copied.set(Some(session.copy(&Browser, LINK))));
    let said = string(move || {
        match copied.get() {
            None => "",
            Some(true) => "Copied.",
            Some(false) => "Not copied: copy it from the field.",
        }
        .to_owned()
    });
    view! {
        <p class="actions screen">
            <button class="button second" type="button" on:click=copy>
                "Copy the link"
            </button>
            <span role="status"><Text words=said /></span>
        </p>
    }
}

/// The notice over the result of a link.
#[component]
pub fn SharedNotice() -> impl IntoView {
    let session = Session::get();
    let caveat = string(move || {
        match session.shared() {
            Some(Completeness::LeftOut) => {
                " This version of the page does not know all of its answers; it leaves those out."
            }
            Some(Completeness::Unchecked) => {
                " The link is of an older kind, in which a missing part cannot be noticed. If the \
             verdict is not the one that you were told, ask for a new link."
            }
            Some(Completeness::Whole) | None => "",
        }
        .to_owned()
    });
    view! {
        <When condition=flag(move || session.shared().is_some())>
            <LinkNotice id="shared" caveat>
                <p class="actions screen">
                    <button
                        class="button"
                        type="button"
                        on:click=handler(move |_| session.adopt_shared())
                    >
                        "Use these answers"
                    </button>
                    <a href=Route::Result(None).href()>"Show my own result"</a>
                </p>
            </LinkNotice>
        </When>
    }
}
