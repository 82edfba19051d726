//! Every address leads to its view; any other to words and a way back.

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::session::visit;

const NAME: &str = "Headphones or IEMs";

fn is_at(page: &Page, view: &str, title: &str) {
    assert_eq!(page.attribute("main", "data-view").as_deref(), Some(view), "{}", page.hash());
    assert_eq!(page.title(), format!("{title} – {NAME}"), "{}", page.hash());
    assert_eq!(page.count("main h1"), 1, "{} has one heading", page.hash());
}

#[test]
fn each_view_opens_directly_with_its_own_title_and_one_heading() {
    let guide = "Headphones or in-ear monitors: which should you get?";
    let views = [
        ("", "guide", guide),
        ("#/", "guide", guide),
        ("#/guide/sound", "guide", guide),
        ("#/quiz/importance", "quiz", "What counts most"),
        ("#/quiz/all", "quiz", "All questions"),
        ("#/result", "result", "Your result"),
        ("#/result/answers", "result", "Your result"),
        ("#/method", "method", "How it works"),
        ("#/method/rumble", "method", "How it works"),
    ];
    visit("", |page| {
        for (hash, view, title) in views {
            page.open(hash);
            is_at(page, view, title);
        }
        page.open("#/quiz");
        assert_eq!(page.attribute("main", "data-view").as_deref(), Some("quiz"));
        assert_eq!(page.heading(), content::places().title);
    });
}

#[test]
fn each_step_of_the_quiz_opens_directly() {
    visit("", |page| {
        for (at, (id, heading)) in content::steps().into_iter().enumerate() {
            page.open(&format!("#/quiz/{id}"));
            let title = format!("Question {at} of 13");
            is_at(page, "quiz", if at == 0 { "First: your places" } else { &title });
            assert_eq!(page.heading(), heading);
        }
    });
}

#[test]
fn the_links_at_the_top_go_to_the_views_and_mark_where_one_is() {
    visit("", |page| {
        for (name, view) in [("Quiz", "quiz"), ("How it works", "method"), ("Guide", "guide")] {
            page.click_named("nav a", name);
            page.until_view(view);
            page.wait("the link is marked", || {
                (page.texts("nav [aria-current=page]") == [name]).then_some(())
            });
            page.until("focus is on the heading", "document.activeElement?.matches('main h1')");
        }
    });
}

#[test]
fn a_place_within_a_view_is_scrolled_to_and_has_focus() {
    visit("", |page| {
        for place in ["/guide/sound", "/guide/for-gaming", "/method/rumble", "/method/sources"] {
            page.open(&format!("#{place}"));
            let here = format!("document.getElementById('{place}')");
            page.until(
                &format!("{place} is in sight"),
                &format!(
                    "shown({here}) && {here}.getBoundingClientRect().top >= -5
                          && {here}.getBoundingClientRect().top < innerHeight"
                ),
            );
            page.until(
                &format!("{place} has focus"),
                &format!(
                    "{here} === document.activeElement || {here}.contains(document.activeElement)"
                ),
            );
        }
    });
}

#[test]
fn what_is_not_there_says_so_and_leads_back() {
    visit("", |page| {
        for hash in ["#/noise", "#/shortlist", "#/nonsense", "#/quiz/nope", "#/guide/nope"] {
            page.open(hash);
            is_at(page, "not-found", "Page not found");
            page.click("main a[href='#/']");
            page.until_view("guide");
            page.back();
            page.until_view("not-found");
            page.click("main a[href='#/quiz']");
            page.until_view("quiz");
        }
    });
}

#[test]
fn no_link_leads_nowhere() {
    visit("", |page| {
        let script = "return [...document.querySelectorAll('a[href^=\"#/\"]')].map((e) => e.getAttribute('href'))";
        let mut hashes: Vec<String> = Vec::new();
        for view in ["#/", "#/quiz", "#/quiz/all", "#/quiz/importance", "#/result"] {
            page.open(view);
            hashes.extend(page.eval::<Vec<String>>(script, json!([])));
        }
        hashes.sort();
        hashes.dedup();
        assert!(hashes.len() > 5, "{hashes:?}");
        for hash in hashes {
            page.open(&hash);
            assert_ne!(page.attribute("main", "data-view").as_deref(), Some("not-found"), "{hash}");
        }
    });
}

#[test]
fn ids_are_unique_in_every_view() {
    visit("", |page| {
        let script = "
            const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
            return ids.filter((id, at) => ids.indexOf(id) !== at)";
        for view in ["#/", "#/quiz", "#/quiz/all", "#/quiz/importance", "#/result", "#/method"] {
            page.open(view);
            let twice: Vec<String> = page.eval(script, json!([]));
            assert_eq!(twice, Vec::<String>::new(), "{view}");
        }
    });
}
