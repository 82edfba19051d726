//! Splits rendered HTML into sections and lines, with one line for each block of text.
//!
//! A line also shows what plain text would lose: `{data-…}` before the text of an element with
//! data attributes, `[…]` around a button, `[*…]` around a pressed button, and `‹…›` with the
//! address after a link.

use std::collections::BTreeMap;

/// Elements that do not start a new line.
const INLINE: [&str; 12] =
    ["a", "b", "span", "button", "input", "label", "svg", "rect", "line", "path", "use", "circle"];

/// The lines of a page by section. The name of a section is the id of its heading, or else its
/// first line. Lines outside every section are under `""`.
pub(super) type Page = BTreeMap<String, Vec<String>>;

struct Reader {
    page: Page,
    /// The open elements: tag, and the text to write when it closes.
    open: Vec<(String, String)>,
    /// The names of the open sections; `None` until the first line of an unnamed one.
    sections: Vec<Option<String>>,
    line: String,
}

/// Splits a page into sections and lines.
pub(super) fn read(html: &str) -> Page {
    let mut reader = Reader {
        page: Page::new(),
        open: Vec::new(),
        sections: vec![Some(String::new())],
        line: String::new(),
    };
    let html = without_text_alternatives(html);
    let mut rest = html.as_str();
    while let Some(start) = rest.find('<') {
        reader.line.push_str(&unescaped(&rest[..start]));
        let end = start + rest[start..].find('>').expect("every tag is closed by `>`");
        reader.tag(&rest[start + 1..end]);
        rest = &rest[end + 1..];
    }
    assert!(rest.is_empty() && reader.open.is_empty(), "{rest:?} {:?}", reader.open);
    reader.flush();
    reader.page
}

/// The HTML without the titles and descriptions of its illustrations, which are content as it is.
fn without_text_alternatives(html: &str) -> String {
    let mut kept = html.to_owned();
    for tag in ["title", "desc"] {
        while let Some(start) = kept.find(&format!("<{tag} ")) {
            let end = format!("</{tag}>");
            let length = kept[start..].find(&end).expect("it is closed") + end.len();
            kept.replace_range(start..start + length, "");
        }
    }
    kept
}

/// Replaces the four character references that the renderer writes. Attribute values never contain
/// `>`, so a tag ends at its first `>`.
fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&amp;", "&")
}

/// The attributes of a tag, sorted by name.
fn attributes(mut rest: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    while !rest.trim().is_empty() {
        rest = rest.trim_start();
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let Some(value) = after.strip_prefix("=\"") else {
            all.insert(name.to_owned(), String::new());
            rest = after;
            continue;
        };
        let (value, after) = value.split_once('"').expect("every value has a closing quote");
        all.insert(name.to_owned(), unescaped(value));
        rest = after;
    }
    all
}

impl Reader {
    /// Ends the line, and adds it to the current section unless it is blank.
    fn flush(&mut self) {
        let words: Vec<&str> = self.line.split_whitespace().collect();
        let line = words.join(" ");
        self.line.clear();
        if line.is_empty() {
            return;
        }
        let section = self.sections.last_mut().expect("the page itself is always open");
        let name = section.get_or_insert_with(|| line.clone());
        self.page.entry(name.clone()).or_default().push(line);
    }

    fn tag(&mut self, tag: &str) {
        if let Some(name) = tag.strip_prefix('/') {
            return self.close(name);
        }
        let (name, rest) = tag.split_once(' ').unwrap_or((tag, ""));
        let attributes = attributes(rest);
        let data = attributes.iter().filter(|(name, _)| name.starts_with("data-"));
        let data: Vec<String> = data.map(|(name, value)| format!("{name}={value}")).collect();
        let is_block = !INLINE.contains(&name);
        if is_block && (!data.is_empty() || !self.line.ends_with("} ")) {
            self.flush();
        }
        if name == "section" {
            self.sections.push(attributes.get("aria-labelledby").cloned());
        }
        if !data.is_empty() {
            self.line += &["{", &data.join(" "), "} "].concat();
        }
        let end = match name {
            "a" => format!("‹{}›", attributes["href"]),
            "button" => "]".to_owned(),
            _ => String::new(),
        };
        if name == "button" {
            let is_pressed = attributes.get("aria-pressed").is_some_and(|value| value == "true");
            self.line.push_str(if is_pressed { "[*" } else { "[" });
        }
        if name != "input" {
            self.open.push((name.to_owned(), end));
        }
    }

    fn close(&mut self, name: &str) {
        let (open, end) = self.open.pop().expect("an element is open");
        assert_eq!(open, name, "elements are nested");
        self.line.push_str(&end);
        if !INLINE.contains(&name) {
            self.flush();
        }
        if name == "section" {
            self.sections.pop();
        }
    }
}

#[test]
fn html_is_split_into_sections_and_lines() {
    let html = "<p>a <b>b</b> &amp; c</p><section aria-labelledby=\"one\"><h2>One</h2>\
                <ol data-z=\"1\"><li data-y=\"2\" data-x=\"&quot;\"><p>d <a href=\"#e\">e</a></p>\
                <svg x=\"1\"><rect></rect></svg><b>+3</b></li></ol>\
                <section><h2>Two</h2><button type=\"button\" aria-pressed=\"true\">f</button> \
                <button hidden>g</button></section><p>h</p></section>i";
    let html = html.replace("</section>i", "</section>");
    let expected: &[(&str, &[&str])] = &[
        ("", &["a b & c"]),
        ("Two", &["Two", "[*f] [g]"]),
        ("one", &["One", "{data-z=1}", "{data-x=\" data-y=2} d e‹#e›", "+3", "h"]),
    ];
    let own = |at: &(&str, &[&str])| {
        (at.0.to_owned(), at.1.iter().map(|line| (*line).to_owned()).collect())
    };
    assert_eq!(read(&html), expected.iter().map(own).collect::<Page>());
}
