//! Counts what an HTML fragment becomes in a browser, so that the app can tell whether the page it
//! finds is the page that was built.

/// How many elements and comments a fragment has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Count {
    pub(super) elements: usize,
    pub(super) comments: usize,
}

/// Elements whose content is text up to their end tag.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// Counts the start tags and comments of `html`.
///
/// It takes what Leptos renders: elements that a parser adds by itself, such as the `tbody` of a
/// table without one, must be written out there anyway.
pub(super) fn count(html: &str) -> Count {
    let mut count = Count::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            count.comments += 1;
            rest = after_comment(comment);
        } else if rest.starts_with("<!") {
            // `<!>`, which Leptos writes, is a comment to a parser.
            count.comments += 1;
            rest = after(rest, ">");
        } else if rest[1..].starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            count.elements += 1;
            rest = after_element_start(rest);
        } else if rest.starts_with("</") {
            rest = after(rest, ">");
        } else {
            rest = &rest[1..];
        }
    }
    count
}

/// What follows a comment of which `<!--` has been read. `<!-->` and `<!--->` end at once.
fn after_comment(rest: &str) -> &str {
    match rest.strip_prefix("->").or_else(|| rest.strip_prefix('>')) {
        Some(rest) => rest,
        None => after(rest, "-->"),
    }
}

/// What follows a start tag, and the text inside if that is no markup.
fn after_element_start(tag: &str) -> &str {
    let rest = after_tag(tag);
    let ends = |letter: char| letter.is_ascii_whitespace() || letter == '/' || letter == '>';
    let name = tag[1..].split(ends).next().unwrap_or_default();
    match RAW.iter().find(|raw| raw.eq_ignore_ascii_case(name)) {
        Some(name) => after(rest, &format!("</{name}")),
        None => rest,
    }
}

/// What follows a tag, whose attributes may have `>` in quotes.
fn after_tag(tag: &str) -> &str {
    let mut quote = None;
    for (at, letter) in tag.char_indices() {
        match (quote, letter) {
            (None, '>') => return &tag[at + 1..],
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    ""
}

fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    text.split_once(mark).map_or("", |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_count(html: &str, elements: usize, comments: usize) {
        assert_eq!(count(html), Count { elements, comments }, "{html}");
    }

    #[test]
    fn start_tags_count_and_end_tags_do_not() {
        assert_count("", 0, 0);
        assert_count("text & more", 0, 0);
        assert_count("<p>a<br>b<img src=\"x\"/></p>", 3, 0);
        assert_count("<svg><g><path d='M0 0'/></g></svg>", 3, 0);
    }

    #[test]
    fn every_kind_of_comment_counts() {
        assert_count("<!-- <b> --><!>a<!----><!--><!--->", 0, 5);
        assert_count("<p><!--> --><b></b></p>", 2, 1);
    }

    #[test]
    fn what_looks_like_a_tag_and_is_none_does_not_count() {
        assert_count("a < b, 1 <2", 0, 0);
        assert_count("<a title=\"1 > 0 <b>\" lang='<i>'>x</a>", 1, 0);
        assert_count("<script>if (a<b) \"<p>\"</script><p></p>", 2, 0);
        assert_count("<textarea><b></textarea><title>", 2, 0);
    }

    #[test]
    fn half_a_tag_at_the_end_is_harmless() {
        for html in ["<", "<!", "<!--", "</", "<a", "<a href=\"", "ä<"] {
            let _ = count(html);
        }
    }
}
