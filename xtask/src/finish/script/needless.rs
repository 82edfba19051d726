//! Takes out of wasm-bindgen's script what nobody needs: ways round what every browser has that can
//! run the wasm, and words for panics, which say none here.

/// Start and end of a part, and what comes in its place.
const PARTS: [(&str, &str, &str); 3] = [
    // Says what a value is, at length.
    (
        "\nfunction debugString(val) {\n",
        "\n}\n",
        "\nfunction debugString(val) {\n    return String(val);\n}\n",
    ),
    ("(typeof FinalizationRegistry === 'undefined')", "new Final", "new Final"),
    ("\nif (!('encodeInto' in cachedTextEncoder)) {\n", "\n}\n", "\n"),
];

/// Before and after a value that gets a name only to be returned.
const NAMED: (&str, &str) = ("const ret = ", "return ret;");

/// The script without them, as far as it has them.
pub(super) fn left_out(script: &str) -> String {
    let mut script = script.to_owned();
    for (start, end, instead) in PARTS {
        let Some((before, rest)) = script.split_once(start) else { continue };
        let Some((_, after)) = rest.split_once(end) else { continue };
        script = format!("{before}{instead}{after}");
    }
    returned_at_once(&script)
}

fn returned_at_once(script: &str) -> String {
    let (mut short, mut rest) = (String::new(), script);
    while let Some((before, from)) = rest.split_once(NAMED.0) {
        short += before;
        rest = from;
        let found = from.split_once(";\n");
        let found = found
            .and_then(|(value, after)| Some((value, after.trim_start().strip_prefix(NAMED.1)?)));
        match found {
            Some((value, after)) if !value.contains('\n') => {
                for part in ["return ", value, ";"] {
                    short += part;
                }
                rest = after;
            }
            _ => short += NAMED.0,
        }
    }
    short + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_have_and_what_panics_say_goes() {
        let script = "a;\nfunction debugString(val) {\n    switch (val) {\n        one;\n    }\n}\n\
            const C = (typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {} }\n    \
            : new FinalizationRegistry(d);\nif (!('encodeInto' in cachedTextEncoder)) {\n    e;\n}\nf;\n";
        let expected = "a;\nfunction debugString(val) {\n    return String(val);\n}\n\
            const C = new FinalizationRegistry(d);\nf;\n";
        assert_eq!(left_out(script), expected);
        assert_eq!(left_out("else;\n"), "else;\n");
    }

    #[test]
    fn a_value_is_returned_at_once() {
        let script =
            "{\n    const ret = a(b);\n    return ret;\n}\nconst ret = c;\nd(ret);\nreturn ret;";
        let expected = "{\n    return a(b);\n}\nconst ret = c;\nd(ret);\nreturn ret;";
        assert_eq!(left_out(script), expected);
    }
}
