//! Reasons for and against the leader.

use leptos::prelude::*;

use super::lead::Lead;
use super::own_ratings::{DisagreeButton, Editing};
use crate::components::fold::Fold;
use crate::components::reactive::{flag, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::{CriterionDetails, CriterionId, DeviceTypeId};
use crate::state::Session;
use crate::state::result::reasons::{ReasonLine, Reasons};
use crate::views::own_rating::YourView;
use crate::views::rating_reason::RatingReason;

/// The reasons on one side.
type Side = fn(&Reasons) -> &Vec<ReasonLine>;

/// Why the leader leads, and what speaks against it as plainly.
#[component]
pub fn WhyFold(lead: Lead, editing: Editing) -> impl IntoView {
    let reasons = lead.reasons;
    let figure = string(move || {
        let reasons = reasons.read();
        format!("{} for, {} against", reasons.good.len(), reasons.bad.len())
    });
    view! {
        <Fold view="result" anchor="why" title="All reasons, with sources" figure is_wide=true>
            <div class="flows">
                <div>
                    <h4>"What speaks for it"</h4>
                    <ReasonList
                        class="reasons"
                        reasons
                        of=|reasons| &reasons.good
                        none="Nothing counts for it. It leads because no type that remains has more \
                              points."
                        editing
                    />
                </div>
                <div>
                    <h4>"What speaks against it"</h4>
                    <ReasonList
                        class="reasons against"
                        reasons
                        of=|reasons| &reasons.bad
                        none="Nothing you answered counts against it."
                        editing
                    />
                </div>
            </div>
        </Fold>
    }
}

#[component]
fn ReasonList(
    class: &'static str,
    reasons: Memo<Reasons>,
    of: Side,
    none: &'static str,
    editing: Editing,
) -> impl IntoView {
    let row = move |reason: ReasonLine| {
        let (device_type, criterion) = reason.about();
        view! { <ReasonItem device_type criterion reasons of editing /> }
    };
    view! {
        <When
            condition=flag(move || !of(&reasons.read()).is_empty())
            fallback=move || view! { <p>{none}</p> }
        >
            <ul class=class>
                <For each=move || of(&reasons.read()).clone() key=ReasonLine::about children=row />
            </ul>
        </When>
    }
}

/// The claim, what makes it count, and why it holds. Where the answers speak against a criterion, a
/// good rating counts against and a poor one for; that is said instead of why the rating is good.
#[component]
fn ReasonItem(
    device_type: DeviceTypeId,
    criterion: CriterionId,
    reasons: Memo<Reasons>,
    of: Side,
    editing: Editing,
) -> impl IntoView {
    let session = Session::get();
    let about = session.details().criterion(criterion);
    // A reason that has gone from the list is empty until its row has gone too.
    let is_it = move |reason: &&ReasonLine| reason.about() == (device_type, criterion);
    let now = move || of(&reasons.read()).iter().find(is_it).cloned();
    let said = move |say: fn(&ReasonLine, &CriterionDetails) -> String| {
        string(move || now().map(|at| say(&at, about)).unwrap_or_default())
    };
    let claim = said(|at, about| about.claim(at.rating).unwrap_or_default().to_owned());
    let is_turned = flag(move || now().is_some_and(|at| at.is_turned));
    view! {
        <li data-criterion=session.quiz().criterion(criterion).id.as_str() data-points=said(|at, _| at.points.0.to_string())>
            <b><Text words=claim /></b>
            <When condition=flag(move || now().is_some_and(|at| at.is_own))>
                <YourView />
            </When>
            " "
            <When condition=is_turned>
                <span>"Your answers make that count the other way. "</span>
            </When>
            <Text words=said(|at, _| at.because.join(" ")) />
            " "
            <When condition=flag(move || !is_turned.get())>
                <RatingReason device_type criterion scope="result" />
            </When>
            " "
            <DisagreeButton editing device_type criterion />
        </li>
    }
}
