//! Printing: the result with all of its numbers on two pages, and the guide as an article.

use serde_json::{Map, Value, json};
use xtask::pdf::{self, Order};

use crate::content;
use crate::fonts::Fonts;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::{Setup, visit};

impl Page {
    /// Prints to PDF and returns the text of each page.
    #[track_caller]
    pub fn printed(&self, order: Order) -> Vec<String> {
        let options = json!({ "preferCSSPageSize": true, "displayHeaderFooter": false });
        let printed = self.send("Page.printToPDF", options);
        let data = printed["data"].as_str().expect("the browser should return a PDF");
        pdf::pages(data, order).expect("the PDF should be readable")
    }
}

/// Removes spaces, soft hyphens and check boxes, because a printed text has other line breaks.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"\u{ad}☐".contains(*c)).collect()
}

/// Texts of controls, which are useful only on a screen.
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
fn prints_no_controls(page: &Page, printed: &str) {
    for words in CONTROLS {
        assert!(!printed.contains(&squeezed(words)), "“{words}” is printed");
    }
    page.send("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let controls: Vec<String> = page.eval(
        "return all('nav, summary:not(.fold > *), button:not(.term, .opener), input:not(.ticks input)')
            .map(words)",
        json!([]),
    );
    let clipped: Vec<String> = page.eval(
        "return all('main .scroll').filter((e) => getComputedStyle(e).overflowY !== 'visible'
            || e.scrollHeight > e.clientHeight + 1).map((e) => e.getAttribute('aria-label'))",
        json!([]),
    );
    page.send("Emulation.setEmulatedMedia", json!({ "media": "" }));
    assert_eq!(controls, [""; 0], "controls are printed");
    assert_eq!(clipped, [""; 0], "tables are clipped or overflow");
}

/// The table rows and the sentences of the result on the screen.
fn result_texts(page: &Page) -> (Vec<String>, Vec<String>) {
    let rows = "return [...document.querySelectorAll('#live table.plain tbody tr')].map(
        (row) => [...row.cells].slice(1).map(words).join(''))";
    let sentences = "
        const parts = '.fold:not([aria-labelledby=result-answers], [aria-labelledby=result-keep])';
        const within = `${parts} > .fold-body`;
        return all(`.verdict :is(h1, .lede, .take), .apart p, .all-types .rows > *,
            .reasons li:nth-child(-n + 3), .reasons b, ${parts} h3, ${parts} h4,
            ${within} :is(.rows, .sheet, .ticks) > *,
            ${within} p:not(.actions, .order, .chart-reading, .screen, .bars p)`)
        .map((e) => {
            const copy = e.cloneNode(true);
            copy.querySelectorAll('.screen, .link, .visually-hidden, .term-note, .actions, a:not(.source)')
                .forEach((at) => at.remove());
            return words(copy);
        })";
    (page.eval(rows, json!([])), page.eval(sentences, json!([])))
}

