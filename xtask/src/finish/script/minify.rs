//! Writes a script with short names and little white space.

use std::collections::HashMap;

use super::name;
use super::token::{Gap, Token, is_of_word};

/// What a browser gives under these names stays reachable.
const GLOBAL: [&str; 6] = ["fetch", "global", "globalThis", "queueMicrotask", "self", "window"];

/// The script with its own names made short.
///
/// A word becomes the same short one wherever it is not a property, so every scope keeps its names
/// apart. A line's end stays where a statement could end without a semicolon.
pub(super) fn write(tokens: &[Token]) -> String {
    let names = short_names(tokens);
    let mut small = String::new();
    for (at, token) in tokens.iter().enumerate() {
        if is_about_one_parameter(tokens, at) || is_needless_end(tokens, at) {
            continue;
        }
        let text = match stands_for(tokens, at) {
            // What is never set again need not say so any more.
            Some("const") => "let",
            Some("true") => "!0",
            Some("false") => "!1",
            Some(word) => names.get(word).map_or(word, String::as_str),
            None => token.text,
        };
        small += gap(small.chars().next_back(), token.gap, text);
        small += text;
    }
    small
}

/// Whether it is a bracket about the only parameter of an arrow function, which needs none; after a
/// word it does.
fn is_about_one_parameter(tokens: &[Token], at: usize) -> bool {
    let opens = |at: usize| {
        let is_after_word = at > 0 && tokens[at - 1].is_word();
        let is_one = tokens.get(at + 1).is_some_and(|token| token.is_word());
        let text = |at: usize| tokens.get(at).map(|token| token.text);
        let ends = (text(at), text(at + 2), text(at + 3));
        !is_after_word && is_one && ends == (Some("("), Some(")"), Some("=>"))
    };
    opens(at) || at.checked_sub(2).is_some_and(opens)
}

/// Whether it is a semicolon before the end of a block, and not a statement by itself.
fn is_needless_end(tokens: &[Token], at: usize) -> bool {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    if text(at) != ";" || text(at + 1) != "}" {
        return false;
    }
    // From the bracket that closes what stands before it, back to the one that opens it.
    let mut depth = 0_usize;
    let start = (0..at).rev().find(|&at| {
        match text(at) {
            ")" => depth += 1,
            "(" => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    let Some(start) = start else { return true };
    let before = start.checked_sub(1).map_or("", text);
    text(start) != "else" && !["for", "if", "while", "with"].contains(&before)
}

/// What must stand between what ends in `last` and `text`.
fn gap(last: Option<char>, gap: Gap, text: &str) -> &'static str {
    let (Some(last), Some(next)) = (last, text.chars().next()) else { return "" };
    let joins = is_of_word(last) && is_of_word(next) || last == next && "+-/<>=&|".contains(last);
    let could_end = is_of_word(last) || ")]}'\"`+-/".contains(last);
    let could_begin = is_of_word(next) || "([{'\"`+-/!~".contains(next);
    match gap {
        Gap::Line if could_end && could_begin => "\n",
        Gap::Line | Gap::Space if joins => " ",
        _ => "",
    }
}

/// The script's own words, the most frequent with the shortest names.
fn short_names<'a>(tokens: &[Token<'a>]) -> HashMap<&'a str, String> {
    let own = own_words(tokens);
    let kept = kept_words(tokens);
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for token in tokens.iter().filter(|token| own.contains(&token.text)) {
        match counts.iter_mut().find(|(word, _)| *word == token.text) {
            Some((_, count)) => *count += 1,
            None => counts.push((token.text, 1)),
        }
    }
    counts.retain(|(word, _)| !kept.contains(word) && !GLOBAL.contains(word));
    // Stable, so that equals stay in the order of the script.
    counts.sort_by_key(|(_, count)| usize::MAX - count);
    let is_taken = |short: &str| (0..tokens.len()).any(|at| stands_for(tokens, at) == Some(short));
    let is_free = |short: &String| !name::is_reserved(short) && !is_taken(short);
    let shorts = (0..).map(name::short).filter(is_free);
    counts.into_iter().map(|(word, _)| word).zip(shorts).collect()
}

/// What the token at this place stands for by itself: not a property or the key of one.
fn stands_for<'a>(tokens: &[Token<'a>], at: usize) -> Option<&'a str> {
    let before = at.checked_sub(1).map_or("", |at| tokens[at].text);
    let is_key = || tokens.get(at + 1).is_some_and(|after| after.text == ":");
    (before != "." && !(["{", ","].contains(&before) && is_key())).then(|| tokens[at].text)
}

