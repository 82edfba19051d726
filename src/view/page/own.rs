//! Standings that the visitor sees differently: the control, and the mark they carry everywhere.

use leptos::prelude::*;

use crate::model::{CriterionId, Effect, GearId, Level, Line};
use crate::state::Session;
use crate::view::markup::{El, Markup, el, live_text};

/// The control for one standing. `scope` goes before the name of its radios, so that two copies on
/// one page do not share them.
pub fn own_level(scope: &'static str, gear: GearId, criterion: CriterionId) -> El {
    let session = Session::get();
    let quiz = session.quiz();
    let (of, on) = (quiz.gear(gear), quiz.criterion(criterion));
    let name = format!("{scope}{}", quiz.cell_id(gear, criterion));
    let own = move || session.answers().read().own().get(gear, criterion);
    let choice = |value: String, words: String, level: Option<Level>| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", name.clone())
            .attr("value", value)
            .checked(move || own() == level)
            .on("change", move |_| session.set_own(gear, criterion, level));
        el("label").class("tick").with(input).with(el("span").with(words))
    };
    let ours = format!("as we have it: {}", on.phrase(of.level(criterion)));
    let levels = (-2..=2).filter_map(Level::new);
    let each = levels
        .map(|at| choice(i32::from(at.value()).to_string(), on.phrase(at).to_owned(), Some(at)));
    let first = move || {
        let leader = session.verdict().read().leader;
        leader.map_or_else(String::new, |at| format!("First now: {}.", quiz.gear(at).title))
    };
    el("fieldset")
        .class("picker")
        .with(el("legend").with(format!("Your view of {}: “{}”", of.short, on.name)))
        .with(choice("ours".to_owned(), ours, None))
        .with_all(each)
        .with(el("p").class("small").attr("role", "status").with(live_text(first)))
}

/// The mark beside a line that rests on a standing that is the visitor's.
pub fn yours_in(session: Session, gear: GearId, line: &Line) -> Option<Markup> {
    let quiz = session.quiz();
    let levels = session.levels().read();
    let mut ticked = quiz.question(line.question).ticked(line.ticks);
    let is_own = |effect: &Effect| levels.is_own(gear, effect.criterion);
    ticked.any(|choice| choice.effects.iter().any(is_own)).then(mark)
}

/// The mark beside a standing that is the visitor's.
pub fn yours(session: Session, gear: GearId, criterion: CriterionId) -> Option<Markup> {
    session.levels().read().is_own(gear, criterion).then(mark)
}

fn mark() -> Markup {
    el("span").class("yours").with(" your view").into()
}
