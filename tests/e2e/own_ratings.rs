//! Own ratings: visitors replace a rating of ours, on the result or in the comparison table.

use serde_json::json;

use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

const OWN: &str = "[aria-labelledby=result-own]";

#[track_caller]
fn own(page: &Page) -> serde_json::Value {
    page.stored()["own"].clone()
}

#[test]
fn own_rating_changes_the_result_and_can_be_reset() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        let before = page.reading();
        page.click_named(
            "[aria-labelledby=result-why] .reasons:not(.against) button",
            "Not so for you?",
        );
        page.until("focus is on the editor", "document.activeElement?.id === 'own-editor'");
        let name = page.attribute(&format!("{OWN} input"), "name").unwrap();
        assert_eq!(page.chosen(&name), ["ours"]);
        page.select(&name, "-2");
        let after = page.until_other_than(&before);
        page.until_chosen(&name, &["-2"]);
        let (lines, total) = page.breakdown();
        assert_eq!(lines.iter().sum::<i32>(), total);
        assert_eq!(total, after.types[&after.leader].0);
        let cell = name.strip_prefix("own-").unwrap();
        page.click(&format!("#versus-{}", before.leader));
        page.until("the own rating is marked", "all('[data-rival] .yours').length > 0");
        assert!(after.types[&before.leader].0 < before.types[&before.leader].0);
        assert_eq!(own(page)[cell], json!({ "n": 1, "chose": ["-2"] }));
        page.reload();
        assert_eq!(page.reading(), after, "a reload should keep the own rating");
        assert_eq!(page.attributes(&format!("{OWN} [data-own]"), "data-own"), [cell]);
        page.click_named(&format!("{OWN} button"), "Take ours");
        assert_eq!(page.until_other_than(&after), before, "a reset should restore the result");
        assert_eq!(page.count(&format!("{OWN} [data-own]")), 0);
    });
}

#[test]
fn low_own_ratings_put_another_type_first() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("05-workout").document());
        let before = page.reading();
        assert_eq!(before.leader, "tws-anc");
        let mut document = page.stored();
        document["own"] = json!({
            "tws-anc/long-wear": { "n": 1, "chose": ["-2"] },
            "tws-anc/secure-fit": { "n": 1, "chose": ["-2"] },
            "tws-anc/sweat": { "n": 1, "chose": ["-2"] },
        });
        page.come_back_with(&document.to_string());
        assert_ne!(page.reading().leader, "tws-anc");
        for _ in 0..3 {
            page.click_named(&format!("{OWN} button"), "Take ours");
        }
        page.until("all own ratings are reset", "!document.querySelector('[data-own]')");
        assert_eq!(page.reading(), before);
    });
}

#[test]
fn own_rating_set_in_the_comparison_is_marked_there() {
    visit("#/guide/compare", |page| {
        let row = "[data-criterion=long-wear]";
        let mark = format!("{row} .yours");
        page.until_comparison_is_live();
        page.click(&format!("{row} .opener"));
        page.click_named(".compare-why summary", "Not so for you?: Universal IEM");
        let name = "compare-own-iem/long-wear";
        page.select(name, "-2");
        page.until_chosen(name, &["-2"]);
        page.until("the own rating is marked", &format!("document.querySelector('{mark}')"));
        assert_eq!(page.count(&mark), 1);
        assert_eq!(own(page)["iem/long-wear"]["chose"], json!(["-2"]));
        page.reload();
        page.until("the mark is kept", &format!("all('{mark}').length === 1"));
        page.until_comparison_is_live();
        page.click(&format!("{row} .opener"));
        page.click_named(".compare-why summary", "Not so for you?: Universal IEM");
        page.select(name, "ours");
        page.until("the mark is gone", &format!("!document.querySelector('{mark}')"));
    });
}
