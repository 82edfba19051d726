//! Shared helpers: the built-in content, its JSON files, and random answers.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use headphones_or_iems::audit::{Random, draw_selection};
use headphones_or_iems::content::{Content, Files};
use headphones_or_iems::model::{Answer, Answers, DeviceTypeId, Guide, Quiz, Selection, Weight};
use serde_json::Value;

/// The repository.
///
/// `PROJECT_ROOT` names another checkout, whose content these tests then check: `recipe` uses it.
pub(crate) fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        std::env::var_os("PROJECT_ROOT").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into()).into()
    })
}

/// The text of every content file.
pub(crate) fn content_files() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| Files::read(root()).unwrap_or_else(|error| panic!("{error}")))
}

/// The content of the checkout.
pub(crate) fn content() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| Content::read(content_files()).unwrap_or_else(|error| panic!("{error}")))
}

/// The guide of the content.
pub(crate) fn guide() -> Guide {
    content().read_guide(content_files()).unwrap_or_else(|error| panic!("{error}"))
}

/// The quiz of the built-in content.
pub(crate) fn quiz() -> &'static Quiz {
    &content().quiz
}

/// Reads a text file, given its path from the root of the repository.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("`{path}`: {error}"))
}

/// Parses a JSON file in `src/content/`.
pub(crate) fn json(name: &str) -> Value {
    let text = read(&format!("src/content/{name}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("`{name}`: {error}"))
}

/// Lists the files below `folder` whose names end in `ending`, as sorted paths from the root of the
/// repository. The list is empty if there is no such folder.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut pending: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(at) = pending.pop() {
        for entry in fs::read_dir(at).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                pending.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let relative = path.strip_prefix(root()).unwrap();
                found.push(relative.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// Every string in a JSON value, each with its JSON pointer, such as `/questions/0/title`.
pub(crate) fn strings(value: &Value) -> Vec<(String, &str)> {
    fn walk<'a>(at: &str, value: &'a Value, out: &mut Vec<(String, &'a str)>) {
        match value {
            Value::String(text) => out.push((at.to_owned(), text)),
            Value::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    walk(&format!("{at}/{i}"), item, out);
                }
            }
            Value::Object(fields) => {
                for (key, item) in fields {
                    walk(&format!("{at}/{key}"), item, out);
                }
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    walk("", value, &mut out);
    out
}

/// Draws answers such as a visitor might leave: half of the questions are answered, a sixth are
/// skipped, and the weights are mixed.
pub(crate) fn some_answers(quiz: &Quiz, random: &mut Random) -> Answers {
    let mut answers = Answers::empty(quiz);
    for (at, question) in quiz.questions() {
        let selection = draw_selection(question, random);
        answers.set(
            at,
            match random.below(6) {
                0 | 1 => Answer::Unseen,
                2 => Answer::Skipped(selection),
                _ => Answer::Given(selection),
            },
        );
    }
    for (at, _) in quiz.topics() {
        answers.set_weight(at, weight(random));
    }
    answers
}

/// Draws one of the four weights.
pub(crate) fn weight(random: &mut Random) -> Weight {
    Weight::ALL[usize::from(random.below(4))]
}

/// Builds answers from question ids and option ids. All other questions stay unseen.
pub(crate) fn answered(quiz: &Quiz, given: &[(&str, &[&str])]) -> Answers {
    let mut answers = Answers::empty(quiz);
    for (question, options) in given {
        let at = quiz.find_question(question).unwrap();
        let selection = selection(quiz, question, options);
        answers.set(at, Answer::Given(selection));
    }
    answers
}

/// The selection of the options with the given ids.
pub(crate) fn selection(quiz: &Quiz, question: &str, options: &[&str]) -> Selection {
    let question = quiz.question(quiz.find_question(question).unwrap());
    let known = options.iter().map(|option| question.find_option(option).unwrap());
    known.fold(Selection::none(), Selection::with)
}

/// The id of a type.
pub(crate) fn id(device_type: DeviceTypeId) -> &'static str {
    &quiz().device_type(device_type).id
}

/// Writes the given answers as `question=option+option`, for messages. Contexts with the answer
/// `never` are left out.
pub(crate) fn words(quiz: &Quiz, answers: &Answers) -> String {
    let mut parts = Vec::new();
    for (at, question) in quiz.questions() {
        if let Answer::Given(selection) = answers.get(at) {
            let options: Vec<&str> =
                question.selected(selection).map(|option| option.id.as_str()).collect();
            if options != ["never"] {
                parts.push(format!("{}={}", question.id, options.join("+")));
            }
        }
    }
    parts.join(" ")
}
