//! Every text in the code of the result page occurs in a reviewed snapshot.

use crate::support::{files, read};

/// The attributes and the properties of components whose values a visitor does not read as text.
const UNREAD: [&str; 12] = [
    "class",
    "id",
    "href",
    "role",
    "type",
    "view",
    "anchor",
    "scope",
    "tabindex",
    "viewBox",
    "preserveAspectRatio",
    "pathLength",
];

/// Texts that appear after a click, which browser tests make.
const AFTER_A_CLICK: [&str; 4] =
    ["Done", "Skip this question", "Copied.", "Not copied: copy it from the field."];

/// The string literals of Rust code that are texts, in order.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    let (mut before, mut rest) = ("", code.as_str());
    while let Some((code, text)) = rest.split_once('"') {
        before = if code.is_empty() { before } else { code };
        let end = text.char_indices().scan(false, |is_escaped, (at, c)| {
            let ends = c == '"' && !*is_escaped;
            *is_escaped = c == '\\' && !*is_escaped;
            Some((at, ends))
        });
        let end = end.into_iter().find(|(_, ends)| *ends).expect("a literal has an end").0;
        let name = before.rsplit([' ', '\n', '(']).next().unwrap_or_default();
        let name = name.strip_suffix('=').unwrap_or_default();
        if !UNREAD.contains(&name) && !name.starts_with("aria-") {
            found.push(joined(&text[..end]));
        }
        rest = &text[end + 1..];
    }
    found
}

/// A literal without the line breaks that its code has for layout.
fn joined(literal: &str) -> String {
    let mut parts = literal.split("\\\n");
    let mut joined = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        joined.push_str(part.trim_start());
    }
    joined
}

/// The parts of a text between the values that are put into it.
fn fixed_parts(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for part in text.split('{').map(|part| part.rsplit('}').next().unwrap_or(part)) {
        let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
        if part.chars().any(char::is_alphabetic) {
            parts.push(part);
        }
    }
    parts
}

/// Whether a literal is for a visitor to read: it has a word, and a capital letter, a space or a
/// quotation mark. Others are ids, or paths of a drawing.
fn is_text(literal: &str) -> bool {
    let letters: Vec<char> = literal.chars().collect();
    letters.windows(2).any(|pair| pair.iter().all(|c| c.is_lowercase()))
        && letters.iter().any(|c| c.is_uppercase() || c.is_whitespace() || *c == '“')
}

#[test]
fn every_text_of_the_result_page_is_in_a_snapshot() {
    let mut sources = files("src/views/result", ".rs");
    sources.extend(["src/views/snapshots.rs", "src/views/words.rs"].map(str::to_owned));
    let snapshots = files("tests/native/snapshots", ".snap");
    let all: String = snapshots.iter().map(|path| read(path)).collect();
    let all = all.split_whitespace().collect::<Vec<_>>().join(" ");
    let (mut missing, mut count) = (Vec::new(), 0);
    for path in sources {
        for literal in literals(&read(&path)) {
            if !is_text(&literal) || AFTER_A_CLICK.contains(&literal.as_str()) {
                continue;
            }
            count += 1;
            let parts = fixed_parts(&literal);
            if !parts.iter().all(|part| all.contains(part.as_str())) {
                missing.push(format!("{path}: {literal}"));
            }
        }
    }
    assert!(missing.is_empty(), "no snapshot shows these texts: {missing:#?}");
    assert!(count > 100, "only {count} texts were found");
}

#[test]
fn texts_are_found_and_ids_are_not() {
    let code = "// \"No.\"\nlet a = f(\"A text.\", \"id\");\n<p class=\"one two\" none=\"Nothing.\">\n\
                format!(\"{a} and \\\n   {b} came\")";
    let found: Vec<String> = literals(code).into_iter().filter(|it| is_text(it)).collect();
    assert_eq!(found, ["A text.", "Nothing.", "{a} and {b} came"]);
    assert_eq!(fixed_parts(&found[2]), ["and", "came"]);
}
