//! The result, short first: the verdict, why, and what comes next. All else is behind a line each.

mod answers;
mod brief;
mod change;
mod conflict;
mod growth;
mod head;
mod keep;
mod lead;
mod noise;
mod numbers;
mod own_ratings;
mod pair;
mod ranking;
mod robustness;
mod separates;
mod share;
mod shop;
mod trial;
mod undecided;
mod versus;
mod why;

use leptos::context::Provider;
use leptos::prelude::*;

use crate::components::deferred::Deferred;
use crate::components::reactive::{dynamic, flag};
use crate::components::when::When;
use crate::state::Session;
use crate::state::result::headline::ResultKind;
use crate::views::retired::RetiredNotice;
use answers::AnswersFold;
use brief::InBrief;
use change::ChangeFold;
use conflict::{ConflictSections, OutsideAll};
use head::{Head, Illustration};
use keep::KeepFold;
use lead::Lead;
use numbers::PointsFold;
use own_ratings::Editing;
use pair::PairFold;
use ranking::Ranking;
use robustness::FirmFold;
use separates::Separates;
use share::SharedNotice;
use shop::ShopFold;
use trial::TrialNotice;
use undecided::Undecided;
use versus::VersusFold;
use why::WhyFold;

/// The result for the visitor's answers, or for those of a link.
#[component]
pub fn ResultPage() -> impl IntoView {
    Session::get().open_link().map(|()| view! { <Sections /> })
}

/// The result for the answers as they are. Every part keeps its place when they change. The verdict follows
/// a change at once, and `late` has the session for what follows it in the frame after. The verdict is also
/// shown before the parts that open from a line are made.
#[component]
fn Sections() -> impl IntoView {
    let session = Session::get();
    session.show_first_part();
    session.show_verdict();
    let kind = Memo::new(move |_| ResultKind::of(&session.verdict().read()));
    let lead = Lead::new(session);
    let late = session.late();
    let editing = Editing::new(None);
    let main = dynamic(move || match kind.get() {
        ResultKind::Conflict => view! { <ConflictSections /> }.into_any(),
        ResultKind::Undecided => view! { <Undecided /> }.into_any(),
        ResultKind::Leading => view! { <InBrief lead late /> }.into_any(),
    });
    view! {
        <SharedNotice />
        <RetiredNotice />
        <TrialNotice />
        <div class="verdict">
            <div>
                <Head />
                {main}
            </div>
            <div class="verdict-side">
                <Provider value=late>
                    <Illustration />
                    <Separates />
                </Provider>
                <OutsideAll kind />
                <Ranking />
            </div>
        </div>
        <Deferred>
            <Closer late kind lead editing />
        </Deferred>
    }
}

/// Everything that opens from a line, made in three tasks. It follows a change after the frame with the
/// verdict.
#[component]
fn Closer(late: Session, kind: Memo<ResultKind>, lead: Lead, editing: Editing) -> impl IntoView {
    provide_context(late);
    let (kind, lead) = (late.late_memo(kind), lead.late(late));
    let leads = flag(move || kind.get() == ResultKind::Leading);
    view! {
        <section class="section result" aria-labelledby="closer">
            <h2 id="closer">"Look closer"</h2>
            <div class="folds">
                <When condition=leads>
                    <ChangeFold lead />
                    <FirmFold lead />
                    <WhyFold lead editing />
                </When>
                <Deferred>
                    <When condition=leads>
                        <PointsFold lead />
                        <VersusFold lead />
                        <PairFold />
                        <ShopFold lead />
                    </When>
                    <Deferred on_made=move |()| late.set_loading(false)>
                        <AnswersFold editing />
                        <KeepFold />
                    </Deferred>
                </Deferred>
            </div>
        </section>
    }
}
