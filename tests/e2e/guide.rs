//! The guide shows all of its content, and marks each block as a fact or as our take.

use serde::Deserialize;
use serde_json::json;

use crate::content::{self, Block};
use crate::page::Page;
use crate::session::visit;

/// The visible parts of an element of the guide.
#[derive(Debug, Deserialize)]
struct Element {
    words: String,
    class: String,
    label: String,
    evidence: String,
    links: Vec<String>,
}

/// Reads the visible element of the guide with this section or block id.
#[track_caller]
fn element(page: &Page, id: &str) -> Element {
    let script = "
        const e = document.getElementById(a[0]);
        if (!e || !shown(e) || !e.closest('#guide')) return null;
        const label = e.querySelector('.take-label');
        return {
            words: words(e), class: e.className, label: label ? words(label) : '',
            evidence: [...e.querySelectorAll('.source')].map(words).join('; '),
            links: [...e.querySelectorAll('a.source')].map((link) => link.getAttribute('href')),
        }";
    let found: Option<Element> = page.eval(script, json!([format!("/guide/{id}")]));
    found.unwrap_or_else(|| panic!("`{id}` is not visible in the guide"))
}

#[test]
fn guide_is_the_default_view() {
    visit("", |page| {
        assert_eq!(page.attribute("main", "data-view").as_deref(), Some("guide"));
        assert_eq!(page.heading(), content::guide().title);
        assert_eq!(page.attribute("html", "data-app").as_deref(), Some("ready"));
    });
}

#[test]
fn guide_shows_every_section_with_its_full_text() {
    visit("#/", |page| {
        let headings = page.texts("#guide :is(h2, h3)");
        for section in content::guide().sections {
            assert!(headings.contains(&section.title), "no heading “{}”", section.title);
            assert_eq!(element(page, &section.id).words, section.title);
            for block in section.body {
                let text = block.heading.as_ref().or(block.fact.as_ref()).or(block.take.as_ref());
                let text = content::plain(text.expect("a block should have text"));
                let words = element(page, &block.id).words;
                assert!(words.contains(&text), "`{}`: “{text}” is not in “{words}”", block.id);
            }
        }
    });
}

#[test]
fn guide_presents_every_type() {
    visit("#/", |page| {
        let words = page.text("#guide");
        for device_type in content::device_types() {
            assert!(words.contains(&device_type.title), "{} has no title", device_type.id);
            assert!(words.contains(&device_type.summary), "{} has no summary", device_type.id);
        }
        assert_eq!(page.count("#guide li.type"), content::DEVICE_TYPES.len());
    });
}

#[test]
fn facts_show_their_grade_and_sources() {
    visit("#/", |page| {
        let sources = content::sources();
        for block in blocks(|block| block.fact.is_some()) {
            let shown = element(page, &block.id);
            let grade =
                content::grade_name(block.grade.as_deref().expect("a fact should have a grade"));
            assert!(shown.class.contains("fact"), "`{}` is not marked as a fact", block.id);
            assert!(shown.evidence.contains(grade), "`{}`: {grade} not in {shown:?}", block.id);
            let urls: Vec<&String> = block.sources.iter().map(|id| &sources[id]).collect();
            assert_eq!(shown.links.iter().collect::<Vec<_>>(), urls, "`{}`", block.id);
        }
    });
}

#[test]
fn takes_are_labelled_and_facts_are_not() {
    visit("#/", |page| {
        let takes = blocks(|block| block.take.is_some());
        for block in &takes {
            let shown = element(page, &block.id);
            assert_eq!(shown.label, "Our take", "`{}`", block.id);
            assert!(!shown.class.contains("fact"), "`{}` looks like a fact", block.id);
        }
        let labels = page.texts("#guide .take-label");
        assert_eq!(labels.len(), takes.len(), "only takes should have the label");
    });
}

/// The blocks of all sections that `wanted` selects.
fn blocks(wanted: impl Fn(&Block) -> bool) -> Vec<Block> {
    let sections = content::guide().sections.into_iter();
    sections.flat_map(|section| section.body).filter(|block| wanted(block)).collect()
}

#[test]
fn clicking_a_term_toggles_its_note() {
    visit("#/", |page| {
        let term = "#guide .fact .term";
        let note = page.attribute(term, "aria-controls").expect("a term should control its note");
        let until_open = |expected: &str| {
            let condition = format!(
                "document.querySelector('{term}').getAttribute('aria-expanded') === '{expected}'
                 && shown(document.getElementById('{note}')) === {expected}"
            );
            page.until(&format!("the note is open: {expected}"), &condition);
        };
        until_open("false");
        page.click(term);
        until_open("true");
        page.click(term);
        until_open("false");
    });
}

#[test]
fn every_term_has_a_note_of_its_own() {
    visit("#/", |page| {
        let script = "
            const terms = [...document.querySelectorAll('.term')];
            const notes = terms.map((e) => e.getAttribute('aria-controls'));
            const isMissing = (id) => !document.getElementById(id);
            return [terms.length, notes.filter(isMissing), notes.length - new Set(notes).size]";
        let (count, missing, shared): (usize, Vec<String>, usize) = page.eval(script, json!([]));
        assert!(count > 30, "found only {count} terms");
        assert_eq!((missing, shared), (vec![], 0));
    });
}

#[test]
fn start_button_leads_to_the_first_step_of_the_quiz() {
    visit("#/", |page| {
        page.click_named("#guide a", "Find your type");
        page.until_view("quiz");
        page.until_heading(&content::context_question().title);
        assert_eq!(page.count("#guide"), 0, "the guide should be hidden");
    });
}
