//! The result of a link: shown in the place of the visitor's own, which it leaves alone.

use leptos::prelude::*;

use super::Session;
use super::history::keep_snapshot;
use crate::platform::dom;
use crate::route::Route;
use crate::state::Persistence;
use crate::store::{Document, link};

impl Session {
    /// Shows what the link of a route stands for, and puts it away at any other route; `None` if
    /// the link cannot be read.
    pub(super) fn visit(self, route: &Route) -> Option<()> {
        let mut link = None;
        if let Route::Shared(code) = route {
            link = Some(link::decode(self.quiz(), code)?);
        }
        dom::set_main_attribute("data-shared", link.is_some().then_some(""));
        let was_shared = self.workspace.with_untracked(|workspace| workspace.shared.is_some());
        if was_shared || link.is_some() {
            self.edit_workspace(&mut |workspace| {
                workspace.before = None;
                workspace.shared = link.take().map(|link| {
                    let mut shared = Document::default();
                    shared.set_all(self.quiz(), &link.answers);
                    workspace.is_whole = link.is_whole;
                    shared
                });
            });
        }
        Some(())
    }

    /// Whether the result of a link is shown, and if so, whether the content knew all of it;
    /// followed.
    pub fn shared(self) -> Option<bool> {
        let workspace = self.workspace.read();
        workspace.shared.as_ref().map(|_| workspace.is_whole)
    }

    /// The visitor takes the answers of the link for their own. What they had is kept as a run.
    pub fn take_shared(self) {
        let answers = self.answers.get_untracked();
        self.edit_workspace(&mut |workspace| workspace.shared = None);
        let mut recorded = self.recorded();
        self.change(&mut |document| {
            keep_snapshot(document, recorded.take());
            document.set_all(self.quiz(), &answers);
        });
        self.go(&Route::Result(None));
    }

    /// The address of the result that is shown; `None` while there is nothing to share; followed.
    pub fn link(self) -> Option<String> {
        let answers = self.answers.read();
        let code = link::encode(self.quiz(), &answers);
        link::decode(self.quiz(), &code)?;
        let is_open = self.workspace.read().persistence != Persistence::Unread;
        let mut link = if is_open { dom::address() } else { String::new() };
        link.push_str(&Route::Shared(code).href());
        Some(link)
    }

    /// Where the result that is shown comes from, for paper: the day, the version of the content, and
    /// its address; followed. The build knows no day, and says nothing.
    pub fn imprint(self) -> String {
        let link = self.link().unwrap_or_default();
        if self.workspace.read().persistence == Persistence::Unread {
            return String::new();
        }
        format!("{} · content {} · {link}", dom::today(), self.content.version.cast_signed())
    }

    /// Copies the text of the field with this id; whether the browser let it.
    pub fn copy(self, id: &str) -> bool {
        dom::copy(id)
    }
}
