//! The details of the content, which come with the first room.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use headphones_or_iems::content::{Content, Details, Embedded, ReadDetails};

use super::{Tab, browser};
use crate::support::content;

/// A tab whose page has only what every visit needs.
fn tab() -> Tab {
    let content = Content::from_embedded(&content().embed().unwrap()).unwrap();
    let window = Box::leak(Box::default());
    Tab::with_content(browser(), window, Box::leak(Box::new(content)))
}

/// Whether the details are there after the code of a room has come.
fn bring(tab: Tab) -> bool {
    come(tab, Some((Details::from_embedded, ())))
}

fn come(tab: Tab, code: Option<(ReadDetails, ())>) -> bool {
    let coming = pin!(tab.session.with_details(std::future::ready(code)));
    match coming.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(made) => made.is_some(),
        Poll::Pending => panic!("this site answers at once"),
    }
}

#[test]
fn details_are_loaded_once() {
    let tab = tab();
    tab.window.serve_details(&content().details().embed().unwrap());
    assert!(bring(tab) && bring(tab));
    assert_eq!(tab.window.details_asked(), 1);
    let sources = |of: &Content| format!("{:?}", of.details().sources);
    assert_eq!(sources(tab.session.content()), sources(content()));
}

#[test]
fn styles_after_the_details_are_added_once_and_only_with_them() {
    let tab = tab();
    let text = content().details().embed().unwrap();
    tab.window.serve_details(&format!("{text} <style>a{{}}"));
    assert!(!bring(tab) && tab.window.styles().is_empty(), "the details are damaged");
    tab.window.serve_details(&format!("{text}<style>a{{}}"));
    assert!(bring(tab) && bring(tab));
    assert_eq!(tab.window.styles(), ["a{}"]);
}

#[test]
fn details_that_did_not_come_or_are_damaged_are_asked_for_again() {
    let tab = tab();
    let text = content().details().embed().unwrap();
    assert!(!bring(tab), "they do not come");
    tab.window.serve_details(&text[..text.len() / 2]);
    assert!(!bring(tab), "half of them come");
    assert!(!tab.session.content().has_details());
    tab.window.serve_details(&text);
    assert!(bring(tab));
    assert_eq!(tab.window.details_asked(), 3);
}

#[test]
fn details_are_asked_for_beside_the_code_and_not_put_into_place_without_it() {
    let tab = tab();
    tab.window.serve_details(&content().details().embed().unwrap());
    assert!(!come(tab, None), "the code does not come");
    assert_eq!(tab.window.details_asked(), 1);
    assert!(!tab.session.content().has_details());
    assert!(bring(tab));
}
