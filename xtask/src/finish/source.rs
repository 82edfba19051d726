//! Takes out of `index.html` what is for those who build or read it.

use super::page::Form;

/// The page without links that only the build reads, and without line breaks between tags.
pub(super) fn for_browsers(source: &str, form: Form) -> String {
    without_breaks(&without_links(source, form))
}

/// Takes out the links that Trunk reads, which it leaves when it injects no script of its own; from
/// a page that is alone also those to files.
fn without_links(html: &str, form: Form) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some(at) = rest.find("<link ") {
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let link = &rest[at..end];
        let is_file = link.contains(" href=") && !link.contains(" href=\"data:");
        let goes = link.contains(" data-trunk") || form == Form::Alone && is_file;
        kept += &rest[..if goes { at } else { end }];
        rest = &rest[end..];
    }
    kept + rest
}

fn without_breaks(html: &str) -> String {
    let mut joined = String::new();
    for line in html.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let is_between_tags = joined.ends_with('>') && line.starts_with('<');
        if !joined.is_empty() && !is_between_tags {
            joined.push('\n');
        }
        joined += line;
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_go_between_tags_only() {
        let html = "<div>\n  <p>a <b>b</b>\n  c</p>\n\n  <!--d-->\n</div>\n";
        assert_eq!(without_breaks(html), "<div><p>a <b>b</b>\nc</p><!--d--></div>");
    }
}
