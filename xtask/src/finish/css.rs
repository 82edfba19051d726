//! Makes one style file of those in `public/css`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// The order of the files, where `order.txt` does not give one: a name begins with one of these.
const LAYERS: [&str; 5] = ["tokens", "base", "layout", "part", "page"];

/// All style files of `folder` in order, made smaller.
pub(super) fn bundle(folder: &Path) -> Result<String> {
    let names = names(folder)?;
    let names = match fs::read_to_string(folder.join("order.txt")) {
        Ok(order) => as_listed(&names, &order)?,
        Err(_) => by_layer(names)?,
    };
    let mut bundle = String::new();
    for name in names {
        bundle += &minify(&super::read_text(&folder.join(name))?);
    }
    Ok(with_short_names(&bundle))
}

/// The styles with their own properties (`--ink`) under names of a letter or two. Only styles know
/// them: no markup and no script says one.
fn with_short_names(css: &str) -> String {
    let mut short = String::new();
    let mut names: Vec<&str> = Vec::new();
    let mut rest = css;
    while let Some(at) = rest.find("--") {
        let (before, from) = rest.split_at(at);
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let end = from.find(|c: char| !is_part(c)).unwrap_or(from.len());
        let (name, after) = from.split_at(end);
        let number = names.iter().position(|known| *known == name).unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        });
        short += before;
        // A class of two parts, such as `a--b`, is no property.
        if before.ends_with(is_part) {
            short += name;
        } else {
            short.push_str("--");
            short.push_str(&letters(number));
        }
        rest = after;
    }
    short + rest
}

/// `a` to `z`, then `aa` and on.
fn letters(number: usize) -> String {
    let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).unwrap_or_default());
    match number / 26 {
        0 => letter(number).to_string(),
        more => format!("{}{}", letters(more - 1), letter(number)),
    }
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("cannot read the folder `{}`", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_some_and(|extension| extension == "css") {
            names.push(name);
        }
    }
    Ok(names)
}

fn as_listed(names: &[String], order: &str) -> Result<Vec<String>> {
    let listed = order.lines().map(str::trim).filter(|line| !line.is_empty());
    let listed: Vec<String> = listed.map(str::to_owned).collect();
    if let Some(name) = names.iter().find(|name| !listed.contains(name)) {
        bail!("`public/css/order.txt` does not list `{name}`: give it a place");
    }
    if let Some(name) = listed.iter().find(|name| !names.contains(name)) {
        bail!("`public/css/order.txt` lists `{name}`, which is not there: take it out");
    }
    Ok(listed)
}

fn by_layer(mut names: Vec<String>) -> Result<Vec<String>> {
    let layer = |name: &str| LAYERS.iter().position(|layer| name.starts_with(layer));
    if let Some(name) = names.iter().find(|name| layer(name).is_none()) {
        bail!(
            "`public/css/{name}` has no place in the order: begin its name with one of `{}`, or \
             list all files in `public/css/order.txt`",
            LAYERS.join("`, `")
        );
    }
    names.sort_by(|a, b| (layer(a), a).cmp(&(layer(b), b)));
    Ok(names)
}

/// Takes out comments and what stands in a line for its reader only: the white space at both ends,
/// line ends after which nothing but a new rule, declaration or part of a list can follow, and what
/// [`short`] finds. More would need a parser.
pub(super) fn minify(css: &str) -> String {
    let mut small = String::new();
    for line in without_comments(css).lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line.starts_with('}') && small.ends_with(';') {
            small.pop();
        }
        small += &short(line);
        if !line.ends_with(['{', '}', ';', ',']) {
            small.push('\n');
        }
    }
    small
}

/// A line without the spaces around `>`, before `{` and after the name of a declaration, and without
/// the zeros before decimal points; strings stay.
fn short(line: &str) -> String {
    let is_name =
        |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let line = match line.split_once(": ") {
        Some((name, value)) if is_name(name) => format!("{name}:{value}"),
        _ => line.to_owned(),
    };
    // Where a string might begin or end with something else, all of it stays.
    if line.contains(['\'', '\\']) {
        return line;
    }
    let mut parts: Vec<String> = line.split('"').map(str::to_owned).collect();
    for part in parts.iter_mut().step_by(2) {
        *part = part.replace(" > ", ">").replace(" {", "{");
        for before in [" ", "(", "-", ":", ","] {
            *part = part.replace(&format!("{before}0."), &format!("{before}."));
        }
    }
    parts.join("\"")
}

