//! One step: a topic with its question, or the scenes.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::{SoFar, after, before, progress};
use crate::model::{Kind, Question, QuestionId, TopicId};
use crate::state::Session;
use crate::view::page::not_found::NotFound;
use crate::view::part::form::{Options, control_id};
use crate::view::part::matrix::{Matrix, SceneRow};
use crate::view::part::notice::Problem;
use crate::view::part::progress::ProgressBar;
use crate::view::part::prose::{Words, words};

/// What is missing when a visitor goes on without an answer.
const UNANSWERED: &str = "Choose an answer, or skip this question";

/// The step of the topic with this id.
#[component]
pub fn TopicStep(id: String) -> impl IntoView {
    match Session::get().quiz().find_topic(&id) {
        Some(topic) => view! { <Form topic /> }.into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

#[component]
fn Form(topic: TopicId) -> impl IntoView {
    let session = Session::get();
    let quiz = session.quiz();
    let unanswered = RwSignal::new(false);
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let is_answered = session.settle(topic);
        unanswered.set(!is_answered);
        if is_answered {
            session.go(&after(quiz, topic));
        } else {
            session.focus("problem");
        }
    };
    let skip = move |_| {
        session.skip(topic);
        session.go(&after(quiz, topic));
    };
    let steps = Signal::derive(move || progress(quiz, &session.answers().read(), topic.index()));
    let is_scenes = quiz.topic(topic).questions().count() > 1;
    let skip_words = if is_scenes { "Skip this step" } else { "Skip: it doesn’t matter to me" };
    view! {
        <div class="quiz">
            <form class="step" novalidate on:submit=on_submit on:keydown=move |event| on_key(session, topic, &event)>
                <p class="back">
                    <a href=before(quiz, topic).href()>"Back"</a>
                </p>
                <ProgressBar steps />
                <p class="status">{session.step_name(topic)}</p>
                <Summary topic unanswered />
                <Asked topic unanswered />
                <p class="actions">
                    <button class="button" type="submit">
                        "Continue"
                    </button>
                    <button class="link" type="button" on:click=skip>
                        {skip_words}
                    </button>
                </p>
            </form>
            <SoFar />
        </div>
    }
}

/// A digit chooses the option with that number.
fn on_key(session: Session, topic: TopicId, event: &KeyboardEvent) {
    let plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key();
    let Some(digit) = event.key().parse::<usize>().ok().filter(|_| plain) else { return };
    let quiz = session.quiz();
    let mut questions = quiz.topic(topic).questions().map(|at| quiz.question(at));
    let Some(question) = questions.next().filter(|question| question.kind != Kind::Scene) else {
        return;
    };
    let index = if digit == 0 { 9 } else { digit - 1 };
    if let Some(choice) = question.choices.get(index) {
        event.prevent_default();
        session.click(&control_id(&question.id, &choice.id));
    }
}

/// The error summary; it takes focus and leads to the first option.
#[component]
fn Summary(topic: TopicId, unanswered: RwSignal<bool>) -> impl IntoView {
    let session = Session::get();
    let follow = Callback::new(move |()| {
        let quiz = session.quiz();
        let first = quiz.topic(topic).questions().next().map(|at| quiz.question(at));
        if let Some((question, choice)) = first.and_then(|q| Some((q, q.choices.first()?))) {
            session.focus(&control_id(&question.id, &choice.id));
        }
    });
    view! {
        <Show when=move || unanswered.get()>
            <Problem text=UNANSWERED on_follow=follow />
        </Show>
    }
}

#[component]
fn Asked(topic: TopicId, unanswered: RwSignal<bool>) -> impl IntoView {
    let text = Session::get().quiz().topic(topic);
    let Words { inline, notes } = words(&text.hint, &text.id);
    let hint = format!("hint-{}", text.id);
    let has_hint = !inline.is_empty();
    let described_by = has_hint.then(|| hint.clone());
    view! {
        <fieldset class="question" aria-describedby=described_by>
            <legend>
                <h1 tabindex="-1">{text.title.as_str()}</h1>
            </legend>
            {has_hint.then(|| view! { <p class="hint" id=hint>{inline}</p> })}
            {notes}
            <Show when=move || unanswered.get()>
                <p class="problem">{UNANSWERED}</p>
            </Show>
            <Controls topic />
        </fieldset>
    }
}

/// The controls of a topic: a matrix of scenes, or the options of its question.
#[component]
pub fn Controls(topic: TopicId) -> impl IntoView {
    let quiz = Session::get().quiz();
    let text = quiz.topic(topic);
    let is_matrix = text.questions().any(|at| quiz.question(at).kind == Kind::Scene);
    if is_matrix {
        let group = |(name, members): &'static (String, Vec<QuestionId>)| {
            view! {
                <h2 class="matrix-group">{name.as_str()}</h2>
                {members.iter().map(|at| scene(*at)).collect_view()}
            }
        };
        let heads = vec!["Never", "Sometimes", "Often"];
        view! { <Matrix heads>{text.groups.iter().map(group).collect_view()}</Matrix> }.into_any()
    } else {
        text.questions().map(options).collect_view().into_any()
    }
}

fn scene(at: QuestionId) -> impl IntoView {
    let session = Session::get();
    let question: &'static Question = session.quiz().question(at);
    let ticks = Signal::derive(move || session.answers().read().get(at).ticks());
    let on_choose = Callback::new(move |choice| session.choose(at, choice));
    view! { <SceneRow question ticks on_choose /> }
}

fn options(at: QuestionId) -> impl IntoView {
    let session = Session::get();
    let question: &'static Question = session.quiz().question(at);
    let ticks = Signal::derive(move || session.answers().read().get(at).ticks());
    let on_choose = Callback::new(move |choice| session.choose(at, choice));
    view! { <Options question ticks on_choose /> }
}
