//! The files beside the page on a host: the page for embedding, the service worker, and what a browser
//! needs to install the site.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use xtask::service_worker;

use super::{esbuild, fill, in_project, write};

/// A page with this template registers the service worker.
const INSTALL: &str =
    "<template id=\"install\"><link rel=\"manifest\" href=\"./app.webmanifest\"></template>";
/// The attribute with the app's state.
const STATE: &str = "data-app=\"prerendered\"";
/// The element with the guide, and what follows it.
const GUIDE: (&str, &str) = ("<article id=\"guide\">", "</article></main>");

/// The page without a service worker, for debug builds, the single-file build and embedding.
pub(super) fn without_worker(page: &str) -> Result<String> {
    let mut page = page.to_owned();
    fill(&mut page, INSTALL, "")?;
    Ok(page)
}

/// The page as `embed.html`, which shows quiz and result only. The questions take the place of the
/// guide, for browsers without JavaScript and for failures. See `src/inline/embed.js`.
pub(super) fn embedded(page: &str, questions: &str) -> Result<String> {
    let mut page = without_worker(page)?;
    fill(&mut page, STATE, &format!("{STATE} data-embed"))?;
    let (start, end) = GUIDE;
    let Some((before, (_, after))) =
        page.split_once(start).and_then(|(before, rest)| Some((before, rest.split_once(end)?)))
    else {
        bail!("the page has no `{start}`, or no `{end}` after it");
    };
    // No other page of the site may be shown in a frame.
    let questions = questions.replace("<a href=\"./", "<a target=\"_blank\" href=\"./");
    let inside = format!("<noscript id=\"questions\"><article>{questions}</article></noscript>");
    Ok(format!("{before}{start}{inside}{end}{after}"))
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
    fn the_page_for_embedding_has_the_questions_but_no_guide_and_no_worker() -> Result<()> {
        let (start, end) = GUIDE;
        let rest = format!("</head>{start}guide{end}");
        let page = format!("<html {STATE}><head>{INSTALL}{rest}");
        let questions = "<a href=\"./paper.html\">";
        let inside = "<noscript id=\"questions\"><article><a target=\"_blank\" \
                      href=\"./paper.html\"></article></noscript>";
        assert_eq!(
            embedded(&page, questions)?,
            format!("<html {STATE} data-embed><head></head>{start}{inside}{end}")
        );
        assert_eq!(without_worker(&page)?, format!("<html {STATE}><head>{rest}"));
        for page in [
            format!("<html {STATE}>{start}{end}"),
            format!("{INSTALL}{start}{end}"),
            format!("<html {STATE}><head>{INSTALL}{end}{start}"),
        ] {
            assert!(embedded(&page, questions).is_err(), "{page}");
        }
        Ok(())
    }
}
