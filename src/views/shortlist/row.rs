//! One candidate in the list: a line with its score, and everything about it behind that line.

use leptos::ev::{Event, FocusEvent};
use leptos::prelude::*;
use leptos::web_sys::Element;

use super::about::About;
use super::cost::CandidateCost;
use super::ratings::OwnRatings;
use super::removed::remove;
use super::return_line::ReturnLine;
use super::specs::CandidateSpecs;
use super::try_on::TryOn;
use crate::components::reactive::{attribute, dynamic, flag, handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::{CandidateScore, Quiz};
use crate::state::shortlist::{Arrangement, Listed, Shortlist, Typing};

/// The id of the line of a candidate.
pub fn summary_id(id: &str) -> String {
    format!("candidate-{id}")
}

/// The line, a tick to put it beside others, and what is behind the line, which is made when it is opened first.
#[component]
pub fn CandidateRow(shortlist: Shortlist, arrangement: Arrangement, id: String) -> impl IntoView {
    let (candidate, score) = (shortlist.candidate(id.clone()), shortlist.score(id.clone()));
    let device_type = string(move || {
        candidate.read().as_ref().map(|of| of.candidate.device_type.clone()).unwrap_or_default()
    });
    let points = attribute(move || {
        let score = score.read();
        score.as_ref().and_then(CandidateScore::points).map(|points| points.0.to_string())
    });
    let excluded = attribute(move || excluding(shortlist, score.read().as_ref()));
    view! {
        <li
            class="candidate"
            data-candidate=id
            data-type=device_type
            data-points=points
            data-ruled-out=excluded
        >
            <Details shortlist arrangement id=id.clone() candidate score />
            <Beside shortlist id=id.clone() candidate />
        </li>
    }
}

/// The line, and everything about the candidate behind it. The order of the list waits while it is open.
#[component]
fn Details(
    shortlist: Shortlist,
    arrangement: Arrangement,
    id: String,
    candidate: Memo<Option<Listed>>,
    score: Memo<Option<CandidateScore>>,
) -> impl IntoView {
    let is_opened = RwSignal::new(false);
    let (toggled, closed, line) = (id.clone(), id.clone(), summary_id(&id));
    let toggle = handler(move |event| {
        is_opened.set(true);
        arrangement.set_open(&toggled, event_target::<Element>(&event).has_attribute("open"));
    });
    on_cleanup(move || arrangement.set_open(&closed, false));
    let body = dynamic(move || {
        let id = id.clone();
        is_opened.get().then(|| view! { <Body shortlist arrangement id candidate score /> })
    });
    view! {
        <details on:toggle=toggle>
            <summary id=line>
                <Line shortlist candidate score />
            </summary>
            {body}
        </details>
    }
}

/// The ids of the questions whose answers exclude it, if any do.
fn excluding(shortlist: Shortlist, score: Option<&CandidateScore>) -> Option<String> {
    let Some(CandidateScore::Excluded { exclusions, .. }) = score else { return None };
    let question = |at| shortlist.session.quiz().question(at).id.as_str();
    let ids: Vec<&str> = exclusions.iter().map(|at| question(at.question)).collect();
    Some(ids.join(" "))
}

/// A tick that puts the candidate beside others.
#[component]
fn Beside(shortlist: Shortlist, id: String, candidate: Memo<Option<Listed>>) -> impl IntoView {
    let (compared, toggled) = (id.clone(), id);
    let is_compared = Memo::new(move |_| shortlist.compared.read().contains(&compared));
    let is_full = flag(move || !is_compared.get() && !shortlist.has_room());
    view! {
        <label class="candidate-beside screen">
            <input
                type="checkbox"
                name="compare"
                autocomplete="off"
                prop:checked=is_compared
                disabled=is_full
                on:change=handler(move |_| shortlist.toggle_compared(&toggled))
            />
            <span>"Compare"</span>
            <span class="visually-hidden">
                <Text words=string(move || named(candidate)) />
            </span>
        </label>
    }
}

/// The name of the candidate; tracked.
pub fn named(candidate: Memo<Option<Listed>>) -> String {
    candidate.read().as_ref().map(|of| of.candidate.name.clone()).unwrap_or_default()
}

/// Rank, name, type, price, and what else matters at a glance.
#[component]
fn Line(
    shortlist: Shortlist,
    candidate: Memo<Option<Listed>>,
    score: Memo<Option<CandidateScore>>,
) -> impl IntoView {
    let quiz = shortlist.session.quiz();
    let rank = string(move || score.read().as_ref().map(rank).unwrap_or_default());
    let about =
        string(move || candidate.read().as_ref().map(|of| about(quiz, of)).unwrap_or_default());
    let stands =
        string(move || score.read().as_ref().map(|at| stands(quiz, at)).unwrap_or_default());
    let is_chosen =
        flag(move || candidate.read().as_ref().is_some_and(|of| of.candidate.is_chosen));
    view! {
        <span class="candidate-rank"><Text words=rank /></span>
        <span class="candidate-line">
            <b><Text words=string(move || named(candidate)) /></b>
            <When condition=is_chosen>
                <span class="yours">" your choice"</span>
            </When>
            " "
            <span class="small"><Text words=about /></span>
            " "
            <span class="small"><Text words=stands /></span>
            " "
            <ReturnLine shortlist candidate />
        </span>
    }
}

/// "2." or a dash for what has no rank.
fn rank(score: &CandidateScore) -> String {
    score.rank().map_or_else(|| "–".to_owned(), |rank| format!("{rank}."))
}

/// "Closed-back, 169".
pub fn about(quiz: &Quiz, of: &Listed) -> String {
    let device_type = match of.device_type {
        Some(at) => quiz.device_type(at).column.clone(),
        None => format!("a type that this version does not know ({})", of.candidate.device_type),
    };
    let price = of.candidate.price.map(|price| format!(", {price}")).unwrap_or_default();
    format!("{device_type}{price}.")
}

/// "+12 points." or why it has no rank.
pub fn stands(quiz: &Quiz, score: &CandidateScore) -> String {
    match score {
        CandidateScore::Ranked { points, .. } if points.0.abs() == 1 => format!("{points} point."),
        CandidateScore::Ranked { points, .. } => format!("{points} points."),
        CandidateScore::Excluded { exclusions, .. } => {
            let reason = |at: &crate::model::Exclusion| {
                quiz.question(at.question).options[usize::from(at.option.0)].exclusion.clone()
            };
            let reasons: Vec<String> = exclusions.iter().map(reason).collect();
            format!("Ruled out by your answers. {}", reasons.join(" "))
        }
        CandidateScore::Unknown => "Not ranked.".to_owned(),
    }
}

/// Everything about a candidate.
#[component]
fn Body(
    shortlist: Shortlist,
    arrangement: Arrangement,
    id: String,
    candidate: Memo<Option<Listed>>,
    score: Memo<Option<CandidateScore>>,
) -> impl IntoView {
    let (typed, focused) = (id.clone(), id.clone());
    // Without a target, the window has lost the focus, or the row is about to go.
    let leave = move |event: FocusEvent| {
        if event.related_target().is_some() {
            shortlist.leave();
        }
    };
    let note = move |event: Event| {
        let field = event_target::<Element>(&event).get_attribute("id").unwrap_or_default();
        let text = event_target_value(&event);
        shortlist.note_typing(Typing { candidate: typed.clone(), field, text });
    };
    view! {
        <fieldset
            class="candidate-body"
            on:focusin=handler(move |_| shortlist.enter(&focused))
            on:focusout=handler(leave)
            on:input=handler(note)
            on:change=handler(move |_| shortlist.end_typing())
        >
            <legend class="visually-hidden">
                <Text words=string(move || named(candidate)) />
            </legend>
            <About shortlist id=id.clone() candidate />
            <OwnRatings shortlist id=id.clone() candidate score />
            <TryOn shortlist candidate />
            <CandidateCost shortlist candidate />
            <CandidateSpecs shortlist candidate />
            <Actions shortlist arrangement id candidate />
        </fieldset>
    }
}

/// Deciding on it, moving it, and removing it.
#[component]
fn Actions(
    shortlist: Shortlist,
    arrangement: Arrangement,
    id: String,
    candidate: Memo<Option<Listed>>,
) -> impl IntoView {
    let is_chosen =
        flag(move || candidate.read().as_ref().is_some_and(|of| of.candidate.is_chosen));
    let (chosen, removed) = (id.clone(), id.clone());
    let choose = move |_| shortlist.change(&chosen, |of| of.is_chosen = !of.is_chosen);
    let remove = handler(move |_| remove(shortlist, &removed));
    view! {
        <p class="actions screen">
            <label class="tick">
                <input
                    type="checkbox"
                    name="chosen"
                    autocomplete="off"
                    prop:checked=is_chosen
                    on:change=handler(choose)
                />
                <span>"This is my choice"</span>
            </label>
            <MoveButton shortlist arrangement id=id.clone() is_up=true />
            <MoveButton shortlist arrangement id is_up=false />
            <button class="link" type="button" name="remove" on:click=remove>
                "Remove"
            </button>
        </p>
    }
}

/// Moves the candidate in the visitor's own order, which the list shows from then on.
#[component]
fn MoveButton(
    shortlist: Shortlist,
    arrangement: Arrangement,
    id: String,
    is_up: bool,
) -> impl IntoView {
    let (name, words) = if is_up { ("up", "Move up") } else { ("down", "Move down") };
    let control = format!("{name}-{id}");
    let button = control.clone();
    let shift = handler(move |_| {
        arrangement.show_own_order();
        shortlist.session.move_candidate(&id, is_up);
        // The button has moved with its row, and what moves loses the focus.
        shortlist.session.focus(&control);
    });
    view! {
        <button class="link" id=button type="button" name=name on:click=shift>
            {words}
        </button>
    }
}
