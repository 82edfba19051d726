//! The text of the result page, for each persona and for a few rare results, as it was reviewed.
//!
//! Which numbers and decisions a page shows is compared with brute force in `view_models`. Here
//! somebody has read the page as a visitor does, and accepted it. CONTRIBUTING.md says how.

mod case;
pub(crate) mod lines;
mod spoken;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use headphones_or_iems::state::Session;
use headphones_or_iems::views::result::ResultPage;
use leptos::prelude::*;

use self::case::{Case, cases};
use crate::state::{COMMUTER, GAMER, Tab, browser};
use crate::support::{answered, files, quiz};

/// The folder of the snapshots.
const FOLDER: &str = "tests/native/snapshots";

/// The text of the result page in a session.
fn text(start: impl FnOnce() -> Session) -> String {
    let html = Owner::new().with(|| {
        provide_context(start());
        view! { <ResultPage /> }.to_html()
    });
    lines::lines(&html).join("\n")
}

/// Compares a text with its snapshot. Returns the name if they differ.
fn complaint(Case { name, start }: Case) -> Option<String> {
    let text = text(start);
    let mut settings = insta::Settings::new();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("snapshots");
    let check = || settings.bind(|| insta::assert_snapshot!(name.as_str(), text));
    catch_unwind(AssertUnwindSafe(check)).is_err().then_some(name)
}

#[test]
fn every_result_reads_as_it_was_reviewed() {
    let complaints: Vec<String> = cases().into_iter().filter_map(complaint).collect();
    assert!(complaints.is_empty(), "these texts changed, see CONTRIBUTING.md: {complaints:#?}");
}

#[test]
fn every_snapshot_belongs_to_a_case() {
    let names: BTreeSet<String> =
        cases().into_iter().map(|case| format!("{FOLDER}/{}.snap", case.name)).collect();
    let found: BTreeSet<String> = files(FOLDER, "").into_iter().collect();
    let snapshots: BTreeSet<String> =
        found.into_iter().filter(|path| path.contains(".snap")).collect();
    let differ: Vec<&String> = names.symmetric_difference(&snapshots).collect();
    assert!(differ.is_empty(), "missing, or of no case: {differ:#?}");
}

#[test]
fn the_same_session_gives_the_same_text() {
    for (one, other) in cases().into_iter().zip(cases()) {
        assert_eq!(text(one.start), text(other.start), "{}", one.name);
    }
}

#[test]
fn a_change_is_announced_until_it_is_kept_or_undone() {
    let [before, after] = [COMMUTER, GAMER].map(|given| answered(quiz(), given));
    let session = Tab::prerendered(browser()).session;
    let page = || text(|| session);
    session.try_out(&before);
    session.keep_change();
    let old = page();
    session.try_out(&after);
    let on_trial = page();
    session.undo();
    assert_eq!(page(), old, "nothing is left of a change that was undone");
    session.try_out(&after);
    session.keep_change();
    let notice = on_trial.strip_suffix(&page()).expect("a trial is a notice above the result");
    assert!(notice.contains("## "), "the notice has a heading: {notice}");
    assert!(!old.contains(notice.trim()));
}
