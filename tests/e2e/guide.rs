//! The guide: everything the content says is on the page, marked as fact or take.

use serde::Deserialize;
use serde_json::json;

use crate::content::{self, Block};
use crate::page::Page;
use crate::session::visit;

/// An element of the guide as a visitor finds it.
#[derive(Debug, Deserialize)]
struct Shown {
    words: String,
    class: String,
    label: String,
    evidence: String,
    links: Vec<String>,
}

fn shown(page: &Page, place: &str) -> Shown {
    let script = "
        const e = document.getElementById(a[0]);
        if (!e || !shown(e) || !e.closest('#guide')) return null;
        const label = e.querySelector('.take-label');
        return {
            words: words(e), class: e.className, label: label ? words(label) : '',
            evidence: [...e.querySelectorAll('.source')].map(words).join('; '),
            links: [...e.querySelectorAll('a.source')].map((link) => link.getAttribute('href')),
        }";
    let found: Option<Shown> = page.eval(script, json!([format!("/guide/{place}")]));
    found.unwrap_or_else(|| panic!("`{place}` is not visible in the guide"))
}

#[test]
fn the_guide_opens_first_with_its_title() {
    visit("", |page| {
        assert_eq!(page.attribute("main", "data-view").as_deref(), Some("guide"));
        assert_eq!(page.heading(), content::guide().title);
        assert_eq!(page.attribute("html", "data-app").as_deref(), Some("ready"));
    });
}

#[test]
fn every_section_of_the_guide_has_its_heading_and_all_its_words() {
    visit("#/", |page| {
        let headings = page.texts("#guide :is(h2, h3)");
        for section in content::guide().sections {
            assert!(headings.contains(&section.title), "no heading “{}”", section.title);
            assert_eq!(shown(page, &section.id).words, section.title);
            for block in section.body {
                let text = block.heading.as_ref().or(block.fact.as_ref()).or(block.take.as_ref());
                let text = content::plain(text.expect("a block says something"));
                let words = shown(page, &block.id).words;
                assert!(words.contains(&text), "`{}`: “{text}” is not in “{words}”", block.id);
            }
        }
    });
}

#[test]
fn every_type_is_presented_in_the_guide() {
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
fn every_fact_carries_its_sources_or_the_word_for_its_grade() {
    visit("#/", |page| {
        let sources = content::sources();
        for block in blocks(|block| block.fact.is_some()) {
            let at = shown(page, &block.id);
            let grade = content::grade_name(block.grade.as_deref().expect("a fact has a grade"));
            assert!(at.class.contains("fact"), "`{}` is not marked as a fact", block.id);
            assert!(at.evidence.contains(grade), "`{}`: {grade} not in {at:?}", block.id);
            let urls: Vec<&String> = block.sources.iter().map(|id| &sources[id]).collect();
            assert_eq!(at.links.iter().collect::<Vec<_>>(), urls, "`{}`", block.id);
        }
    });
}

#[test]
fn every_take_says_that_it_is_one() {
    visit("#/", |page| {
        let takes = blocks(|block| block.take.is_some());
        for block in &takes {
            let at = shown(page, &block.id);
            assert_eq!(at.label, "Our take", "`{}`", block.id);
            assert!(!at.class.contains("fact"), "`{}` looks like a fact", block.id);
        }
        let labels = page.texts("#guide .take-label");
        assert_eq!(labels.len(), takes.len(), "only takes are labelled");
    });
}

fn blocks(wanted: impl Fn(&Block) -> bool) -> Vec<Block> {
    let sections = content::guide().sections.into_iter();
    sections.flat_map(|section| section.body).filter(|block| wanted(block)).collect()
}

#[test]
fn a_term_explains_itself_in_place_and_closes_again() {
    visit("#/", |page| {
        let term = "#guide .fact .term";
        let note = page.attribute(term, "aria-controls").expect("a term controls its note");
        let is_open = |expected: &str| {
            let condition = format!(
                "document.querySelector('{term}').getAttribute('aria-expanded') === '{expected}'
                 && shown(document.getElementById('{note}')) === {expected}"
            );
            page.until(&format!("its note is open: {expected}"), &condition);
        };
        is_open("false");
        page.click(term);
        is_open("true");
        page.click(term);
        is_open("false");
    });
}

#[test]
fn every_term_on_the_page_has_its_own_note() {
    visit("#/", |page| {
        let script = "
            const terms = [...document.querySelectorAll('.term')];
            const notes = terms.map((e) => e.getAttribute('aria-controls'));
            const isMissing = (id) => !document.getElementById(id);
            return [terms.length, notes.filter(isMissing), notes.length - new Set(notes).size]";
        let (count, missing, shared): (usize, Vec<String>, usize) = page.eval(script, json!([]));
        assert!(count > 30, "only {count} terms");
        assert_eq!((missing, shared), (vec![], 0));
    });
}

#[test]
fn the_button_of_the_guide_leads_to_the_first_question() {
    visit("#/", |page| {
        page.click_named("#guide a", "Find your type");
        page.until_view("quiz");
        page.until_heading(&content::places().title);
        assert_eq!(page.count("#guide"), 0, "the guide makes room");
    });
}
