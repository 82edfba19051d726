//! Personas: a story each, the types that may lead for it, and the word of the verdict.

use std::collections::BTreeMap;

use headphones_or_iems::model::{Answer, Answers, Firmness, Importance, Quiz, Verdict};
use serde::Deserialize;

use crate::support::{files, quiz, read};

/// The article's own claims come first.
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

const WORDS: [&str; 5] = ["undecided", "clear", "leaning", "close", "conflict"];

/// A persona as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    story: String,
    why: String,
    answers: BTreeMap<String, Vec<String>>,
    importance: BTreeMap<String, u8>,
    leaders: Vec<String>,
    verdict: String,
}

/// A persona with every id known.
pub(crate) struct Persona {
    pub(crate) name: String,
    pub(crate) answers: Answers,
    file: File,
}

fn parse(quiz: &Quiz, name: &str, text: &str) -> Result<Persona, String> {
    let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let answers = answers(quiz, &file)?;
    if let Some(id) = file.leaders.iter().find(|id| quiz.find_gear(id).is_none()) {
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
    Ok(Persona { name: name.to_owned(), answers, file })
}

fn answers(quiz: &Quiz, file: &File) -> Result<Answers, String> {
    let mut answers = Answers::empty(quiz);
    for (id, options) in &file.answers {
        let at = quiz.find_question(id).ok_or_else(|| format!("`{id}` is not a question"))?;
        let question = quiz.question(at);
        let mut ticks = headphones_or_iems::model::Ticks::none();
        for option in options {
            let choice = question.find_choice(option);
            ticks = ticks.with(choice.ok_or_else(|| format!("`{id}` has no option `{option}`"))?);
        }
        if !question.accepts(ticks) {
            return Err(format!("`{id}` cannot be answered with {options:?}"));
        }
        answers.set(at, Answer::Given(ticks));
    }
    for (id, value) in &file.importance {
        let at = quiz.find_topic(id).ok_or_else(|| format!("`{id}` is not a topic"))?;
        let value = Importance::new(*value).ok_or_else(|| format!("`{value}`: 0, 1, 2 or 4"))?;
        answers.set_importance(at, value);
    }
    Ok(answers)
}

/// Every persona, in the order of the files.
pub(crate) fn personas() -> Vec<Persona> {
    let one = |path: String| {
        let name = path.rsplit('/').next().unwrap().trim_end_matches(".json").to_owned();
        parse(quiz(), &name, &read(&path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    files("tests/native/personas", ".json").into_iter().map(one).collect()
}

/// What is wrong with the verdict of a persona, if anything.
fn complaint(quiz: &Quiz, persona: &Persona) -> Option<String> {
    let verdict = Verdict::of(quiz, &persona.answers);
    let leader = verdict.leader.map_or("", |gear| quiz.gear(gear).id.as_str());
    let leads = match leader {
        "" => persona.file.leaders.is_empty(),
        leader => persona.file.leaders.iter().any(|id| id == leader),
    };
    (!leads || verdict.word.id() != persona.file.verdict).then(|| {
        let File { leaders, verdict: word, .. } = &persona.file;
        let (is, share) = (verdict.word.id(), verdict.firmness.map(Firmness::share));
        let name = &persona.name;
        format!("{name}: `{leader}` leads, {is} ({share:?} in 100); expected {leaders:?}, {word}")
    })
}

#[test]
fn every_persona_gets_a_leader_and_a_verdict_that_its_story_asks_for() {
    let personas = personas();
    assert!(personas.len() >= 24, "{} personas", personas.len());
    let complaints: Vec<String> =
        personas.iter().filter_map(|persona| complaint(quiz(), persona)).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn the_claims_of_the_article_are_the_first_personas() {
    let names: Vec<String> = personas().into_iter().map(|persona| persona.name).collect();
    assert_eq!(names[..8], ARTICLE);
}

#[test]
fn every_type_leads_for_a_persona_and_every_verdict_occurs() {
    let personas = personas();
    let verdicts: Vec<Verdict> =
        personas.iter().map(|persona| Verdict::of(quiz(), &persona.answers)).collect();
    for (gear, about) in quiz().gears() {
        assert!(verdicts.iter().any(|at| at.leader == Some(gear)), "`{}` never leads", about.id);
    }
    for word in WORDS {
        assert!(verdicts.iter().any(|at| at.word.id() == word), "never `{word}`");
    }
}

const GOOD: &str = r#"{ "story": "Someone who rides a bus to work.", "why": "The article says so plainly.",
    "answers": {"scene-commute": ["often"]}, "importance": {"scene": 2},
    "leaders": ["tws-anc"], "verdict": "clear" }"#;

#[test]
fn a_persona_with_an_unknown_id_or_without_a_reason_is_rejected() {
    assert!(parse(quiz(), "good", GOOD).is_ok());
    let bad = [
        ("scene-commute", "scene-moon", "not a question"),
        ("often", "daily", "no option"),
        (r#"["often"]"#, r#"["often", "never"]"#, "cannot be answered"),
        (r#"["often"]"#, "[]", "cannot be answered"),
        (r#""scene": 2"#, r#""scene-commute": 2"#, "not a topic"),
        (": 2}", ": 3}", "0, 1, 2 or 4"),
        ("tws-anc", "earbuds", "not a type"),
        ("clear", "certain", "not the word"),
        ("clear", "conflict", "has leaders unless"),
        (r#"["tws-anc"]"#, "[]", "has leaders unless"),
        ("Someone who rides a bus to work.", "", "a story and a why"),
        ("The article says so plainly.", "", "a story and a why"),
        (r#""why""#, r#""because""#, "unknown field"),
    ];
    for (from, to, error) in bad {
        let text = GOOD.replacen(from, to, 1);
        assert_ne!(text, GOOD, "`{from}` is not in the sample");
        let found = parse(quiz(), "bad", &text).err().unwrap_or_default();
        assert!(found.contains(error), "`{from}` → `{to}` gives `{found}`, not `{error}`");
    }
}

#[test]
fn a_persona_whose_expectation_does_not_hold_is_named() {
    let wrong = GOOD.replace("tws-anc", "open-back");
    let persona = parse(quiz(), "wrong", &wrong).unwrap();
    assert!(complaint(quiz(), &persona).unwrap().starts_with("wrong: `"));
}
