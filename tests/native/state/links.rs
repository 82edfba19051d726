//! Routes and shared results: opening a link shows its result and stores nothing.

use headphones_or_iems::route::Route;
use headphones_or_iems::state::Completeness;
use headphones_or_iems::store::link;
use leptos::prelude::GetUntracked;

use super::{COMMUTER, GAMER, Tab, browser, browser_with, document, quiz};
use crate::store::link::sealed;
use crate::support::answered;

/// The hash of a link to the result of these answers.
fn link_to(given: &[(&str, &[&str])]) -> String {
    Route::Shared(link::encode(quiz(), &answered(quiz(), given)).unwrap()).href()
}

#[test]
fn a_link_shows_its_result_and_stores_nothing() {
    let tab = Tab::open_at(browser_with(&document(COMMUTER).encode()), &link_to(GAMER));
    let before = tab.storage.all();
    assert_eq!(tab.session.shared(), Some(Completeness::Whole));
    assert_eq!(tab.window.main("data-shared").as_deref(), Some(""));
    assert_eq!(tab.session.answers().get_untracked(), answered(quiz(), GAMER));
    tab.select("budget", "over-400");
    tab.session.start_again();
    tab.session.merge_stored();
    assert_eq!((tab.shown("hours"), tab.storage.all()), (vec![], before.clone()));
    tab.visit("#/result");
    assert_eq!((tab.session.shared(), tab.window.main("data-shared")), (None, None));
    assert_eq!(tab.session.answers().get_untracked(), answered(quiz(), COMMUTER));
    assert_eq!(tab.storage.all(), before);
}

#[test]
fn adopting_a_shared_result_keeps_the_own_one_as_a_snapshot() {
    let tab = Tab::open_at(browser_with(&document(COMMUTER).encode()), &link_to(GAMER));
    tab.session.adopt_shared();
    tab.visit("#/result");
    assert_eq!((tab.session.shared(), tab.window.main("data-shared")), (None, None));
    assert_eq!(tab.session.answers().get_untracked(), answered(quiz(), GAMER));
    assert_eq!(tab.document().answers(quiz()), answered(quiz(), GAMER));
    let kept = tab.document().snapshots(quiz());
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].answers, answered(quiz(), COMMUTER));
    let address = tab.session.link().unwrap();
    assert_eq!(address, format!("https://example.org/{}", link_to(GAMER)));
}

#[test]
fn adopting_without_own_answers_keeps_no_snapshot() {
    let tab = Tab::open_at(browser(), &link_to(GAMER));
    tab.session.adopt_shared();
    assert!(tab.document().snapshots(quiz()).is_empty());
    assert_eq!(tab.stored("hours"), ["over-3"]);
}

#[test]
fn a_link_that_cannot_be_read_leaves_everything_as_it_is() {
    let tab = Tab::open(browser_with(&document(COMMUTER).encode()));
    for hash in ["#/result?a=", "#/result?a=1-<script>", "#/result?a=2-c.o"] {
        tab.visit(hash);
        assert_eq!(tab.session.route(), Route::Unreadable, "{hash}");
        assert_eq!((tab.session.shared(), tab.shown("hours")), (None, vec!["1-to-3".into()]));
    }
    assert_eq!(tab.storage.writes(), 0);
}

/// The code that reads links comes with the view of the result.
#[test]
fn a_link_changes_nothing_until_its_view_opens_it() {
    let tab = Tab::open(browser_with(&document(COMMUTER).encode()));
    tab.window.set_hash(&link_to(GAMER));
    tab.session.follow();
    assert_eq!((tab.session.view(), tab.session.shared()), ("result", None));
    assert_eq!(tab.session.open_link(), Some(()));
    assert_eq!(tab.session.answers().get_untracked(), answered(quiz(), GAMER));
    tab.window.set_hash("#/result?a=2-c.o");
    tab.session.follow();
    assert_eq!(tab.session.open_link(), None);
    assert_eq!((tab.session.page(), tab.session.shared()), (Route::Unreadable, None));
    assert_eq!(tab.session.answers().get_untracked(), answered(quiz(), COMMUTER));
}

