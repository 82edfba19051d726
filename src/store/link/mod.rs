//! Share links: the visitor's inputs as a code.
//!
//! The code starts with the number of its format. Format 2 is written and read:
//! `2h5v0kq3cXoYfXsZhXgYSlXfZhX4ZiXru3`. After the number come seven check letters (`check`), so a
//! code that was cut or changed on its way is refused. It has letters and digits only, because
//! messengers, mail programs and Markdown change other characters. Format 1, `1-c.o_f.s-h.g_Sl.f`,
//! is only read. It has no check letters, so a cut in it cannot be noticed.
//!
//! Four sections follow: listening contexts, questions, weights and own ratings. Sections, the items
//! of a section and the parts of an item are separated as in [`Separators`]. An item starts with the
//! code of its question, topic or type. The prefix `S` marks a skipped question. The content never
//! reuses a code, so old links stay readable.

mod check;
mod reader;
mod writer;

use crate::model::{Answers, QuestionId, Quiz};
use reader::Reader;

/// The length of the longest code that is read, in bytes. A code with every answer, weight and own
/// rating is shorter.
pub const MAX_CODE: usize = 1_900;

/// The numbers of the formats.
const FORMAT_1: char = '1';
const FORMAT_2: char = '2';

/// The prefix of a skipped question. It cannot be confused with a code, since codes are lower case.
const SKIPPED: &str = "S";

/// Stands for the topic of the listening contexts, which has no code. All codes are shorter, so it
/// cannot be confused with one.
const CONTEXTS: &str = "scene";

/// What separates the sections, the items of a section, and the parts of an item.
#[derive(Clone, Copy)]
struct Separators {
    section: char,
    item: char,
    part: char,
}

const SEPARATORS_1: Separators = Separators { section: '-', item: '_', part: '.' };
const SEPARATORS_2: Separators = Separators { section: 'Z', item: 'Y', part: 'X' };

/// The decoded content of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The answers, weights and own ratings.
    pub answers: Answers,
    /// Whether they are all that the sender had, retired options apart.
    pub completeness: Completeness,
    /// The ids of the retired options that the link holds, with their questions. The answers do not
    /// have them.
    pub retired: Vec<(QuestionId, String)>,
}

/// Whether the answers of a link are all that the sender had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Completeness {
    /// They are.
    #[default]
    Whole,
    /// The link is of a newer version, and has codes that the content does not know. They are left
    /// out.
    LeftOut,
    /// The link is in format 1, which has no check letters. A part of it may be missing.
    Unchecked,
}

/// Encodes answers, weights and own ratings. `None` if there are none.
pub fn encode(quiz: &Quiz, answers: &Answers) -> Option<String> {
    let body = writer::body(quiz, answers);
    (!body.is_empty()).then(|| format!("{FORMAT_2}{}{body}", check::letters(&body)))
}

/// Decodes a link as it arrived, with whatever a messenger has put behind it. Returns `None` if the
/// code is cut, changed, empty, too long, or in another format.
pub fn decode(quiz: &Quiz, text: &str) -> Option<Link> {
    match text.chars().find(char::is_ascii_alphanumeric)? {
        FORMAT_1 => decode_1(quiz, text),
        FORMAT_2 => decode_2(quiz, text),
        _ => None,
    }
}

fn decode_2(quiz: &Quiz, text: &str) -> Option<Link> {
    let body = checked_body(text)?;
    let reader = Reader::new(quiz, SEPARATORS_2, true).read_all(&body)?;
    let completeness =
        if reader.is_all_known { Completeness::Whole } else { Completeness::LeftOut };
    Some(Link { answers: reader.answers, completeness, retired: reader.retired })
}

/// What follows the check letters of a code in format 2. Other characters than letters and digits are
/// not of the code: a mail program has wrapped it, or something stands behind it. So the code ends
/// at the first of them where its check letters are right.
fn checked_body(text: &str) -> Option<String> {
    let mut code = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_ascii_alphanumeric() {
            code.push(c);
        } else if let Some((letters, body)) =
            code.get(1..).and_then(|rest| rest.split_at_checked(check::LENGTH))
            && letters == check::letters(body)
        {
            return (code.len() <= MAX_CODE).then(|| body.to_owned());
        }
    }
    None
}

fn decode_1(quiz: &Quiz, text: &str) -> Option<Link> {
    let code = unchecked_code(text)?;
    let body = code.strip_prefix(FORMAT_1)?.strip_prefix(SEPARATORS_1.section)?;
    let reader = Reader::new(quiz, SEPARATORS_1, false).read_all(body)?;
    // The content knows every code of that time, so an unknown one was changed on its way.
    let completeness = Completeness::Unchecked;
    let Reader { answers, retired, is_all_known, .. } = reader;
    is_all_known.then_some(Link { answers, completeness, retired })
}

/// A code in format 1 without what stands behind it. `None` if a character in it was changed.
fn unchecked_code(text: &str) -> Option<String> {
    let mut code = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '-' | '_' | '.' => code.push(c),
            _ if c.is_ascii_alphanumeric() => code.push(c),
            // Markdown puts a backslash before `_`, and mail programs break lines.
            '\\'
            | '\t'
            | '\n'
            | '\r'
            | ' '
            | '\u{a0}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'..='\u{2064}'
            | '\u{feff}' => {}
            // The parameters of a tracker.
            '?' | '#' | '/' | '&' | ';' => break,
            _ if rest.any(|c| c.is_ascii_alphanumeric()) => return None,
            _ => break,
        }
    }
    code.truncate(code.trim_end_matches(['-', '_', '.']).len());
    (code.len() <= MAX_CODE).then_some(code)
}

/// The code of a topic: that of its only question, or [`CONTEXTS`] for the listening contexts.
fn topic_code(quiz: &Quiz, at: crate::model::TopicId) -> &str {
    let mut questions = quiz.topic(at).questions();
    match (questions.next(), questions.next()) {
        (Some(only), None) => &quiz.question(only).code,
        _ => CONTEXTS,
    }
}
