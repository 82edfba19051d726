//! Turns rendered HTML into the text that a visitor gets, with one line for each block.
//!
//! Headings have `#` before them, one for each level. Buttons are in brackets, and a pressed one
//! has a `*`. A link has its address after it. The cells of a table row are on one line, and so are
//! a bar and its points. Words for screen readers that repeat the line are written as `…`.

/// Elements that do not start a new line.
const INLINE: [&str; 9] = ["a", "b", "span", "button", "input", "label", "em", "td", "th"];

/// Elements without an end tag.
const VOID: [&str; 3] = ["br", "img", "input"];

struct Reader {
    lines: Vec<String>,
    line: String,
    /// The open elements: tag, the text to write when it closes, and where hidden words start.
    open: Vec<(String, String, Option<usize>)>,
}

/// The lines of a page, with an empty one before each heading of a section.
pub(crate) fn lines(html: &str) -> Vec<String> {
    let mut reader = Reader { lines: Vec::new(), line: String::new(), open: Vec::new() };
    let html = without(&without(html, "<!--", "-->"), "<svg", "</svg>").replace("<!>", "");
    let mut rest = html.as_str();
    while let Some(start) = rest.find('<') {
        reader.line.push_str(&unescaped(&rest[..start]));
        let end = start + rest[start..].find('>').expect("every tag is closed by `>`");
        reader.tag(&rest[start + 1..end]);
        rest = &rest[end + 1..];
    }
    assert!(rest.is_empty() && reader.open.is_empty(), "{rest:?} {:?}", reader.open);
    reader.flush();
    reader.lines
}

/// The HTML without what lies between these marks: comments, and drawings, whose text alternatives
/// are content as it is.
fn without(html: &str, from: &str, to: &str) -> String {
    let mut kept = html.to_owned();
    while let Some(start) = kept.find(from) {
        let end = start + kept[start..].find(to).expect("it is closed") + to.len();
        kept.replace_range(start..end, "");
    }
    kept
}

/// Replaces the four character references that the renderer writes. Attribute values never contain
/// `>`, so a tag ends at its first `>`.
fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&amp;", "&")
}

/// The value of an attribute.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

impl Reader {
    /// Ends the line, unless it is blank.
    fn flush(&mut self) {
        let words: Vec<&str> = self.line.split_whitespace().collect();
        let line = words.join(" ");
        self.line.clear();
        if line.starts_with("# ") || line.starts_with("## ") {
            self.lines.push(String::new());
        }
        if !line.is_empty() {
            self.lines.push(line);
        }
    }

    fn tag(&mut self, tag: &str) {
        if let Some(name) = tag.strip_prefix('/') {
            return self.close(name);
        }
        let name = tag.split(' ').next().unwrap_or(tag);
        if !INLINE.contains(&name) {
            self.flush();
        }
        let is_pressed = attribute(tag, "aria-pressed") == Some("true");
        let (start, end) = match name {
            "a" => ("", format!("‹{}›", attribute(tag, "href").unwrap_or_default())),
            "button" if is_pressed => ("[*", "]".to_owned()),
            "button" => ("[", "]".to_owned()),
            "h1" => ("# ", String::new()),
            "h2" => ("## ", String::new()),
            "h3" => ("### ", String::new()),
            "h4" => ("#### ", String::new()),
            "td" | "th" if !self.line.trim().is_empty() => (" | ", String::new()),
            _ => ("", String::new()),
        };
        if attribute(tag, "class") == Some("points") && self.line.is_empty() {
            self.line = self.lines.pop().unwrap_or_default() + " | ";
        }
        self.line.push_str(start);
        let is_hidden = attribute(tag, "class") == Some("visually-hidden");
        let hidden = (name == "span" && is_hidden).then_some(self.line.len());
        if !VOID.contains(&name) {
            self.open.push((name.to_owned(), unescaped(&end), hidden));
        }
    }

    fn close(&mut self, name: &str) {
        let (open, end, hidden) = self.open.pop().expect("an element is open");
        assert_eq!(open, name, "elements are nested");
        if let Some((said, words)) = hidden.map(|at| self.line.split_at(at))
            && said.contains(words.trim_start_matches([':', ' ']))
        {
            self.line = format!("{said}: …");
        }
        self.line.push_str(&end);
        if !INLINE.contains(&name) {
            self.flush();
        }
    }
}

#[test]
fn html_is_split_into_lines() {
    let html = "<section><!--<() />--><h2>One &amp; all</h2><!><p>a <b>b</b>\n c</p><ol><li>d <a href=\"#e\">e</a>\
                </li></ol><svg x=\"1\"><title>f</title></svg><h3>Two</h3>\
                <button type=\"button\" aria-pressed=\"true\">g</button> <button>h</button>\
                <table><tr><th>i</th><td>+3</td><td>0</td></tr></table><input type=\"text\">\
                <li><p>j</p><b class=\"points\">+1</b></li><p>k <button>l\
                <span class=\"visually-hidden\">: k</span></button></p></section>";
    let expected = [
        "",
        "## One & all",
        "a b c",
        "d e‹#e›",
        "### Two",
        "[*g] [h]",
        "i | +3 | 0",
        "j | +1",
        "k [l: …]",
    ];
    assert_eq!(lines(html), expected);
}
