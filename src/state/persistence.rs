//! Whether answers are kept. What each state means for the visitor is said in `components/persistence.rs`.

/// Where the answers go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Persistence {
    /// Storage has not been looked at.
    #[default]
    Unread,
    /// Every answer is written as it is given.
    Stored,
    /// As [`Persistence::Stored`]; what was stored before could not be read and was set aside.
    Quarantined,
    /// The browser refused a write: storage is full. The next answer tries again.
    Full,
    /// The browser blocks storage, or has none.
    Blocked,
    /// What is stored cannot be read, nor set aside: it is left as it is, and nothing is written.
    Foreign,
    /// Stored by a newer version, left as it is.
    Newer,
}

impl Persistence {
    /// Every state.
    pub const ALL: [Self; 7] = [
        Self::Unread,
        Self::Stored,
        Self::Quarantined,
        Self::Full,
        Self::Blocked,
        Self::Foreign,
        Self::Newer,
    ];

    /// Whether answers are to be written.
    pub const fn writes(self) -> bool {
        matches!(self, Self::Stored | Self::Quarantined | Self::Full)
    }

    /// Whether storage may be touched.
    pub const fn reads(self) -> bool {
        !matches!(self, Self::Unread | Self::Blocked)
    }

    /// Whether every answer is stored.
    pub const fn is_stored(self) -> bool {
        matches!(self, Self::Stored | Self::Quarantined)
    }

    /// The word that marks the state on `<html>`, by which the page shows its notice.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::Stored => "stored",
            Self::Quarantined => "aside",
            Self::Full => "full",
            Self::Blocked => "blocked",
            Self::Foreign => "foreign",
            Self::Newer => "newer",
        }
    }
}
