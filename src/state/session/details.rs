//! The part of the content that comes with the first room, and the styles of rooms.

use super::Session;
use crate::content::{ReadDetails, details_and_styles};

impl Session {
    /// Brings what rooms read, with their styles, unless it is there, while `code` comes, which has the
    /// function that reads it. Both are asked for before either is awaited. `None` if one of them does not come, or
    /// is damaged.
    pub fn with_details<T>(
        self,
        code: impl Future<Output = Option<(ReadDetails, T)>>,
    ) -> impl Future<Output = Option<T>> {
        let content = self.content;
        let coming = (!content.has_details()).then(|| self.platform.site.details());
        async move {
            let (read, made) = code.await?;
            if let Some(coming) = coming {
                let text = coming.await?;
                let (details, styles) = details_and_styles(&text);
                let details = read(details)?;
                // Another room, entered at the same time, may have brought them.
                if !content.has_details() {
                    self.platform.site.add_styles(styles);
                    content.set_details(details);
                }
            }
            Some(made)
        }
    }
}
