//! Makes the JavaScript that wasm-bindgen writes smaller.

/// Takes out the white space at the start of lines, empty lines, and comments that have lines of
/// their own. wasm-bindgen writes no template text over several lines; more would need a parser.
pub(super) fn minify(script: &str) -> String {
    let mut small = String::new();
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        let starts_comment = line.starts_with("/*");
        let is_code = !in_comment && !starts_comment && !line.is_empty() && !line.starts_with("//");
        if is_code {
            small += line;
            small.push('\n');
        }
        in_comment = (in_comment || starts_comment) && !line.ends_with("*/");
    }
    small
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn only_code_is_left() {
        let script = "/* eslint-disable */\n/**\n * @param {number} a\n */\nfunction f(a) {\n    \
            // why\n\n    return a * 2; // twice\n}\n";
        assert_eq!(minify(script), "function f(a) {\nreturn a * 2; // twice\n}\n");
    }

    #[test]
    fn code_after_a_comment_of_one_line_is_kept() {
        assert_eq!(minify("/* a */\nb();\n"), "b();\n");
    }
}
