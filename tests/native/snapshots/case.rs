//! The sessions whose result page has a snapshot: each persona, and rare results.

use headphones_or_iems::model::{
    Answer, Answers, Difference, Kind, Question, QuestionId, Rating, RecordedVerdict, Selection,
    Verdict,
};
use headphones_or_iems::state::Session;
use headphones_or_iems::store::{Document, link};
use leptos::wasm_bindgen::{JsCast, JsValue};

use crate::persona::{Persona, personas};
use crate::state::{COMMUTER, GAMER, Tab, browser};
use crate::store::link::sealed;
use crate::support::{answered, content, quiz};
use crate::view_models::{
    nothing_for_the_leader, one_in_hundred, out_of_reach, weighed, with_a_pair,
};

/// Answers that refuse every family.
const REFUSED: &[(&str, &[&str])] =
    &[("in-canal", &["no-way"]), ("on-head", &["no-way"]), ("connection", &["wire-only"])];

/// A name, and what opens the session.
pub(super) struct Case {
    pub(super) name: String,
    pub(super) start: Box<dyn FnOnce() -> Session>,
}

fn case(name: &str, start: impl FnOnce() -> Session + 'static) -> Case {
    Case { name: name.to_owned(), start: Box::new(start) }
}

/// A session that has not read storage, as in the prerender, so that it shows neither a date nor
/// the version of the content.
fn fresh() -> Tab {
    Tab::prerendered(browser())
}

/// A session with these answers.
fn with(answers: &Answers) -> Session {
    let session = fresh().session;
    session.try_out(answers);
    session.keep_change();
    session
}

fn kept(name: &str, answers: Answers) -> Case {
    case(name, move || with(&answers))
}

/// A change on trial that differs in an answer, in a weight and in an own rating.
fn on_trial() -> Session {
    let before = weighed(&[("sound", &["bass"]), ("calls", &["daily"])], &[("calls", 2)]);
    let mut after = weighed(&[("sound", &["bass"]), ("in-canal", &["fine"])], &[("calls", 4)]);
    let (device_type, criterion) = quiz().cells().next().unwrap();
    after.own_ratings_mut().set(device_type, criterion, Rating::new(2));
    let session = with(&before);
    session.try_out(&after);
    session
}

/// Answers of a persona with another leader, which no single difference explains.
fn far_from(now: &Answers) -> Answers {
    let leader = |answers: &Answers| Verdict::leader_of(quiz(), answers);
    let is_far = |then: &Answers| {
        leader(then) != leader(now) && Difference::deciding(quiz(), then, now).is_empty()
    };
    let mut all = personas().into_iter().map(|persona| persona.answers);
    all.find(is_far).expect("a persona is far from these answers")
}

/// Answers that leave headphones alone, which the visitor rates equally on what they ask for.
fn only_headphones() -> Answers {
    let given: &[(&str, &[&str])] = &[("in-canal", &["no-way"]), ("connection", &["wire-only"])];
    let mut answers = answered(quiz(), given);
    for (of, on) in quiz().cells().filter(|(_, on)| quiz().criterion(*on).id == "cable") {
        answers.own_ratings_mut().set(of, on, Rating::new(0));
    }
    answers
}

/// The same answers with one more that adds no points.
fn beside(now: &Answers) -> Answers {
    let mut beside = now.clone();
    let neutral = |(at, question): (QuestionId, &Question)| {
        let option = question.options().find(|(_, option)| option.is_neutral())?.0;
        (question.kind == Kind::One && now.counted(at).is_none()).then_some((at, option))
    };
    let (at, option) = quiz().questions().find_map(neutral).expect("a question is open");
    beside.set(at, Answer::Given(Selection::only(option)));
    beside
}

/// A session with snapshots that were taken under this and under older content, whose answers now
/// are `now`.
fn with_snapshots(now: &Answers) -> Session {
    let mut document = Document::default();
    let given = [COMMUTER, GAMER, &[("sound", &["bass"])]].map(|given| answered(quiz(), given));
    let earlier = given.into_iter().chain([far_from(now), beside(now)]);
    for (day, answers) in earlier.enumerate() {
        for version in [content().version, content().version.wrapping_add(1)] {
            document.set_all(quiz(), &answers);
            let verdict = Verdict::of(quiz(), &answers);
            let mut recorded = RecordedVerdict::of(quiz(), version, &verdict);
            if version != content().version && day > 0 {
                "clear".clone_into(&mut recorded.word);
                "a-type-that-is-gone".clone_into(&mut recorded.leader);
                recorded.lines.push(("a-question-that-is-gone".to_owned(), vec![1]));
            }
            document.keep_snapshot(format!("2026-01-0{}", day + 1), recorded);
        }
    }
    document.set_all(quiz(), now);
    let tab = fresh();
    tab.window.choose(Some(&document.export()));
    tab.session.read_file(tab.window, &JsValue::UNDEFINED.unchecked_into());
    tab.session.import();
    tab.session
}

/// A result that came with a link. `more` changes what follows the check letters.
fn shared(more: fn(&str) -> String) -> Session {
    let code = link::encode(quiz(), &answered(quiz(), GAMER)).unwrap();
    let tab = fresh();
    tab.visit(&format!("#/result?a={}", more(&code[8..])));
    tab.session
}

/// Personas first, then rare results.
pub(super) fn cases() -> Vec<Case> {
    let persona = |of: Persona| kept(&format!("persona-{}", of.name), of.answers);
    let mut cases: Vec<Case> = personas().into_iter().map(persona).collect();
    let given = |name: &str, given: &[(&str, &[&str])]| kept(name, answered(quiz(), given));
    cases.extend([
        kept("nothing-answered", Answers::empty(quiz())),
        given("one-answer", &[("sound", &["bass"])]),
        given("listens-nowhere", &[("scene-home", &["never"]), ("sound", &["bass"])]),
        kept("only-headphones", only_headphones()),
        given("only-in-ears", &[("on-head", &["no-way"]), ("connection", &["wire-only"])]),
        given("close-between-families", &[("scene-flight", &["sometimes"])]),
        given("conflict", REFUSED),
        kept("own-rating", nothing_for_the_leader()),
        kept("topics-ignored", out_of_reach()),
        kept("first-at-few-weights", one_in_hundred()),
        kept("pair", with_a_pair()),
        case("on-trial", on_trial),
        case("on-trial-to-a-conflict", || {
            let session = with(&Answers::empty(quiz()));
            session.try_out(&answered(quiz(), REFUSED));
            session
        }),
        case("snapshots", || with_snapshots(&answered(quiz(), COMMUTER))),
        case("snapshots-after-starting-again", || {
            let session = with_snapshots(&answered(quiz(), COMMUTER));
            session.start_again();
            session
        }),
        case("shared", || shared(sealed)),
        case("shared-by-newer-content", || shared(|body| sealed(&format!("{body}YzzXzz")))),
        case("shared-in-format-1", || shared(|_| "1-g.o-l.c_t.c".to_owned())),
    ]);
    cases
}
