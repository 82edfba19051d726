//! After a panic the page is marked, and nothing is written any more.

use headphones_or_iems::state::Theme;

use super::{COMMUTER, DOCUMENT, Tab, browser_with, document};

#[test]
fn nothing_is_written_after_the_app_has_failed() {
    let storage = browser_with(&document(COMMUTER).encode());
    let tab = Tab::open(storage);
    tab.session.keep_snapshot();
    tab.session.set_theme(Theme::Dark);
    let (before, writes) = (storage.all(), storage.writes());
    tab.window.fail();
    tab.select("hours", "over-3");
    tab.session.skip(super::topic("in-canal"));
    tab.session.complete_topic(super::topic("scene"));
    tab.session.start_again();
    tab.session.remove_snapshot(0);
    tab.session.set_theme(Theme::Light);
    tab.session.erase();
    assert_eq!((storage.all(), storage.writes()), (before, writes));
}

#[test]
fn nothing_is_set_aside_after_the_app_has_failed() {
    let storage = browser_with(&document(COMMUTER).encode());
    let tab = Tab::open(storage);
    tab.window.fail();
    storage.put(DOCUMENT, "{damaged");
    tab.session.merge_stored();
    tab.select("hours", "over-3");
    assert_eq!(storage.all().len(), 1);
    assert_eq!(storage.get(DOCUMENT).as_deref(), Some("{damaged"));
}

#[test]
fn a_failed_tab_does_not_keep_others_from_writing() {
    let storage = browser_with(&document(COMMUTER).encode());
    let [failed, other] = [Tab::open(storage), Tab::open(storage)];
    failed.window.fail();
    failed.select("hours", "over-3");
    other.select("budget", "over-400");
    assert_eq!(
        (other.stored("hours"), other.stored("budget")),
        (vec!["1-to-3".into()], vec!["over-400".into()])
    );
}
