//! Invalid persona files are rejected, and expectations that are not met are reported.

use super::{complaint, further_complaints, parse};
use crate::support::quiz;

const GOOD: &str = r#"{ "story": "Someone who rides a bus to work.",
    "why": "The article says so plainly.",
    "answers": {"scene-commute": ["often"]}, "weights": {"scene": 2},
    "leaders": ["tws-anc"], "verdict": "clear", "robustness": "all", "percent": [100, 100],
    "changes": [{"to": "anc-over-ear", "by": {"in-canal": ["no-way"]}}] }"#;

const CONFLICT: &str = r#"{ "story": "Someone who wants neither in any case.",
    "why": "Every family is refused.",
    "answers": {"in-canal": ["no-way"], "on-head": ["no-way"], "connection": ["wire-only"]},
    "weights": {}, "leaders": [], "verdict": "conflict", "robustness": "none",
    "changes": [{"to": "closed-back", "skip": ["on-head"]}] }"#;

/// `sample` with the first `from` replaced by `to`.
fn but(sample: &str, from: &str, to: &str) -> String {
    let text = sample.replacen(from, to, 1);
    assert_ne!(text, sample, "the sample does not contain `{from}`");
    text
}

/// Asserts that [`GOOD`] is rejected with `error` once `from` is replaced by `to`.
#[track_caller]
fn refused(from: &str, to: &str, error: &str) {
    let found = parse(quiz(), "bad", &but(GOOD, from, to)).err().unwrap_or_default();
    assert!(found.contains(error), "`{from}` → `{to}` gives `{found}`, not `{error}`");
}

#[test]
fn unknown_ids_and_missing_reasons_are_rejected() {
    assert!(parse(quiz(), "good", GOOD).is_ok());
    refused("scene-commute", "scene-moon", "not a question");
    refused("often", "daily", "no option");
    refused(r#"["often"]"#, r#"["often", "never"]"#, "cannot be answered");
    refused(r#"["often"]"#, "[]", "cannot be answered");
    refused(r#""scene": 2"#, r#""scene-commute": 2"#, "not a topic");
    refused(": 2}", ": 3}", "0, 1, 2 or 4");
    refused("tws-anc", "earbuds", "not a type");
    refused("clear", "certain", "not the word");
    refused("clear", "conflict", "has leaders unless");
    refused(r#"["tws-anc"]"#, "[]", "has leaders unless");
    refused("Someone who rides a bus to work.", "", "a story and a why");
    refused("The article says so plainly.", "", "a story and a why");
    refused(r#""why""#, r#""because""#, "unknown field");
}

#[test]
fn missing_or_invalid_robustness_is_rejected() {
    refused(r#""robustness": "all","#, "", "missing field `robustness`");
    refused(r#""all""#, r#""firm""#, "not a word of robustness");
    refused(r#" "percent": [100, 100],"#, "", "has a percentage unless");
    refused(r#""all""#, r#""only""#, "has a percentage unless");
    refused("[100, 100]", "[100, 99]", "a range from low to high");
    refused("[100, 100]", "[84, 100]", "at most 15 wide");
    refused("[100, 100]", "[100]", "invalid length");
}

#[test]
fn missing_or_invalid_changes_are_rejected() {
    let changes = r#"[{"to": "anc-over-ear", "by": {"in-canal": ["no-way"]}}]"#;
    refused(&format!(",\n    \"changes\": {changes}"), "", "missing field `changes`");
    refused(changes, "[]", "lists changes");
    refused(r#""to": "anc-over-ear""#, r#""to": "earbuds""#, "not a type");
    refused(r#""to": "anc-over-ear", "#, "", "missing field `to`");
    refused(r#"{"in-canal": ["no-way"]}"#, "{}", "one of `by`");
    refused(r#"{"in-canal": ["no-way"]}"#, r#"{"in-canals": ["no-way"]}"#, "not a question");
    refused("no-way", "no-weigh", "no option");
    refused(r#", "by": {"in-canal": ["no-way"]}"#, "", "one of `by`");
    refused(r#""by": {"in-canal": ["no-way"]}"#, r#""with": {}"#, "unknown field");
    let (by, skip) = (r#""by": {"in-canal": ["no-way"]}"#, r#""skip": ["hours"]"#);
    refused(by, &format!("{by}, {skip}"), "one of `by`");
    refused(by, skip, "only if it is a conflict");
    refused(by, r#""skip": ["hour"]"#, "not a question");
    refused(by, r#""skip": []"#, "one of `by`");
    refused(by, r#""weight": {"scene": 3}"#, "0, 1, 2 or 4");
    refused(by, r#""weight": {"scene-home": 4}"#, "not a topic");
    refused(by, r#""weight": {"scene": 4, "hours": 4}"#, "one of `by`");
    let no_skip = but(CONFLICT, r#""skip": ["on-head"]"#, r#""by": {"on-head": ["fine"]}"#);
    assert!(parse(quiz(), "no-skip", &no_skip).err().unwrap().contains("only if it is a conflict"));
}

#[test]
fn an_unexpected_leader_is_reported_with_the_persona() {
    let wrong = but(GOOD, "tws-anc", "open-back");
    let persona = parse(quiz(), "wrong", &wrong).unwrap();
    assert!(complaint(quiz(), &persona).unwrap().starts_with("wrong: `"));
}

/// The complaints about `sample` once `from` is replaced by `to`.
fn complaints(sample: &str, from: &str, to: &str) -> Vec<String> {
    further_complaints(quiz(), &parse(quiz(), "wrong", &but(sample, from, to)).unwrap())
}

#[test]
fn unexpected_robustness_and_changes_are_reported() {
    for sample in [GOOD, CONFLICT] {
        assert_eq!(further_complaints(quiz(), &parse(quiz(), "good", sample).unwrap()), [""; 0]);
    }
    let by = r#""by": {"in-canal": ["no-way"]}"#;
    for (from, to, words) in [
        (r#""all""#, r#""hardly""#, "wrong: robustness `all`"),
        (r#""all""#, r#""matters""#, "wrong: robustness `all`"),
        ("[100, 100]", "[90, 99]", "Some(100) %"),
        ("no-way", "fine", "by in-canal=fine; the fewest changes are "),
        ("anc-over-ear", "open-back", "`open-back` does not come first"),
        (
            by,
            r#""by": {"in-canal": ["no-way"], "keep": ["longer"]}"#,
            "by in-canal=no-way keep=longer",
        ),
        (by, r#""weight": {"scene": 4}"#, "weight 4 of scene"),
    ] {
        let found = complaints(GOOD, from, to);
        assert!(found.len() == 1 && found[0].contains(words), "{from}: {found:?}");
    }
    let both = complaints(CONFLICT, r#"["on-head"]"#, r#"["on-head", "in-canal"]"#);
    assert!(both[0].contains("skipping"), "skipping one of them is enough: {both:?}");
    let other = complaints(CONFLICT, r#""to": "closed-back""#, r#""to": "iem""#);
    assert_eq!(other.len(), 1, "{other:?}");
}
