//! Checks `scenes.json` and `questions.json`, and joins them into topics and questions.

use super::error::{At, ContentError};
use super::lookup::{Lookup, choice, unique};
use super::raw;
use crate::model::{Choice, Kind, Question, QuestionId, Topic, TopicId};

const SCENES: &str = "scenes.json";
const QUESTIONS: &str = "questions.json";

/// The topic of the scenes; every other topic has the id of its question.
pub(super) const SCENE_TOPIC: &str = "scene";

/// Topics and questions, scenes first.
pub(super) struct Asked {
    pub topics: Vec<Topic>,
    pub questions: Vec<Question>,
}

pub(super) fn asked(
    lookup: &Lookup,
    scenes: &raw::Scenes,
    questions: &[raw::Question],
) -> Result<Asked, ContentError> {
    let mut asked = Asked { topics: Vec::new(), questions: Vec::new() };
    add_scenes(&mut asked, lookup, scenes)?;
    for raw in questions {
        add_question(&mut asked, lookup, raw)?;
    }
    unique(QUESTIONS, "id", asked.questions.iter().map(|question| question.id.as_str()))?;
    unique(QUESTIONS, "code", questions.iter().map(|question| question.code.as_str()))?;
    let all_scenes = scenes.groups.iter().flat_map(|group| &group.scenes);
    unique(SCENES, "code", all_scenes.map(|scene| scene.code.as_str()))?;
    for question in &asked.questions {
        different(question)?;
    }
    Ok(asked)
}

fn next_id(questions: &[Question]) -> QuestionId {
    QuestionId(u8::try_from(questions.len()).unwrap_or(u8::MAX))
}

fn add_scenes(asked: &mut Asked, lookup: &Lookup, raw: &raw::Scenes) -> Result<(), ContentError> {
    let at = At { file: SCENES, item: SCENE_TOPIC };
    let mut groups = Vec::new();
    for group in &raw.groups {
        let mut members = Vec::new();
        for scene in &group.scenes {
            members.push(next_id(&asked.questions));
            asked.questions.push(self::scene(lookup, scene)?);
        }
        groups.push((group.name.clone(), members));
    }
    asked.topics.push(Topic {
        id: SCENE_TOPIC.to_owned(),
        title: raw.title.clone(),
        short: raw.short.clone(),
        hint: lookup.prose(at, "hint", &raw.hint)?,
        groups,
    });
    Ok(())
}

fn scene(lookup: &Lookup, raw: &raw::Scene) -> Result<Question, ContentError> {
    let at = At { file: SCENES, item: &raw.id };
    at.ensure(raw.id.starts_with("scene-"), "id", || "a scene’s id starts with `scene-`".into())?;
    let level = |id: &str, code: &str, label: &str, effects| Choice {
        id: id.to_owned(),
        code: code.to_owned(),
        label: label.to_owned(),
        short: id.to_owned(),
        because: raw.because.clone(),
        effects,
        ..Choice::default()
    };
    Ok(Question {
        id: raw.id.clone(),
        code: raw.code.clone(),
        topic: TopicId(0),
        kind: Kind::Scene,
        title: raw.label.clone(),
        short: raw.short.clone(),
        choices: vec![
            level("never", "n", "Never", Vec::new()),
            level("sometimes", "s", "Sometimes", lookup.effects(at, &raw.sometimes)?),
            level("often", "o", "Often", lookup.effects(at, &raw.often)?),
        ],
        ..Question::default()
    })
}

fn add_question(
    asked: &mut Asked,
    lookup: &Lookup,
    raw: &raw::Question,
) -> Result<(), ContentError> {
    let at = At { file: QUESTIONS, item: &raw.id };
    let kind = match raw.kind.as_str() {
        "one" => Kind::One,
        "many" => Kind::Many,
        other => return Err(at.error("kind", format!("`{other}`: use `one` or `many`"))),
    };
    options_are_formed(at, raw)?;
    let topic = TopicId(u8::try_from(asked.topics.len()).unwrap_or(u8::MAX));
    let hint = lookup.prose(at, "hint", &raw.hint)?;
    let each = |option: &raw::Choice| {
        let item = format!("{} {}", raw.id, option.id);
        choice(lookup, At { file: QUESTIONS, item: &item }, option)
    };
    let choices = raw.options.iter().map(each).collect::<Result<_, _>>()?;
    asked.topics.push(Topic {
        id: raw.id.clone(),
        title: raw.title.clone(),
        short: raw.short.clone(),
        hint: hint.clone(),
        groups: vec![(String::new(), vec![next_id(&asked.questions)])],
    });
    asked.questions.push(Question {
        id: raw.id.clone(),
        code: raw.code.clone(),
        topic,
        kind,
        title: raw.title.clone(),
        short: raw.short.clone(),
        hint,
        choices,
    });
    Ok(())
}

fn options_are_formed(at: At, raw: &raw::Question) -> Result<(), ContentError> {
    unique(QUESTIONS, "id", raw.options.iter().map(|choice| choice.id.as_str()))?;
    unique(QUESTIONS, "code", raw.options.iter().map(|choice| choice.code.as_str()))?;
    at.ensure((2..=10).contains(&raw.options.len()), "options", || {
        "give two to ten options: digits 1–9 and 0 choose them".into()
    })
}

/// Two options of one question never have the same effects and rulings.
fn different(question: &Question) -> Result<(), ContentError> {
    let file = if question.kind == Kind::Scene { SCENES } else { QUESTIONS };
    for (i, one) in question.choices.iter().enumerate() {
        for two in question.choices.iter().skip(i + 1) {
            let same = one.effects == two.effects && one.rules_out == two.rules_out;
            At { file, item: &question.id }.ensure(!same, "options", || {
                format!("`{}` and `{}` do the same; merge them or change one", one.id, two.id)
            })?;
        }
    }
    Ok(())
}
