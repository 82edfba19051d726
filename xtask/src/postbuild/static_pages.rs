//! Pages that run no script, for readers without JavaScript and for print. They are files beside the
//! site, and downloads inside the single-file build.

use anyhow::{Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::policy::Policy;
use super::render::Rendered;
use super::{Made, esbuild, fill, in_project, page, read_text};

/// A page with the name of its file.
pub(super) struct StaticPage {
    pub(super) name: &'static str,
    pub(super) made: Made,
}

/// Makes the pages from their template and styles in `public/`.
pub(super) fn make(rendered: &Rendered) -> Result<Vec<StaticPage>> {
    let style = esbuild::whole_style()?;
    let paper = esbuild::style("public/paper.css")?;
    let template = read_text(&in_project("public/static.html"))?;
    [
        ("method.html", "How it works", &style, &rendered.method),
        ("quiz.html", "All questions", &style, &rendered.quiz),
        ("paper.html", "The quiz on paper", &paper, &rendered.paper),
    ]
    .into_iter()
    .map(|(name, title, style, page)| {
        Ok(StaticPage { name, made: filled(template.clone(), title, style, page)? })
    })
    .collect()
}

fn filled(mut html: String, title: &str, style: &str, page: &str) -> Result<Made> {
    let policy = Policy::without_scripts(style);
    fill(&mut html, "<!--policy-->", &page::meta(&policy))?;
    fill(&mut html, "<!--title-->", title)?;
    fill(&mut html, "<!--css-->", &format!("<style>{style}</style>"))?;
    fill(&mut html, "<!--page-->", page)?;
    Ok(Made { html, policy })
}

/// The single-file page with these pages inside: links to them save them as files.
pub(super) fn put_in(page: &str, pages: &[StaticPage]) -> Result<String> {
    let mut page = page.to_owned();
    for StaticPage { name, made } in pages {
        let link = format!("href=\"./{name}\"");
        ensure!(page.contains(&link), "no `{link}` in the page: nothing leads to `{name}`");
        let html = BASE64.encode(&made.html);
        let saved = format!("download=\"{name}\" href=\"data:text/html;base64,{html}\"");
        page = page.replace(&link, &saved);
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(html: &str) -> Result<Made> {
        let template = read_text(&in_project("public/static.html"))?;
        filled(template, "Title", "a{}", html)
    }

    #[test]
    fn a_page_has_what_was_rendered_and_runs_no_script() -> Result<()> {
        let Made { html, policy } = page("<table><td>+2</table>")?;
        assert!(html.contains("<table><td>+2</table>") && !html.contains("<!--"), "{html}");
        assert!(html.contains("<title>Title – "), "{html}");
        assert!(html.contains(&policy.in_page()) && !html.contains("<script"), "{html}");
        Ok(())
    }

    #[test]
    fn a_single_file_contains_it() -> Result<()> {
        let mut made = page("")?;
        made.html = "abc".to_owned();
        let pages = [StaticPage { name: "a.html", made }];
        let saved = "<a download=\"a.html\" href=\"data:text/html;base64,YWJj\">A</a>";
        assert_eq!(put_in("<a href=\"./a.html\">A</a>", &pages)?, saved);
        assert!(put_in("<a href=\"./\">", &pages).is_err());
        Ok(())
    }
}
