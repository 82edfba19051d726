//! The visitor's own standings beside the result, which follows them.

use leptos::prelude::*;

use crate::model::{CriterionId, GearId, OwnStanding};
use crate::nodes;
use crate::route::Route;
use crate::state::Session;
use crate::view::markup::{El, Markup, el, live};
use crate::view::page::own::own_level;
use crate::view::part::remembered::Remembered;
use crate::view::part::section::quiet_section;

/// The cell that is being changed, if one is.
pub type Editing = Remembered<Option<(GearId, CriterionId)>>;

/// The id of the place where a cell is changed.
const EDITOR: &str = "own-editor";

/// A button that opens the editor for one standing.
pub fn disagree(session: Session, editing: Editing, gear: GearId, criterion: CriterionId) -> El {
    let on_open = move |_| {
        editing.set(Some((gear, criterion)));
        session.focus(EDITOR);
    };
    let name = &session.quiz().criterion(criterion).name;
    el("button")
        .class("link screen")
        .attr("type", "button")
        .on("click", on_open)
        .with("Not so for you?")
        .with(el("span").class("said").with(": ").with(name))
}

/// The editor, and every standing that was changed.
pub fn own(editing: Editing) -> Markup {
    let session = Session::get();
    let editor = move || editing.get().map(|(gear, criterion)| own_level("own-", gear, criterion));
    let list = move || {
        let answers = session.answers().read();
        if answers.own().is_empty() {
            let table = Route::Guide(Some("compare".to_owned())).href();
            let words = "If a type is better or worse for you than we have it, say so here or ";
            let link = el("a").attr("href", table).with("in the table");
            let about = el("p").class("small").with(words).with(link);
            return about.with(". The result follows.").into();
        }
        let rows: Vec<OwnStanding> = answers.own().iter().collect();
        let rows = rows.into_iter().map(|own| row(session, editing, own));
        el("ul").class("rows small").with_all(rows).into()
    };
    let body = nodes![
        el("div").id(EDITOR).attr("tabindex", "-1").with(live(editor)),
        live::<Markup>(list),
    ];
    quiet_section("result", "own", "Your own view", "section quiet", body)
}

fn row(session: Session, editing: Editing, own: OwnStanding) -> El {
    let quiz = session.quiz();
    let (gear, criterion) = (quiz.gear(own.gear), quiz.criterion(own.criterion));
    let ours = criterion.phrase(gear.level(own.criterion));
    let words = format!(
        "{}, {}: “{}”; we have “{ours}”. ",
        gear.column,
        criterion.name,
        criterion.phrase(own.level)
    );
    let reset = move |_| {
        session.set_own(own.gear, own.criterion, None);
        editing.set(None);
        session.focus(&Route::anchor("result", "own"));
    };
    let reset = el("button").class("link").attr("type", "button").on("click", reset);
    el("li").attr("data-own", quiz.cell_id(own.gear, own.criterion)).with(words).with(
        reset.with("Take ours").with(el("span").class("said").with(": ").with(&criterion.name)),
    )
}
