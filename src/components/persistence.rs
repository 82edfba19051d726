//! Whether answers are kept, in words. All notices are in the page from the start; the attribute
//! `data-persistence` of `<html>` shows one, or none while all is well.

use leptos::prelude::*;

use crate::route::Route;

/// The state, a heading, what it means, and what to do.
const NOTICES: [(&str, &str, &str); 5] = [
    (
        "blocked",
        "Your answers are not kept",
        "This browser does not let the page store anything, so a reload will lose your answers. The \
         quiz works all the same. To keep them, allow site data for this page and reload.",
    ),
    (
        "full",
        "Your answers are not kept from here on",
        "This browser’s storage for the page is full. The quiz works all the same, but a reload will \
         lose your last answers. Remove stored data of this site to make room.",
    ),
    (
        "aside",
        "Stored answers could not be read",
        "They may be damaged. They are set aside, and nothing of them is lost. The quiz starts anew, \
         and your answers are kept.",
    ),
    (
        "foreign",
        "Stored answers could not be read",
        "They may be damaged, and there is no room to set them aside. They are left as they are, so \
         answers of this visit are not kept. Save what is stored as a file, then erase it.",
    ),
    (
        "newer",
        "Stored answers are from a newer version",
        "They are left as they are, so answers of this visit are not kept. Reload to get the newer \
         version of the page.",
    ),
];

/// Every notice; none is shown before something is wrong.
#[component]
pub fn PersistenceNotices() -> impl IntoView {
    let notice = |(id, title, words)| {
        view! {
            <section class="notice" data-when=id>
                <h2>{title}</h2>
                <p>{words} " " <a href=Route::Data.href()>"See what is stored"</a> "."</p>
            </section>
        }
    };
    view! {
        <div class="screen" id="keeping" role="status">
            {NOTICES.map(notice)}
        </div>
    }
}
