//! The quiz on paper: a page of its own beside the site, and inside a page that is alone.

use anyhow::{Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::policy::Policy;
use super::{Made, css, page, read_text};
use crate::project;

/// Its name beside the site.
pub(super) const NAME: &str = "paper.html";
/// What leads to it, as the app writes it.
const LINK: &str = "href=\"./paper.html\"";

/// Makes the page of its parts in `public/`, and of the table as rendered.
pub(super) fn make(table: &str) -> Result<Made> {
    let public = project::root().join("public");
    let style = css::minify(&read_text(&public.join("paper.css"))?);
    let policy = Policy::still(&style);
    let mut html = read_text(&public.join(NAME))?;
    for (place, text) in [
        ("<!--policy-->", page::meta(&policy)),
        ("<!--css-->", format!("<style>{style}</style>")),
        ("<!--paper-->", table.to_owned()),
    ] {
        if html.matches(place).count() != 1 {
            bail!("`public/{NAME}` has no `{place}`, or has it twice: leave one");
        }
        html = html.replace(place, &text);
    }
    Ok(Made { html, policy })
}

/// A page that is alone, with the paper inside: its links save the paper as a file.
pub(super) fn put_in(page: &str, paper: &str) -> Result<String> {
    if !page.contains(LINK) {
        bail!("no `{LINK}` in the page: nothing leads to the quiz on paper");
    }
    let saved =
        format!("download=\"{NAME}\" href=\"data:text/html;base64,{}\"", BASE64.encode(paper));
    Ok(page.replace(LINK, &saved))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_a_page_that_runs_nothing() -> Result<()> {
        let Made { html, policy } = make("<table><td>+2</table>")?;
        assert!(html.contains("<table><td>+2</table>") && !html.contains("<!--"), "{html}");
        assert!(html.contains(&policy.in_page()) && !html.contains("<script"), "{html}");
        Ok(())
    }

    #[test]
    fn a_page_that_is_alone_holds_it() -> Result<()> {
        let page = put_in("<a href=\"./paper.html\">the quiz</a>", "abc")?;
        let link = "<a download=\"paper.html\" href=\"data:text/html;base64,YWJj\">the quiz</a>";
        assert_eq!(page, link);
        assert!(put_in("<a href=\"./\">", "abc").is_err());
        Ok(())
    }
}
