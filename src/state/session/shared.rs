//! A shared result: the answers of a link, shown instead of the visitor's own without changing
//! them.

use leptos::prelude::*;

use super::Session;
use crate::platform::Clipboard;
use crate::route::Route;
use crate::state::Persistence;
use crate::store::link::Completeness;
use crate::store::{Document, link};

impl Session {
    /// Shows the result of a link if the route is one. The view of the result calls this when it is
    /// entered, so that only its chunk has the code that reads links. Returns `None` if the link cannot
    /// be read; the route then leads to a view that says so.
    pub fn open_link(self) -> Option<()> {
        let Route::Shared(code) = self.route.get_untracked() else { return Some(()) };
        let Some(link) = link::decode(self.quiz(), &code) else {
            self.leave_shared();
            self.lead_to(Route::Unreadable);
            return None;
        };
        self.platform.page.set_main_attribute("data-shared", Some(""));
        self.edit_workspace(&mut |workspace| {
            let mut shared = Document::default();
            shared.set_all(self.quiz(), &link.answers);
            shared.add_retired(self.quiz(), &link.retired);
            workspace.trial = None;
            workspace.shared = Some(shared);
            workspace.completeness = link.completeness;
        });
        Some(())
    }

    /// Shows the visitor's own result again.
    pub(super) fn leave_shared(self) {
        self.platform.page.set_main_attribute("data-shared", None);
        if self.workspace.with_untracked(|workspace| workspace.shared.is_some()) {
            self.edit_workspace(&mut |workspace| {
                workspace.trial = None;
                workspace.shared = None;
            });
        }
    }

    /// `None` if the visitor's own result is shown. For a shared result, whether it is all that the
    /// sender had. Tracked.
    pub fn shared(self) -> Option<Completeness> {
        let workspace = self.workspace();
        workspace.shared.as_ref().map(|_| workspace.completeness)
    }

    /// Replaces the visitor's answers with those of the shared result. Their own result up to now
    /// is kept as a snapshot, unless it is undecided.
    pub fn adopt_shared(self) {
        let answers = self.answers.get_untracked();
        self.edit_workspace(&mut |workspace| {
            workspace.shared = None;
            workspace.change(self.platform, &mut |document| {
                self.add_snapshot(document);
                document.set_all(self.quiz(), &answers);
            });
        });
        self.go(&Route::Result(None));
    }

    /// The URL of the result that is shown, or `None` if there is nothing to share; tracked. Before
    /// storage has been read, as in the prerender, it is only the hash.
    pub fn link(self) -> Option<String> {
        let code = link::encode(self.quiz(), &self.answers.read())?;
        let is_loaded = self.workspace().persistence != Persistence::Unread;
        let mut link = if is_loaded { self.platform.page.address() } else { String::new() };
        link.push_str(&Route::Shared(code).href());
        Some(link)
    }

    /// The URL of the folder with this page and `embed.html`, which other sites embed; tracked. `None`
    /// in the prerender, and for a page that was opened from a file.
    pub fn site(self) -> Option<String> {
        if self.workspace().persistence == Persistence::Unread {
            return None;
        }
        let address = self.platform.page.address();
        let (folder, _) = address.split('?').next()?.rsplit_once('/')?;
        folder.starts_with("http").then(|| format!("{folder}/"))
    }

    /// The line that a printed result carries: today's date, the content version, and the URL;
    /// tracked. It is empty in the prerender, which must not depend on the date.
    pub fn imprint(self) -> String {
        let link = self.link().unwrap_or_default();
        if self.workspace().persistence == Persistence::Unread {
            return String::new();
        }
        let today = self.platform.clock.today();
        format!("{today} · content {:08x} · {link}", self.content.version)
    }

    /// Copies the text of the field with this id. Returns whether the browser allowed it.
    pub fn copy(self, clipboard: &dyn Clipboard, id: &str) -> bool {
        clipboard.copy(id)
    }
}
