//! Text with glossary terms in it.

/// A run of text, or a term that explains itself in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain text.
    Text(String),
    /// A term that explains itself in place.
    Term {
        /// Id in the glossary.
        id: String,
        /// Words shown.
        shown: String,
        /// Its name in the glossary.
        name: String,
        /// Its explanation.
        note: String,
    },
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose(pub Vec<Span>);

impl Prose {
    /// The words alone, as a screen reader would say them.
    pub fn plain(&self) -> String {
        self.0
            .iter()
            .map(|span| match span {
                Span::Text(text) => text.as_str(),
                Span::Term { shown, .. } => shown.as_str(),
            })
            .collect()
    }

    /// The ids of the terms in it, in order.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|span| match span {
            Span::Text(_) => None,
            Span::Term { id, .. } => Some(id.as_str()),
        })
    }
}
