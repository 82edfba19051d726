//! The answers up to now, and how to start again.

use leptos::prelude::*;

use super::in_words;
use crate::components::reactive::{flag, handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::TopicId;
use crate::route::{Route, Step};
use crate::state::Session;
use crate::views::chunk::{self, bring_intent};

/// The answers given, with links to change them; nothing before the first.
#[component]
pub fn SoFar() -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let given = move || {
        let answers = session.answers().read();
        let topics = quiz.topics().map(|(at, _)| at);
        topics.filter(|at| answers.is_answered(*at) || answers.is_skipped(*at)).collect::<Vec<_>>()
    };
    view! {
        <When condition=flag(move || !session.is_untouched())>
            <aside class="section quiet so-far" aria-labelledby="so-far">
                <h2 id="so-far">"So far"</h2>
                <table class="answers">
                    <tbody>
                        <For each=given key=|topic| *topic let:topic>
                            <Row topic />
                        </For>
                    </tbody>
                </table>
                <p class="small">
                    <a href=Route::Quiz(Step::All).href()>"All questions on one page"</a>
                </p>
                <StartAgain />
            </aside>
        </When>
    }
}

#[component]
fn Row(topic: TopicId) -> impl IntoView {
    let session = Session::get();
    let text = session.quiz().topic(topic);
    let given = string(move || in_words(session.quiz(), &session.answers().read(), topic));
    view! {
        <tr>
            <th scope="row">{text.short.as_str()}</th>
            <td><Text words=given /></td>
            <td>
                <a href=Route::Quiz(Step::Topic(text.id.clone())).href()>
                    "Change"
                    <span class="visually-hidden">": " {text.short.as_str()}</span>
                </a>
            </td>
        </tr>
    }
}

/// The id of the button that starts again.
const START_AGAIN: &str = "start-again";

/// Clears everything, after asking.
#[component]
pub fn StartAgain() -> impl IntoView {
    let is_asking = RwSignal::new(false);
    view! {
        <p class="small screen">
            <button
                class="link"
                id=START_AGAIN
                type="button"
                aria-expanded=string(move || is_asking.get().to_string())
                on:click=handler(move |_| is_asking.set(!is_asking.get_untracked()))
            >
                "Start again"
            </button>
        </p>
        <div class="notice screen" role="alert" hidden=flag(move || !is_asking.get())>
            <p>
                "This clears every answer, weight and rating of your own. A finished result is kept \
                 under “Earlier results”, where you can remove it."
            </p>
            <Confirm is_asking />
        </div>
    }
}

/// The buttons that answer, and what is said if the code that keeps the result does not come.
#[component]
fn Confirm(is_asking: RwSignal<bool>) -> impl IntoView {
    let session = Session::get();
    let is_missing = RwSignal::new(false);
    let remove = move |_| {
        bring_intent(chunk::start_again, move |start_again| {
            // The visitor may have left the view in the meantime, and then nothing is removed.
            if is_missing.try_set(start_again.is_none()).is_none()
                && let Some(start_again) = start_again
            {
                is_asking.set(false);
                start_again(session);
                session.focus_heading();
            }
        });
    };
    let keep = move |_| {
        is_missing.set(false);
        is_asking.set(false);
        session.focus(START_AGAIN);
    };
    view! {
        <p class="actions">
            <button class="button second" type="button" on:click=handler(remove)>
                "Remove my answers"
            </button>
            <button class="link" type="button" on:click=handler(keep)>
                "Keep them"
            </button>
        </p>
        <When condition=is_missing>
            <p>
                "Nothing was removed: the part of the page that keeps your result did not load. The \
                 network may be away, or the site has a new version. Try again, or reload the page."
            </p>
        </When>
    }
}
