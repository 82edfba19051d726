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

/// Numbers the names that JavaScript and wasm share.
///
/// wasm-bindgen ends each with a hash of 16 digits, which no compression makes smaller: a kilobyte
/// over both files. A number of as many digits keeps every length, so the wasm stays well formed.
pub(super) fn number_names(script: &str, wasm: &mut [u8]) -> String {
    let mut numbered = script.to_owned();
    for (at, hash) in hashes(script).iter().enumerate() {
        let number = format!("{at:0HASH$}");
        numbered = numbered.replace(hash.as_str(), &number);
        let mut from = 0;
        while let Some(found) = find(&wasm[from..], hash.as_bytes()) {
            let start = from + found;
            wasm[start..start + HASH].copy_from_slice(number.as_bytes());
            from = start + HASH;
        }
    }
    numbered
}

/// Digits of a hash in a name.
const HASH: usize = 16;

/// The hashes that end names in a script, each once.
fn hashes(script: &str) -> Vec<String> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut hashes = Vec::new();
    for word in script.split(|c| !is_word(c)).filter(|word| word.len() > HASH) {
        let (name, hash) = word.split_at(word.len() - HASH);
        let is_hash = hash.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c));
        let is_ours = name.starts_with("__wbg_") || name.starts_with("wasm_bindgen__");
        if is_hash && is_ours && !hashes.iter().any(|known| known == hash) {
            hashes.push(hash.to_owned());
        }
    }
    hashes
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::{minify, number_names};

    #[test]
    fn shared_names_are_numbered_alike_in_both_files() {
        let script = "__wbg_get_0c55869fe53c7d14: get, __wbg_set_f249a2a76caa9a55: set, \
            wasm.wasm_bindgen__convert__invoke__h0bacf75849a1261f(), a0c55869fe53c7d14b";
        let mut wasm = b"\x1a__wbg_set_f249a2a76caa9a55\x00__wbg_get_0c55869fe53c7d14".to_vec();
        let numbered = number_names(script, &mut wasm);
        assert!(
            numbered.starts_with("__wbg_get_0000000000000000: get, __wbg_set_0000000000000001")
        );
        assert!(numbered.contains("invoke__h0000000000000002()"));
        assert_eq!(wasm, b"\x1a__wbg_set_0000000000000001\x00__wbg_get_0000000000000000");
    }

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
