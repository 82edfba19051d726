//! Answers as the code of a link: `1-c.o_f.s-h.g_Sl.f-h.4-i.ru.3`.
//!
//! The number of the format, then scenes, questions, importances and own standings: sections are
//! parted by `-`, their items by `_`, the parts of an item by `.`. An item starts with the code of
//! what it is about; `S` before it says that it was skipped. All these survive in an address as they
//! are. Codes come from the content and are never used again, so an old link is read for ever.

use crate::model::{
    Answer, Answers, CriterionId, DeviceTypeId, Kind, Question, Quiz, Rating, Selection, TopicId,
    Weight,
};

/// A longer code is not ours: every answer, importance and standing at once takes less.
pub const MAX_CODE: usize = 1_900;

const FORMAT: &str = "1";

/// Stands before a skipped item; codes are small letters.
const SKIPPED: &str = "S";

/// The topic of the scenes, which has no code of its own; codes have two letters at most.
const CONTEXTS: &str = "scene";

/// What a code says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Answers, importances and own standings.
    pub answers: Answers,
    /// Whether the content knows everything in the code; the rest is left out.
    pub is_whole: bool,
}

/// Writes answers, importances and own standings as a code.
pub fn encode(quiz: &Quiz, answers: &Answers) -> String {
    let mut sections = [const { String::new() }; 4];
    for (at, question) in quiz.questions() {
        let is_skipped = match answers.get(at) {
            Answer::Unseen => continue,
            Answer::Skipped(_) => SKIPPED,
            Answer::Given(_) => "",
        };
        let section = &mut sections[usize::from(question.kind != Kind::Context)];
        push(section, '_', is_skipped);
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

/// Reads a code; `None` if it is damaged, of another format, or says nothing.
pub fn decode(quiz: &Quiz, code: &str) -> Option<Link> {
    if code.len() > MAX_CODE {
        return None;
    }
    let mut sections = code.split('-');
    if sections.next() != Some(FORMAT) {
        return None;
    }
    let link = Link { answers: Answers::empty(quiz), is_whole: true };
    let mut reader = Reader { quiz, link, seen: Vec::new(), is_damaged: false };
    for section in 0..4 {
        for item in sections.next().unwrap_or_default().split('_').filter(|item| !item.is_empty()) {
            reader.read(section, item);
        }
    }
    let is_read = !reader.is_damaged && !reader.seen.is_empty() && sections.next().is_none();
    is_read.then_some(reader.link)
}

struct Reader<'a> {
    quiz: &'a Quiz,
    link: Link,
    /// What was said already: nothing may be said twice.
    seen: Vec<(usize, String)>,
    /// Whether anything was not well formed.
    is_damaged: bool,
}

impl Reader<'_> {
    /// Reads an item. What the content does not know of it is left out.
    fn read(&mut self, section: usize, item: &str) {
        let (is_skipped, item) = match item.strip_prefix(SKIPPED) {
            Some(rest) if section < 2 => (true, rest),
            _ => (false, item),
        };
        let mut parts = Vec::new();
        for part in item.split('.') {
            let formed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            let is_code = matches!(part.len(), 1 | 2) || part == CONTEXTS;
            self.is_damaged |= !is_code || !part.bytes().all(formed);
            parts.push(part);
        }
        let mut about = parts[0].to_owned();
        if let (3, Some(criterion)) = (section, parts.get(1)) {
            push(&mut about, '.', criterion);
        }
        self.is_damaged |= self.seen.iter().any(|(at, seen)| *at == section && *seen == about);
        self.seen.push((section, about));
        let is_known = match section {
            0 | 1 => self.answer(section == 0, is_skipped, &parts),
            2 => self.weight(&parts),
            _ => self.own(&parts),
        };
        self.link.is_whole &= is_known;
    }

    /// An answer. Options that the content has lost may leave none, or what no form can say.
    fn answer(&mut self, is_context: bool, is_skipped: bool, parts: &[&str]) -> bool {
        let is_meant =
            |of: &Question| of.code == parts[0] && (of.kind == Kind::Context) == is_context;
        let Some((at, question)) = self.quiz.questions().find(|(_, of)| is_meant(of)) else {
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

    fn weight(&mut self, parts: &[&str]) -> bool {
        let weight = parts.get(1).and_then(|value| Weight::new(number(value)?));
        self.is_damaged |= weight.is_none() || parts.len() != 2;
        let is_meant = |at: &TopicId| topic_code(self.quiz, *at) == parts[0];
        let found = self.quiz.topics().map(|(at, _)| at).find(is_meant);
        if let (Some(at), Some(weight)) = (found, weight) {
            self.link.answers.set_weight(at, weight);
        }
        found.is_some()
    }

    fn own(&mut self, parts: &[&str]) -> bool {
        let rating = parts.get(2).and_then(|rating| Rating::new(number(rating)?.cast_signed() - 2));
        self.is_damaged |= rating.is_none() || parts.len() != 3;
        let is_meant = |(to, on): &(DeviceTypeId, CriterionId)| {
            let (device_type, criterion) = (self.quiz.device_type(*to), self.quiz.criterion(*on));
            device_type.code == parts[0] && parts.get(1).is_some_and(|code| criterion.code == *code)
        };
        let found = self.quiz.cells().find(is_meant);
        if let Some((to, on)) = found {
            self.link.answers.own_ratings_mut().set(to, on, rating);
        }
        found.is_some()
    }
}

/// Adds a part to a section; the separator stands between two.
fn push(section: &mut String, separator: char, part: &str) {
    if !section.is_empty() {
        section.push(separator);
    }
    section.push_str(part);
}

const fn digit(value: u8) -> &'static str {
    match value {
        0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        _ => "4",
    }
}

/// A number of one digit.
fn number(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [digit @ b'0'..=b'9'] => Some(digit - b'0'),
        _ => None,
    }
}

/// The code of a topic: that of its only question.
fn topic_code(quiz: &Quiz, at: TopicId) -> &str {
    let mut questions = quiz.topic(at).questions();
    match (questions.next(), questions.next()) {
        (Some(only), None) => &quiz.question(only).code,
        _ => CONTEXTS,
    }
}
