//! The site on a narrow screen.

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

/// How far the page is wider than the screen. `innerWidth` would not tell: a phone zooms out until
/// the page fits, and it grows with that.
fn overhang(page: &Page) -> i32 {
    let root = "document.documentElement";
    page.eval(&format!("return {root}.scrollWidth - {root}.clientWidth"), json!([]))
}

#[test]
fn a_page_that_is_too_wide_would_be_noticed() {
    on_a_phone(|page| {
        let widen = "const sheet = new CSSStyleSheet();
                     sheet.replaceSync('h1 { inline-size: 150vw }');
                     document.adoptedStyleSheets = [sheet]";
        page.eval::<()>(widen, json!([]));
        assert!(overhang(page) > 100, "{}", overhang(page));
    });
}

#[test]
fn no_view_scrolls_sideways_on_a_narrow_phone() {
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
fn the_quiz_can_be_finished_on_a_narrow_phone() {
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
fn everything_to_tap_in_the_quiz_is_large_enough_for_a_thumb() {
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
