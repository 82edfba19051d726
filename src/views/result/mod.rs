//! The result: the verdict and its reasons in words, then the numbers behind them.

mod answers;
mod change;
mod conflict;
mod growth;
mod head;
mod numbers;
mod own_ratings;
mod pair;
mod part;
mod robustness;
mod separates;
mod share;
mod shop;
mod trial;
mod undecided;
mod versus;
mod why;

use leptos::prelude::*;

use crate::components::reactive::dynamic;
use crate::model::DeviceTypeId;
use crate::state::Session;
use crate::state::result::headline::ResultKind;
use crate::views::snapshots::SnapshotsSection;
use answers::AnswersSection;
use change::ChangeSection;
use conflict::ConflictSections;
use head::Head;
use numbers::{Breakdown, Ranking};
use own_ratings::{Editing, OwnViewSection};
use pair::PairSection;
use separates::Separates;
use share::{Share, SharedNotice};
use shop::Shop;
use trial::TrialNotice;
use undecided::Undecided;
use versus::Versus;
use why::WhySection;

/// The result for the answers as they are; every part follows a change at once and keeps its place.
#[component]
pub fn ResultPage() -> impl IntoView {
    let session = Session::get();
    let kind = Memo::new(move |_| ResultKind::of(&session.verdict().read()));
    let editing = Editing::new(None);
    let main = dynamic(move || match kind.get() {
        ResultKind::Conflict => view! { <ConflictSections /> }.into_any(),
        ResultKind::Undecided => view! { <Undecided /> }.into_any(),
        ResultKind::Leading => view! { <LeadingSections editing /> }.into_any(),
    });
    view! {
        <SharedNotice />
        <TrialNotice />
        <Head />
        <div class="result">
            {main}
            <div class="result-side">
                <Ranking />
                <AnswersSection />
                <Share />
                <OwnViewSection editing />
                <SnapshotsSection />
            </div>
        </div>
    }
}

/// What is said of a leader. The sections stay when another type takes the lead, so that what is
/// opened stays open.
#[component]
fn LeadingSections(editing: Editing) -> impl IntoView {
    let session = Session::get();
    // Between the loss of the lead and the end of these sections, the last leader stands in.
    let leader = Memo::new(move |last: Option<&DeviceTypeId>| {
        session.verdict().read().leader.or(last.copied()).unwrap_or(DeviceTypeId(0))
    });
    view! {
        <div class="result-main">
            <Separates />
            <WhySection leader editing />
            <ChangeSection leader />
            <PairSection />
            <Shop leader />
        </div>
        <div class="result-sum">
            <Breakdown leader />
            <Versus leader />
        </div>
    }
}
