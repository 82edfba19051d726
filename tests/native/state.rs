//! The session without a browser: what each intent stores, shows and leaves alone.

use std::sync::{Mutex, MutexGuard};

use headphones_or_iems::content::Content;
use headphones_or_iems::model::{Answer, OptionId, QuestionId, TopicId};
use headphones_or_iems::platform::Platform;
use headphones_or_iems::platform::storage::{DOCUMENT, QUARANTINE, THEME};
use headphones_or_iems::state::{Persistence, Session};
use headphones_or_iems::store::Document;

mod answers;
mod comparisons;
mod data;
mod details;
mod failure;
mod history;
mod in_step;
mod links;
mod memory;
mod merged;
mod persistence;
mod quarantine;
mod shortlist;
mod tabs;
mod theme;

use crate::support::{answered, content, quiz, selection};
use memory::{Memory, Window};

/// A tab: a session with a document of its own, in a browser whose storage all its tabs share.
#[derive(Clone, Copy)]
pub(crate) struct Tab {
    pub(crate) session: Session,
    pub(crate) storage: &'static Memory,
    pub(crate) window: &'static Window,
}

impl Tab {
    /// Opens a tab at the guide.
    pub(crate) fn open(storage: &'static Memory) -> Self {
        Self::open_at(storage, "")
    }

    /// Opens a tab at a hash.
    pub(crate) fn open_at(storage: &'static Memory, hash: &str) -> Self {
        let tab = Self::prerendered(storage);
        tab.window.set_hash(hash);
        tab.session.load();
        tab.session.open_link();
        tab
    }

    /// A tab whose session has not read anything yet.
    pub(crate) fn prerendered(storage: &'static Memory) -> Self {
        let window: &'static Window = Box::leak(Box::default());
        Self::with_content(storage, window, content())
    }

    fn with_content(
        storage: &'static Memory,
        window: &'static Window,
        content: &'static Content,
    ) -> Self {
        let platform =
            Platform { storage, page: window, site: window, clock: window, chance: window };
        let session = Session::new(content, Box::leak(Box::new(platform))).with_verdict();
        Self { session, storage, window }
    }

    /// Follows a link to a hash, and opens the link to a result as its view does.
    pub(crate) fn visit(self, hash: &str) {
        self.window.set_hash(hash);
        self.session.follow();
        self.session.open_link();
    }

    /// Clicks an option of a question.
    #[track_caller]
    fn select(self, id: &str, option: &str) {
        self.session.select(question(id), option_of(id, option));
    }

    /// The options of a question that are shown as selected.
    fn shown(self, id: &str) -> Vec<String> {
        use leptos::prelude::GetUntracked;
        selected(self.session.answers().get_untracked().get(question(id)), id)
    }

    /// The options of a question that are stored as selected.
    fn stored(self, id: &str) -> Vec<String> {
        selected(self.document().answers(quiz()).get(question(id)), id)
    }

    /// The stored document; empty if there is none.
    fn document(self) -> Document {
        self.storage.get(DOCUMENT).map_or_else(Document::default, |text| decode(&text))
    }

    /// The state of persistence that the page shows.
    fn persistence(self) -> String {
        self.window.root("data-keeping").unwrap_or_default()
    }
}

/// A browser without anything stored.
pub(crate) fn browser() -> &'static Memory {
    Box::leak(Box::default())
}

/// A browser with a text under the key of the document.
pub(crate) fn browser_with(text: &str) -> &'static Memory {
    let storage = browser();
    storage.put(DOCUMENT, text);
    storage
}

#[track_caller]
fn decode(text: &str) -> Document {
    Document::decode(text).unwrap_or_else(|error| panic!("{error:?}: {text}"))
}

#[track_caller]
fn question(id: &str) -> QuestionId {
    quiz().find_question(id).unwrap_or_else(|| panic!("there is no question {id}"))
}

#[track_caller]
fn topic(id: &str) -> TopicId {
    quiz().find_topic(id).unwrap_or_else(|| panic!("there is no topic {id}"))
}

#[track_caller]
fn option_of(id: &str, option: &str) -> OptionId {
    quiz().question(question(id)).find_option(option).unwrap_or_else(|| panic!("{id}: {option}"))
}

/// The ids of the selected options.
fn selected(answer: Answer, id: &str) -> Vec<String> {
    let options = quiz().question(question(id)).selected(answer.selection());
    options.map(|option| option.id.clone()).collect()
}

/// A document with given answers.
pub(crate) fn document(given: &[(&str, &[&str])]) -> Document {
    let mut document = Document::default();
    document.set_all(quiz(), &answered(quiz(), given));
    document
}

/// Answers that lead to a verdict.
pub(crate) const COMMUTER: &[(&str, &[&str])] =
    &[("scene-commute", &["often"]), ("in-canal", &["fine"]), ("hours", &["1-to-3"])];

/// Other answers that lead to a verdict.
pub(crate) const GAMER: &[(&str, &[&str])] =
    &[("scene-home", &["often"]), ("in-canal", &["no-way"]), ("hours", &["over-3"])];
