//! Personas: each file tells the story of a visitor, with the answers they give, and states which
//! types may lead, the word and the robustness of the verdict, and some changes that would change
//! the leader.

mod expect;
mod reject;

use std::collections::BTreeMap;

use expect::{Expected, ROBUSTNESS, Raw};
use headphones_or_iems::model::{
    Answer, Answers, QuestionId, Quiz, Robustness, Selection, TopicId, Verdict, Weight,
};
use serde::Deserialize;

use crate::support::{files, quiz, read};

/// The personas made from the claims of the source article. They are the first files.
const ARTICLE: [&str; 8] = [
    "01-stage-performer",
    "02-commuter",
    "03-studio-mixing",
    "04-recording",
    "05-workout",
    "06-private-listening",
    "07-long-gaming",
    "08-engineer-on-stage",
];

/// The ids of all verdict words.
const WORDS: [&str; 5] = ["undecided", "clear", "leaning", "close", "conflict"];

/// A persona file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    story: String,
    why: String,
    answers: BTreeMap<String, Vec<String>>,
    weights: BTreeMap<String, u8>,
    leaders: Vec<String>,
    verdict: String,
    /// One of [`ROBUSTNESS`].
    robustness: String,
    /// The lowest and highest robustness allowed, in percent; `None` if no type leads or only one
    /// remains.
    percent: Option<(u8, u8)>,
    changes: Vec<Raw>,
}

/// A persona whose ids have been resolved.
pub(crate) struct Persona {
    pub(crate) name: String,
    pub(crate) answers: Answers,
    changes: Vec<Expected>,
    file: File,
}

fn parse(quiz: &Quiz, name: &str, text: &str) -> Result<Persona, String> {
    let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let answers = answers(quiz, &file)?;
    if let Some(id) = file.leaders.iter().find(|id| quiz.find_device_type(id).is_none()) {
        return Err(format!("`{id}` is not a type"));
    }
    if !WORDS.contains(&file.verdict.as_str()) {
        return Err(format!("`{}` is not the word of a verdict", file.verdict));
    }
    if file.leaders.is_empty() != matches!(file.verdict.as_str(), "undecided" | "conflict") {
        return Err("a verdict has leaders unless it is `undecided` or `conflict`".to_owned());
    }
    if file.story.len() < 20 || file.why.len() < 20 {
        return Err("a persona has a story and a why".to_owned());
    }
    let changes = expectations(quiz, &file)?;
    Ok(Persona { name: name.to_owned(), answers, changes, file })
}

/// Checks what the file says about robustness, and parses the expected changes.
fn expectations(quiz: &Quiz, file: &File) -> Result<Vec<Expected>, String> {
    if !ROBUSTNESS.contains(&file.robustness.as_str()) {
        return Err(format!("`{}` is not a word of robustness", file.robustness));
    }
    if file.percent.is_none() != matches!(file.robustness.as_str(), "only" | "none") {
        return Err("robustness has a percentage unless it is `only` or `none`".to_owned());
    }
    if file.percent.is_some_and(|(low, high)| low > high || high > low + 15) {
        return Err("a percentage is a range from low to high, at most 15 wide".to_owned());
    }
    let parsed = file.changes.iter().map(|raw| Expected::parse(quiz, raw));
    let all = parsed.collect::<Result<Vec<Expected>, String>>()?;
    if all.is_empty() || all.iter().any(Expected::is_skip) != (file.verdict == "conflict") {
        return Err(
            "a persona lists changes, which are skips if and only if it is a conflict".to_owned()
        );
    }
    Ok(all)
}

/// Resolves a question id and option ids to a selection that answers the question.
fn given(quiz: &Quiz, id: &str, options: &[String]) -> Result<(QuestionId, Selection), String> {
    let at = quiz.find_question(id).ok_or_else(|| format!("`{id}` is not a question"))?;
    let question = quiz.question(at);
    let mut selection = Selection::none();
    for name in options {
        let option = question.find_option(name);
        selection = selection.with(option.ok_or_else(|| format!("`{id}` has no option `{name}`"))?);
    }
    if !question.accepts(selection) {
        return Err(format!("`{id}` cannot be answered with {options:?}"));
    }
    Ok((at, selection))
}

