//! Files that a visitor opens: exports, what the failure notice has saved, and what editors have made of
//! them.

use headphones_or_iems::store::{Document, NotImported};

use super::sample;

/// Texts that were set aside, which may look like anything.
const ASIDE: [&str; 7] = [
    "{damaged",
    "",
    "two\n\nparagraphs\r\n\r\nand a third",
    "{\"version\":1,\"answers\":{\"hours\":{\"chose\":[\"under-1\"]}}}",
    "a\n\nheadphones-or-iems.aside.9\n{\"version\":1}",
    "\u{feff}{\"version\":1}\n",
    "{\"version\":3}",
];

/// A file as `src/inline/failure.js` saves it.
fn saved(document: Option<&str>, aside: &[&str]) -> String {
    let keyed = |(at, text): (usize, &&str)| format!("headphones-or-iems.aside.{}\n{text}", at + 1);
    let aside = aside.iter().enumerate().map(keyed);
    document.map(str::to_owned).into_iter().chain(aside).collect::<Vec<_>>().join("\n\n")
}

#[track_caller]
fn is_read(file: &str) {
    let read = Document::from_file(file);
    assert_eq!(read.as_ref().map(Document::export), Ok(sample().export()), "{file:?}");
}

#[test]
fn a_file_of_the_failure_notice_gives_its_document() {
    let document = sample().encode();
    is_read(&saved(Some(&document), &[]));
    for text in ASIDE {
        is_read(&saved(Some(&document), &[text]));
        is_read(&saved(Some(&document), &[text, "{other", text, "{more"]));
    }
    is_read(&saved(Some(&sample().export()), &ASIDE));
    // The notice saves every key that starts with the name of the app.
    is_read(&format!("{document}\n\nheadphones-or-iems.aside\nnot\njson"));
}

#[test]
fn what_editors_add_and_change_is_no_obstacle() {
    let file = saved(Some(&sample().encode()), &ASIDE);
    for file in [file, saved(Some(&sample().export()), &["{damaged"]), sample().export()] {
        for file in [file.clone(), file.replace('\n', "\r\n"), file.replace('\n', "\r")] {
            for start in ["", "\u{feff}", "\n", "\u{feff}\r\n\r\n"] {
                for end in ["", "\n", "\r\n", "\n\n\n", " \t"] {
                    is_read(&format!("{start}{file}{end}"));
                }
            }
        }
    }
}

#[test]
fn a_document_that_was_laid_out_anew_is_read() {
    let value: serde_json::Value = serde_json::from_str(&sample().encode()).unwrap();
    let document = serde_json::to_string_pretty(&value).unwrap().replace(",\n", ",\n\n");
    is_read(&saved(Some(&document), &ASIDE));
}

/// The file says so, instead of calling itself foreign.
#[test]
fn a_file_with_texts_that_were_set_aside_alone_has_no_answers() {
    for text in ASIDE {
        for file in [saved(None, &[text]), saved(Some(""), &[text]), saved(None, &[text, text])] {
            for file in [file.clone(), format!("\u{feff}{}", file.replace('\n', "\r\n"))] {
                assert_eq!(Document::from_file(&file), Err(NotImported::SetAside), "{file:?}");
            }
        }
    }
}

#[test]
fn a_document_that_cannot_be_read_is_refused_whatever_follows() {
    let document = sample().encode();
    let cut = &document[..document.len() / 2];
    let twice = format!("{document}\n\n{document}");
    let same_line = format!("{document} headphones-or-iems.aside.1");
    for foreign in ["", "null", "not json", cut, &twice, &same_line, "headphones-or-iems"] {
        assert_eq!(Document::from_file(foreign), Err(NotImported::Foreign), "{foreign:?}");
        if !foreign.is_empty() {
            let file = saved(Some(foreign), &ASIDE);
            assert_eq!(Document::from_file(&file), Err(NotImported::Foreign), "{file:?}");
        }
    }
    for aside in [&ASIDE[..], &[]] {
        let file = saved(Some("{\"version\":3}"), aside);
        assert_eq!(Document::from_file(&file), Err(NotImported::Newer), "{file:?}");
    }
}

/// The longest document that is read counts, and not what was set aside after it.
#[test]
fn texts_that_were_set_aside_may_be_long() {
    let long = "x".repeat(4 << 20);
    is_read(&saved(Some(&sample().encode()), &[&long, &long]));
    assert_eq!(Document::from_file(&long), Err(NotImported::Foreign));
}
