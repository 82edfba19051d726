//! Style sheets: every class that a view uses has a style, and every class with a style is used.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;
use crate::support::{files, read};

/// The prefixes of class names that stand alone in a string, in tables of strokes and dots.
const PREFIXES: [&str; 5] = ["icon-", "dots-", "ear-", "grade-", "bar-"];

/// The ids of the five dot scales, which have the prefix of the classes but are not classes.
const SCALES: [&str; 5] = ["dots-m2", "dots-m1", "dots-0", "dots-1", "dots-2"];

fn is_class(word: &str) -> bool {
    let formed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.chars().all(formed)
}

/// The classes in the selectors of a style sheet.
fn defined(css: &str) -> BTreeSet<String> {
    let mut code = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        code.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    code.push_str(rest);
    let mut classes = BTreeSet::new();
    // The text before a `{` is a selector, or the condition of a group rule such as `@media`.
    for selector in code.split(['{', '}', ';']).zip(code.matches(['{', '}', ';'])) {
        let (text, "{") = selector else { continue };
        let is_condition = text.trim_start().starts_with('@');
        for part in text.split('.').skip(1).filter(|_| !is_condition) {
            let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
            classes.insert(part[..end.unwrap_or(part.len())].to_owned());
        }
    }
    classes
}

/// The end of the expression at `at`: its closing bracket, or the `;` or `,` after it.
fn end_of(code: &str, at: usize) -> usize {
    let mut depth = 0;
    for (i, c) in code[at..].char_indices() {
        match c {
            '(' | '{' | '[' => depth += 1,
            ')' | '}' | ']' if depth <= 1 => return at + i,
            ')' | '}' | ']' => depth -= 1,
            ';' | ',' if depth == 0 => return at + i,
            _ => {}
        }
    }
    code.len()
}

/// The string literals between two positions in the code, found by counting quotes.
fn strings_in(source: &Source, from: usize, to: usize) -> impl Iterator<Item = &(usize, String)> {
    let before = source.code[..from].matches('"').count() / 2;
    let count = source.code[from..to].matches('"').count() / 2;
    source.strings.iter().skip(before).take(count)
}

/// The classes that a view gives to elements, each with its line.
fn given(text: &str) -> Vec<(usize, String)> {
    let source = Source::of(text);
    let mut strings: Vec<&(usize, String)> = Vec::new();
    for (at, start) in source.code.match_indices("class=\"") {
        let from = at + start.len() - 1;
        strings.extend(strings_in(&source, from, source.code.len()).next());
    }
    for start in ["class: ", "class:\n", "let class = "] {
        for (at, _) in source.code.match_indices(start) {
            let from = at + start.len();
            strings.extend(strings_in(&source, from, end_of(&source.code, from)));
        }
    }
    let is_prefixed =
        |text: &str| PREFIXES.iter().any(|start| text.starts_with(start) && is_class(text));
    let is_scale = |text: &str| SCALES.contains(&text);
    strings.extend(source.strings.iter().filter(|(_, text)| is_prefixed(text) && !is_scale(text)));
    let words = strings
        .into_iter()
        .flat_map(|(line, text)| text.split_whitespace().map(|word| (*line, word.to_owned())));
    words.filter(|(_, word)| is_class(word)).collect()
}

/// Every word in the strings of a view that could be a class.
fn possible_classes(text: &str) -> BTreeSet<String> {
    let source = Source::of(text);
    let all = |text: &str| text.split_whitespace().all(is_class);
    let lists =
        source.strings.iter().map(|(_, text)| text.trim_start_matches('.')).filter(|at| all(at));
    lists.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

/// The classes in an HTML page and in a script.
fn outside(html: &str, script: &str) -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    for start in ["class=\"", "classList.add(\""] {
        for text in html.split(start).skip(1).chain(script.split(start).skip(1)) {
            let list = text.split('"').next().unwrap_or_default();
            classes.extend(list.split_whitespace().map(str::to_owned));
        }
    }
    classes
}

/// The classes in `index.html`, the illustrations and the boot scripts.
fn outside_views() -> BTreeSet<String> {
    let scripts: String = files("src/inline", ".js").iter().map(|path| read(path)).collect();
    let drawings = files("public/illustrations", ".svg");
    let html = drawings.iter().fold(read("index.html"), |html, path| html + read(path).as_str());
    outside(&html, &scripts)
}

/// The classes that each style sheet defines, by path.
fn sheets() -> BTreeMap<String, BTreeSet<String>> {
    let sheets = files("public/css", ".css").into_iter();
    sheets.map(|path| (path.clone(), defined(&read(&path)))).collect()
}

/// The paths of the files that use classes: all that have markup, and one that finds elements.
fn views() -> Vec<String> {
    let folders = ["src/app", "src/views", "src/components"];
    let other = "src/platform/dom.rs".to_owned();
    folders.iter().flat_map(|folder| files(folder, ".rs")).chain([other]).collect()
}

