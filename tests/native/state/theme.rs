//! The theme, which has a key of its own.

use headphones_or_iems::state::Theme;

use super::{COMMUTER, THEME, Tab, browser, browser_with, document};

#[test]
fn a_theme_applies_at_once_and_is_stored() {
    let tab = Tab::open(browser());
    assert_eq!(tab.session.theme(), Theme::System);
    for theme in [Theme::Dark, Theme::Light, Theme::System] {
        tab.session.set_theme(theme);
        assert_eq!(tab.window.root("data-theme").as_deref(), Some(theme.id()));
        assert_eq!(tab.session.theme(), theme);
        assert_eq!(tab.storage.get(THEME).as_deref(), Some(theme.id()));
    }
    assert_eq!(tab.storage.all().len(), 1, "answers are stored when there are any");
}

#[test]
fn without_storage_a_theme_applies_to_this_visit() {
    let storage = browser_with(&document(COMMUTER).encode());
    storage.limit(Some(storage.used()));
    let full = Tab::open(storage);
    full.session.set_theme(Theme::Dark);
    let storage = browser();
    storage.block(true);
    let blocked = Tab::open(storage);
    blocked.session.set_theme(Theme::Dark);
    for tab in [full, blocked] {
        assert_eq!((tab.session.theme(), tab.storage.get(THEME)), (Theme::Dark, None));
    }
}
