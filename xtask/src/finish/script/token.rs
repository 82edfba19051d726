//! Cuts a script into its words, signs and strings.

use anyhow::{Result, bail};

/// What stood before a token: comments count as the white space that they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    None,
    Space,
    Line,
}

/// A word or number, a sign, a string, a template or a regular expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) gap: Gap,
    pub(super) text: &'a str,
}

impl Token<'_> {
    pub(super) fn is_word(self) -> bool {
        self.text.starts_with(is_of_word)
    }

    /// Whether it is a template, whose words stay as they are.
    pub(super) fn is_template(self) -> bool {
        self.text.starts_with('`')
    }
}

pub(super) fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// All tokens of a script.
pub(super) fn cut(script: &str) -> Result<Vec<Token<'_>>> {
    let mut tokens: Vec<Token> = Vec::new();
    let (mut rest, mut gap) = (script, Gap::None);
    while let Some(first) = rest.chars().next() {
        let length = length(rest, first, tokens.last().copied())?;
        let (text, after) = rest.split_at(length);
        rest = after;
        if first.is_whitespace() || text.starts_with("//") || text.starts_with("/*") {
            gap = gap.max(if text.contains('\n') { Gap::Line } else { Gap::Space });
        } else {
            tokens.push(Token { gap, text });
            gap = Gap::None;
        }
    }
    Ok(tokens)
}

/// The length of what `rest` begins with, after the token `last`.
fn length(rest: &str, first: char, last: Option<Token>) -> Result<usize> {
    let until = |end: fn(char) -> bool| rest.find(end).unwrap_or(rest.len());
    let length = match first {
        c if c.is_whitespace() => until(|c| !c.is_whitespace()),
        c if is_of_word(c) => until(|c| !is_of_word(c)),
        '"' | '\'' | '`' => return quoted(rest, first),
        '/' if rest.starts_with("//") => until(|c| c == '\n'),
        '/' if rest.starts_with("/*") => match rest.find("*/") {
            Some(at) => at + 2,
            None => bail!("a comment in the script has no end: {}", beginning(rest)),
        },
        '/' if begins_value(last) => return quoted(rest, first),
        '.' if rest.starts_with("...") => 3,
        '=' if rest.starts_with("=>") => 2,
        c => c.len_utf8(),
    };
    Ok(length)
}

/// Whether after `last` a slash begins a regular expression, where it else would divide.
fn begins_value(last: Option<Token>) -> bool {
    last.is_none_or(|last| !last.is_word() && !last.text.ends_with([')', ']', '}', '"', '\'', '`']))
}

/// The length of a string, a template without another in it, or a regular expression.
fn quoted(rest: &str, quote: char) -> Result<usize> {
    let (mut is_escaped, mut is_in_class) = (false, false);
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '\n' if quote != '`' => break,
            '[' | ']' if quote == '/' => is_in_class = c == '[',
            c if c == quote && !is_in_class => return Ok(at + c.len_utf8()),
            _ => {}
        }
    }
    bail!("a string in the script has no end: {}", beginning(rest))
}

fn beginning(rest: &str) -> &str {
    rest.lines().next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(script: &str) -> Result<Vec<&str>> {
        Ok(cut(script)?.iter().map(|token| token.text).collect())
    }

    #[test]
    fn words_signs_and_strings_are_told_apart() -> Result<()> {
        assert_eq!(texts("f(...a_1)=>b")?, ["f", "(", "...", "a_1", ")", "=>", "b"]);
        assert_eq!(texts(r#"'\'' + "//" + `a ${b}`"#)?, [r"'\''", "+", "\"//\"", "+", "`a ${b}`"]);
        Ok(())
    }

    #[test]
    fn a_regular_expression_is_told_from_a_division() -> Result<()> {
        assert_eq!(texts(r"a = /[/']\//.b")?, ["a", "=", r"/[/']\//", ".", "b"]);
        assert_eq!(texts("(a) / b / c")?, ["(", "a", ")", "/", "b", "/", "c"]);
        Ok(())
    }

    #[test]
    fn comments_are_gaps() -> Result<()> {
        let gaps: Vec<Gap> =
            cut("a/* b */c // d\ne /* \n */f")?.iter().map(|token| token.gap).collect();
        assert_eq!(gaps, [Gap::None, Gap::Space, Gap::Line, Gap::Line]);
        Ok(())
    }

    #[test]
    fn what_has_no_end_is_refused() {
        for script in ["'a", "\"a\n\"", "`a", "/* a"] {
            assert!(cut(script).is_err(), "{script}");
        }
    }
}
