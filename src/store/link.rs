//! Share links: the visitor's inputs as a code such as `1-c.o_f.s-h.g_Sl.f-h.4-i.ru.3`.
//!
//! The code starts with the number of the format. Four sections follow, each after a `-`: listening
//! contexts, questions, weights and own ratings. The items of a section are separated by `_`, and
//! the parts of an item by `.`. An item starts with the code of its question or topic, or with the
//! codes of its type and criterion. The prefix `S` marks a skipped question. None of these
//! characters needs escaping in a URL. The content never reuses a code, so old links stay readable.

use crate::model::{
    Answer, Answers, CriterionId, DeviceTypeId, Kind, Question, Quiz, Rating, Selection, TopicId,
    Weight,
};

/// The length of the longest code that is read, in bytes. A code with every answer, weight and own
/// rating is shorter.
pub const MAX_CODE: usize = 1_900;

/// The number of the format that is written and read.
const FORMAT: &str = "1";

/// The prefix of a skipped question. It cannot be confused with a code, since codes are lower case.
const SKIPPED: &str = "S";

/// Stands for the topic of the listening contexts, which has no code. All codes are shorter, so it
/// cannot be confused with one.
const CONTEXTS: &str = "scene";

/// The decoded content of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The answers, weights and own ratings.
    pub answers: Answers,
    /// Whether the content knows every code in the link. Unknown ones are left out of the answers.
    pub is_complete: bool,
}

/// Encodes answers, weights and own ratings.
pub fn encode(quiz: &Quiz, answers: &Answers) -> String {
    let mut sections = [const { String::new() }; 4];
    for (at, question) in quiz.questions() {
        let prefix = match answers.get(at) {
            Answer::Unseen => continue,
            Answer::Skipped(_) => SKIPPED,
            Answer::Given(_) => "",
        };
        let section = &mut sections[usize::from(question.kind != Kind::Context)];
        push(section, '_', prefix);
        section.push_str(&question.code);
        for option in question.selected(answers.get(at).selection()) {
            push(section, '.', &option.code);
        }
    }
    for (at, _) in quiz.topics() {
        let weight = answers.weight(at);
        if weight != Weight::default() {
            push(&mut sections[2], '_', topic_code(quiz, at));
            push(&mut sections[2], '.', digit(weight.value()));
        }
    }
    for own in answers.own_ratings().iter() {
        push(&mut sections[3], '_', &quiz.device_type(own.device_type).code);
        push(&mut sections[3], '.', &quiz.criterion(own.criterion).code);
        push(&mut sections[3], '.', digit((own.rating.value() + 2).unsigned_abs()));
    }
    let mut code = FORMAT.to_owned();
    for section in &sections {
        code.push('-');
        code.push_str(section);
    }
    code.truncate(code.trim_end_matches('-').len());
    code
}

/// Decodes a link. Returns `None` if the code is malformed, empty, too long, or in another format.
pub fn decode(quiz: &Quiz, code: &str) -> Option<Link> {
    if code.len() > MAX_CODE {
        return None;
    }
    let mut sections = code.split('-');
    if sections.next() != Some(FORMAT) {
        return None;
    }
    let link = Link { answers: Answers::empty(quiz), is_complete: true };
    let mut reader = Reader { quiz, link, seen: Vec::new(), is_damaged: false };
    for section in 0..4 {
        for item in sections.next().unwrap_or_default().split('_').filter(|item| !item.is_empty()) {
            reader.read(section, item);
        }
    }
    let is_read = !reader.is_damaged && !reader.seen.is_empty() && sections.next().is_none();
    is_read.then_some(reader.link)
}

/// Decodes a link item by item.
struct Reader<'a> {
    quiz: &'a Quiz,
    link: Link,
    /// The section and subject of every item read so far. A subject must not occur twice in a
    /// section.
    seen: Vec<(usize, String)>,
    /// Whether any item was malformed.
    is_damaged: bool,
}

