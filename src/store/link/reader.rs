//! Reads the four sections of a link, in either format.

use super::{CONTEXTS, SKIPPED, Separators, topic_code};
use crate::model::{
    Answer, Answers, CriterionId, DeviceTypeId, Kind, Question, QuestionId, Quiz, Rating,
    Selection, TopicId, Weight,
};

/// Decodes a link item by item.
pub(super) struct Reader<'a> {
    quiz: &'a Quiz,
    separators: Separators,
    /// Whether the own ratings of a type are one item, as in format 2, or one each, as in format 1.
    are_ratings_joined: bool,
    /// What has been read so far.
    pub(super) answers: Answers,
    /// Whether the content knows every code. Unknown ones are left out of the answers.
    pub(super) is_all_known: bool,
    /// The retired options that were read, with their questions. They are left out of the answers.
    pub(super) retired: Vec<(QuestionId, String)>,
    /// The section and subject of every item read so far. A subject must not occur twice in a
    /// section.
    seen: Vec<(usize, String)>,
    /// Whether any item was malformed.
    is_damaged: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(quiz: &'a Quiz, separators: Separators, are_ratings_joined: bool) -> Self {
        Self {
            quiz,
            separators,
            are_ratings_joined,
            answers: Answers::empty(quiz),
            is_all_known: true,
            retired: Vec::new(),
            seen: Vec::new(),
            is_damaged: false,
        }
    }

    /// Reads the sections. `None` if anything is malformed, or if there is nothing.
    pub(super) fn read_all(mut self, body: &str) -> Option<Self> {
        let mut sections = body.split(self.separators.section);
        for section in 0..4 {
            let items = sections.next().unwrap_or_default().split(self.separators.item);
            for item in items.filter(|item| !item.is_empty()) {
                self.read(section, item);
            }
        }
        let is_read = !self.is_damaged && !self.seen.is_empty() && sections.next().is_none();
        is_read.then_some(self)
    }

    /// Reads one item. Codes that the content does not know are left out.
    fn read(&mut self, section: usize, item: &str) {
        let (is_skipped, item) = match item.strip_prefix(SKIPPED) {
            Some(rest) if section < 2 => (true, rest),
            _ => (false, item),
        };
        let parts: Vec<&str> = item.split(self.separators.part).collect();
        match (section, parts.as_slice()) {
            (3, [device_type, ratings @ ..]) if self.are_ratings_joined => {
                self.is_damaged |= ratings.is_empty();
                for rating in ratings {
                    let last = rating.len().saturating_sub(1);
                    let (criterion, rating) = rating.split_at_checked(last).unwrap_or_default();
                    self.own_rating(&[device_type, criterion, rating]);
                }
            }
            (3, parts) => self.own_rating(parts),
            (2, parts) => self.weight(parts),
            (_, parts) => self.answer(section == 0, is_skipped, parts),
        }
    }

    /// Notes the subject of an item, and whether its parts look like codes.
    fn note(&mut self, section: usize, subject: String, parts: &[&str]) {
        let is_code_byte = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let has_code_length = |part: &str| matches!(part.len(), 1 | 2) || part == CONTEXTS;
        let is_code = |part: &&str| has_code_length(part) && part.bytes().all(is_code_byte);
        self.is_damaged |= !parts.iter().all(is_code);
        self.is_damaged |= self.seen.iter().any(|(at, seen)| *at == section && *seen == subject);
        self.seen.push((section, subject));
    }

    /// Reads an answer. If the content does not know all of it, the options that remain may not be a
    /// valid answer; then the question stays unseen, and the link is not damaged.
    fn answer(&mut self, is_context: bool, is_skipped: bool, parts: &[&str]) {
        self.note(usize::from(!is_context), parts[0].to_owned(), parts);
        let is_named = |question: &Question| {
            question.code == parts[0] && (question.kind == Kind::Context) == is_context
        };
        let Some((at, question)) = self.quiz.questions().find(|(_, other)| is_named(other)) else {
            self.is_all_known = false;
            return;
        };
        let mut selection = Selection::none();
        let (mut is_known, retired_before) = (true, self.retired.len());
        for part in &parts[1..] {
            let option = question.options().find(|(_, option)| option.code == *part);
            let retired = question.retired.iter().find(|retired| retired.code == *part);
            match (option, retired) {
                (Some((option, _)), _) => {
                    self.is_damaged |= selection.has(option);
                    selection = selection.with(option);
                }
                (None, Some(retired)) => self.retired.push((at, retired.id.clone())),
                (None, None) => is_known = false,
            }
        }
        let is_complete = is_known && self.retired.len() == retired_before;
        if is_skipped {
            self.answers.set(at, Answer::Skipped(selection));
        } else if question.accepts(selection) {
            self.answers.set(at, Answer::Given(selection));
        } else {
            self.is_damaged |= is_complete;
        }
        self.is_all_known &= is_known;
    }

    /// Reads the weight of a topic.
    fn weight(&mut self, parts: &[&str]) {
        self.note(2, parts[0].to_owned(), parts);
        let weight = parts.get(1).and_then(|value| Weight::new(digit(value)?));
        self.is_damaged |= weight.is_none() || parts.len() != 2;
        let is_named = |at: &TopicId| topic_code(self.quiz, *at) == parts[0];
        match (self.quiz.topics().map(|(at, _)| at).find(is_named), weight) {
            (Some(at), Some(weight)) => self.answers.set_weight(at, weight),
            _ => self.is_all_known = false,
        }
    }

    /// Reads an own rating, which is written as 0 to 4 for −2 to +2.
    fn own_rating(&mut self, parts: &[&str]) {
        self.note(3, parts[..parts.len().min(2)].join("/"), parts);
        let rating = parts.get(2).and_then(|rating| Rating::new(digit(rating)?.cast_signed() - 2));
        self.is_damaged |= rating.is_none() || parts.len() != 3;
        let is_named = |(device_type, criterion): &(DeviceTypeId, CriterionId)| {
            let device_type = self.quiz.device_type(*device_type);
            let criterion = self.quiz.criterion(*criterion);
            device_type.code == parts[0] && parts.get(1).is_some_and(|code| criterion.code == *code)
        };
        match self.quiz.cells().find(is_named) {
            Some((device_type, criterion)) => {
                self.answers.own_ratings_mut().set(device_type, criterion, rating);
            }
            None => self.is_all_known = false,
        }
    }
}

/// Reads a number of exactly one digit.
fn digit(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [digit @ b'0'..=b'9'] => Some(digit - b'0'),
        _ => None,
    }
}
