//! The law of the house: what may import what, how long things may be, and what is never written.

mod css;
mod layer;
mod logical;
mod packages;
mod source;
mod top;

use source::Source;

use crate::support::{files, read};

/// Longest file of Rust or CSS, and longest function in `src/`, in lines.
const FILE: usize = 300;
const FUNCTION: usize = 40;

fn rust() -> Vec<String> {
    ["src", "tests", "xtask"].iter().flat_map(|folder| files(folder, ".rs")).collect()
}

#[track_caller]
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// What is wrong with a file as a whole.
fn file_complaints(path: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let lines = text.lines().count();
    if lines > FILE {
        complaints.push(format!("{path}: {lines} lines; {FILE} is the most"));
    }
    let is_rust = std::path::Path::new(path).extension().is_some_and(|end| end == "rs");
    if is_rust && !text.starts_with("//! ") {
        complaints.push(format!("{path}:1: starts without `//!`; say what the file is for"));
    }
    complaints
}

#[test]
fn every_file_says_what_it_is_for_and_is_not_too_long() {
    let all: Vec<String> = rust().into_iter().chain(files("public", ".css")).collect();
    assert!(all.len() > 80, "{} files", all.len());
    let complaints: Vec<String> =
        all.iter().flat_map(|path| file_complaints(path, &read(path))).collect();
    none(&complaints);
}

#[test]
fn a_file_that_is_too_long_or_says_nothing_is_found() {
    assert_eq!(file_complaints("a.rs", "//! A.\n"), [""; 0]);
    assert_eq!(file_complaints("a.css", &"\n".repeat(300)), [""; 0]);
    assert_eq!(file_complaints("a.css", &"\n".repeat(301)).len(), 1);
    assert_eq!(file_complaints("a.rs", &format!("//! A.\n{}", "\n".repeat(300))).len(), 1);
    assert_eq!(file_complaints("a.rs", "// A.\n").len(), 1);
    assert_eq!(file_complaints("a.rs", "use a;\n//! A.\n").len(), 1);
}

/// Whether a line of code starts a function.
fn starts_function(line: &str) -> bool {
    let mut words = line.trim_start().split(' ').skip_while(|word| {
        word.starts_with("pub") || ["const", "async", "unsafe", "in", "extern"].contains(word)
    });
    words.next() == Some("fn")
}

/// First line and length of every function that has a body of more than one line.
fn functions(text: &str) -> Vec<(usize, usize)> {
    let source = Source::of(text);
    let lines: Vec<&str> = source.code.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| starts_function(line)) {
        let indent = line.len() - line.trim_start().len();
        let closes = |line: &&str| {
            let is_level = line.len() - line.trim_start().len() == indent;
            is_level && !line.trim().is_empty() && !line.trim_start().starts_with([')', '{', 'w'])
        };
        let is_whole = line.trim_end().ends_with(['}', ';']);
        let after = lines.iter().skip(at + 1).position(closes);
        if let Some(after) = after.filter(|_| !is_whole) {
            found.push((at + 1, after + 2));
        }
    }
    found
}

fn function_complaints(path: &str, text: &str) -> Vec<String> {
    let long = functions(text).into_iter().filter(|(_, length)| *length > FUNCTION);
    long.map(|(line, length)| format!("{path}:{line}: {length} lines; {FUNCTION} is the most"))
        .collect()
}

#[test]
fn no_function_is_too_long() {
    let complaints: Vec<String> = files("src", ".rs")
        .iter()
        .flat_map(|path| function_complaints(path, &read(path)))
        .collect();
    none(&complaints);
    let counted: usize = files("src", ".rs").iter().map(|path| functions(&read(path)).len()).sum();
    assert!(counted > 200, "only {counted} functions were found");
}

#[test]
fn a_function_that_is_too_long_is_found() {
    let body = |lines: usize| {
        format!("    pub const fn f() {{\n{}    }}\n", "        x();\n".repeat(lines))
    };
    assert_eq!(function_complaints("a.rs", &body(38)), [""; 0]);
    assert_eq!(function_complaints("a.rs", &body(39)), ["a.rs:1: 41 lines; 40 is the most"]);
    let text = "fn a() {}\nfn b(\n    c: u8,\n) -> u8\nwhere\n    u8: Copy,\n{\n    c\n}\n\
                trait D {\n    fn e();\n    fn f(\n        &self,\n    ) -> u8;\n}\n";
    assert_eq!(functions(text)[0], (2, 8), "from `fn b` to its brace");
    assert!(functions(text).iter().all(|(_, length)| *length < 9), "{:?}", functions(text));
}

/// What is never written: in code anywhere, and in the code and strings of views.
fn forbidden(path: &str, text: &str) -> Vec<String> {
    const NEVER: [&str; 3] = ["dbg!", "todo!", "unimplemented!"];
    const NOT_IN_VIEWS: [&str; 4] = ["inner_html", "innerHTML", "outer_html", "insert_adjacent"];
    let source = Source::of(text);
    let is_view = ["src/view/", "src/app.rs", "src/browser/"].iter().any(|at| path.starts_with(at));
    let mut found = Vec::new();
    for (at, line) in source.code.lines().enumerate() {
        let views = NOT_IN_VIEWS.iter().filter(|_| is_view);
        for word in NEVER.iter().chain(views).filter(|word| line.contains(**word)) {
            found.push(format!("{path}:{}: `{word}`", at + 1));
        }
        if is_view && (line.contains(" style=") || line.contains(".style(")) {
            found.push(format!("{path}:{}: a `style`; use a class", at + 1));
        }
    }
    for (line, text) in source.strings.iter().filter(|_| is_view) {
        if text == "style" || text.contains("style=") || text.contains("innerHTML") {
            found.push(format!("{path}:{line}: a `style` attribute or HTML; use a class"));
        }
    }
    found
}

#[test]
fn nothing_forbidden_is_written() {
    let complaints: Vec<String> =
        rust().iter().flat_map(|path| forbidden(path, &read(path))).collect();
    none(&complaints);
    let scripts = files("src/inline", ".js");
    assert!(!scripts.is_empty());
    for path in scripts.into_iter().chain(["index.html".to_owned()]) {
        let text = read(&path);
        assert!(!text.contains("style=") && !text.contains("innerHTML"), "{path}");
    }
}

#[test]
fn what_is_forbidden_is_found_in_code_and_not_in_comments() {
    let view = "src/view/part/mark.rs";
    for text in [
        "dbg!(x)",
        "todo!()",
        "unimplemented!()",
        "node.set_inner_html(x)",
        "<p style=x>",
        "el(\"p\").attr(\"style\", x)",
        "let s = \"<p style=x>\";",
        "el(\"p\").style(x)",
    ] {
        assert_eq!(forbidden(view, &format!("\n{text}")).len(), 1, "{text}");
        assert!(forbidden(view, &format!("\n{text}"))[0].contains("mark.rs:2: "), "{text}");
    }
    for text in ["// dbg!(x)", "/// `style=`", "\"todo!\"", "let style = 1;"] {
        assert_eq!(forbidden(view, text), [""; 0], "{text}");
    }
    assert_eq!(forbidden("src/model/mod.rs", "x.style(y)"), [""; 0]);
    assert_eq!(forbidden("src/model/mod.rs", "todo!()").len(), 1);
}
