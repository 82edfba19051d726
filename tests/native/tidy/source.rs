//! Splits Rust source text into code and string literals, and drops comments.

/// A Rust file as the rules see it: its code and its strings, without comments.
pub(super) struct Source {
    /// The text with comments and the contents of strings replaced by spaces. Line breaks stay.
    pub(super) code: String,
    /// The line, counted from 1, and the text of every string literal. Escapes are not decoded.
    pub(super) strings: Vec<(usize, String)>,
}

struct Reader<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    line: usize,
    source: Source,
}

impl Source {
    pub(super) fn of(text: &str) -> Self {
        let source = Self { code: String::with_capacity(text.len()), strings: Vec::new() };
        let mut reader = Reader { rest: text.chars().peekable(), line: 1, source };
        while let Some(c) = reader.take() {
            reader.item(c);
        }
        reader.source
    }

    /// The line of a byte position in `code`, counted from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        1 + self.code[..at].matches('\n').count()
    }
}

impl Reader<'_> {
    fn take(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        self.line += usize::from(c == '\n');
        Some(c)
    }

    /// Whether the rest of the text starts with `text`.
    fn starts(&self, text: &str) -> bool {
        let mut ahead = self.rest.clone();
        text.chars().all(|c| ahead.next() == Some(c))
    }

    fn blank(&mut self, c: char) {
        self.source.code.push(if c == '\n' { '\n' } else { ' ' });
    }

    /// Reads the comment, string or character of code that starts with `c`.
    fn item(&mut self, c: char) {
        let in_word = self.source.code.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        match c {
            '/' if self.starts("/") => self.line_comment(),
            '/' if self.starts("*") => self.block_comment(),
            '"' => self.string(0, true),
            'r' if !in_word || self.source.code.ends_with('b') => self.raw(),
            '\'' => self.quote(),
            _ => self.source.code.push(c),
        }
    }

    fn line_comment(&mut self) {
        while let Some(c) = self.rest.next_if(|c| *c != '\n') {
            self.blank(c);
        }
    }

    fn block_comment(&mut self) {
        let (mut depth, mut last) = (0_usize, '/');
        while let Some(c) = self.take() {
            self.blank(c);
            let (opens, closes) = (last == '/' && c == '*', last == '*' && c == '/');
            depth = (depth + usize::from(opens)).saturating_sub(usize::from(closes));
            if closes && depth == 0 {
                break;
            }
            last = if opens || closes { ' ' } else { c };
        }
    }

    /// Reads on after an `r` that starts a raw string or a word.
    fn raw(&mut self) {
        self.source.code.push('r');
        let hashes = self.rest.clone().take_while(|c| *c == '#').count();
        let mut ahead = self.rest.clone().skip(hashes);
        if ahead.next() == Some('"') {
            for _ in 0..=hashes {
                self.take();
            }
            self.string(hashes, false);
        }
    }

    /// Reads on after the opening quote of a string that ends with a quote and `hashes` hashes.
    fn string(&mut self, hashes: usize, has_escapes: bool) {
        let (line, mut text) = (self.line, String::new());
        self.source.code.push('"');
        let end = "#".repeat(hashes);
        while let Some(c) = self.take() {
            if c == '"' && self.starts(&end) {
                break;
            }
            text.push(c);
            self.blank(c);
            if has_escapes && c == '\\' {
                let escaped = self.take().unwrap_or(' ');
                text.push(escaped);
                self.blank(escaped);
            }
        }
        for _ in 0..hashes {
            self.take();
        }
        self.source.code.push('"');
        self.source.strings.push((line, text));
    }

    /// Reads on after a `'` that starts a character or a lifetime.
    fn quote(&mut self) {
        self.source.code.push('\'');
        let mut ahead = self.rest.clone();
        let first = ahead.next();
        if first == Some('\\') {
            self.take();
            self.take();
            while self.take().is_some_and(|c| c != '\'') {}
            self.source.code.push('\'');
        } else if ahead.next() == Some('\'') {
            self.take();
            self.take();
            self.source.code.push('\'');
        }
    }
}

#[test]
fn comments_and_strings_are_separated_from_code() {
    let text = "a // b \"c\"\nd /* e /* f */ g */ h \"i // \\\" j\" k \
                r#\"l \" m\"# n 'o' '\\'' '\"' p::<'q>\n\
                /// r\nfor \"s\nt\" u";
    let source = Source::of(text);
    let words: Vec<&str> = source.code.split(|c: char| !c.is_alphabetic()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    assert_eq!(words, ["a", "d", "h", "k", "r", "n", "p", "q", "for", "u"]);
    let strings: Vec<(usize, &str)> =
        source.strings.iter().map(|(line, text)| (*line, text.as_str())).collect();
    assert_eq!(strings, [(2, "i // \\\" j"), (2, "l \" m"), (4, "s\nt")]);
    assert_eq!(source.line(source.code.find('u').unwrap()), 5);
}
