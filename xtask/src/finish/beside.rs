//! What stands beside the page on a host: the page for somebody's article, the service worker, and
//! what a browser needs to install the site.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use xtask::worker;

use super::{read_text, script, write};
use crate::project;

/// A page with this template has a service worker.
const INSTALL: &str =
    "<template id=\"install\"><link rel=\"manifest\" href=\"./app.webmanifest\"></template>";
/// Where the page says how far it is.
const STATE: &str = "data-app=\"prerendered\"";

/// The page without a service worker: a debug build has none, nor has a page that is alone.
pub(super) fn without_worker(page: &str) -> Result<String> {
    if page.matches(INSTALL).count() != 1 {
        bail!("`index.html` has no `{}`: put it in its head", INSTALL.trim());
    }
    Ok(page.replace(INSTALL, ""))
}

/// The page as `embed.html`: quiz and result only. See `src/boot/embed.js`.
pub(super) fn embedded(page: &str) -> Result<String> {
    if page.matches(STATE).count() != 1 {
        bail!(
            "`index.html` has no `{STATE}`, or has it twice: the mark of `embed.html` goes there"
        );
    }
    Ok(without_worker(page)?.replace(STATE, &format!("{STATE} data-embed")))
}

/// Writes the files, once the page and its parts have theirs.
pub(super) fn write_all(staging: &Path) -> Result<()> {
    let public = project::root().join("public");
    copy(&public, staging, "app.webmanifest")?;
    fs::create_dir_all(staging.join("icon")).context("cannot make the folder `icon`")?;
    for icon in ["icon-192.png", "icon-512.png"] {
        copy(&public, staging, &format!("icon/{icon}"))?;
    }
    let small =
        |name: &str| script::minify(&read_text(&project::root().join("src/worker").join(name))?);
    let keep =
        worker::filled(&small("keep.js")?, staging).context("cannot list the files to keep")?;
    write(&staging.join("sw.js"), keep.as_bytes())?;
    write(&staging.join("sw-off.js"), small("off.js")?.as_bytes())
}

fn copy(from: &Path, to: &Path, name: &str) -> Result<()> {
    fs::copy(from.join(name), to.join(name)).with_context(|| format!("cannot copy `{name}`"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_for_articles_is_marked_and_has_no_worker() -> Result<()> {
        let page = format!("<html {STATE}><head>{INSTALL}</head>");
        assert_eq!(embedded(&page)?, format!("<html {STATE} data-embed><head></head>"));
        assert_eq!(without_worker(&page)?, format!("<html {STATE}><head></head>"));
        for page in [format!("<html {STATE}>"), INSTALL.to_owned()] {
            assert!(embedded(&page).is_err(), "{page}");
        }
        Ok(())
    }
}
