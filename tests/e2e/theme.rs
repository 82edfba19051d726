//! The switch between the light theme, the dark theme and that of the system.

use serde_json::json;

use crate::page::Page;
use crate::session::visit;

fn background(page: &Page) -> String {
    page.eval("return getComputedStyle(document.documentElement).backgroundColor", json!([]))
}

fn until_theme(page: &Page, theme: &str) {
    let condition = format!("document.documentElement.dataset.theme === '{theme}'");
    page.until(&format!("the theme is {theme}"), &condition);
}

#[test]
fn selected_theme_is_applied_and_survives_a_reload() {
    visit("#/", |page| {
        assert_eq!(page.chosen("theme"), ["system"]);
        page.select("theme", "light");
        until_theme(page, "light");
        let light = background(page);
        page.select("theme", "dark");
        until_theme(page, "dark");
        let dark = background(page);
        assert_ne!(light, dark);
        page.reload();
        until_theme(page, "dark");
        page.until_chosen("theme", &["dark"]);
        assert_eq!(background(page), dark);
    });
}

#[test]
fn system_theme_can_be_restored() {
    visit("#/", |page| {
        let system = background(page);
        page.select("theme", "dark");
        until_theme(page, "dark");
        page.select("theme", "system");
        page.wait("the system theme is back", || (background(page) == system).then_some(()));
        page.reload();
        assert_eq!(page.chosen("theme"), ["system"]);
        assert_eq!(background(page), system);
    });
}