#[test]
fn what_may_be_missing_from_a_link_is_reported() {
    for (hash, expected) in [
        (format!("#/result?a={}", sealed("cXoYzzXoZcXf")), Completeness::LeftOut),
        ("#/result?a=1-c.o-c.f".to_owned(), Completeness::Unchecked),
    ] {
        let tab = Tab::open_at(browser(), &hash);
        assert_eq!(tab.session.shared(), Some(expected), "{hash}");
        assert_eq!(tab.shown("in-canal").len(), 1, "{hash}");
    }
}

#[test]
fn routes_lead_to_views_that_exist() {
    let tab = Tab::open(browser());
    for (hash, view) in [
        ("", "guide"),
        ("#/guide/sound", "guide"),
        ("#/guide/nothing", "not-found"),
        ("#/quiz/hours", "quiz"),
        ("#/quiz/nothing", "not-found"),
        ("#/result/why", "result"),
        ("#/result/nothing", "not-found"),
        ("#/data", "data"),
        ("#/<script>", "not-found"),
    ] {
        tab.visit(hash);
        assert_eq!(tab.session.view(), view, "{hash}");
    }
    tab.visit("#/guide/sound");
    assert_eq!(tab.session.route(), Route::Guide(Some("sound".to_owned())));
    assert_eq!(tab.session.page(), Route::Guide(None));
}

#[test]
fn the_address_and_the_imprint_are_empty_until_storage_has_been_read() {
    let tab = Tab::prerendered(browser());
    tab.select("hours", "over-3");
    let hash = tab.session.link().unwrap();
    assert!(hash.starts_with("#/result?a=2"), "{hash}");
    assert_eq!(tab.session.imprint(), "");
    tab.session.load();
    let address = format!("https://example.org/{hash}");
    assert_eq!(tab.session.link(), Some(address.clone()));
    let imprint = tab.session.imprint();
    assert!(imprint.starts_with("2026-11-22 · content ") && imprint.ends_with(&address));
}

#[test]
fn copying_tells_whether_the_browser_allowed_it() {
    let tab = Tab::open(browser());
    assert!(tab.session.copy(tab.window, "link"));
    assert!(!tab.session.copy(tab.window, "nothing"), "the browser has not copied anything");
}

#[test]
fn a_new_session_waits_for_no_view() {
    let session = Tab::open(browser()).session;
    assert!(!session.is_loading());
    session.set_loading(true);
    assert_eq!((session.is_loading(), session.shown_view()), (true, None));
    session.set_loading(false);
    assert_eq!((session.is_loading(), session.shown_view()), (false, Some("guide")));
}

#[test]
fn a_first_part_is_shown_while_the_rest_is_on_its_way() {
    let tab = Tab::open(browser());
    assert_eq!(tab.window.root("data-boot"), None);
    tab.session.show_first_part();
    assert_eq!(tab.window.root("data-boot").as_deref(), Some("shown"));
    assert_eq!((tab.session.is_loading(), tab.session.shown_view()), (true, Some("guide")));
}

#[test]
fn printing_is_left_to_the_browser() {
    let tab = Tab::open_at(browser(), &link_to(GAMER));
    assert_eq!(tab.window.prints(), 0);
    tab.session.print();
    assert_eq!(tab.window.prints(), 1);
}

/// Other sites embed the page from there, with code that the page shows.
#[test]
fn the_site_is_the_folder_of_the_page_once_there_is_a_browser() {
    assert_eq!(Tab::prerendered(browser()).session.site(), None);
    let tab = Tab::open_at(browser(), "#/result");
    assert_eq!(tab.session.site().as_deref(), Some("https://example.org/"));
}
