//! Whether the visitor's inputs are stored. `components/persistence.rs` has the notice for each
//! state.

/// Whether the visitor's inputs are stored, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Persistence {
    /// Storage has not been read yet, as in the prerender.
    #[default]
    Unread,
    /// Every change is written at once.
    Stored,
    /// The same as [`Persistence::Stored`], but an earlier document could not be read and was
    /// copied to quarantine.
    Quarantined,
    /// The browser refused a write because storage is full. The next change tries again.
    Full,
    /// The browser blocks storage or has none.
    Blocked,
    /// The stored document can neither be read nor quarantined. It is left untouched, and nothing
    /// is written.
    Foreign,
    /// A newer version wrote the stored document. It is left untouched, and nothing is written.
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

    /// Whether changes should be written.
    pub const fn writes(self) -> bool {
        matches!(self, Self::Stored | Self::Quarantined | Self::Full)
    }

    /// Whether storage may be accessed.
    pub const fn reads(self) -> bool {
        !matches!(self, Self::Unread | Self::Blocked)
    }

    /// Whether everything that the visitor has entered is stored.
    pub const fn is_stored(self) -> bool {
        matches!(self, Self::Stored | Self::Quarantined)
    }

    /// The value of `data-keeping` on `<html>`, by which the styles show the right notice.
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
