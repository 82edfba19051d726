//! What several tests need: the content, its files as JSON, and answers at random.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use headphones_or_iems::audit::{Random, draw_selection};
use headphones_or_iems::content::{Content, Files};
use headphones_or_iems::model::{Answer, Answers, DeviceTypeId, Guide, Quiz, Weight};
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

/// The quiz of the content.
pub(crate) fn quiz() -> &'static Quiz {
    &content().quiz
}

/// The text of a file of the repository.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("`{path}`: {error}"))
}

/// A JSON file of `src/content/`.
pub(crate) fn json(name: &str) -> Value {
    let text = read(&format!("src/content/{name}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("`{name}`: {error}"))
}

/// Every file under a folder of the repository whose name ends in `ending`, as paths from the root,
/// in order; none if there is no such folder.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(at).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let inside = path.strip_prefix(root()).unwrap();
                found.push(inside.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// Every string in a JSON value with the keys that lead to it, such as `questions/0/title`.
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

/// Answers as visitors leave them: half the questions answered, some skipped, importances mixed.
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

/// One of the four importances.
pub(crate) fn weight(random: &mut Random) -> Weight {
    Weight::ALL[usize::from(random.below(4))]
}

/// Answers written `question` → `options`; everything else unseen.
pub(crate) fn answered(quiz: &Quiz, given: &[(&str, &[&str])]) -> Answers {
    let mut answers = Answers::empty(quiz);
    for (question, options) in given {
        let at = quiz.find_question(question).unwrap();
        let selection = selection(quiz, question, options);
        answers.set(at, Answer::Given(selection));
    }
    answers
}

/// The ticks of options named by id.
pub(crate) fn selection(
    quiz: &Quiz,
    question: &str,
    options: &[&str],
) -> headphones_or_iems::model::Selection {
    let question = quiz.question(quiz.find_question(question).unwrap());
    let known = options.iter().map(|option| question.find_option(option).unwrap());
    known.fold(
        headphones_or_iems::model::Selection::none(),
        headphones_or_iems::model::Selection::with,
    )
}

/// The id of a type.
pub(crate) fn id(device_type: DeviceTypeId) -> &'static str {
    &quiz().device_type(device_type).id
}

/// Answers in words, for a message.
pub(crate) fn words(quiz: &Quiz, answers: &Answers) -> String {
    let mut said = Vec::new();
    for (at, question) in quiz.questions() {
        if let Answer::Given(selection) = answers.get(at) {
            let options: Vec<&str> =
                question.selected(selection).map(|option| option.id.as_str()).collect();
            if options != ["never"] {
                said.push(format!("{}={}", question.id, options.join("+")));
            }
        }
    }
    said.join(" ")
}
