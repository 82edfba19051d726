//! The shortlist by the keyboard alone.

use serde_json::json;

use crate::candidates::{SHORTLIST, add_pair, names};
use crate::session::visit;

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";

#[test]
fn a_model_is_added_with_one_key_and_the_next_can_be_typed() {
    visit("#/shortlist/iem", |page| {
        page.until_view("shortlist");
        page.until("the form is there", "document.querySelector('#add-name')");
        page.click("#add-name");
        for (at, name) in ["Oak", "Elm", "Ash"].into_iter().enumerate() {
            page.keys(name);
            page.keys(ENTER);
            let count = at + 1;
            page.until("it is listed", &format!("all('[data-candidate]').length === {count}"));
            page.until(
                "the next can be typed",
                "document.activeElement.id === 'add-name'
                && document.activeElement.value === ''",
            );
        }
        page.keys("Fir");
        page.keys(TAB);
        page.keys(TAB);
        page.until("focus is on the price", "document.activeElement.id === 'add-price'");
        page.keys("75");
        page.keys(ENTER);
        page.until("it is listed", "all('[data-candidate]').length === 4");
        assert!(names(page).contains(&"Fir".to_owned()));
    });
}

#[test]
fn focus_moves_to_what_can_be_seen_without_scrolling() {
    visit(SHORTLIST, |page| {
        add_pair(page);
        page.click_named(".prefer-form button", "Toss");
        page.until("focus is on what to do", "document.activeElement.id.endsWith('-status')");
        let answer = "
            const button = all('[data-comparison] button')[0];
            button.scrollIntoView({ block: 'center', behavior: 'instant' });
            const before = scrollY;
            button.click();
            return new Promise((done) => setTimeout(() =>
                done([document.activeElement.id.endsWith('-toss'), scrollY - before]), 200))";
        assert_eq!(page.eval::<(bool, f64)>(answer, json!([])), (true, 0.0));
    });
}
