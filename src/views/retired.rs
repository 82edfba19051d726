//! The notice about answers that no longer count, because their options were taken out of the quiz.

use leptos::prelude::*;

use crate::components::reactive::{flag, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::{QuestionId, Quiz, RetiredOption};
use crate::route::{Route, Step};
use crate::state::Session;
use crate::views::words;

/// Nothing, or which parts of the answers are left out.
#[component]
pub fn RetiredNotice() -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let retired = Memo::new(move |_| session.retired());
    let named = string(move || named(quiz, &retired.read()));
    view! {
        <When condition=flag(move || !retired.read().is_empty())>
            <section class="notice" id="retired" aria-label="Answers left out">
                <p>
                    "The quiz no longer offers a part of these answers, so it is left out: "
                    <Text words=named />
                    ". Everything else counts as before. "
                    <a class="screen" href=Route::Quiz(Step::All).href()>"See all questions"</a>
                </p>
            </section>
        </When>
    }
}

/// The retired options with their questions: "“Annoys you now: noise” and “Annoys you now: cable”".
fn named(quiz: &Quiz, retired: &[(QuestionId, &RetiredOption)]) -> String {
    let one = |(at, option): &(QuestionId, &RetiredOption)| {
        format!("“{}: {}”", quiz.question(*at).short, option.short)
    };
    words::list(&retired.iter().map(one).collect::<Vec<_>>())
}
