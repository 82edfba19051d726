//! The site on a phone screen of 320 by 640 px.

use serde_json::json;

use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

fn on_a_phone(test: impl FnOnce(&Page)) {
    visit("", |page| {
        page.resize(320, 640);
        test(page);
    });
}

/// By how many CSS pixels the page is wider than the screen. `innerWidth` would be of no use,
/// because a phone zooms out until the page fits, which makes `innerWidth` larger.
fn overhang(page: &Page) -> i32 {
    let root = "document.documentElement";
    page.eval(&format!("return {root}.scrollWidth - {root}.clientWidth"), json!([]))
}

#[test]
fn overhang_of_a_wide_page_is_detected() {
    on_a_phone(|page| {
        let widen = "const sheet = new CSSStyleSheet();
                     sheet.replaceSync('h1 { inline-size: 150vw }');
                     document.adoptedStyleSheets = [sheet]";
        page.eval::<()>(widen, json!([]));
        assert!(overhang(page) > 100, "{}", overhang(page));
    });
}

#[test]
fn no_view_scrolls_sideways() {
    on_a_phone(|page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        let views = [
            "#/",
            "#/quiz/scene",
            "#/quiz/annoys",
            "#/quiz/importance",
            "#/quiz/all",
            "#/result",
            "#/method",
            "#/nonsense",
        ];
        for view in views {
            page.open(view);
            assert_eq!(overhang(page), 0, "{view}");
        }
    });
}

#[test]
fn quiz_can_be_finished() {
    on_a_phone(|page| {
        page.open("#/quiz");
        let persona = Persona::named("36-places-double");
        persona.fits(&page.walk(&persona));
        assert_eq!(overhang(page), 0);
        page.edit("in-canal");
        assert_eq!(overhang(page), 0);
    });
}

#[test]
fn touch_targets_in_the_quiz_are_large_enough() {
    on_a_phone(|page| {
        let script = "
            const small = (css, least) => all(css).filter((e) => {
                const box = e.getBoundingClientRect();
                return box.height < least || box.width < least;
            }).map((e) => `${words(e)} ${e.getBoundingClientRect().height}`);
            return [...small('.option, .matrix-row label', 44), ...small('form button', 24)]";
        for view in ["#/quiz/scene", "#/quiz/annoys", "#/quiz/sound", "#/quiz/importance"] {
            page.open(view);
            let small: Vec<String> = page.eval(script, json!([]));
            assert_eq!(small, Vec::<String>::new(), "{view}");
        }
    });
}
