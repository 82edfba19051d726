//! Every kind of mistake in a question, a place, a piece of advice or the guide is found.

use serde_json::{Value, json};

use super::broken::{QUESTIONS, all_found, slip};

#[test]
fn mistakes_in_a_question_are_found() {
    let effects = "hours/options/over-3/effects";
    let excludes = "bystanders/options/always/excludes";
    let (why, named) =
        ("bystanders/options/always/excludes/why", "bystanders/options/always/excludes/types");
    let device_types = json!({ "types": ["earbuds"], "why": "They leak." });
    all_found([
        slip((QUESTIONS, "hours/kind", json!("some")), ("hours", "kind", "use `one` or `many`")),
        slip((QUESTIONS, "hours/id", json!("calls")), ("calls", "id", "choose another")),
        slip((QUESTIONS, "hours/code", json!("c")), ("c", "code", "choose another")),
        slip((QUESTIONS, "hours/options/over-3/code", json!("a")), ("a", "code", "choose another")),
        slip((QUESTIONS, "hours/options/over-3/id", json!("over 3")), ("over 3", "id", "hyphens")),
        slip((QUESTIONS, "hours/options", json!([])), ("hours", "options", "two to ten options")),
        slip((QUESTIONS, "hours/hint", json!("[Moon].")), ("hours", "hint", "add it, or write")),
        slip(
            (QUESTIONS, effects, json!({ "long-wear": 0 })),
            ("hours over-3", "effects", "leave out a 0"),
        ),
        slip(
            (QUESTIONS, effects, json!({ "long-wear": 4 })),
            ("hours over-3", "effects", "use −3 to +3"),
        ),
        slip(
            (QUESTIONS, effects, json!({ "taste": 1 })),
            ("hours over-3", "effects", "use an id of `criteria.json`"),
        ),
        slip(
            (QUESTIONS, "hours/options/1-to-3/effects", json!({})),
            ("hours", "options", "merge them or change one"),
        ),
        slip(
            (QUESTIONS, "hours/options/over-3/because", Value::Null),
            ("hours over-3", "because", "add one sentence"),
        ),
        slip((QUESTIONS, "hours/about", json!("me")), ("hours", "about", "use `you`")),
        slip((QUESTIONS, "annoys/ordered", json!(true)), ("annoys", "ordered", "kind `one`")),
        slip(
            (QUESTIONS, "annoys/retired/too-warm/id", json!("battery")),
            ("battery", "id", "choose another"),
        ),
        slip(
            (QUESTIONS, "annoys/retired/too-warm/code", json!("b")),
            ("b", "code", "choose another"),
        ),
        slip(
            (QUESTIONS, "budget/options/50-150/up_to", json!(50)),
            ("budget", "up_to", "the lowest first"),
        ),
        slip(
            (QUESTIONS, "budget/options/50-150/up_to", Value::Null),
            ("budget", "up_to", "every band but the last"),
        ),
        slip((QUESTIONS, why, json!("")), ("bystanders always", "excludes", "say why")),
        slip(
            (QUESTIONS, named, json!([])),
            ("bystanders always", "excludes", "name at least one type"),
        ),
        slip(
            (QUESTIONS, excludes, device_types),
            ("bystanders always", "types", "use an id of `types/`"),
        ),
    ]);
}

#[test]
fn mistakes_in_a_scene_are_found() {
    let home = "groups/Home/contexts/scene-home";
    let of = |key: &str| -> &'static str { format!("{home}/{key}").leak() };
    all_found([
        slip(("contexts.json", of("id"), json!("home")), ("home", "id", "starts with `scene-`")),
        slip(("contexts.json", of("code"), json!("b")), ("b", "code", "choose another")),
        slip(
            ("contexts.json", of("often"), json!({ "quick-off": 1 })),
            ("scene-home", "options", "merge them"),
        ),
        slip(
            ("contexts.json", of("often"), json!({ "taste": 1 })),
            ("scene-home", "effects", "use an id of"),
        ),
        slip(
            ("contexts.json", of("sometimes"), json!({})),
            ("scene-home", "options", "change one"),
        ),
    ]);
}

#[test]
fn mistakes_in_advice_and_in_the_guide_are_found() {
    let (body, sound) = ("sections/sound/body", "sections/sound/id");
    let of = |key: &str| -> &'static str { format!("{body}/{key}").leak() };
    let one = "give one of `heading`, `take`, or `fact`";
    all_found([
        slip(
            ("shop.json", "tests/0/when", json!(["hours=never"])),
            ("Yawn", "when", "use ids that exist"),
        ),
        slip(
            ("shop.json", "say/0/types", json!(["earbuds"])),
            ("for mixing", "types", "use an id of `types/`"),
        ),
        slip(("shop.json", "tests/1/id", json!("stay-put")), ("stay-put", "id", "choose another")),
        slip(("shop.json", "tests/1/id", json!("")), ("", "id", "use a–z, 0–9 and hyphens")),
        slip(
            ("shop.json", "tests/1/id", Value::Null),
            ("line 1", "the JSON", "missing field `id`"),
        ),
        slip(
            ("signposts.json", "sleep-buds/when", json!(["bed"])),
            ("sleep-buds", "when", "use ids that exist"),
        ),
        slip(
            ("signposts.json", "sleep-buds/id", json!("wired-earbuds")),
            ("wired-earbuds", "id", "choose another"),
        ),
        slip(("guide.json", of("families/fact"), Value::Null), ("families", "fact", one)),
        slip(("guide.json", of("families/grade"), Value::Null), ("families", "fact", one)),
        slip(("guide.json", of("families/take"), json!("Both.")), ("families", "fact", one)),
        slip(
            ("guide.json", of("families/grade"), json!("measured")),
            ("families", "sources", "name one"),
        ),
        slip(
            ("guide.json", of("fit-vary/sources"), json!(["Z99"])),
            ("fit-vary", "sources", "add it"),
        ),
        slip(
            ("guide.json", of("families/fact"), json!("A [moon].")),
            ("families", "fact", "add it, or write"),
        ),
        slip(("guide.json", of("families/id"), json!("leak")), ("leak", "id", "choose another")),
        slip(("guide.json", sound, json!("leak")), ("leak", "id", "choose another")),
    ]);
}
