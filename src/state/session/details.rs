//! The part of the content that comes with the first room.

use super::Session;
use crate::content::ReadDetails;

impl Session {
    /// Brings what rooms read, unless it is there, while `code` comes, which has the function that
    /// reads it. Both are asked for before either is awaited. `None` if one of them does not come, or
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
                content.set_details(read(&coming.await?)?);
            }
            Some(made)
        }
    }
}
