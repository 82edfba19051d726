//! The signals that all views share, and the methods by which views change the visitor's inputs.
//!
//! A method that changes inputs has written them to storage by the time it returns. A method marked
//! "tracked" subscribes the calling effect or memo to the signals that it reads.

mod answers;
mod data;
mod history;
mod route;
mod shared;

pub use data::{PendingImport, Stored};

use leptos::prelude::*;

use super::workspace::Workspace;
use super::{Persistence, Theme};
use crate::content::Content;
use crate::model::{Answers, Quiz, Ratings, Verdict};
use crate::platform::{Platform, storage};
use crate::route::Route;
use crate::store::Document;

/// A copyable handle to the visitor's inputs, the current route, and the values derived from them.
/// The app provides it as a context.
#[derive(Clone, Copy)]
pub struct Session {
    content: &'static Content,
    platform: &'static Platform,
    workspace: RwSignal<Workspace>,
    answers: Memo<Answers>,
    ratings: Memo<Ratings>,
    verdict: Memo<Verdict>,
    route: RwSignal<Route>,
    /// The route without its section anchor. Moving between sections must not remount the view.
    page: RwSignal<Route>,
}

impl Session {
    /// An empty session at the guide, which is the state that the prerender renders.
    pub fn new(content: &'static Content, platform: &'static Platform) -> Self {
        let workspace = RwSignal::new(Workspace::default());
        let answers = Memo::new(move |_| workspace.read().shown().answers(&content.quiz));
        Self {
            content,
            platform,
            workspace,
            answers,
            ratings: Memo::new(move |_| Ratings::of(&content.quiz, &answers.read())),
            verdict: Memo::new(move |_| Verdict::of(&content.quiz, &answers.read())),
            route: RwSignal::new(Route::Guide(None)),
            page: RwSignal::new(Route::Guide(None)),
        }
    }

    /// The session that the app has provided as a context.
    ///
    /// # Panics
    ///
    /// If no session was provided. The app provides one before it creates any view.
    #[expect(clippy::expect_used, reason = "the app provides a session before it creates any view")]
    pub fn get() -> Self {
        // `expect_context` formats with `{:?}`, which adds 4 KB of Unicode tables to the wasm.
        use_context().expect("the app provides its session")
    }

    /// Reads the stored document and the URL. Call this only in a browser.
    pub fn load(self) {
        self.edit_workspace(&mut |workspace| workspace.open(self.platform));
        self.follow();
    }

    /// Merges changes that other tabs have stored, possibly while this page was in the back/forward
    /// cache.
    pub fn merge_stored(self) {
        self.edit_workspace(&mut |workspace| {
            if workspace.merge_stored(self.platform) {
                workspace.store(self.platform);
            }
        });
    }

    /// Changes the workspace. `edit` must not read signals that derive from it.
    fn edit_workspace(self, edit: &mut dyn FnMut(&mut Workspace)) {
        self.workspace.update(|workspace| {
            edit(workspace);
            // Before storage has been read, there may be no document, as in the prerender.
            if workspace.persistence != Persistence::Unread {
                self.platform.page.set_root_attribute("data-keeping", workspace.persistence.id());
            }
        });
    }

    /// The content that the app was started with.
    pub const fn content(self) -> &'static Content {
        self.content
    }

    /// Types, criteria and questions.
    pub const fn quiz(self) -> &'static Quiz {
        &self.content.quiz
    }

    /// The visitor's answers, weights and own ratings, or those of the shared result that is shown.
    pub const fn answers(self) -> Memo<Answers> {
        self.answers
    }

    /// The ratings in force: those of the content, with the visitor's own ratings in their place.
    pub const fn ratings(self) -> Memo<Ratings> {
        self.ratings
    }

    /// The verdict on the answers.
    pub const fn verdict(self) -> Memo<Verdict> {
        self.verdict
    }

    /// The id of the leading type, or an empty string if there is none; tracked.
    pub fn leader_id(self) -> &'static str {
        let leader = self.verdict.read().leader;
        leader.map_or("", |leader| self.quiz().device_type(leader).id.as_str())
    }

    /// The theme that the boot script has set on `<html>`.
    pub fn theme(self) -> Theme {
        Theme::from_id(&self.platform.page.root_attribute("data-theme").unwrap_or_default())
    }

    /// Sets the theme, and stores it if storage works.
    pub fn set_theme(self, theme: Theme) {
        let Platform { page, storage, .. } = self.platform;
        page.set_root_attribute("data-theme", theme.id());
        if self.workspace.read_untracked().persistence.is_stored() && !page.has_failed() {
            // If storage is full, the theme still applies to this visit.
            let _full = storage.write(storage::THEME, theme.id());
        }
    }

    /// Changes the document that is shown, as [`Workspace::change`] does.
    fn change(self, edit: &mut dyn FnMut(&mut Document)) {
        self.edit_workspace(&mut |workspace| workspace.change(self.platform, edit));
    }
}