/// Prints the result, and fails unless all of its texts and numbers are on at most two pages.
#[track_caller]
fn prints_completely(page: &Page, name: &str) {
    let pages = page.printed(Order::File);
    let printed = squeezed(&pages.concat());
    let (rows, sentences) = result_texts(page);
    assert!(rows.len() > 3 && sentences.len() > 8, "{name}: {rows:?} {sentences:?}");
    for text in rows.iter().chain(&sentences) {
        assert!(printed.contains(&squeezed(text)), "{name}: “{text}” is missing");
    }
    for (id, (points, out)) in page.reading().types {
        let points = content::signed(points);
        assert!(out.is_some() || printed.contains(&points), "{name}: {id} has {points}");
    }
    // The head-to-head chart has the lead for each answer.
    let leads: Vec<String> = page.eval(
        "return all('[data-versus]').map(
            (e) => words(e.querySelector('.small')) + words(e.querySelector('.points')))",
        json!([]),
    );
    let remaining = page.reading().types.values().filter(|(_, out)| out.is_none()).count();
    assert_eq!(leads.is_empty(), remaining < 2, "{name}");
    for lead in leads {
        assert!(printed.contains(&squeezed(&lead)), "{name}: “{lead}” is missing");
    }
    // The imprint has the date, the version of the content, and the link.
    let link: String = page.eval("return document.getElementById('link').value", json!([]));
    let date: String = page.eval(
        "const now = new Date(), two = (n) => String(n).padStart(2, '0');
         return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')",
        json!([]),
    );
    let (_, imprint) = printed.split_once(&format!("{date}·content")).expect("the date is printed");
    let (version, address) = imprint.split_once('·').expect("the version is printed");
    let is_hash = version.len() == 8 && version.chars().all(|c| c.is_ascii_hexdigit());
    assert!(is_hash, "{name}: `{version}` is not the version of the content");
    let is_whole = link.contains("#/result?a=2") && address.starts_with(&squeezed(&link));
    assert!(is_whole, "{name}: “{link}” is missing");
    assert!(pages.len() <= 2, "{name}: {} pages", pages.len());
    prints_no_controls(page, &printed);
}

fn prints_every_persona(fonts: Fonts) {
    Setup::default().fonts(fonts).run(|page| {
        page.open("#/result");
        for persona in Persona::all().iter().filter(|at| !at.leaders.is_empty()) {
            page.come_back_with(&persona.document());
            prints_completely(page, &format!("{} in {}", persona.name, fonts.family()));
        }
    });
}

#[test]
fn result_prints_completely_on_two_pages() {
    prints_every_persona(Fonts::DejaVu);
}

#[test]
fn result_prints_completely_on_two_pages_in_narrow_letters() {
    prints_every_persona(Fonts::Liberation);
}

#[test]
fn result_prints_completely_on_two_pages_in_tall_lines() {
    prints_every_persona(Fonts::Noto);
}

#[test]
fn result_of_a_complete_quiz_prints_on_two_pages() {
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
        prints_completely(page, "everything");
    });
}

#[test]
fn missing_numbers_are_detected() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("36-places-double").document());
        let hide = "const sheet = new CSSStyleSheet();
            sheet.replaceSync('@media print { table.plain tr:nth-child(2) { display: none } }');
            document.adoptedStyleSheets = [sheet]";
        page.eval::<()>(hide, json!([]));
        let printed = squeezed(&page.printed(Order::File).concat());
        let (rows, _) = result_texts(page);
        assert!(rows.iter().any(|row| !printed.contains(&squeezed(row))));
    });
}

#[test]
fn guide_prints_as_an_article() {
    visit("#/", |page| {
        let printed = squeezed(&page.printed(Order::File).concat());
        for section in content::guide().sections {
            for text in section.body.into_iter().filter_map(|at| at.heading.or(at.fact).or(at.take))
            {
                let text = content::plain(&text);
                assert!(printed.contains(&squeezed(&text)), "“{text}” is missing");
            }
            assert!(printed.contains(&squeezed(&section.title)), "“{}” is missing", section.title);
        }
        assert!(
            !printed.contains(&squeezed(&content::context_question().title)),
            "the quiz is printed with the guide"
        );
        prints_no_controls(page, &printed);
    });
}

#[test]
fn print_is_offered_only_where_the_browser_can_print() {
    let document = Persona::named("02-commuter").document();
    let offered = |page: &Page| {
        page.open("#/result");
        page.come_back_with(&document);
        page.count("[aria-labelledby=result-keep] .prints")
    };
    Setup::default().run(|page| {
        assert_eq!(offered(page), 1);
        assert_eq!(page.text("[aria-labelledby=result-keep] .prints"), "Print this result");
    });
    for missing in ["delete window.print", "window.print = undefined", "window.print = null"] {
        Setup::default().inject(missing).run(|page| assert_eq!(offered(page), 0, "{missing}"));
    }
}
