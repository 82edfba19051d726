//! The quiz to print and fill in by hand: a page of its own beside the site, and a download inside the
//! single-file build.

use anyhow::{Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::policy::Policy;
use super::{Made, esbuild, fill, in_project, page, read_text};

/// The name of the page.
pub(super) const NAME: &str = "paper.html";
/// The link to it, as the app renders it.
const LINK: &str = "href=\"./paper.html\"";

/// Makes the page from its template and style in `public/` and the rendered table.
pub(super) fn make(table: &str) -> Result<Made> {
    let style = esbuild::style("public/paper.css")?;
    with_style(read_text(&in_project("public").join(NAME))?, table, &style)
}

fn with_style(mut html: String, table: &str, style: &str) -> Result<Made> {
    let policy = Policy::without_scripts(style);
    fill(&mut html, "<!--policy-->", &page::meta(&policy))?;
    fill(&mut html, "<!--css-->", &format!("<style>{style}</style>"))?;
    fill(&mut html, "<!--paper-->", table)?;
    Ok(Made { html, policy })
}

/// The single-file page with the printable quiz inside: its links save it as a file.
pub(super) fn put_in(page: &str, paper: &str) -> Result<String> {
    ensure!(page.contains(LINK), "no `{LINK}` in the page: nothing leads to the printable quiz");
    let saved =
        format!("download=\"{NAME}\" href=\"data:text/html;base64,{}\"", BASE64.encode(paper));
    Ok(page.replace(LINK, &saved))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_the_table_and_runs_no_script() -> Result<()> {
        let template = read_text(&in_project("public").join(NAME))?;
        let Made { html, policy } = with_style(template, "<table><td>+2</table>", "a{}")?;
        assert!(html.contains("<table><td>+2</table>") && !html.contains("<!--"), "{html}");
        assert!(html.contains(&policy.in_page()) && !html.contains("<script"), "{html}");
        Ok(())
    }

    #[test]
    fn a_single_file_contains_it() -> Result<()> {
        let page = put_in("<a href=\"./paper.html\">the quiz</a>", "abc")?;
        let link = "<a download=\"paper.html\" href=\"data:text/html;base64,YWJj\">the quiz</a>";
        assert_eq!(page, link);
        assert!(put_in("<a href=\"./\">", "abc").is_err());
        Ok(())
    }
}
