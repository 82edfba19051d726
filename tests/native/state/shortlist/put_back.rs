//! Putting a removed candidate back: with all that was stored of it, and only if there is room.

use headphones_or_iems::model::candidate::MOST_CANDIDATES;

use super::super::{DOCUMENT, Tab, browser_with, decode};
use super::{add, choose, many, named};

/// A candidate with a field of a later version.
const COLOURED: &str =
    r#"{"version":2,"shortlist":{"candidate.a":{"fields":{"colour":"red","name":"HD"}}}}"#;

#[test]
fn a_candidate_put_back_has_what_a_later_version_noted_on_it() {
    let tab = Tab::open(browser_with(COLOURED));
    let removed = tab.session.remove_candidate("a").unwrap();
    assert!(!tab.storage.get(DOCUMENT).unwrap().contains("red"));
    tab.session.put_back("a", &removed).unwrap();
    assert!(tab.storage.get(DOCUMENT).unwrap().contains(r#""colour":"red","name":"HD""#));
}

#[test]
fn the_shortlist_is_full_at_a_thousand() {
    let tab = Tab::open(browser_with(&many(MOST_CANDIDATES).encode()));
    let before = tab.storage.get(DOCUMENT);
    assert!(tab.session.add_candidate(&named("One more")).is_err());
    let removed = tab.session.remove_candidate("00000007").unwrap();
    let id = add(tab, "One more");
    assert!(tab.session.put_back("00000007", &removed).is_err());
    tab.session.remove_candidate(&id).unwrap();
    tab.session.put_back("00000007", &removed).unwrap();
    assert_eq!(tab.document().candidates(), decode(&before.unwrap()).candidates());
}

#[test]
fn a_candidate_that_was_refused_comes_back_whole_once_there_is_room() {
    let tab = Tab::open(browser_with(COLOURED));
    choose(tab, &many(MOST_CANDIDATES - 1));
    tab.session.import();
    let removed = tab.session.remove_candidate("a").unwrap();
    let id = add(tab, "One more");
    assert!(tab.session.put_back("a", &removed).is_err());
    Tab::open(tab.storage).session.remove_candidate(&id).unwrap();
    tab.session.put_back("a", &removed).unwrap();
    assert!(tab.storage.get(DOCUMENT).unwrap().contains(r#""colour":"red""#));
}
