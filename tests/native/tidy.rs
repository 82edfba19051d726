//! Rules for the repository itself: layers, file and function length, forbidden code, style sheets,
//! top-level files and dependencies.

mod css;
mod layer;
mod logical;
mod markup;
mod packages;
mod source;
mod top;

use source::Source;

use crate::support::{files, read};

/// The most lines in a Rust or CSS file.
const FILE: usize = 300;
/// The most lines in a function in `src/`.
const FUNCTION: usize = 40;

/// The paths of all Rust files.
fn rust() -> Vec<String> {
    ["src", "tests", "xtask"].iter().flat_map(|folder| files(folder, ".rs")).collect()
}

/// Asserts that there are no complaints.
#[track_caller]
fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// The complaints about a file as a whole.
fn file_complaints(path: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let lines = text.lines().count();
    if lines > FILE {
        complaints.push(format!("{path}: {lines} lines; the limit is {FILE}"));
    }
    let is_rust = std::path::Path::new(path).extension().is_some_and(|end| end == "rs");
    if is_rust && !text.starts_with("//! ") {
        complaints.push(format!("{path}:1: does not start with `//!`; describe the file"));
    }
    complaints
}

#[test]
fn every_file_is_documented_and_within_the_length_limit() {
    let all: Vec<String> = rust().into_iter().chain(files("public", ".css")).collect();
    assert!(all.len() > 80, "only {} files were found", all.len());
    let complaints: Vec<String> =
        all.iter().flat_map(|path| file_complaints(path, &read(path))).collect();
    assert_none(&complaints);
}

#[test]
fn long_and_undocumented_files_are_reported() {
    assert_eq!(file_complaints("a.rs", "//! A.\n"), [""; 0]);
    assert_eq!(file_complaints("a.css", &"\n".repeat(300)), [""; 0]);
    assert_eq!(file_complaints("a.css", &"\n".repeat(301)).len(), 1);
    assert_eq!(file_complaints("a.rs", &format!("//! A.\n{}", "\n".repeat(300))).len(), 1);
    assert_eq!(file_complaints("a.rs", "// A.\n").len(), 1);
    assert_eq!(file_complaints("a.rs", "use a;\n//! A.\n").len(), 1);
}

/// Whether a function starts on this line of code.
fn starts_function(line: &str) -> bool {
    let mut words = line.trim_start().split(' ').skip_while(|word| {
        word.starts_with("pub") || ["const", "async", "unsafe", "in", "extern"].contains(word)
    });
    words.next() == Some("fn")
}

/// The first line and the length of every function that takes more than one line.
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
        let is_one_line = line.trim_end().ends_with(['}', ';']);
        let after = lines.iter().skip(at + 1).position(closes);
        if let Some(after) = after.filter(|_| !is_one_line) {
            found.push((at + 1, after + 2));
        }
    }
    found
}

/// The complaints about functions that are too long.
fn function_complaints(path: &str, text: &str) -> Vec<String> {
    let long = functions(text).into_iter().filter(|(_, length)| *length > FUNCTION);
    long.map(|(line, length)| format!("{path}:{line}: {length} lines; the limit is {FUNCTION}"))
        .collect()
}

#[test]
fn every_function_is_within_the_length_limit() {
    let complaints: Vec<String> = files("src", ".rs")
        .iter()
        .flat_map(|path| function_complaints(path, &read(path)))
        .collect();
    assert_none(&complaints);
    let counted: usize = files("src", ".rs").iter().map(|path| functions(&read(path)).len()).sum();
    assert!(counted > 200, "only {counted} functions were found");
}

#[test]
fn long_functions_are_reported() {
    let body = |lines: usize| {
        format!("    pub const fn f() {{\n{}    }}\n", "        x();\n".repeat(lines))
    };
    assert_eq!(function_complaints("a.rs", &body(38)), [""; 0]);
    assert_eq!(function_complaints("a.rs", &body(39)), ["a.rs:1: 41 lines; the limit is 40"]);
    let text = "fn a() {}\nfn b(\n    c: u8,\n) -> u8\nwhere\n    u8: Copy,\n{\n    c\n}\n\
                trait D {\n    fn e();\n    fn f(\n        &self,\n    ) -> u8;\n}\n";
    assert_eq!(functions(text)[0], (2, 8), "from `fn b` to its brace");
    assert!(functions(text).iter().all(|(_, length)| *length < 9), "{:?}", functions(text));
}

/// The complaints about forbidden code: some macros anywhere, and inline styles and raw HTML in the
/// files that render.
fn forbidden(path: &str, text: &str) -> Vec<String> {
    const NEVER: [&str; 3] = ["dbg!", "todo!", "unimplemented!"];
    const NEVER_IN_VIEWS: [&str; 4] = ["inner_html", "innerHTML", "outer_html", "insert_adjacent"];
    let source = Source::of(text);
    let is_view = ["src/views/", "src/components/", "src/markup/", "src/app.rs", "src/platform/"]
        .iter()
        .any(|at| path.starts_with(at));
    let mut found = Vec::new();
    for (at, line) in source.code.lines().enumerate() {
        let views = NEVER_IN_VIEWS.iter().filter(|_| is_view);
        for word in NEVER.iter().chain(views).filter(|word| line.contains(**word)) {
            found.push(format!("{path}:{}: `{word}`", at + 1));
        }
        if is_view && (line.contains(" style=") || line.contains(".style(")) {
            found.push(format!("{path}:{}: a `style`; use a class", at + 1));
        }
    }
    // The policy allows a `<style>` by its hash; no hash allows an attribute.
    let is_element = |line: &usize| {
        source.code.lines().nth(line - 1).is_some_and(|code| code.contains("create_element(\""))
    };
    for (line, text) in source.strings.iter().filter(|_| is_view) {
        if text == "style" && !is_element(line)
            || text.contains("style=")
            || text.contains("innerHTML")
        {
            found.push(format!("{path}:{line}: a `style` attribute or HTML; use a class"));
        }
    }
    found
}

#[test]
fn there_is_no_forbidden_code() {
    let complaints: Vec<String> =
        rust().iter().flat_map(|path| forbidden(path, &read(path))).collect();
    assert_none(&complaints);
    let scripts = files("src/inline", ".js");
    assert!(!scripts.is_empty());
    for path in scripts.into_iter().chain(["index.html".to_owned()]) {
        let text = read(&path);
        assert!(!text.contains("style=") && !text.contains("innerHTML"), "{path}");
    }
}

#[test]
fn forbidden_code_is_reported_but_comments_are_not() {
    let view = "src/components/icon.rs";
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
        assert!(forbidden(view, &format!("\n{text}"))[0].contains("icon.rs:2: "), "{text}");
    }
    for text in ["// dbg!(x)", "/// `style=`", "\"todo!\"", "let style = 1;"] {
        assert_eq!(forbidden(view, text), [""; 0], "{text}");
    }
    assert_eq!(forbidden(view, "document().create_element(\"style\")"), [""; 0]);
    assert_eq!(forbidden("src/model/mod.rs", "x.style(y)"), [""; 0]);
    assert_eq!(forbidden("src/model/mod.rs", "todo!()").len(), 1);
}
