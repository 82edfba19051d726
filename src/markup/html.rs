//! Markup as text, for the build.

use super::node::{El, Markup, Piece, Value};

/// Elements without an end tag.
const VOID: [&str; 4] = ["br", "hr", "input", "img"];

impl Markup {
    /// The markup as HTML, with every signal as it is now. Nothing listens.
    pub fn to_html(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match &*self.0 {
            Piece::Text(text) => escape(out, text),
            Piece::Element(element) => element.write(out),
            Piece::Many(many) => many.iter().for_each(|one| one.write(out)),
            Piece::LiveText(words) => escape(out, &words()),
            Piece::Live(make) => make().write(out),
            // What it copies stands elsewhere in the page.
            Piece::Copy(_) => {}
        }
    }
}

impl El {
    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.0.tag);
        for (name, value) in &self.0.attributes {
            match value {
                Value::Fixed(value) => write_attribute(out, name, value),
                Value::Live(value) => {
                    if let Some(value) = value() {
                        write_attribute(out, name, &value);
                    }
                }
            }
        }
        if self.0.checked.as_ref().is_some_and(|is_checked| is_checked()) {
            write_attribute(out, "checked", "");
        }
        out.push('>');
        if VOID.contains(&self.0.tag) {
            return;
        }
        self.0.children.iter().for_each(|child| child.write(out));
        out.push_str("</");
        out.push_str(self.0.tag);
        out.push('>');
    }
}

fn write_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    if !value.is_empty() {
        out.push_str("=\"");
        escape(out, value);
        out.push('"');
    }
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}
