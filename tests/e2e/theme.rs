//! The switch of colours.

use serde_json::json;

use crate::page::Page;
use crate::session::visit;

fn paper(page: &Page) -> String {
    page.eval("return getComputedStyle(document.documentElement).backgroundColor", json!([]))
}

fn until_theme(page: &Page, theme: &str) {
    let condition = format!("document.documentElement.dataset.theme === '{theme}'");
    page.until(&format!("the colours are {theme}"), &condition);
}

#[test]
fn the_colours_chosen_are_those_shown_and_survive_a_reload() {
    visit("#/", |page| {
        assert_eq!(page.chosen("theme"), ["system"]);
        page.select("theme", "light");
        until_theme(page, "light");
        let light = paper(page);
        page.select("theme", "dark");
        until_theme(page, "dark");
        let dark = paper(page);
        assert_ne!(light, dark);
        page.reload();
        until_theme(page, "dark");
        page.until_chosen("theme", &["dark"]);
        assert_eq!(paper(page), dark);
    });
}

#[test]
fn the_colours_of_the_system_can_be_had_back() {
    visit("#/", |page| {
        let system = paper(page);
        page.select("theme", "dark");
        until_theme(page, "dark");
        page.select("theme", "system");
        page.wait("the system's colours are back", || (paper(page) == system).then_some(()));
        page.reload();
        assert_eq!(page.chosen("theme"), ["system"]);
        assert_eq!(paper(page), system);
    });
}
