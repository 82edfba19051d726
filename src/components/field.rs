//! A control with its label, and below it what is wrong.

use leptos::prelude::*;

use super::reactive::{attribute, flag};
use super::text::Text;
use super::when::When;

/// The label with the unit of what is entered, the control, and what to enter instead. `id` is that of
/// the control; `problem` is empty while all is well, and `None` if nothing can be wrong. `class` says
/// how the parts stand: `field`, `number-field`, or one of them with others. A hidden label is for the
/// ear alone.
#[component]
pub fn Field(
    id: String,
    class: &'static str,
    #[prop(into)] label: String,
    #[prop(optional)] unit: &'static str,
    #[prop(optional)] is_label_hidden: bool,
    problem: Option<Signal<String>>,
    children: Children,
) -> impl IntoView {
    let told = problem_id(&id);
    let heard = heard_unit(&label, unit);
    view! {
        <span class=class>
            <label for=id class=is_label_hidden.then_some("visually-hidden")>
                {label}
                {heard.map(|unit| view! { <span class="visually-hidden">", " {unit}</span> })}
            </label>
            {children()}
            {problem.map(|words| view! { <Problem id=told words /> })}
        </span>
    }
}

/// What is wrong, as a status: the focus has often left the control by then.
#[component]
fn Problem(id: String, words: Signal<String>) -> impl IntoView {
    view! {
        <span class="problem" id=id role="status">
            <When condition=flag(move || !words.read().is_empty())>
                <Text words />
            </When>
        </span>
    }
}

/// The id of what is wrong with a control.
fn problem_id(control: &str) -> String {
    format!("{control}-problem")
}

/// The unit, if the name of the field has to be told with it. It stands behind the field for the eye.
fn heard_unit(label: &str, unit: &'static str) -> Option<&'static str> {
    let mut words = label.split(|at: char| !at.is_alphanumeric());
    (!unit.is_empty() && !words.any(|word| word.eq_ignore_ascii_case(unit))).then_some(unit)
}

/// The attributes of a control that say whether it is wrong, and what describes it.
#[derive(Clone, Copy)]
pub struct Told {
    /// `aria-invalid`.
    pub invalid: Signal<Option<String>>,
    /// `aria-describedby`.
    pub described_by: Signal<Option<String>>,
}

impl Told {
    /// For the control with this id in a [`Field`] with this problem. `about` is the id of what else
    /// describes it; empty if nothing does.
    pub fn of(id: &str, about: String, problem: Option<Signal<String>>) -> Self {
        let is_wrong = flag(move || problem.is_some_and(|words| !words.read().is_empty()));
        Self::by(problem_id(id), about, is_wrong)
    }

    /// For a control that is described by the element with the id `problem` while it is wrong.
    pub fn by(problem: String, about: String, is_wrong: Signal<bool>) -> Self {
        let described_by = attribute(move || {
            let problem = if is_wrong.get() { problem.as_str() } else { "" };
            let ids = format!("{about} {problem}").trim().to_owned();
            (!ids.is_empty()).then_some(ids)
        });
        let invalid = attribute(move || is_wrong.get().then(|| "true".to_owned()));
        Self { invalid, described_by }
    }
}
