//! The result of a link: shown in the place of the visitor's own, which it leaves alone.

use leptos::prelude::*;

use super::Session;
use super::history::keep;
use crate::browser::page;
use crate::route::Route;
use crate::saved::{Saved, link};
use crate::state::Keeping;

impl Session {
    /// Shows what the link of a route stands for, and puts it away at any other route; `None` if
    /// the link cannot be read.
    pub(super) fn visit(self, route: &Route) -> Option<()> {
        let mut link = None;
        if let Route::Shared(code) = route {
            link = Some(link::decode(self.quiz(), code)?);
        }
        page::mark_main("data-shared", link.is_some().then_some(""));
        let was_shared = self.desk.with_untracked(|desk| desk.shared.is_some());
        if was_shared || link.is_some() {
            self.at_desk(&mut |desk| {
                desk.before = None;
                desk.shared = link.take().map(|link| {
                    let mut shared = Saved::default();
                    shared.set_all(self.quiz(), &link.answers);
                    desk.is_whole = link.is_whole;
                    shared
                });
            });
        }
        Some(())
    }

    /// Whether the result of a link is shown, and if so, whether the content knew all of it;
    /// followed.
    pub fn shared(self) -> Option<bool> {
        let desk = self.desk.read();
        desk.shared.as_ref().map(|_| desk.is_whole)
    }

    /// The visitor takes the answers of the link for their own. What they had is kept as a run.
    pub fn take_shared(self) {
        let answers = self.answers.get_untracked();
        self.at_desk(&mut |desk| desk.shared = None);
        let mut receipt = self.receipt();
        self.change(&mut |saved| {
            keep(saved, receipt.take());
            saved.set_all(self.quiz(), &answers);
        });
        self.go(&Route::Result(None));
    }

    /// The address of the result that is shown; `None` while there is nothing to share; followed.
    pub fn link(self) -> Option<String> {
        let answers = self.answers.read();
        let code = link::encode(self.quiz(), &answers);
        link::decode(self.quiz(), &code)?;
        let is_open = self.desk.read().keeping != Keeping::Unread;
        let mut link = if is_open { page::address() } else { String::new() };
        link.push_str(&Route::Shared(code).href());
        Some(link)
    }

    /// Where the result that is shown comes from, for paper: the day, the version of the content, and
    /// its address; followed. The build knows no day, and says nothing.
    pub fn imprint(self) -> String {
        let link = self.link().unwrap_or_default();
        if self.desk.read().keeping == Keeping::Unread {
            return String::new();
        }
        format!("{} · content {} · {link}", page::today(), self.content.version.cast_signed())
    }

    /// Copies the text of the field with this id; whether the browser let it.
    pub fn copy(self, id: &str) -> bool {
        page::copy(id)
    }
}
