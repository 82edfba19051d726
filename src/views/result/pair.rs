//! Two types instead of one, when the visitor's places ask for different things.

use leptos::prelude::*;

use crate::components::fold::Fold;
use crate::components::reactive::{flag, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::{DeviceTypeId, Pair, QuestionId, Quiz};
use crate::state::Session;
use crate::state::result::pair::offered_pair;
use crate::views::words;

/// The offer, if a pair is worth one.
#[component]
pub fn PairFold() -> impl IntoView {
    let session = Session::get();
    let pair = Memo::new(move |_| offered_pair(session.quiz(), &session.answers().read()));
    view! {
        <When condition=flag(move || pair.read().is_some())>
            <Offer pair />
        </When>
    }
}

#[component]
fn Offer(pair: Memo<Option<Pair>>) -> impl IntoView {
    let quiz = Session::get().quiz();
    let said = move |say: fn(&Quiz, &Pair) -> String| {
        string(move || pair.read().as_ref().map(|pair| say(quiz, pair)).unwrap_or_default())
    };
    view! {
        <Fold
            view="result"
            anchor="pair"
            title="Two pairs instead of one"
            figure=said(|_, pair| format!("{} points better", pair.gain))
        >
            <p>"Your places ask for different things. Two pairs would serve them better than one."</p>
            <ul
                class="rows"
                data-pair=said(ids)
                data-gain=said(|_, pair| pair.gain.to_string())
            >
                <OneOfTwo pair of=|pair| (pair.device_types.0, &pair.contexts.0) />
                <OneOfTwo pair of=|pair| (pair.device_types.1, &pair.contexts.1) />
            </ul>
            <p><Text words=said(gain) /></p>
            <p class="small">
                "Both can be had one price band below yours, so that one budget may cover two."
            </p>
        </Fold>
    }
}

/// One type, and the contexts that it suits better.
#[component]
fn OneOfTwo(
    pair: Memo<Option<Pair>>,
    of: fn(&Pair) -> (DeviceTypeId, &Vec<QuestionId>),
) -> impl IntoView {
    let quiz = Session::get().quiz();
    let title = string(move || {
        let title = |pair| words::title(quiz, of(pair).0).to_owned();
        pair.read().as_ref().map(title).unwrap_or_default()
    });
    let contexts = string(move || {
        pair.read().as_ref().map(|pair| contexts(quiz, of(pair).1)).unwrap_or_default()
    });
    view! {
        <li>
            <b><Text words=title /></b>
            <Text words=contexts />
        </li>
    }
}

fn ids(quiz: &Quiz, pair: &Pair) -> String {
    let (one, other) = pair.device_types;
    format!("{} {}", quiz.device_type(one).id, quiz.device_type(other).id)
}

/// ": Flights and Sport."
fn contexts(quiz: &Quiz, contexts: &[QuestionId]) -> String {
    let names: Vec<String> = contexts.iter().map(|at| quiz.question(*at).short.clone()).collect();
    format!(": {}.", words::list(&names))
}

/// The gain with its numbers: points × places, and the threshold it passed.
fn gain(quiz: &Quiz, pair: &Pair) -> String {
    format!(
        "Over your {} places that adds {} points to what the best single type gives them. We name \
         two from a gain of {} points for each place.",
        pair.context_count, pair.gain, quiz.thresholds.pair_gain
    )
}