/// Resolves a topic id and a weight.
fn weight(quiz: &Quiz, id: &str, value: u8) -> Result<(TopicId, Weight), String> {
    let at = quiz.find_topic(id).ok_or_else(|| format!("`{id}` is not a topic"))?;
    let value = Weight::new(value).ok_or_else(|| format!("`{value}`: 0, 1, 2 or 4"))?;
    Ok((at, value))
}

fn answers(quiz: &Quiz, file: &File) -> Result<Answers, String> {
    let mut answers = Answers::empty(quiz);
    for (id, options) in &file.answers {
        let (at, selection) = given(quiz, id, options)?;
        answers.set(at, Answer::Given(selection));
    }
    for (id, value) in &file.weights {
        let (at, value) = weight(quiz, id, *value)?;
        answers.set_weight(at, value);
    }
    Ok(answers)
}

/// All personas, in the order of their file names.
pub(crate) fn personas() -> Vec<Persona> {
    let one = |path: String| {
        let name = path.rsplit('/').next().unwrap().trim_end_matches(".json").to_owned();
        parse(quiz(), &name, &read(&path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    files("tests/native/personas", ".json").into_iter().map(one).collect()
}

/// Describes how the leader or the word of the verdict differs from what the persona expects.
fn complaint(quiz: &Quiz, persona: &Persona) -> Option<String> {
    let verdict = Verdict::of(quiz, &persona.answers);
    let leader = verdict.leader.map_or("", |device_type| quiz.device_type(device_type).id.as_str());
    let leads = match leader {
        "" => persona.file.leaders.is_empty(),
        leader => persona.file.leaders.iter().any(|id| id == leader),
    };
    (!leads || verdict.word.id() != persona.file.verdict).then(|| {
        let File { leaders, verdict: word, .. } = &persona.file;
        let (found, percent) = (verdict.word.id(), verdict.robustness.map(Robustness::share));
        let name = &persona.name;
        format!("{name}: `{leader}` leads, {found} ({percent:?} %); expected {leaders:?}, {word}")
    })
}

/// Describes how the robustness and the changes differ from what the persona expects.
fn further_complaints(quiz: &Quiz, persona: &Persona) -> Vec<String> {
    let verdict = Verdict::of(quiz, &persona.answers);
    let robustness = expect::robustness(&persona.file.robustness, persona.file.percent, &verdict);
    let changes = persona.changes.iter();
    let changes = changes.filter_map(|at| at.complaint(quiz, &persona.answers, &verdict));
    let all = robustness.into_iter().chain(changes);
    all.map(|complaint| format!("{}: {complaint}", persona.name)).collect()
}

#[test]
fn every_persona_gets_the_expected_leader_and_verdict() {
    let personas = personas();
    assert!(personas.len() >= 24, "{} personas", personas.len());
    let complaints: Vec<String> =
        personas.iter().filter_map(|persona| complaint(quiz(), persona)).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn every_persona_gets_the_expected_robustness_and_changes() {
    let personas = personas();
    let complaints: Vec<String> =
        personas.iter().flat_map(|persona| further_complaints(quiz(), persona)).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
    for word in ROBUSTNESS {
        assert!(
            personas.iter().any(|at| at.file.robustness == word),
            "no persona has the robustness `{word}`"
        );
    }
}

#[test]
fn the_first_personas_are_the_claims_of_the_article() {
    let names: Vec<String> = personas().into_iter().map(|persona| persona.name).collect();
    assert_eq!(names[..8], ARTICLE);
}

#[test]
fn every_type_leads_for_some_persona_and_every_verdict_occurs() {
    let personas = personas();
    let verdicts: Vec<Verdict> =
        personas.iter().map(|persona| Verdict::of(quiz(), &persona.answers)).collect();
    for (device_type, about) in quiz().device_types() {
        assert!(
            verdicts.iter().any(|at| at.leader == Some(device_type)),
            "`{}` leads for no persona",
            about.id
        );
    }
    for word in WORDS {
        assert!(
            verdicts.iter().any(|at| at.word.id() == word),
            "no persona has the verdict `{word}`"
        );
    }
}
