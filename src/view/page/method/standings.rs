//! Every standing with its grade, reason and source.

use leptos::prelude::*;

use crate::content::Content;
use crate::model::{Criterion, CriterionId, Gear, Points};
use crate::route::Route;
use crate::state::Session;
use crate::view::page::sources;
use crate::view::part::claim::Sources;
use crate::view::part::mark::DotScale;
use crate::view::part::section::Section;

/// A table for each criterion.
#[component]
pub fn Standings() -> impl IntoView {
    let content = Session::get().content();
    let tables = content.quiz.criteria().map(|(at, criterion)| table(content, at, criterion));
    view! {
        <Section view="method" place="standings" title="Every standing, and why">
            {tables.collect_view()}
        </Section>
    }
}

fn table(
    content: &'static Content,
    at: CriterionId,
    criterion: &'static Criterion,
) -> impl IntoView {
    let rows = content.quiz.gears.iter().map(|gear| row(content, gear, at));
    view! {
        <div class="scroll" role="region" aria-label=criterion.name.as_str() tabindex="0">
            <table class="plain" id=Route::anchor("method", &criterion.id)>
                <caption>
                    <b>{criterion.name.as_str()}</b>
                    ". "
                    {criterion.about.as_str()}
                </caption>
                <thead>
                    <tr>
                        <th scope="col">"Type"</th>
                        <th scope="col">"Standing"</th>
                        <th scope="col">"Why"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn row(content: &'static Content, gear: &'static Gear, at: CriterionId) -> impl IntoView {
    let standing = &gear.standings[usize::from(at.0)];
    let level = standing.level.value();
    let figure = standing.figure.as_ref().map(|figure| format!(" Figure: {figure}."));
    view! {
        <tr>
            <th scope="row">{gear.column.as_str()}</th>
            <td class="standing">
                <DotScale standing=level />
                " "
                <span>{Points(i32::from(level)).to_string()}</span>
            </td>
            <td>
                {standing.why.plain()}
                {figure}
                " "
                <Sources grade=standing.grade sources=sources(content, &standing.sources) />
            </td>
        </tr>
    }
}
