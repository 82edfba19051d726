//! Checks `contexts.json` and `questions.json`, and joins them into topics and questions.

use super::error::{At, ContentError};
use super::lookup::{Lookup, answer_option, unique};
use super::schema;
use crate::model::{AnswerOption, Kind, Question, QuestionId, RetiredOption, Topic, TopicId};

const CONTEXTS: &str = "contexts.json";
const QUESTIONS: &str = "questions.json";

/// The id of the topic that holds the listening contexts. Every other topic has the id of its
/// question.
pub(super) const CONTEXT_TOPIC: &str = "scene";

/// The topics and questions of the quiz. The listening contexts come first.
pub(super) struct ParsedQuiz {
    pub topics: Vec<Topic>,
    pub questions: Vec<Question>,
    /// What each option of each question means.
    pub meanings: Vec<Vec<String>>,
}

pub(super) fn parsed(
    lookup: &Lookup,
    contexts: &schema::Contexts,
    questions: &[schema::Question],
) -> Result<ParsedQuiz, ContentError> {
    let mut parsed = ParsedQuiz { topics: Vec::new(), questions: Vec::new(), meanings: Vec::new() };
    add_contexts(&mut parsed, lookup, contexts)?;
    for raw in questions {
        add_question(&mut parsed, lookup, raw)?;
    }
    unique(QUESTIONS, "id", parsed.questions.iter().map(|question| question.id.as_str()))?;
    unique(QUESTIONS, "code", questions.iter().map(|question| question.code.as_str()))?;
    let all_contexts = contexts.groups.iter().flat_map(|group| &group.contexts);
    unique(CONTEXTS, "code", all_contexts.map(|context| context.code.as_str()))?;
    for question in &parsed.questions {
        ensure_options_differ(question)?;
    }
    Ok(parsed)
}

fn next_id(questions: &[Question]) -> QuestionId {
    QuestionId(u8::try_from(questions.len()).unwrap_or(u8::MAX))
}

fn add_contexts(
    parsed: &mut ParsedQuiz,
    lookup: &Lookup,
    raw: &schema::Contexts,
) -> Result<(), ContentError> {
    let at = At { file: CONTEXTS, item: CONTEXT_TOPIC };
    let mut groups = Vec::new();
    for group in &raw.groups {
        let mut members = Vec::new();
        for context in &group.contexts {
            members.push(next_id(&parsed.questions));
            let question = context_question(lookup, context)?;
            parsed.meanings.push(vec![context.because.clone(); question.options.len()]);
            parsed.questions.push(question);
        }
        groups.push((group.name.clone(), members));
    }
    parsed.topics.push(Topic {
        id: CONTEXT_TOPIC.to_owned(),
        title: raw.title.clone(),
        short: raw.short.clone(),
        hint: lookup.prose(at, "hint", &raw.hint)?,
        groups,
    });
    Ok(())
}

/// A listening context as a question with the options `never`, `sometimes` and `often`.
fn context_question(lookup: &Lookup, raw: &schema::Context) -> Result<Question, ContentError> {
    let at = At { file: CONTEXTS, item: &raw.id };
    at.ensure(raw.id.starts_with("scene-"), "id", || "a context’s id starts with `scene-`".into())?;
    let option = |id: &str, code: &str, label: &str, effects| AnswerOption {
        id: id.to_owned(),
        code: code.to_owned(),
        label: label.to_owned(),
        short: id.to_owned(),
        effects,
        ..AnswerOption::default()
    };
    Ok(Question {
        id: raw.id.clone(),
        code: raw.code.clone(),
        topic: TopicId(0),
        kind: Kind::Context,
        title: raw.label.clone(),
        short: raw.short.clone(),
        is_ordered: true,
        options: vec![
            option("never", "n", "Never", Vec::new()),
            option("sometimes", "s", "Sometimes", lookup.effects(at, &raw.sometimes)?),
            option("often", "o", "Often", lookup.effects(at, &raw.often)?),
        ],
        ..Question::default()
    })
}

fn add_question(
    parsed: &mut ParsedQuiz,
    lookup: &Lookup,
    raw: &schema::Question,
) -> Result<(), ContentError> {
    let at = At { file: QUESTIONS, item: &raw.id };
    let kind = match raw.kind.as_str() {
        "one" => Kind::One,
        "many" => Kind::Many,
        other => return Err(at.error("kind", format!("`{other}`: use `one` or `many`"))),
    };
    options_are_formed(raw)?;
    flags_are_formed(at, raw, kind)?;
    let topic = TopicId(u8::try_from(parsed.topics.len()).unwrap_or(u8::MAX));
    let hint = lookup.prose(at, "hint", &raw.hint)?;
    let options = options(lookup, raw)?;
    parsed.topics.push(Topic {
        id: raw.id.clone(),
        title: raw.title.clone(),
        short: raw.short.clone(),
        hint: hint.clone(),
        groups: vec![(String::new(), vec![next_id(&parsed.questions)])],
    });
    parsed.meanings.push(raw.options.iter().map(|option| option.because.clone()).collect());
    parsed.questions.push(Question {
        id: raw.id.clone(),
        code: raw.code.clone(),
        topic,
        kind,
        title: raw.title.clone(),
        short: raw.short.clone(),
        hint,
        options,
        retired: raw.retired.iter().map(retired).collect(),
        is_ordered: raw.ordered,
        is_about_you: raw.about.is_some(),
    });
    Ok(())
}

fn flags_are_formed(at: At, raw: &schema::Question, kind: Kind) -> Result<(), ContentError> {
    let is_about_known = raw.about.as_deref().is_none_or(|about| about == "you");
    at.ensure(is_about_known, "about", || "use `you`, or leave it out".into())?;
    at.ensure(kind == Kind::One || !raw.ordered, "ordered", || {
        "only a question of kind `one` can be a scale".into()
    })
}

fn options(lookup: &Lookup, raw: &schema::Question) -> Result<Vec<AnswerOption>, ContentError> {
    let checked = |option: &schema::AnswerOption| {
        let item = format!("{} {}", raw.id, option.id);
        answer_option(lookup, At { file: QUESTIONS, item: &item }, option)
    };
    raw.options.iter().map(checked).collect()
}

fn retired(raw: &schema::RetiredOption) -> RetiredOption {
    RetiredOption { id: raw.id.clone(), code: raw.code.clone(), short: raw.short.clone() }
}

/// The ids and codes of retired options stay reserved.
fn options_are_formed(raw: &schema::Question) -> Result<(), ContentError> {
    let (options, retired) = (&raw.options, &raw.retired);
    let ids = options.iter().map(|option| &option.id).chain(retired.iter().map(|gone| &gone.id));
    unique(QUESTIONS, "id", ids.map(String::as_str))?;
    let codes = options.iter().map(|option| &option.code);
    let codes = codes.chain(retired.iter().map(|gone| &gone.code));
    unique(QUESTIONS, "code", codes.map(String::as_str))
}

/// Two options of a question must not have the same effects and the same exclusions, because the
/// visitor's choice between them would then decide nothing.
fn ensure_options_differ(question: &Question) -> Result<(), ContentError> {
    let file = if question.kind == Kind::Context { CONTEXTS } else { QUESTIONS };
    for (i, one) in question.options.iter().enumerate() {
        for two in question.options.iter().skip(i + 1) {
            let same = one.effects == two.effects && one.excludes == two.excludes;
            At { file, item: &question.id }.ensure(!same, "options", || {
                format!("`{}` and `{}` do the same; merge them or change one", one.id, two.id)
            })?;
        }
    }
    Ok(())
}
