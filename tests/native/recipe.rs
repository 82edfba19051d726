//! The recipes of CONTRIBUTING for a question and for a type, followed in a copy of the checkout:
//! only JSON and an SVG file change, and then content check, audits and prerender accept the result.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::support::{files, root};

/// The folders that the content check, the audits and the prerender read.
const FOLDERS: [&str; 3] = ["src/content", "public/illustrations", "tests/native"];

/// A copy of these folders, and nothing else.
fn copy() -> PathBuf {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("recipe");
    let _absent = fs::remove_dir_all(&copy);
    for path in FOLDERS.iter().flat_map(|folder| files(folder, "")) {
        let target = copy.join(&path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(root().join(&path), target).unwrap();
    }
    copy
}

/// Changes a JSON file of the copy.
fn edit(copy: &Path, file: &str, change: impl FnOnce(&mut Value)) {
    let path = copy.join("src/content").join(file);
    let mut value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    change(&mut value);
    fs::write(path, serde_json::to_string_pretty(&value).unwrap()).unwrap();
}

fn fixture(name: &str) -> String {
    crate::support::read(&format!("tests/native/recipe/{name}"))
}

/// Puts the new question in place of another, because the quiz has as many topics as the limit
/// allows. Conditions on the other one, and personas who answer it, go with it.
fn add_question(copy: &Path) {
    const REPLACED: &str = "returns";
    let question: Value = serde_json::from_str(&fixture("question.json")).unwrap();
    edit(copy, "questions.json", |all| {
        let replaced = all.as_array_mut().unwrap().iter_mut().find(|at| at["id"] == REPLACED);
        *replaced.unwrap() = question;
    });
    let is_kept = |item: &Value| {
        let names = |at: &Value| at.as_str().unwrap().starts_with(REPLACED);
        !item["when"].as_array().is_some_and(|when| when.iter().any(names))
    };
    for path in files("tests/native/personas", ".json") {
        if crate::support::read(&path).contains(&format!("\"{REPLACED}\"")) {
            fs::remove_file(copy.join(path)).unwrap();
        }
    }
    edit(copy, "signposts.json", |all| all.as_array_mut().unwrap().retain(is_kept));
    edit(copy, "shop.json", |shop| {
        for list in ["notes", "tests", "filters", "say"] {
            shop[list].as_array_mut().unwrap().retain(is_kept);
        }
    });
}

fn add_type(copy: &Path) {
    fs::write(copy.join("src/content/types/nape-speaker.json"), fixture("type.json")).unwrap();
    let icon = "<symbol id=\"icon\" viewBox=\"0 0 24 24\"><path class=\"icon-bold\" d=\"M2 2h9\"/></symbol>";
    let svg = format!("<svg>{icon}<path class=\"ear-skin\" d=\"M0 0h510\"/></svg>\n");
    fs::write(copy.join("public/illustrations/nape-speaker.svg"), svg).unwrap();
    edit(copy, "rules.json", |rules| {
        rules["types"].as_array_mut().unwrap().push(json!("nape-speaker"));
    });
    edit(copy, "noise.json", |all| {
        let mut attenuation = all["attenuation"][0].clone();
        attenuation["type"] = json!("nape-speaker");
        all["attenuation"].as_array_mut().unwrap().push(attenuation);
    });
    edit(copy, "shortlist.json", |all| {
        let mut costs = all["types"][0].clone();
        costs["type"] = json!("nape-speaker");
        all["types"].as_array_mut().unwrap().push(costs);
    });
    edit(copy, "questions.json", |all| {
        let refusal = |option: &&mut Value| option["id"] == "no-way";
        let on_head = all.as_array_mut().unwrap().iter_mut().find(|at| at["id"] == "on-head");
        let options = on_head.unwrap()["options"].as_array_mut().unwrap();
        let types = &mut options.iter_mut().find(refusal).unwrap()["excludes"]["types"];
        types.as_array_mut().unwrap().push(json!("nape-speaker"));
    });
    let persona = copy.join("tests/native/personas/99-nape-speaker.json");
    fs::write(persona, fixture("persona.json")).unwrap();
}

fn output(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, error) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{command:?}\n{out}\n{error}");
    output
}

/// The tests of this program that check content, run on the copy.
fn check(copy: &Path) {
    let own = std::env::current_exe().unwrap();
    let subjects = ["content::", "scoring", "bias::", "persona::", "store::link"];
    let output = output(Command::new(own).args(subjects).env("PROJECT_ROOT", copy));
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(!text.contains("0 passed"), "no test ran: {text}");
}

#[test]
fn a_question_and_a_type_are_added_by_json_and_svg_alone() {
    let copy = copy();
    add_question(&copy);
    add_type(&copy);
    output(Command::new(env!("CARGO_BIN_EXE_bias")).arg(&copy));
    check(&copy);
    let page = output(Command::new(env!("CARGO_BIN_EXE_prerender")).arg(&copy));
    let page: Value = serde_json::from_slice(&page.stdout).unwrap();
    let question: Value = serde_json::from_str(&fixture("question.json")).unwrap();
    let title = question["title"].as_str().unwrap();
    for part in ["quiz", "method", "paper"] {
        assert!(page[part].as_str().unwrap().contains(title), "`{part}` asks the new question");
    }
    let app = page["index"].as_str().unwrap();
    for part in ["id=\"illustration-nape-speaker\"", "#icon-nape-speaker", "Nape speaker"] {
        assert!(app.contains(part), "the guide has no `{part}`");
    }
}

#[test]
fn a_type_without_an_illustration_stops_the_build_by_name() {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-illustration");
    let _absent = fs::remove_dir_all(&copy);
    for path in files("src/content", "") {
        let target = copy.join(&path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(root().join(&path), target).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_prerender")).arg(&copy).output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    let first = crate::support::quiz().device_types[0].id.clone();
    assert!(!output.status.success());
    assert!(error.contains(&format!("`{first}` has no illustration")), "{error}");
}
