//! The signals that all views share, and the methods by which views change the visitor's inputs.
//!
//! A method that changes inputs has written them to storage by the time it returns. A method marked
//! "tracked" subscribes the calling effect or memo to the signals that it reads.

mod answers;
mod data;
mod details;
mod history;
mod late;
mod route;
mod shared;
mod shortlist;
mod verdict;

pub use data::{PendingImport, Stored};
use route::Loaded;
pub use shortlist::Full;

use std::ops::Deref;

use leptos::prelude::*;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};

use super::workspace::Workspace;
use super::{Persistence, Theme};
use crate::content::{Content, Details};
use crate::model::{Answers, Noise, Quiz, Ratings, Verdict};
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
    /// Changes whenever the workspace does.
    revision: Memo<u32>,
    answers: Memo<Answers>,
    ratings: Memo<Ratings>,
    /// What rooms read; `None` outside them.
    verdict: Option<Memo<Verdict>>,
    route: RwSignal<Route>,
    /// The route without its section anchor. Moving between sections must not remount the view.
    page: RwSignal<Route>,
    loaded: RwSignal<Loaded>,
}

impl Session {
    /// An empty session at the guide, which is the state that the prerender renders.
    pub fn new(content: &'static Content, platform: &'static Platform) -> Self {
        let workspace = RwSignal::new(Workspace::default());
        let answers = Memo::new(move |_| workspace.read().shown().answers(&content.quiz));
        let revision = Memo::new(move |last: Option<&u32>| {
            workspace.track();
            last.map_or(0, |last| last.wrapping_add(1))
        });
        Self {
            content,
            platform,
            workspace,
            revision,
            answers,
            ratings: Memo::new(move |_| Ratings::of(&content.quiz, &answers.read())),
            verdict: None,
            route: RwSignal::new(Route::Guide(None)),
            page: RwSignal::new(Route::Guide(None)),
            loaded: RwSignal::new(Loaded::All),
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

    /// The same session for a view that comes and goes: with memos of its own between the view and
    /// the signals that live as long as the app. A signal keeps an entry for each subscriber that
    /// has gone, so without them the entries of every text node ever shown would accumulate.
    #[must_use]
    pub fn for_view(self) -> Self {
        Self {
            revision: own_memo(self.revision),
            answers: own_memo(self.answers),
            ratings: own_memo(self.ratings),
            ..self
        }
    }

    /// The workspace; tracked.
    fn workspace(self) -> impl Deref<Target = Workspace> {
        // Tracking alone would not compute a memo, and one never computed follows nothing.
        let _revision = self.revision.get();
        self.workspace.read_untracked()
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
        self.workspace.update(|workspace| edit(workspace));
        let persistence = self.workspace.with_untracked(|workspace| workspace.persistence);
        self.edit_root("data-keeping", persistence.id());
    }

    /// Sets an attribute of `<html>`. Before storage has been read, there may be no document, as in the
    /// prerender.
    fn edit_root(self, name: &str, value: &str) {
        let is_there = |workspace: &Workspace| workspace.persistence != Persistence::Unread;
        if self.workspace.with_untracked(is_there) {
            self.platform.page.set_root_attribute(name, value);
        }
    }

    /// The content that the app was started with.
    pub const fn content(self) -> &'static Content {
        self.content
    }

    /// What rooms and static pages read.
    ///
    /// # Panics
    ///
    /// As [`Content::details`], outside them.
    pub fn details(self) -> &'static Details {
        self.content.details()
    }

    /// The content about noise.
    ///
    /// # Panics
    ///
    /// As [`Session::details`].
    pub fn noise(self) -> &'static Noise {
        &self.details().noise
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

/// A memo of the current owner with the value of `source`, which forgets it when the owner goes.
fn own_memo<T: Clone + PartialEq + Send + Sync + 'static>(source: Memo<T>) -> Memo<T> {
    let memo = ArcMemo::new(move |_| source.get());
    let subscriber = memo.to_any_subscriber();
    on_cleanup(move || subscriber.clear_sources(&subscriber));
    memo.into()
}
