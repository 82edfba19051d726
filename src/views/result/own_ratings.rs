//! The visitor's own ratings beside the result, which follows them.

use leptos::prelude::*;

use crate::components::remembered::Remembered;
use crate::components::section::quiet_section;
use crate::markup::{El, Markup, el, live};
use crate::model::{CriterionId, DeviceTypeId, OwnRating};
use crate::nodes;
use crate::route::Route;
use crate::state::Session;
use crate::views::own_rating::own_rating;

/// The cell that is being changed, if one is.
pub type Editing = Remembered<Option<(DeviceTypeId, CriterionId)>>;

/// The id of the place where a cell is changed.
const EDITOR: &str = "own-editor";

/// A button that opens the editor for one rating.
pub fn disagree(
    session: Session,
    editing: Editing,
    device_type: DeviceTypeId,
    criterion: CriterionId,
) -> El {
    let on_open = move |_| {
        editing.set(Some((device_type, criterion)));
        session.focus(EDITOR);
    };
    let name = &session.quiz().criterion(criterion).name;
    el("button")
        .class("link screen")
        .attr("type", "button")
        .on("click", on_open)
        .with("Not so for you?")
        .with(el("span").class("visually-hidden").with(": ").with(name))
}

/// The editor, and every rating that was changed.
pub fn own(editing: Editing) -> Markup {
    let session = Session::get();
    let editor = move || {
        editing.get().map(|(device_type, criterion)| own_rating("own-", device_type, criterion))
    };
    let list = move || {
        let answers = session.answers().read();
        if answers.own_ratings().is_empty() {
            let table = Route::Guide(Some("compare".to_owned())).href();
            let words = "If a type is better or worse for you than we have it, say so here or ";
            let link = el("a").attr("href", table).with("in the table");
            let about = el("p").class("small").with(words).with(link);
            return about.with(". The result follows.").into();
        }
        let rows: Vec<OwnRating> = answers.own_ratings().iter().collect();
        let rows = rows.into_iter().map(|own| row(session, editing, own));
        el("ul").class("rows small").with_all(rows).into()
    };
    let body = nodes![
        el("div").id(EDITOR).attr("tabindex", "-1").with(live(editor)),
        live::<Markup>(list),
    ];
    quiet_section("result", "own", "Your own view", "section quiet", body)
}

fn row(session: Session, editing: Editing, own: OwnRating) -> El {
    let quiz = session.quiz();
    let (device_type, criterion) =
        (quiz.device_type(own.device_type), quiz.criterion(own.criterion));
    let ours = criterion.phrase(device_type.rating(own.criterion));
    let words = format!(
        "{}, {}: “{}”; we have “{ours}”. ",
        device_type.column,
        criterion.name,
        criterion.phrase(own.rating)
    );
    let reset = move |_| {
        session.set_own_rating(own.device_type, own.criterion, None);
        editing.set(None);
        session.focus(&Route::anchor("result", "own"));
    };
    let reset = el("button").class("link").attr("type", "button").on("click", reset);
    el("li").attr("data-own", quiz.cell_id(own.device_type, own.criterion)).with(words).with(
        reset
            .with("Take ours")
            .with(el("span").class("visually-hidden").with(": ").with(&criterion.name)),
    )
}
