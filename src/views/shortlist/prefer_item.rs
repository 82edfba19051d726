//! A comparison: what to do in the round that is under way, what came out, and the rounds up to now.

use leptos::prelude::*;

use super::prefer::{names, status_id};
use crate::components::fold::Further;
use crate::components::reactive::{dynamic, flag, handler, string};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::Comparison;
use crate::model::preference::{Round, Side};
use crate::state::shortlist::{Phase, Shortlist, name, status_in_words};

/// What the parts of a comparison share.
#[derive(Clone, Copy)]
struct Shown {
    shortlist: Shortlist,
    id: StoredValue<String>,
    comparison: Memo<Comparison>,
    names: Memo<[String; 2]>,
    /// Whether both candidates are still there.
    has_both: Memo<bool>,
}

impl Shown {
    fn new(shortlist: Shortlist, all: Memo<Vec<(String, Comparison)>>, id: String) -> Self {
        let stored = StoredValue::new(id.clone());
        let comparison = Memo::new(move |_| {
            let all = all.read();
            let found = all.iter().find(|(known, _)| *known == id);
            found.map(|(_, comparison)| comparison.clone()).unwrap_or_default()
        });
        let has_both = move |_: Option<&bool>| {
            let (all, comparison) = (shortlist.all.read(), comparison.read());
            comparison.candidates.iter().all(|id| all.iter().any(|listed| listed.id == *id))
        };
        Self {
            shortlist,
            id: stored,
            comparison,
            names: Memo::new(move |_| names(shortlist, &comparison.read())),
            has_both: Memo::new(has_both),
        }
    }

    /// The id of a part.
    fn part(self, part: &str) -> String {
        format!("prefer-{}-{part}", self.id.get_value())
    }

    /// "HD 600 or K701"; tracked.
    fn title(self) -> String {
        let [a, b] = self.names.get();
        format!("{a} or {b}")
    }

    fn begin_round(self) {
        let session = self.shortlist.session;
        let first = session.toss();
        session.change_comparison(&self.id.get_value(), &mut |at| at.begin_round(first));
        session.focus(&status_id(&self.id.get_value()));
    }

    fn end_round(self, liked: Option<Side>) {
        let session = self.shortlist.session;
        session.change_comparison(&self.id.get_value(), &mut |at| at.end_round(liked));
        let is_open = self.comparison.with_untracked(Comparison::is_open);
        session.focus(&if is_open { self.part("toss") } else { status_id(&self.id.get_value()) });
    }
}

/// A comparison with its controls.
#[component]
pub(super) fn Item(
    shortlist: Shortlist,
    all: Memo<Vec<(String, Comparison)>>,
    id: String,
    on_remove: Callback<String>,
) -> impl IntoView {
    let shown = Shown::new(shortlist, all, id.clone());
    let Shown { comparison, names, has_both, .. } = shown;
    let heading = shown.part("title");
    let labelled_by = heading.clone();
    let status = string(move || status_in_words(&comparison.read(), &names.read(), has_both.get()));
    let question = string(move || comparison.read().question.clone());
    let title = string(move || shown.title());
    let remove = {
        let id = id.clone();
        move |_| on_remove.run(id.clone())
    };
    view! {
        <article class="prefer-item" data-comparison=id.clone() aria-labelledby=labelled_by>
            <h3 id=heading>
                <Text words=title />
            </h3>
            <When condition=flag(move || !question.read().is_empty())>
                <p class="small">
                    "Listening for: " <Text words=question />
                </p>
            </When>
            <p id=status_id(&id) role="status" tabindex="-1">
                <Text words=status />
            </p>
            <Controls shown />
            <Log shown />
            <button class="link" type="button" on:click=handler(remove)>
                "Remove"
                <span class="visually-hidden">": " <Text words=title /></span>
            </button>
        </article>
    }
}

/// The buttons for what comes next; none if nothing does.
#[component]
fn Controls(shown: Shown) -> impl IntoView {
    let phase = Memo::new(move |_| Phase::of(&shown.comparison.read(), shown.has_both.get()));
    dynamic(move || match phase.get() {
        Phase::Read => ().into_any(),
        Phase::Toss(round) => view! { <Toss shown round /> }.into_any(),
        Phase::Listen(..) => view! { <Answers shown /> }.into_any(),
    })
}

#[component]
fn Toss(shown: Shown, round: usize) -> impl IntoView {
    view! {
        <p class="actions">
            <button
                class="button second"
                id=shown.part("toss")
                type="button"
                on:click=handler(move |_| shown.begin_round())
            >
                {format!("Toss for round {round}")}
            </button>
        </p>
    }
}

#[component]
fn Answers(shown: Shown) -> impl IntoView {
    let liked = move |side: Side| {
        string(move || format!("I liked {} better", name(&shown.names.read(), side)))
    };
    let answers = [
        (Some(Side::A), liked(Side::A)),
        (Some(Side::B), liked(Side::B)),
        (None, string(|| "Could not tell".to_owned())),
    ];
    let button = |(answer, words): (Option<Side>, Signal<String>)| {
        // The second press of a double click on the coin meets an answer, and is not one.
        let press = move |event: leptos::ev::MouseEvent| {
            if event.detail() < 2 {
                shown.end_round(answer);
            }
        };
        view! {
            <button class="button second" type="button" on:click=handler(press)>
                <Text words />
            </button>
        }
    };
    view! { <p class="actions">{answers.map(button)}</p> }
}

/// The rounds up to now. They are folded, so that they do not sway the rounds to come.
#[component]
fn Log(shown: Shown) -> impl IntoView {
    let Shown { comparison, names, .. } = shown;
    let has_any = flag(move || !comparison.read().rounds.is_empty());
    view! {
        <When condition=has_any>
            <Further words="Rounds" about=string(move || shown.title())>
                {dynamic(move || log(&comparison.read(), &names.read()))}
            </Further>
        </When>
    }
}

fn log(comparison: &Comparison, names: &[String; 2]) -> impl IntoView + use<> {
    let row = |(number, round): (usize, &Round)| {
        let liked = round.liked.map_or("could not tell", |side| name(names, side)).to_owned();
        view! {
            <tr>
                <th scope="row">{(number + 1).to_string()}</th>
                <td>{name(names, round.first).to_owned()}</td>
                <td>{liked}</td>
            </tr>
        }
    };
    view! {
        <table class="plain">
            <thead>
                <tr>
                    <th scope="col">"Round"</th>
                    <th scope="col">"Heard first"</th>
                    <th scope="col">"Liked better"</th>
                </tr>
            </thead>
            <tbody>{comparison.valid().iter().enumerate().map(row).collect_view()}</tbody>
        </table>
    }
}