impl Reader<'_> {
    /// Reads one item. Codes that the content does not know are left out.
    fn read(&mut self, section: usize, item: &str) {
        let (is_skipped, item) = match item.strip_prefix(SKIPPED) {
            Some(rest) if section < 2 => (true, rest),
            _ => (false, item),
        };
        let mut parts = Vec::new();
        for part in item.split('.') {
            let is_code_byte = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            let has_code_length = matches!(part.len(), 1 | 2) || part == CONTEXTS;
            self.is_damaged |= !has_code_length || !part.bytes().all(is_code_byte);
            parts.push(part);
        }
        let mut subject = parts[0].to_owned();
        if let (3, Some(criterion)) = (section, parts.get(1)) {
            push(&mut subject, '.', criterion);
        }
        self.is_damaged |= self.seen.iter().any(|(at, seen)| *at == section && *seen == subject);
        self.seen.push((section, subject));
        let is_known = match section {
            0 | 1 => self.answer(section == 0, is_skipped, &parts),
            2 => self.weight(&parts),
            _ => self.own_rating(&parts),
        };
        self.link.is_complete &= is_known;
    }

    /// Reads an answer and returns whether the content knows all of it. If it does not, the options
    /// that remain may not be a valid answer; then the question stays unseen, and the link is not
    /// damaged.
    fn answer(&mut self, is_context: bool, is_skipped: bool, parts: &[&str]) -> bool {
        let is_named = |question: &Question| {
            question.code == parts[0] && (question.kind == Kind::Context) == is_context
        };
        let Some((at, question)) = self.quiz.questions().find(|(_, other)| is_named(other)) else {
            return false;
        };
        let mut selection = Selection::none();
        let mut is_known = true;
        for part in &parts[1..] {
            match question.options().find(|(_, option)| option.code == *part) {
                Some((option, _)) => {
                    self.is_damaged |= selection.has(option);
                    selection = selection.with(option);
                }
                None => is_known = false,
            }
        }
        if is_skipped {
            self.link.answers.set(at, Answer::Skipped(selection));
        } else if question.accepts(selection) {
            self.link.answers.set(at, Answer::Given(selection));
        } else {
            self.is_damaged |= is_known;
        }
        is_known
    }

    /// Reads the weight of a topic and returns whether the content knows the topic.
    fn weight(&mut self, parts: &[&str]) -> bool {
        let weight = parts.get(1).and_then(|value| Weight::new(number(value)?));
        self.is_damaged |= weight.is_none() || parts.len() != 2;
        let is_named = |at: &TopicId| topic_code(self.quiz, *at) == parts[0];
        let found = self.quiz.topics().map(|(at, _)| at).find(is_named);
        if let (Some(at), Some(weight)) = (found, weight) {
            self.link.answers.set_weight(at, weight);
        }
        found.is_some()
    }

    /// Reads an own rating, which is written as 0 to 4 for −2 to +2, and returns whether the
    /// content knows its type and criterion.
    fn own_rating(&mut self, parts: &[&str]) -> bool {
        let rating = parts.get(2).and_then(|rating| Rating::new(number(rating)?.cast_signed() - 2));
        self.is_damaged |= rating.is_none() || parts.len() != 3;
        let is_named = |(device_type, criterion): &(DeviceTypeId, CriterionId)| {
            let device_type = self.quiz.device_type(*device_type);
            let criterion = self.quiz.criterion(*criterion);
            device_type.code == parts[0] && parts.get(1).is_some_and(|code| criterion.code == *code)
        };
        let found = self.quiz.cells().find(is_named);
        if let Some((device_type, criterion)) = found {
            self.link.answers.own_ratings_mut().set(device_type, criterion, rating);
        }
        found.is_some()
    }
}

/// Appends a part to a section, after the separator unless the section is empty.
fn push(section: &mut String, separator: char, part: &str) {
    if !section.is_empty() {
        section.push(separator);
    }
    section.push_str(part);
}

/// A weight, or a rating plus 2, as a digit. Both are 0 to 4.
const fn digit(value: u8) -> &'static str {
    match value {
        0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        _ => "4",
    }
}

/// Reads a number of exactly one digit.
fn number(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [digit @ b'0'..=b'9'] => Some(digit - b'0'),
        _ => None,
    }
}

/// The code of a topic: that of its only question, or [`CONTEXTS`] for the listening contexts.
fn topic_code(quiz: &Quiz, at: TopicId) -> &str {
    let mut questions = quiz.topic(at).questions();
    match (questions.next(), questions.next()) {
        (Some(only), None) => &quiz.question(only).code,
        _ => CONTEXTS,
    }
}
