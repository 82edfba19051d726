//! What another tab removes while it is open here.

use headphones_or_iems::model::Candidate;
use headphones_or_iems::model::candidate::MOST_CANDIDATES;
use headphones_or_iems::model::drive::Sensitivity;
use headphones_or_iems::state::shortlist::{Arrangement, Gone, Shortlist, Typing};
use leptos::prelude::*;

use super::{Tab, add, many, named, stored, tabs};

/// A shortlist with a row that is open.
struct Open {
    _owner: Owner,
    shortlist: Shortlist,
    arrangement: Arrangement,
    gone: Memo<Option<Gone>>,
}

fn open(tab: Tab, id: &str) -> Open {
    tab.session.merge_stored();
    let owner = Owner::new();
    let (shortlist, arrangement) = owner.with(|| {
        let shortlist = Shortlist::new(tab.session);
        (shortlist, Arrangement::new(shortlist))
    });
    arrangement.set_open(id, true);
    let gone = owner.with(|| shortlist.gone(arrangement));
    assert_eq!(gone.get_untracked(), None);
    Open { _owner: owner, shortlist, arrangement, gone }
}

fn typing(id: &str, field: &str, text: &str) -> Typing {
    Typing { candidate: id.to_owned(), field: format!("{field}-{id}"), text: text.to_owned() }
}

#[test]
fn what_was_open_is_told_of_and_comes_back_with_what_was_typed() {
    let [one, other] = tabs();
    let (id, second) = (add(one, "One"), add(one, "Two"));
    let page = open(one, &id);
    page.shortlist.enter(&id);
    page.shortlist.note_typing(typing(&id, "shop", "Elm Street"));
    other.session.merge_stored();
    other.session.remove_candidate(&second).unwrap();
    one.session.merge_stored();
    assert_eq!(page.gone.get_untracked(), None, "it was not open");
    other.session.remove_candidate(&id).unwrap();
    one.session.merge_stored();
    // The row closes when it goes.
    page.arrangement.set_open(&id, false);
    let gone = page.gone.get_untracked().unwrap();
    assert!(gone.had_focus && gone.untaken.is_none());
    page.shortlist.bring_back(&gone).unwrap();
    assert_eq!(page.gone.get_untracked(), None);
    other.session.merge_stored();
    let (known, back) = other.session.candidates().swap_remove(0);
    assert_eq!((known, back.name.as_str(), back.shop.as_str()), (id, "One", "Elm Street"));
}

#[test]
fn what_is_removed_here_is_not_told_of_twice() {
    let [one, other] = tabs();
    let id = add(one, "One");
    let page = open(one, &id);
    page.shortlist.enter(&id);
    page.shortlist.leave();
    page.shortlist.remove(&id);
    assert_eq!(page.gone.get_untracked(), None);
    page.shortlist.put_back().unwrap();
    page.arrangement.set_open(&id, true);
    assert_eq!(page.gone.get_untracked(), None);
    other.session.merge_stored();
    other.session.remove_candidate(&id).unwrap();
    one.session.merge_stored();
    let gone = page.gone.get_untracked().unwrap();
    assert!(!gone.had_focus, "the focus has left it");
}

/// The event of the other tab may come after the field was left.
#[test]
fn what_was_left_too_late_to_be_stored_is_kept() {
    let [one, other] = tabs();
    let id = add(one, "One");
    let page = open(one, &id);
    page.shortlist.note_typing(typing(&id, "name", "First"));
    page.shortlist.end_typing();
    page.shortlist.note_typing(typing(&id, "price", "49"));
    other.session.merge_stored();
    other.session.remove_candidate(&id).unwrap();
    page.shortlist.change(&id, |of| of.price = Some(49.0));
    page.shortlist.end_typing();
    let gone = page.gone.get_untracked().unwrap();
    assert_eq!((gone.candidate.name.as_str(), gone.candidate.price), ("One", Some(49.0)));
}

#[test]
fn what_has_gone_waits_until_there_is_room() {
    let [one, other] = tabs();
    let id = add(one, "One");
    let page = open(one, &id);
    other.session.merge_stored();
    other.session.remove_candidate(&id).unwrap();
    one.session.merge_stored();
    let gone = page.gone.get_untracked().unwrap();
    assert!(!gone.had_focus);
    super::choose(other, &many(MOST_CANDIDATES));
    other.session.import();
    one.session.merge_stored();
    assert!(page.shortlist.bring_back(&gone).is_err());
    assert_eq!(page.gone.get_untracked(), Some(gone.clone()));
    one.session.remove_candidate("00000000").unwrap();
    page.shortlist.bring_back(&gone).unwrap();
    assert!(stored(one).contains(&"One".to_owned()));
}

#[test]
fn a_text_is_taken_as_its_field_would_take_it() {
    let of = |field: &str, text: &str| {
        let mut candidate = Candidate { shop: "Elm".to_owned(), ..named("One") };
        let before = candidate.clone();
        let is_taken = typing("a", field, text).take(&mut candidate);
        assert!(is_taken || candidate == before || field == "sensitivity", "{field}: {text}");
        (is_taken, candidate)
    };
    assert_eq!(of("name", " Two ").1.name, "Two");
    assert_eq!(of("shop", "").1.shop, "");
    assert_eq!(of("notes", "a\n b").1.notes, "a\n b");
    assert_eq!(of("price", "12,50").1.price, Some(12.5));
    assert_eq!(of("impedance", "32 Ω").1.impedance, Some(32.0));
    let loud = of("sensitivity", "103 dB/mW").1.sensitivity;
    assert_eq!(loud, Some(Sensitivity::PerMilliwatt(103.0)));
    for (field, text) in [
        ("name", "  "),
        ("price", "a lot"),
        ("impedance", "10 k"),
        ("sensitivity", "103"),
        ("no-such-field", "1"),
    ] {
        assert!(!of(field, text).0, "{field}: {text}");
    }
    let mut candidate = named("One");
    let word = Typing { field: "word-a-hinge".to_owned(), ..typing("a", "", "creaks") };
    assert!(word.take(&mut candidate));
    assert_eq!(candidate.check("hinge").word, "creaks");
}