#[test]
fn every_used_class_has_a_style() {
    let styled: BTreeSet<String> = sheets().into_values().flatten().collect();
    let mut complaints = Vec::new();
    let mut checked = 0;
    for path in views() {
        for (line, class) in given(&read(&path)) {
            checked += 1;
            if !styled.contains(&class) {
                complaints.push(format!("{path}:{line}: no style for `{class}`"));
            }
        }
    }
    for class in outside_views().iter().filter(|class| !styled.contains(*class) && *class != "js") {
        complaints.push(format!("index.html: no style for `{class}`"));
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
    assert!(checked > 100, "only {checked} classes were found in the views");
}

#[test]
fn every_class_with_a_style_is_used() {
    let mut used = outside_views();
    used.extend(views().iter().flat_map(|path| possible_classes(&read(path))));
    let mut complaints = Vec::new();
    for (path, classes) in sheets() {
        for class in classes.difference(&used) {
            complaints.push(format!("{path}: the class `{class}` is not used"));
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// The style sheets that every visit gets, and those that come with the first room.
const LISTS: [&str; 2] = ["public/css/main.css", "public/css/rooms.css"];

/// The paths of the style sheets that a list imports.
fn imported(list: &str) -> Vec<String> {
    let list = read(list);
    let imports = list.split("@import \"./").skip(1).filter_map(|rest| rest.split('"').next());
    imports.map(|name| format!("public/css/{name}")).collect()
}

#[test]
fn every_style_sheet_is_in_a_list() {
    let mut listed: Vec<String> = LISTS.into_iter().flat_map(imported).collect();
    listed.extend(LISTS.map(str::to_owned));
    listed.sort();
    listed.dedup();
    assert_eq!(sheets().into_keys().collect::<Vec<_>>(), listed);
}

/// What only rooms show: their views, and the components that no other view uses.
const OF_ROOMS: [&str; 14] = [
    "src/views/data/",
    "src/views/method/",
    "src/views/noise/",
    "src/views/result/",
    "src/views/shortlist/",
    "src/views/snapshots.rs",
    "src/components/bars.rs",
    "src/components/embed_code.rs",
    "src/components/field.rs",
    "src/components/line_field.rs",
    "src/components/number_field.rs",
    "src/components/plot.rs",
    "src/components/qr_code.rs",
    "src/components/select_field.rs",
];

/// What a component of every visit gives an element only in rooms.
const IN_ROOMS: [&str; 1] = ["wide"];

/// The file of a room with a view that the guide shows too.
const SHARED: &str = "src/views/noise/curves.rs";

/// What guide, comparison, quiz and shell show has its styles before any room does.
#[test]
fn what_every_visit_shows_is_styled_without_rooms() {
    let sheets = sheets();
    // What is only styled for print has no look to lose on a screen.
    let seen = |list| imported(list).into_iter().filter(|path| !path.contains("/print"));
    let of = |list| seen(list).flat_map(|path| sheets[&path].clone());
    let [main, rooms] = LISTS.map(|list| of(list).collect::<BTreeSet<String>>());
    let is_of_room = |path: &str| path != SHARED && OF_ROOMS.iter().any(|at| path.starts_with(at));
    let mut complaints = Vec::new();
    for path in views().into_iter().filter(|path| !is_of_room(path)) {
        let mut classes: BTreeSet<String> = outside_views();
        classes.extend(given(&read(&path)).into_iter().map(|(_, class)| class));
        for class in classes
            .intersection(&rooms)
            .filter(|class| !main.contains(*class) && !IN_ROOMS.contains(&class.as_str()))
        {
            complaints.push(format!("{path}: `{class}` has no style before a room is entered"));
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
    assert!(rooms.difference(&main).count() > 20, "rooms have few styles of their own");
}

#[test]
fn classes_are_read_from_selectors() {
    let css = "/* .no */ .a, p.b-1:not(.c)>.d::after { margin: .5rem; background: url(x.png) }\n\
               @media (min-width: 1.5rem) { .e[data-x=\"1\"] .f { top: 0 } }\n.g{}";
    let found: Vec<String> = defined(css).into_iter().collect();
    assert_eq!(found, ["a", "b-1", "c", "d", "e", "f", "g"]);
}

#[test]
fn classes_are_found_however_a_view_sets_them() {
    let view = r#"
        view! {
            <div class="a b">"not this" <q class="c" id="no">{words}</q></div>
            <i class=class title="nor this"></i>
        };
        Stroke { class: "ear-h", d: "M0" };
        let class = match tone { Tone::A => "i", Tone::B => "j k" };
        let class = string(move || if low { "d" } else { "e" }.to_owned());
        const LINE: &str = "icon-m"; // class="n"
        path("dots-o", "M6 7"); format!("grade-{id}"); scale("dots-m2", "q");
    "#;
    let mut found: Vec<String> = given(view).into_iter().map(|(_, class)| class).collect();
    found.sort();
    found.dedup();
    assert_eq!(found, ["a", "b", "c", "d", "dots-o", "e", "ear-h", "i", "icon-m", "j", "k"]);
    assert_eq!(given("\n\n<p class=\"late\">"), [(3, "late".to_owned())]);
}

#[test]
fn words_of_sentences_and_comments_are_not_classes() {
    let used = possible_classes(r#"headed("section quiet", "The lost word."); // "comment""#);
    assert!(used.contains("section") && used.contains("quiet"));
    assert!(!used.contains("lost") && !used.contains("comment"));
    let outside = outside("<p class=\"page small\">", "x.classList.add(\"js\")");
    assert_eq!(outside.into_iter().collect::<Vec<_>>(), ["js", "page", "small"]);
}
