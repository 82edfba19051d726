//! Whether answers are kept. What each state means for the visitor is said in `view/part/keeping.rs`.

/// Where the answers go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Keeping {
    /// Storage has not been looked at.
    #[default]
    Unread,
    /// Every answer is written as it is given.
    Stored,
    /// As [`Keeping::Stored`]; what was stored before could not be read and was set aside.
    Aside,
    /// The browser refused a write: storage is full. The next answer tries again.
    Full,
    /// The browser blocks storage, or has none.
    Blocked,
    /// What is stored cannot be read, nor set aside: it is left as it is, and nothing is written.
    Foreign,
    /// Stored by a newer version, left as it is.
    Newer,
}

impl Keeping {
    /// Every state.
    pub const ALL: [Self; 7] = [
        Self::Unread,
        Self::Stored,
        Self::Aside,
        Self::Full,
        Self::Blocked,
        Self::Foreign,
        Self::Newer,
    ];

    /// Whether answers are to be written.
    pub const fn writes(self) -> bool {
        matches!(self, Self::Stored | Self::Aside | Self::Full)
    }

    /// Whether storage may be touched.
    pub const fn reads(self) -> bool {
        !matches!(self, Self::Unread | Self::Blocked)
    }

    /// Whether every answer is stored.
    pub const fn is_stored(self) -> bool {
        matches!(self, Self::Stored | Self::Aside)
    }

    /// The word that marks the state on `<html>`, by which the page shows its notice.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::Stored => "stored",
            Self::Aside => "aside",
            Self::Full => "full",
            Self::Blocked => "blocked",
            Self::Foreign => "foreign",
            Self::Newer => "newer",
        }
    }
}
