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
        for hash in
            ["#/noise", "#/shortlist", "#/data", "#/nonsense", "#/quiz/nope", "#/guide/nope"]
        {
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

/// Hashes that mean harm, or nothing.
fn hostile() -> Vec<String> {
    let written = [
        "#",
        "#/#",
        "#//",
        "#///",
        "#/ ",
        "#/quiz/",
        "#/guide/",
        "#/result/",
        "#/method/",
        "#quiz",
        "#/QUIZ",
        "#/Quiz",
        "#/quiz/Scene",
        "#/quiz/scene/",
        "#/quiz/scene/extra",
        "#/quiz//scene",
        "#/quiz/..",
        "#/quiz/../method",
        "#/./quiz",
        "#/quiz/scene#x",
        "#/%71uiz",
        "#/quiz%2Fscene",
        "#/%",
        "#/%%%",
        "#/%00",
        "#/quiz/%00",
        "#/%E0%A4%A",
        "#/%FF%FE",
        "#/quiz/%F0%9F%8E%A7",
        "#/🎧",
        "#/quiz/🎧",
        "#/\u{202e}ziuq",
        "#/quiz/é",
        "#/ﬁ",
        "#/\u{feff}quiz",
        "#/\u{0}",
        "#/<script>alert(1)</script>",
        "#/quiz/<img src=x onerror=alert(1)>",
        "#/guide/\"><img src=x onerror=alert(1)>",
        "#/'-alert(1)-'",
        "#javascript:alert(1)",
        "#/quiz/javascript:alert(1)",
        "#/{{7*7}}",
        "#/${alert(1)}",
        "#/__proto__",
        "#/quiz/__proto__",
        "#/quiz/constructor",
        "#/guide/constructor",
        "#/method/toString",
        "#/result/why/why",
        "#/quiz/null",
        "#/quiz/undefined",
        "#/quiz/-1",
        "#/quiz/0",
        "#/quiz/1e999",
        "#/quiz/importance/all",
        "#/guide/main",
        "#/guide/app",
        "#/method/../",
        "#/quiz/' OR 1=1 --",
        "#/quiz/scene,",
        "#/~",
    ];
    let long = [("#/", 300), ("#/quiz/", 5_000), ("#/guide/", 100_000), ("#", 100_000)];
    let long = long.map(|(start, length)| format!("{start}{}", "a".repeat(length)));
    let slashes = format!("#{}", "/".repeat(10_000));
    let written = written.into_iter().map(str::to_owned);
    written.chain(long).chain([slashes, format!("#/{}", "%2e%2e/".repeat(50))]).collect()
}

#[test]
fn hostile_addresses_make_nothing_but_the_same_words() {
    visit("#/nonsense", |page| {
        let words = "return document.querySelector('#live').innerHTML";
        let expected: String = page.eval(words, json!([]));
        let hashes = hostile();
        assert!(hashes.len() >= 60);
        for hash in &hashes {
            page.go("#/method");
            page.until_view("method");
            page.go(hash);
            // An empty hash is the guide's own address.
            if hash == "#" {
                page.until_view("guide");
                continue;
            }
            page.until_view("not-found");
            assert_eq!(page.eval::<String>(words, json!([])), expected, "{hash}");
        }
        for hash in hashes.iter().skip(1).step_by(5) {
            page.load(hash);
            page.until_view("not-found");
            page.until("it is ready", "document.documentElement.dataset.app === 'ready'");
            assert_eq!(page.eval::<String>(words, json!([])), expected, "{hash}");
        }
    });
}
