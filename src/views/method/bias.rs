//! What answers at random lead to, and what would put each type first.

use crate::components::section::section;
use crate::content::BiasReport;
use crate::markup::{El, Markup, el};
use crate::nodes;
use crate::state::Session;
use crate::views::guide::types::enough;

/// The report as a table.
pub fn bias(report: &BiasReport) -> Markup {
    let quiz = Session::get().quiz();
    let words = format!(
        "We drew {} sets of answers at random: each option equally often, each place “never” three \
         times in five. This often each type came first. A fair table need not be even, but no \
         type should win almost always or almost never.",
        thousands(report.draws)
    );
    let mut body = el("tbody");
    for ((at, device_type), share) in quiz.device_types().zip(&report.leads) {
        body = body.with(row(&device_type.column, *share, enough(quiz, at)));
    }
    let none = |name, share| row(name, share, String::new());
    let body = body
        .with(none("Nothing separates the types", report.undecided))
        .with(none("Everything is ruled out", report.conflict));
    let heads = ["Result", "In 100", "Answers that alone are enough"];
    let head = el("tr").with_all(heads.map(|head| el("th").attr("scope", "col").with(head)));
    let name = "How often random answers lead to each result";
    let table = el("table")
        .class("plain")
        .with(el("caption").class("visually-hidden").with(name))
        .with(el("thead").with(head))
        .with(body);
    let scroll = el("div").class("scroll").attr("role", "region");
    let scroll = scroll.attr("aria-label", name).attr("tabindex", "0").with(table);
    section("method", "bias", "What random answers lead to", nodes![el("p").with(words), scroll])
}

/// A row; `share` in hundredths of a percent, shown in tenths.
fn row(name: impl Into<Markup>, share: u32, enough: String) -> El {
    let tenths = (share + 5) / 10;
    let share = format!("{}.{}", tenths / 10, tenths % 10);
    el("tr")
        .with(el("th").attr("scope", "row").with(name))
        .with(el("td").class("number").with(share))
        .with(el("td").with(enough))
}

fn thousands(number: u32) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}
