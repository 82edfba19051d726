//! The files beside the page on a host: the page for embedding, the service worker, and what a browser
//! needs to install the site.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use xtask::service_worker;

use super::{esbuild, fill, in_project, write};

/// A page with this template registers the service worker.
const INSTALL: &str =
    "<template id=\"install\"><link rel=\"manifest\" href=\"./app.webmanifest\"></template>";
/// The attribute with the app's state.
const STATE: &str = "data-app=\"prerendered\"";

/// The page without a service worker, for debug builds, the single-file build and embedding.
pub(super) fn without_worker(page: &str) -> Result<String> {
    let mut page = page.to_owned();
    fill(&mut page, INSTALL, "")?;
    Ok(page)
}

/// The page as `embed.html`, which shows quiz and result only. See `src/inline/embed.js`.
pub(super) fn embedded(page: &str) -> Result<String> {
    let mut page = without_worker(page)?;
    fill(&mut page, STATE, &format!("{STATE} data-embed"))?;
    Ok(page)
}

/// Writes the files. The service worker lists the others, so it comes last.
pub(super) fn write_all(staging: &Path) -> Result<()> {
    fs::create_dir_all(staging.join("icon")).context("cannot make the folder `icon`")?;
    for name in ["app.webmanifest", "icon/icon-192.png", "icon/icon-512.png"] {
        fs::copy(in_project("public").join(name), staging.join(name))
            .with_context(|| format!("cannot copy `{name}`"))?;
    }
    let worker = esbuild::script("src/service_worker/sw.js")?;
    let worker =
        service_worker::filled(&worker, staging).context("cannot list the files to precache")?;
    write(&staging.join("sw.js"), worker.as_bytes())?;
    let off = esbuild::script("src/service_worker/sw-off.js")?;
    write(&staging.join("sw-off.js"), off.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_for_embedding_is_marked_and_has_no_worker() -> Result<()> {
        let page = format!("<html {STATE}><head>{INSTALL}</head>");
        assert_eq!(embedded(&page)?, format!("<html {STATE} data-embed><head></head>"));
        assert_eq!(without_worker(&page)?, format!("<html {STATE}><head></head>"));
        for page in [format!("<html {STATE}>"), INSTALL.to_owned()] {
            assert!(embedded(&page).is_err(), "{page}");
        }
        Ok(())
    }
}
