//! Every route opens its view, and unknown addresses show a page with links back.

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::session::visit;

const NAME: &str = "Headphones or IEMs";

/// Checks the view, its title, and that it has exactly one heading.
#[track_caller]
fn check_view(page: &Page, view: &str, title: &str) {
    assert_eq!(page.attribute("main", "data-view").as_deref(), Some(view), "{}", page.hash());
    assert_eq!(page.title(), format!("{title} – {NAME}"), "{}", page.hash());
    assert_eq!(page.count("main h1"), 1, "headings of {}", page.hash());
}

#[test]
fn each_view_opens_directly_with_its_title_and_heading() {
    let guide = "Headphones or in-ear monitors: which should you get?";
    let views = [
        ("", "guide", guide),
        ("#/", "guide", guide),
        ("#/guide/sound", "guide", guide),
        ("#/quiz/importance", "quiz", "What counts most"),
        ("#/quiz/all", "quiz", "All questions"),
        ("#/result", "result", "Your result"),
        ("#/result/answers", "result", "Your result"),
        ("#/noise", "noise", "Noise"),
        ("#/noise/listen", "noise", "Noise"),
        ("#/shortlist", "shortlist", "Shortlist"),
        ("#/shortlist/iem", "shortlist", "Shortlist"),
        ("#/method", "method", "How it works"),
        ("#/method/rumble", "method", "How it works"),
    ];
    visit("", |page| {
        for (hash, view, title) in views {
            page.open(hash);
            check_view(page, view, title);
        }
        page.open("#/quiz");
        assert_eq!(page.attribute("main", "data-view").as_deref(), Some("quiz"));
        assert_eq!(page.heading(), content::context_question().title);
    });
}

#[test]
fn each_step_of_the_quiz_opens_directly() {
    visit("", |page| {
        for (at, (id, heading)) in content::steps().into_iter().enumerate() {
            page.open(&format!("#/quiz/{id}"));
            let title = content::step_name(at);
            check_view(page, "quiz", if at == 0 { "First: your places" } else { &title });
            assert_eq!(page.heading(), heading);
        }
    });
}

#[test]
fn navigation_links_open_their_views_and_mark_the_current_one() {
    visit("", |page| {
        for (name, view) in [("Quiz", "quiz"), ("How it works", "method"), ("Guide", "guide")] {
            page.click_named("nav a", name);
            page.until_view(view);
            page.wait("the link is marked as current", || {
                (page.texts("nav [aria-current=page]") == [name]).then_some(())
            });
            page.until("focus is on the heading", "document.activeElement?.matches('main h1')");
        }
    });
}

#[test]
fn section_links_scroll_to_the_section_and_focus_it() {
    visit("", |page| {
        for section in ["/guide/sound", "/guide/for-gaming", "/method/rumble", "/method/sources"] {
            page.open(&format!("#{section}"));
            let element = format!("document.getElementById('{section}')");
            page.until(
                &format!("{section} is visible"),
                &format!(
                    "shown({element}) && {element}.getBoundingClientRect().top >= -5
                          && {element}.getBoundingClientRect().top < innerHeight"
                ),
            );
            page.until(
                &format!("{section} has focus"),
                &format!(
                    "{element} === document.activeElement
                          || {element}.contains(document.activeElement)"
                ),
            );
        }
    });
}

#[test]
fn unknown_addresses_show_not_found_with_links_back() {
    visit("", |page| {
        for hash in
            ["#/noise/nope", "#/shortlist/nope", "#/nonsense", "#/quiz/nope", "#/guide/nope"]
        {
            page.open(hash);
            check_view(page, "not-found", "Page not found");
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
fn every_internal_link_leads_to_a_view() {
    visit("", |page| {
        let script = "const links = [...document.querySelectorAll('a[href^=\"#/\"]')];
                      return links.map((link) => link.getAttribute('href'))";
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
            let duplicates: Vec<String> = page.eval(script, json!([]));
            assert_eq!(duplicates, Vec::<String>::new(), "{view}");
        }
    });
}