/// Words that the script declares: functions, variables and parameters.
fn own_words<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    let mut own = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let follows = |word| at > 0 && text(at - 1) == word;
        if token.is_word() {
            let is_declared = ["function", "const", "let", "var"].into_iter().any(follows);
            if is_declared || text(at + 1) == "=>" {
                own.push(token.text);
            }
        } else if token.text == "(" {
            let inside = inside(tokens, at);
            let is_function = follows("function") || at > 1 && text(at - 2) == "function";
            // A promise has a method of that name.
            let is_caught = follows("catch") && at > 1 && text(at - 2) != ".";
            if is_function || is_caught || text(at + inside.len() + 2) == "=>" {
                own.extend(inside.iter().filter(|token| token.is_word()).map(|token| token.text));
            }
        }
    }
    own
}

/// The tokens between the bracket at `open` and the one that closes it.
fn inside<'a, 'b>(tokens: &'b [Token<'a>], open: usize) -> &'b [Token<'a>] {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.text {
            "(" => depth += 1,
            ")" if depth == 1 => return &tokens[open + 1..at],
            ")" => depth -= 1,
            _ => {}
        }
    }
    &[]
}

/// Words that would mean something else under another name: keys of objects, also where they stand
/// for their value too, and the words in templates.
fn kept_words<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    let mut kept = Vec::new();
    let mut open = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let near = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |t| t.text);
        let (before, after) = (near(at.checked_sub(1)), near(Some(at + 1)));
        match token.text {
            "(" | "[" | "{" => open.push(token.text),
            ")" | "]" | "}" => drop(open.pop()),
            text if token.is_template() => kept.extend(text.split(|c| !is_of_word(c))),
            text if ["{", ","].contains(&before) && open.last() == Some(&"{") => {
                kept.extend([":", ",", "}"].contains(&after).then_some(text));
            }
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::super::token::cut;
    use super::*;

    fn minified(script: &str) -> Result<String> {
        Ok(write(&cut(script)?))
    }

    #[test]
    fn own_words_become_short_and_properties_stay() -> Result<()> {
        assert_eq!(
            minified("function add(first, ...rest) {\n  return first.first + sum(rest);\n}\n")?,
            "function c(a,...b){return a.first+sum(b)}"
        );
        let arrow = "const call = (one, two) => one(two, three);";
        assert_eq!(minified(arrow)?, "let c=(a,b)=>a(b,three);");
        Ok(())
    }

    #[test]
    fn what_is_caught_has_a_short_name_but_a_promise_catches_what_it_is_given() -> Result<()> {
        let script = "try{run();}catch(error){tell(error);}go().catch(tell);";
        let small = "try{run()}catch(a){tell(a)}go().catch(tell);";
        assert_eq!(minified(script)?, small);
        Ok(())
    }

    #[test]
    fn keys_templates_and_globals_keep_their_words() -> Result<()> {
        for script in [
            "let state={state:1,const:2};",
            "let{state,other}=make();let state;",
            "let val=`${val}`;",
            "let fetch=window.fetch;",
        ] {
            assert_eq!(minified(script)?, script);
        }
        Ok(())
    }

    #[test]
    fn a_short_name_is_one_that_nothing_else_has() -> Result<()> {
        assert_eq!(minified("let value = a + b.c;")?, "let c=a+b.c;");
        Ok(())
    }

    #[test]
    fn a_script_without_modules_is_written_alike() -> Result<()> {
        let script = "// why\n(function () {\n  \"use strict\";\n  var root = document.body;\n  if \
            (!/^(#\\/?)?$/.test(root.id)) import(\"./a.js\").then(function (app) {\n    return \
            app.default(root);\n  });\n})();\n";
        let small = "(function(){\"use strict\";var a=document.body;if(!/^(#\\/?)?$/.test(a.id))\
            import(\"./a.js\").then(function(b){return b.default(a)})})();";
        assert_eq!(minified(script)?, small);
        Ok(())
    }

    #[test]
    fn truth_and_a_single_parameter_take_less() -> Result<()> {
        let script = "go((one) => !one || true, async (one) => ({ true: false }), () => it.true);";
        let small = "go(a=>!a||!0,async(a)=>({true:!1}),()=>it.true);";
        assert_eq!(minified(script)?, small);
        Ok(())
    }

    #[test]
    fn the_last_statement_of_a_block_ends_with_it() -> Result<()> {
        assert_eq!(minified("if (a) { b((c) + 1); }")?, "if(a){b((c)+1)}");
        for script in ["{for(a of(b));}", "{while(a());}", "{if(a);else;}"] {
            assert_eq!(minified(script)?, script);
        }
        Ok(())
    }

    #[test]
    fn lines_end_where_statements_could() -> Result<()> {
        assert_eq!(minified("x = {\n}\nf()\n  .g(\n 1 - -1\n)\n")?, "x={}\nf().g(1- -1)");
        assert_eq!(minified("a\n++\nb; // c\nd")?, "a\n++\nb;d");
        Ok(())
    }
}
