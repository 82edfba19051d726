//! Writes the page's HTML in fewer bytes, so that a browser makes the same document of it: no end
//! tags that what follows implies, no quotes that a value can do without, and `<path/>` in drawings.
//! A browser test compares the documents.

use anyhow::{Context, Result};

/// Elements whose beginning ends a paragraph, as far as the page has them.
const BLOCKS: [&str; 20] = [
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "fieldset",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "main",
    "nav",
    "p",
    "section",
    "table",
    "ul",
];

/// Elements whose end ends a paragraph in them.
const AROUND: [&str; 12] = [
    "article",
    "aside",
    "blockquote",
    "dd",
    "details",
    "div",
    "fieldset",
    "form",
    "li",
    "main",
    "section",
    "td",
];

/// Elements whose text is not markup.
const RAW: [&str; 2] = ["script", "style"];

/// The page in fewer bytes.
pub(super) fn minify(html: &str) -> Result<String> {
    let pieces = cut(html)?;
    let mut brief = String::new();
    let (mut drawings, mut at) = (0_usize, 0);
    while let Some(piece) = pieces.get(at) {
        let next = pieces.get(at + 1).copied().unwrap_or_default();
        at += 1;
        match tag(piece) {
            Some((name, true)) => {
                drawings -= usize::from(name == "svg");
                if !is_implied(name, tag(next)) {
                    brief += piece;
                }
            }
            Some((name, false)) => {
                drawings += usize::from(name == "svg");
                brief += &with_bare_values(piece);
                if drawings > 0 && tag(next) == Some((name, true)) {
                    drawings -= usize::from(name == "svg");
                    close(&mut brief);
                    at += 1;
                }
            }
            None => brief += piece,
        }
    }
    Ok(brief)
}

/// Makes the start tag that `html` ends in one that needs no end tag, which drawings allow.
fn close(html: &mut String) {
    html.pop();
    // After a bare value a slash would be part of it.
    html.push_str(if html.ends_with('"') { "/>" } else { " />" });
}

/// The tags of the page, and the text between them.
fn cut(html: &str) -> Result<Vec<&str>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(length(rest)?);
        pieces.push(piece);
        rest = after;
        if let Some((name, false)) = tag(piece).filter(|(name, _)| RAW.contains(name)) {
            let end = rest.find(&format!("</{name}")).with_context(|| no_end(piece))?;
            let (text, after) = rest.split_at(end);
            pieces.push(text);
            rest = after;
        }
    }
    Ok(pieces)
}

/// The length of the tag, comment or text that `rest` begins with.
fn length(rest: &str) -> Result<usize> {
    if rest.starts_with("<!--") {
        return Ok(rest.find("-->").with_context(|| no_end(rest))? + "-->".len());
    }
    if !rest.starts_with('<') {
        return Ok(rest.find('<').unwrap_or(rest.len()));
    }
    let mut is_quoted = false;
    for (at, letter) in rest.char_indices() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => return Ok(at + 1),
            _ => {}
        }
    }
    Err(anyhow::anyhow!(no_end(rest)))
}

fn no_end(rest: &str) -> String {
    format!("the page has a piece without an end: {}", rest.chars().take(60).collect::<String>())
}

/// The name of a tag, and whether it is an end tag.
fn tag(piece: &str) -> Option<(&str, bool)> {
    let inside = piece.strip_prefix('<')?;
    let (inside, is_end) = inside.strip_prefix('/').map_or((inside, false), |it| (it, true));
    let length = inside.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
    (length > 0).then(|| (&inside[..length], is_end))
}

