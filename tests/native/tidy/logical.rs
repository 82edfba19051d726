//! Style sheets use logical properties instead of left and right, so that languages written from
//! right to left need no styles of their own.

use crate::support::{files, read};

/// Physical properties, and the logical properties that replace them.
const SIDES: [(&str, &str); 8] = [
    ("left", "inset-inline-start"),
    ("right", "inset-inline-end"),
    ("top", "inset-block-start"),
    ("bottom", "inset-block-end"),
    ("width", "inline-size"),
    ("height", "block-size"),
    ("max-width", "max-inline-size"),
    ("min-height", "min-block-size"),
];

/// The complaint about a declaration with a physical side, if it has one.
fn complaint(property: &str, value: &str) -> Option<String> {
    if let Some((_, logical)) = SIDES.iter().find(|(side, _)| *side == property) {
        return Some(format!("`{property}`: write `{logical}`"));
    }
    let is_sided = |side: &str| property.split('-').any(|part| part == side);
    if ["left", "right", "top", "bottom"].iter().any(|side| is_sided(side)) {
        return Some(format!("`{property}`: name the side by `block` or `inline`"));
    }
    let words: Vec<&str> = value.split_whitespace().collect();
    if ["text-align", "float", "clear"].contains(&property)
        && words.iter().any(|word| ["left", "right"].contains(word))
    {
        return Some(format!("`{property}: {value}`: write `start` or `end`"));
    }
    let is_box = ["margin", "padding", "border-width", "border-style", "border-color", "inset"];
    let differs = words.len() == 4 && words[1] != words[3] && !value.contains('(');
    (is_box.contains(&property) && differs)
        .then(|| format!("`{property}: {value}`: give the inline sides their own property"))
}

/// The complaints about a style sheet, each with its line.
fn complaints(css: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, line) in css.lines().enumerate() {
        let Some((property, value)) = line.trim().split_once(": ") else { continue };
        let is_name = property.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        if is_name && value.ends_with(';') {
            let value = value.trim_end_matches(';');
            found.extend(complaint(property, value).map(|text| (at + 1, text)));
        }
    }
    found
}

#[test]
fn styles_use_logical_properties() {
    let mut all = Vec::new();
    for path in files("public/css", ".css") {
        let found = complaints(&read(&path)).into_iter();
        all.extend(found.map(|(line, text)| format!("{path}:{line}: {text}")));
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn physical_properties_are_reported() {
    for line in [
        "  margin-left: 1rem;",
        "  border-top: 0;",
        "  padding-right: 0;",
        "  left: 0;",
        "  max-width: 3rem;",
        "  border-top-left-radius: 1px;",
        "  text-align: right;",
        "  float: left;",
        "  padding: 1px 2px 3px 4px;",
    ] {
        assert_eq!(complaints(&format!(".a {{\n{line}\n}}"))[0].0, 2, "{line}");
    }
    for line in [
        "  margin-inline: 1px 2px;",
        "  padding: 1px 2px 3px 2px;",
        "  text-align: start;",
        "  inset-inline-start: 0;",
        "@media (min-width: 48rem) {",
        "  a:hover { top }",
        "  stroke-width: 2;",
    ] {
        assert_eq!(complaints(line), [], "{line}");
    }
}
