//! What the printer gives: the result with every number, the guide as an article, the quiz on paper.

use serde_json::{Map, Value, json};
use xtask::pdf::{self, Order};

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

impl Page {
    /// The words of each page that would be printed.
    #[track_caller]
    pub fn printed(&self, order: Order) -> Vec<String> {
        let wishes = json!({ "preferCSSPageSize": true, "displayHeaderFooter": false });
        let answer = self.send("Page.printToPDF", wishes);
        let data = answer["data"].as_str().expect("the browser gives a PDF");
        pdf::pages(data, order).expect("it can be read")
    }
}

/// A text without spaces and breaks, which a printed line has elsewhere; a box to tick is none.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"\u{ad}☐".contains(*c)).collect()
}

/// What only a screen can use.
const CONTROLS: [&str; 9] = [
    "Skip to the content",
    "How it works",
    "Colours:",
    "Try it",
    "Start again",
    "Not so for you?",
    "Keep this result",
    "Show every line",
    "Against Open",
];

#[track_caller]
fn no_navigation(page: &Page, printed: &str) {
    for words in CONTROLS {
        assert!(!printed.contains(&squeezed(words)), "“{words}” is printed");
    }
    page.send("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let controls: Vec<String> = page.eval(
        "return all('nav, summary, button:not(.term, .opener), input:not(.ticks input)').map(words)",
        json!([]),
    );
    let cut: Vec<String> = page.eval(
        "return all('main .scroll').filter((e) => getComputedStyle(e).overflowY !== 'visible'
            || e.scrollHeight > e.clientHeight + 1).map((e) => e.getAttribute('aria-label'))",
        json!([]),
    );
    page.send("Emulation.setEmulatedMedia", json!({ "media": "" }));
    assert_eq!(controls, [""; 0], "controls are printed");
    assert_eq!(cut, [""; 0], "tables are cut off or run over what follows");
}

/// Every number and sentence of a result, as the page has them.
fn said(page: &Page) -> (Vec<String>, Vec<String>) {
    let rows = "return [...document.querySelectorAll('#live table.plain tbody tr')].map(
        (row) => [...row.cells].slice(1).map(words).join(''))";
    let sentences = "return all(`.verdict :is(h1, .lede), .reasons li, #live .section h3,
        .result-main .section :is(.rows, .sheet, .ticks) > *, .result-main .section > p:not(.actions)`)
        .map((e) => {
            const copy = e.cloneNode(true);
            copy.querySelectorAll('.screen, .link, .visually-hidden, .actions, a:not(.source)').forEach((at) => at.remove());
            return words(copy);
        })";
    (page.eval(rows, json!([])), page.eval(sentences, json!([])))
}

#[track_caller]
fn is_whole(page: &Page, name: &str) {
    let pages = page.printed(Order::File);
    let printed = squeezed(&pages.concat());
    let (rows, sentences) = said(page);
    assert!(rows.len() > 3 && sentences.len() > 8, "{name}: {rows:?} {sentences:?}");
    for text in rows.iter().chain(&sentences) {
        assert!(printed.contains(&squeezed(text)), "{name}: no “{text}”");
    }
    for (id, (points, out)) in page.reading().types {
        let points = content::signed(points);
        assert!(out.is_some() || printed.contains(&points), "{name}: {id} has {points}");
    }
    // Head to head: each answer with its lead.
    let leads: Vec<String> = page.eval(
        "return all('[data-versus]').map(
            (e) => words(e.querySelector('.small')) + words(e.querySelector('.points')))",
        json!([]),
    );
    let remaining = page.reading().types.values().filter(|(_, out)| out.is_none()).count();
    assert_eq!(leads.is_empty(), remaining < 2, "{name}");
    for lead in leads {
        assert!(printed.contains(&squeezed(&lead)), "{name}: no “{lead}”");
    }
    // Where it comes from: the day, the version of the content, and the link.
    let link: String = page.eval("return document.getElementById('link').value", json!([]));
    let day: String = page.eval(
        "const now = new Date(), two = (n) => String(n).padStart(2, '0');
         return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')",
        json!([]),
    );
    let imprint = format!("{day}·content{}·{}", content::rules().version, squeezed(&link));
    assert!(link.contains("#/result?a=1-") && printed.contains(&imprint), "{name}: no “{imprint}”");
    assert!(pages.len() <= 2, "{name}: {} pages", pages.len());
    no_navigation(page, &printed);
}

#[test]
fn a_printed_result_has_every_number_and_no_navigation_on_two_pages() {
    visit("#/result", |page| {
        for persona in Persona::all().iter().filter(|at| !at.leaders.is_empty()) {
            page.come_back_with(&persona.document());
            is_whole(page, &persona.name);
        }
    });
}

#[test]
fn whoever_answers_every_question_and_five_places_gets_two_pages_too() {
    let contexts: Vec<String> = content::contexts().into_iter().map(|context| context.id).collect();
    let answers: Map<String, Value> = content::controls()
        .into_iter()
        .filter(|(id, _)| !contexts.contains(id) || contexts[..5].contains(id))
        .map(|(id, values)| (id, json!({ "chose": [values[values.len() - 2]] })))
        .collect();
    let document = json!({ "version": 1, "answers": answers, "importance": {} }).to_string();
    visit("#/result", |page| {
        page.come_back_with(&document);
        assert!(page.count(".breakdown:not([data-rival]) > [data-line]") >= 18);
        is_whole(page, "everything");
    });
}

#[test]
fn a_number_that_is_not_printed_is_missed() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("36-places-double").document());
        let hide = "const sheet = new CSSStyleSheet();
            sheet.replaceSync('@media print { table.plain tr:nth-child(2) { display: none } }');
            document.adoptedStyleSheets = [sheet]";
        page.eval::<()>(hide, json!([]));
        let printed = squeezed(&page.printed(Order::File).concat());
        let (rows, _) = said(page);
        assert!(rows.iter().any(|row| !printed.contains(&squeezed(row))));
    });
}

#[test]
fn the_guide_is_printed_as_an_article() {
    visit("#/", |page| {
        let printed = squeezed(&page.printed(Order::File).concat());
        for section in content::guide().sections {
            for text in section.body.into_iter().filter_map(|at| at.heading.or(at.fact).or(at.take))
            {
                let text = content::plain(&text);
                assert!(printed.contains(&squeezed(&text)), "no “{text}”");
            }
            assert!(printed.contains(&squeezed(&section.title)), "no “{}”", section.title);
        }
        assert!(!printed.contains(&squeezed(&content::places().title)), "no quiz in the guide");
        no_navigation(page, &printed);
    });
}
