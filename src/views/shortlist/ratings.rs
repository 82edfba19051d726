//! What speaks for a candidate and against it, and the visitor's own ratings after listening.

use leptos::prelude::*;

use super::row::named;
use crate::components::fold::Further;
use crate::components::reactive::{flag, string};
use crate::components::select_field::{Choice, SelectField};
use crate::components::when::When;
use crate::model::{CandidateScore, CriterionDetails, CriterionId, Rating};
use crate::state::result::brief::Brief;
use crate::state::shortlist::{Listed, Shortlist, criteria, reasons};
use crate::views::brief_reasons::BriefReasons;

/// The strongest reasons, and a control for each criterion: first those that the answers are about.
#[component]
pub fn OwnRatings(
    shortlist: Shortlist,
    id: String,
    candidate: Memo<Option<Listed>>,
    score: Memo<Option<CandidateScore>>,
) -> impl IntoView {
    let session = shortlist.session;
    let is_known = flag(move || !matches!(score.get(), None | Some(CandidateScore::Unknown)));
    let (counted, others) = criteria(session.quiz(), &session.answers().read_untracked());
    let name = string(move || named(candidate));
    let fields = move |of: Vec<CriterionId>| {
        let field =
            |criterion| view! { <RatingField shortlist id=id.clone() candidate criterion /> };
        of.into_iter().map(field).collect_view()
    };
    view! {
        <When condition=is_known>
            <Why shortlist candidate />
        </When>
        <Further words="Rate it yourself, after listening" about=name>
            <p class="small">
                "What you choose takes the place of our rating of the type, for this model alone."
            </p>
            <div class="candidate-fields">{fields(counted)}</div>
            <Further words="What your answers are not about" about=name>
                <div class="candidate-fields">{fields(others)}</div>
            </Further>
        </Further>
    }
}

/// The levels of a criterion, and the rating of the type.
#[component]
fn RatingField(
    shortlist: Shortlist,
    id: String,
    candidate: Memo<Option<Listed>>,
    criterion: CriterionId,
) -> impl IntoView {
    let (quiz, details) = (shortlist.session.quiz(), shortlist.session.details());
    let (of, on) = (quiz.criterion(criterion), details.criterion(criterion));
    let now = Memo::new(move |_| {
        candidate.read().as_ref().and_then(|listed| listed.candidate.rating(&of.id))
    });
    let ours = string(move || {
        let device_type = candidate.read().as_ref().and_then(|listed| listed.device_type);
        let rating = device_type.map(|at| quiz.device_type(at).rating(criterion));
        rating.map_or_else(|| "not rated".to_owned(), |at| format!("the type: {}", on.phrase(at)))
    });
    let field = format!("rating-{}-{id}", of.id);
    let choose = move |value: String| {
        let rating = value.parse().ok().and_then(Rating::new);
        shortlist.change(&id, |candidate| candidate.rate(&of.id, rating));
    };
    let is_ours = flag(move || now.get().is_none());
    view! {
        <SelectField
            id=field
            name=format!("rating-{}", of.id)
            label=of.name.as_str()
            on_choose=choose
        >
            <option value="" label=ours prop:selected=is_ours></option>
            {(-2..=2).filter_map(Rating::new).map(|at| level(now, at, on)).collect_view()}
        </SelectField>
    }
}

/// A level in words, chosen while it is the candidate's rating.
fn level(now: Memo<Option<Rating>>, at: Rating, on: &'static CriterionDetails) -> impl IntoView {
    let is_chosen = flag(move || now.get() == Some(at));
    view! { <Choice value=at.value().to_string() name=on.phrase(at) is_chosen /> }
}

/// The strongest reasons for it and against it.
#[component]
fn Why(shortlist: Shortlist, candidate: Memo<Option<Listed>>) -> impl IntoView {
    let session = shortlist.session;
    let brief = Memo::new(move |_| {
        let of = |listed: &Listed| reasons(session.content(), &session.answers().read(), listed);
        candidate.read().as_ref().map(of).map(|reasons| Brief::of(&reasons)).unwrap_or_default()
    });
    view! {
        <BriefReasons brief class="brief-for" of=|brief| &brief.good />
        <BriefReasons brief class="brief-for brief-against" of=|brief| &brief.bad />
    }
}
