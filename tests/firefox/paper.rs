//! The result, printed to PDF: its words, its link, and every number of its tables.

use serde_json::json;
use thirtyfour::common::print::{PrintPage, PrintParameters};
use xtask::pdf::{self, Order};

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// A4, in centimetres.
const PAPER: PrintPage = PrintPage { width: 21.0, height: 29.7 };

/// The text of the page as it is printed, without spaces, because lines break elsewhere.
#[track_caller]
fn printed(page: &Page) -> String {
    let options = PrintParameters { page: PAPER, ..PrintParameters::default() };
    let pdf = page.run(page.driver().print_page_base64(options));
    let pages = pdf::pages(&pdf, Order::File).expect("the PDF should be readable");
    squeezed(&pages.concat())
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

#[test]
fn result_prints_its_verdict_its_link_and_every_number() {
    visit("#/result", |page| {
        for name in ["01-stage-performer", "12-side-sleeper", "36-places-double"] {
            page.come_back_with(&Persona::named(name).document());
            let words = page.texts(".verdict :is(h1, .lede)");
            let link = page.wait("the link is shown", || page.attribute("#link", "value"));
            // The first cell of a row has its name; the others have numbers.
            let rows: Vec<String> = page.eval(
                "return [...document.querySelectorAll('#live table.plain tbody tr')]
                    .map((row) => [...row.cells].slice(1).map(words).join(''))",
                json!([]),
            );
            assert!(words.len() > 1 && rows.len() > 3, "{name}: {words:?} {rows:?}");
            let printed = printed(page);
            for text in words.iter().chain([&link]).chain(&rows) {
                assert!(printed.contains(&squeezed(text)), "{name}: “{text}” is missing");
            }
            for (id, (points, out)) in page.reading().types {
                let points = content::signed(points);
                assert!(out.is_some() || printed.contains(&points), "{name}: {id} has {points}");
            }
        }
    });
}
