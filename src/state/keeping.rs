//! Whether answers are kept, and what to tell the visitor if they are not.

use crate::saved::Unreadable;

/// Where the answers go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Keeping {
    /// Nothing has been read yet.
    #[default]
    Unread,
    /// Every answer is written as it is given.
    Stored,
    /// The browser blocks storage, or has none.
    Blocked,
    /// The browser refused a write: storage is full.
    Full,
    /// Stored bytes we cannot read, left as they are.
    Foreign,
    /// Stored by a newer version, left as it is.
    Newer,
}

impl Keeping {
    /// Whether answers are written.
    pub const fn is_stored(self) -> bool {
        matches!(self, Self::Stored)
    }

    /// Heading and sentence for the visitor, or `None` while all is well.
    pub const fn notice(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Unread | Self::Stored => None,
            Self::Blocked => Some((
                "Your answers are not kept",
                "This browser does not let the page store anything, so a reload will lose your \
                 answers. The quiz works all the same. To keep them, allow site data for this \
                 page and reload.",
            )),
            Self::Full => Some((
                "Your answers are not kept from here on",
                "This browser’s storage for the page is full. The quiz works all the same, but a \
                 reload will lose your last answers. Remove stored data of this site to make room.",
            )),
            Self::Foreign => Some((
                "Stored answers could not be read",
                "Something is stored under our name that this page cannot read. It is left as it \
                 is, so answers of this visit are not kept. To keep them, remove the stored data \
                 of this site in your browser and reload.",
            )),
            Self::Newer => Some((
                "Stored answers are from a newer version",
                "They are left as they are, so answers of this visit are not kept. Reload to get \
                 the newer version of the page.",
            )),
        }
    }
}

impl From<Unreadable> for Keeping {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::Newer => Self::Newer,
            Unreadable::Foreign => Self::Foreign,
        }
    }
}
