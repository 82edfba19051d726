//! Ratings that the visitor sees differently: the control, and the mark they carry everywhere.

use leptos::prelude::*;

use crate::markup::{El, Markup, el, live_text};
use crate::model::{BreakdownLine, CriterionId, DeviceTypeId, Effect, Rating};
use crate::state::Session;

/// The control for one rating. `scope` goes before the name of its radios, so that two copies on
/// one page do not share them.
pub fn own_rating(scope: &'static str, device_type: DeviceTypeId, criterion: CriterionId) -> El {
    let session = Session::get();
    let quiz = session.quiz();
    let (of, on) = (quiz.device_type(device_type), quiz.criterion(criterion));
    let name = format!("{scope}{}", quiz.cell_id(device_type, criterion));
    let own = move || session.answers().read().own_ratings().get(device_type, criterion);
    let option = |value: String, words: String, rating: Option<Rating>| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", name.clone())
            .attr("value", value)
            .checked(move || own() == rating)
            .on("change", move |_| session.set_own_rating(device_type, criterion, rating));
        el("label").class("tick").with(input).with(el("span").with(words))
    };
    let ours = format!("as we have it: {}", on.phrase(of.rating(criterion)));
    let ratings = (-2..=2).filter_map(Rating::new);
    let each = ratings
        .map(|at| option(i32::from(at.value()).to_string(), on.phrase(at).to_owned(), Some(at)));
    let first = move || {
        let leader = session.verdict().read().leader;
        leader.map_or_else(String::new, |at| format!("First now: {}.", quiz.device_type(at).title))
    };
    el("fieldset")
        .class("picker")
        .with(el("legend").with(format!("Your view of {}: “{}”", of.short, on.name)))
        .with(option("ours".to_owned(), ours, None))
        .with_all(each)
        .with(el("p").class("small").attr("role", "status").with(live_text(first)))
}

/// The mark beside a line that rests on a rating that is the visitor's.
pub fn yours_in(
    session: Session,
    device_type: DeviceTypeId,
    line: &BreakdownLine,
) -> Option<Markup> {
    let quiz = session.quiz();
    let ratings = session.ratings().read();
    let mut selected = quiz.question(line.question).selected(line.selection);
    let is_own = |effect: &Effect| ratings.is_own(device_type, effect.criterion);
    selected.any(|option| option.effects.iter().any(is_own)).then(mark)
}

/// The mark beside a rating that is the visitor's.
pub fn yours(
    session: Session,
    device_type: DeviceTypeId,
    criterion: CriterionId,
) -> Option<Markup> {
    session.ratings().read().is_own(device_type, criterion).then(mark)
}

fn mark() -> Markup {
    el("span").class("yours").with(" your view").into()
}