fn without_comments(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some(at) = rest.find(['"', '\'', '/', '\\']) {
        let length = length_of_piece(&rest[at..]);
        let (before, piece) = (&rest[..at], &rest[at..at + length]);
        rest = &rest[at + length..];
        kept += before;
        if !piece.starts_with("/*") {
            kept += piece;
        } else if !kept.ends_with(char::is_whitespace) && !rest.starts_with(char::is_whitespace) {
            // Between two words an empty comment parts them, and a space could mean something.
            kept += "/**/";
        }
    }
    kept + rest
}

/// The length of the string, comment, escape or single letter at the beginning of `css`.
fn length_of_piece(css: &str) -> usize {
    let mut letters = css.chars();
    match letters.next() {
        Some('/') if css.starts_with("/*") => {
            css[2..].find("*/").map_or(css.len(), |end| end + "/**/".len())
        }
        Some('\\') => 1 + letters.next().map_or(0, char::len_utf8),
        Some(quote @ ('"' | '\'')) => {
            let mut is_escaped = false;
            let is_end = |&(_, letter): &(usize, char)| {
                let ends = letter == quote && !is_escaped;
                is_escaped = letter == '\\' && !is_escaped;
                ends
            };
            css[1..].char_indices().find(is_end).map_or(css.len(), |(end, _)| end + 2)
        }
        Some(letter) => letter.len_utf8(),
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn own_properties_get_short_names_and_nothing_else_does() {
        let css = ":root{--ink:#000;--ink-2:var(--ink)}a--b{color:var(--ink-2);margin:-1px}";
        let short = ":root{--a:#000;--b:var(--a)}a--b{color:var(--b);margin:-1px}";
        assert_eq!(with_short_names(css), short);
        assert_eq!([letters(25), letters(26), letters(52)], ["z", "aa", "ba"]);
    }

    #[test]
    fn files_come_layer_by_layer() -> Result<()> {
        let names = owned(&["page.css", "part-b.css", "base.css", "part-a.css", "tokens.css"]);
        let expected = ["tokens.css", "base.css", "part-a.css", "part-b.css", "page.css"];
        assert_eq!(by_layer(names)?, expected);
        Ok(())
    }

    #[test]
    fn a_file_without_a_place_is_named() {
        let message = by_layer(owned(&["base.css", "extra.css"])).err().map(|e| e.to_string());
        assert!(message.is_some_and(|message| message.contains("`public/css/extra.css`")));
    }

    #[test]
    fn a_list_must_have_every_file_and_no_other() -> Result<()> {
        let names = owned(&["b.css", "a.css"]);
        assert_eq!(as_listed(&names, "a.css\n\nb.css\n")?, ["a.css", "b.css"]);
        assert!(as_listed(&names, "a.css").is_err());
        assert!(as_listed(&names, "a.css\nb.css\nc.css").is_err());
        Ok(())
    }

    #[test]
    fn comments_indents_and_safe_line_ends_go() {
        let css =
            "/* all\n   of it */\n.a,\n.b {\n  color: red; /* why */\n\n  margin: 0\n    1px;\n}\n";
        assert_eq!(minify(css), ".a,.b{color:red;margin:0\n1px}");
    }

    #[test]
    fn spaces_and_zeros_go_where_they_mean_nothing() {
        let css = "@media (min-width: 0.5rem) {\na > b:not(.c > d) > e {\nmargin: -0.5em 10.5px \
                   calc(1px + 0.25em);\n}\n}";
        let small =
            "@media (min-width: .5rem){a>b:not(.c>d)>e{margin:-.5em 10.5px calc(1px + .25em)}}";
        assert_eq!(minify(css), small);
        // A descendant, not a state; a sum, not a sign.
        assert_eq!(
            minify("a :hover {\nwidth: calc(1px + 2px)"),
            "a :hover{width:calc(1px + 2px)\n"
        );
    }

    #[test]
    fn strings_are_left_alone() {
        let css = r#".a::before { content: "/* \" no */"; background: url('a//b') }"#;
        assert_eq!(minify(css), css);
        assert_eq!(minify(r#"content: " > {0.5 {";"#), r#"content:" > {0.5 {";"#);
    }

    #[test]
    fn a_comment_between_words_still_parts_them() {
        assert_eq!(minify("a/* x */b { margin: 1px/* y */ 2px }"), "a/**/b{ margin: 1px 2px }");
        assert_eq!(minify("a { width: calc(1px / 2) } /* open"), "a{ width: calc(1px / 2) }");
    }
}