/// Whether a parser ends the element `name` by itself where this tag follows its text at once.
fn is_implied(name: &str, next: Option<(&str, bool)>) -> bool {
    let Some((next, is_end)) = next else { return false };
    let (starts, ends): (&[&str], &[&str]) = match name {
        "li" => (&["li"], &["ul", "ol"]),
        "dt" => (&["dt", "dd"], &[]),
        "dd" => (&["dt", "dd"], &["dl"]),
        "p" => (&BLOCKS, &AROUND),
        "tr" => (&["tr"], &["tbody", "thead", "table"]),
        "td" | "th" => (&["td", "th"], &["tr"]),
        "tbody" => (&["tbody"], &["table"]),
        "thead" => (&["tbody"], &[]),
        "caption" => (&["thead", "tbody"], &[]),
        "option" => (&["option"], &["select"]),
        "head" => (&["body"], &[]),
        "body" => (&[], &["html"]),
        _ => return false,
    };
    if is_end { ends.contains(&next) } else { starts.contains(&next) }
}

/// A start tag without quotes around values that have no use for them.
fn with_bare_values(piece: &str) -> String {
    let mut bare = String::new();
    let mut rest = piece;
    while let Some((before, (value, after))) =
        rest.split_once("=\"").and_then(|(before, value)| Some((before, value.split_once('"')?)))
    {
        bare += before;
        let needs_quotes = value.contains(|c: char| c.is_whitespace() || "\"'=<>`".contains(c));
        let quote = if needs_quotes { "\"" } else { "" };
        if !value.is_empty() {
            bare.extend(["=", quote, value, quote]);
        }
        rest = after;
    }
    bare + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_written(html: &str, brief: &str) -> Result<()> {
        assert_eq!(minify(html)?, brief);
        Ok(())
    }

    #[test]
    fn an_end_tag_goes_where_what_follows_implies_it() -> Result<()> {
        is_written("<ul><li>a</li><li>b</li></ul>", "<ul><li>a<li>b</ul>")?;
        is_written("<dl><dt>a</dt><dd>b</dd></dl>", "<dl><dt>a<dd>b</dl>")?;
        is_written("<div><p>a</p><h2>b</h2><p>c</p></div>", "<div><p>a<h2>b</h2><p>c</div>")?;
        is_written(
            "<table><caption>a</caption><thead><tr><th>b</th></tr></thead><tbody><tr><td>c</td>\
             </tr></tbody></table>",
            "<table><caption>a<thead><tr><th>b<tbody><tr><td>c</table>",
        )?;
        is_written(
            "<head><b></b></head><body><p>a</p></body></html>",
            "<head><b></b><body><p>a</p></html>",
        )
    }

    #[test]
    fn an_end_tag_stays_before_text_and_where_a_parser_needs_it() -> Result<()> {
        for html in [
            "<p>a</p> b",
            "<li>a</li>\n<li>b</li>x",
            "<p>a</p><a>b</a>",
            "<a><p>b</p></a>",
            "<button><p>b</p></button>",
            "<thead></thead></table>",
            "<ul></ul><p>a</p><!--b-->",
        ] {
            is_written(html, html)?;
        }
        Ok(())
    }

    #[test]
    fn quotes_go_where_a_value_can_do_without() -> Result<()> {
        is_written(
            "<a class=\"b c\" href=\"#/\" title=\"\" id=\"d=e\" rel=f>\"g\"</a>",
            "<a class=\"b c\" href=#/ title id=\"d=e\" rel=f>\"g\"</a>",
        )?;
        is_written("<p title=\"a>b\">c</p>", "<p title=\"a>b\">c</p>")
    }

    #[test]
    fn what_is_empty_in_a_drawing_needs_no_end_tag() -> Result<()> {
        is_written(
            "<svg><use href=\"#a\"></use><path d=\"M1 2\"></path><g></g></svg><i></i>",
            "<svg><use href=#a /><path d=\"M1 2\"/><g /></svg><i></i>",
        )?;
        is_written("<svg class=\"a\"></svg><b></b>", "<svg class=a /><b></b>")
    }

    #[test]
    fn text_that_is_not_markup_stays() -> Result<()> {
        let html = "<script>if (a<b) c(\"</p><p>\")</script><!--<p>a</p><p>--><style>a>b{}</style>";
        is_written(html, html)
    }

    #[test]
    fn what_has_no_end_is_refused() {
        for html in ["<p", "<p title=\"a>", "<!-- a", "<script>a"] {
            assert!(minify(html).is_err(), "{html}");
        }
    }
}
