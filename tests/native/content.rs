//! The content: complete, consistent, and exactly the questions that were decided.

mod asked;
mod broken;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use headphones_or_iems::audit::Random;
use headphones_or_iems::content::{Content, Files};
use headphones_or_iems::model::{Block, Kind, Prose, SourceId, Verdict};
use serde_json::Value;

use crate::support::{content, files, json, quiz, some_answers};

#[test]
fn the_built_in_content_and_guide_can_be_read() {
    let content = Content::built_in().unwrap_or_else(|error| panic!("{error}"));
    let guide = content.built_in_guide().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(content.quiz.device_types.len(), 7);
    assert!(!guide.sections.is_empty() && !content.shop.tests.is_empty());
}

/// The content without what only static pages show, which the packed form leaves out.
fn without_static_words() -> Content {
    let mut content = content().clone();
    (content.sources, content.terms) = (Vec::new(), Vec::new());
    for post in &mut content.signposts {
        post.name.clear();
        post.text.clear();
    }
    for criterion in &mut content.quiz.criteria {
        criterion.about.clear();
    }
    for device_type in &mut content.quiz.device_types {
        for text in [
            &mut device_type.name,
            &mut device_type.summary,
            &mut device_type.comes,
            &mut device_type.caption,
        ] {
            text.clear();
        }
        device_type.what = Prose::default();
        device_type.variants.clear();
        for rating in &mut device_type.ratings {
            (rating.why, rating.figure, rating.sources) = (Prose::default(), None, Vec::new());
        }
    }
    content
}

#[test]
fn packed_content_comes_back_the_same_but_for_what_only_static_pages_show() {
    let packed = content().packed();
    let back = Content::unpacked(&packed).unwrap();
    assert!(back.packed() == packed, "packing again changes something");
    let (back, expected) = (format!("{back:#?}"), format!("{:#?}", without_static_words()));
    for (at, (back, expected)) in back.lines().zip(expected.lines()).enumerate() {
        assert_eq!(back, expected, "in line {at} of the content as text");
    }
    assert_eq!(back.len(), expected.len());
}

#[test]
fn packed_content_counts_the_same() {
    let back = Content::unpacked(&content().packed()).unwrap();
    let mut random = Random::new(17);
    for _ in 0..100 {
        let answers = some_answers(quiz(), &mut random);
        assert_eq!(Verdict::of(&back.quiz, &answers), Verdict::of(quiz(), &answers));
    }
}

#[test]
fn damaged_packed_content_breaks_nothing_and_is_nearly_always_refused() {
    let packed = content().packed();
    let lines: Vec<&str> = packed.lines().collect();
    assert!(Content::unpacked("").is_none());
    assert!(Content::unpacked(&format!("{packed}more\n")).is_none(), "a line too many");
    let (mut tried, mut refused) = (0, 0);
    for at in (0..lines.len()).step_by(7) {
        assert!(Content::unpacked(&lines[..at].join("\n")).is_none(), "cut at line {at}");
        let mut torn = lines.clone();
        torn.remove(at);
        tried += 1;
        refused += u32::from(Content::unpacked(&torn.join("\n")).is_none());
    }
    assert!(refused * 100 > tried * 95, "{refused} of {tried} with a line missing are refused");
}

#[test]
fn every_file_is_listed() {
    let listed: BTreeSet<&str> =
        Files::built_in().names().chain(["guide.json", "bias.json"]).collect();
    let found = files("src/content", ".json");
    let found = found.iter().map(|path| path.trim_start_matches("src/content/"));
    assert_eq!(found.collect::<BTreeSet<_>>(), listed);
}

/// The scenes, as decided.
const CONTEXTS: [&str; 12] = [
    "scene-home",
    "scene-bed",
    "scene-gaming",
    "scene-commute",
    "scene-flight",
    "scene-street",
    "scene-workout",
    "scene-office",
    "scene-mixing",
    "scene-recording",
    "scene-stage",
    "scene-dj",
];

/// The other questions and their options, as decided; `!` marks an exclusive option.
const QUESTIONS: [(&str, Kind, &str); 13] = [
    ("in-canal", Kind::One, "fine unsure no-way"),
    ("on-head", Kind::Many, "fine! glasses hot hair no-way!"),
    ("connection", Kind::One, "wire-only either wireless wireless-only"),
    ("budget", Kind::One, "under-50 50-150 150-400 over-400"),
    ("bystanders", Kind::One, "no sometimes always"),
    (
        "annoys",
        Kind::Many,
        "noise-gets-in others-hear-it they-hurt they-fall-out too-warm battery cable too-big \
         cut-off nothing!",
    ),
    ("hours", Kind::One, "under-1 1-to-3 over-3"),
    ("awareness", Kind::One, "no sometimes always"),
    ("sound", Kind::One, "spacious detailed bass no-preference"),
    ("latency", Kind::One, "no sometimes critical"),
    ("calls", Kind::One, "never sometimes daily"),
    ("source", Kind::One, "phone dongle computer amp"),
    ("keep", Kind::One, "1-2-years 3-5-years longer"),
];

#[test]
fn the_questions_and_their_options_are_those_decided() {
    let of = |question: &headphones_or_iems::model::Question| {
        let mark = |exclusive: bool| if exclusive { "!" } else { "" };
        let ids = question.options.iter().map(|at| format!("{}{}", at.id, mark(at.exclusive)));
        (question.id.clone(), question.kind, ids.collect::<Vec<_>>().join(" "))
    };
    let contexts = CONTEXTS.map(|id| (id, Kind::Context, "never sometimes often"));
    let decided = contexts.iter().chain(&QUESTIONS);
    let decided = decided.map(|(id, kind, options)| (id.to_string(), *kind, options.to_string()));
    let asked: Vec<_> = quiz().questions.iter().map(of).collect();
    assert_eq!(asked, decided.collect::<Vec<_>>());
}

#[test]
fn the_scenes_are_one_topic_in_four_groups_and_every_other_question_is_its_own() {
    let topics: Vec<&str> = quiz().topics.iter().map(|topic| topic.id.as_str()).collect();
    let decided: Vec<&str> =
        ["scene"].into_iter().chain(QUESTIONS.iter().map(|(id, _, _)| *id)).collect();
    assert_eq!(topics, decided);
    let groups: Vec<(&str, usize)> =
        quiz().topics[0].groups.iter().map(|(name, all)| (name.as_str(), all.len())).collect();
    assert_eq!(groups, [("Home", 3), ("Out", 4), ("Work", 1), ("Making music", 4)]);
    for (at, topic) in quiz().topics() {
        assert!(topic.questions().all(|question| quiz().question(question).topic == at));
    }
}

#[test]
fn exactly_the_decided_options_rule_types_out() {
    let decided = [
        ("in-canal no-way", "iem custom-iem tws-anc"),
        ("on-head no-way", "open-back closed-back on-ear anc-over-ear"),
        ("connection wire-only", "tws-anc"),
        ("connection wireless-only", "open-back iem custom-iem"),
        ("bystanders always", "open-back"),
    ];
    let mut exclusions = BTreeMap::new();
    for question in quiz().questions.iter().filter(|question| question.id != "budget") {
        for option in question.options.iter().filter(|option| !option.excludes.is_empty()) {
            let out = quiz().device_types().filter(|(at, _)| option.excludes.has(*at));
            let out: Vec<&str> = out.map(|(_, device_type)| device_type.id.as_str()).collect();
            exclusions.insert(format!("{} {}", question.id, option.id), out.join(" "));
        }
    }
    let decided =
        decided.map(|(option, device_types)| (option.to_owned(), device_types.to_owned()));
    assert_eq!(exclusions, BTreeMap::from(decided));
}

#[test]
fn a_budget_rules_out_exactly_the_types_whose_cheapest_good_tier_starts_above_it() {
    let budget = quiz().question(quiz().find_question("budget").unwrap());
    let tops = [("under-50", 50), ("50-150", 150), ("150-400", 400), ("over-400", u16::MAX)];
    for (id, top) in tops {
        let option = &budget.options[usize::from(budget.find_option(id).unwrap().0)];
        for (at, device_type) in quiz().device_types() {
            // Custom moulds need ear impressions, which cost 50 at least.
            let impressions = if device_type.id == "custom-iem" { 50 } else { 0 };
            assert_eq!(device_type.prices.extra.is_some(), impressions > 0, "{}", device_type.id);
            let is_out = device_type.prices.entry.0 + impressions >= top;
            assert_eq!(option.excludes.has(at), is_out, "`{id}` and `{}`", device_type.id);
        }
    }
}

/// Every piece of prose, and every source that is named.
fn used() -> (Vec<Prose>, BTreeSet<SourceId>) {
    let (mut prose, mut sources) = (Vec::new(), BTreeSet::new());
    for device_type in &quiz().device_types {
        prose.push(device_type.what.clone());
        prose.extend(device_type.variants.iter().map(|variant| variant.text.clone()));
        prose.extend(device_type.ratings.iter().map(|rating| rating.why.clone()));
        sources.extend(device_type.ratings.iter().flat_map(|rating| rating.sources.clone()));
    }
    prose.extend(quiz().topics.iter().map(|topic| topic.hint.clone()));
    for block in content().built_in_guide().unwrap().sections.into_iter().flat_map(|at| at.body) {
        match block {
            Block::Fact { text, sources: named, .. } => {
                prose.push(text);
                sources.extend(named);
            }
            Block::Take { text, .. } => prose.push(text),
            Block::Heading { .. } => {}
        }
    }
    (prose, sources)
}

#[test]
fn every_source_is_used() {
    let (_, used) = used();
    let used: BTreeSet<&str> = used.iter().map(|at| content().source(*at).id.as_str()).collect();
    let all = content().sources.iter().map(|source| source.id.as_str());
    assert_eq!(all.filter(|id| !used.contains(id)).collect::<Vec<_>>(), [""; 0], "unused");
}

#[test]
fn every_term_is_used() {
    let (prose, _) = used();
    let used: BTreeSet<&str> = prose.iter().flat_map(Prose::terms).collect();
    let all = content().terms.iter().map(|term| term.id.as_str());
    assert_eq!(all.filter(|id| !used.contains(id)).collect::<Vec<_>>(), [""; 0], "unused");
}

/// The codes of the items of a list, wherever they are below `value`.
fn lists_of_codes(value: &Value, lists: &mut Vec<Vec<String>>) {
    if let Value::Array(items) = value {
        let codes = items.iter().filter_map(|item| item["code"].as_str().map(str::to_owned));
        lists.push(codes.collect());
    }
    let inside: Vec<&Value> = match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(fields) => fields.values().collect(),
        _ => Vec::new(),
    };
    for item in inside {
        lists_of_codes(item, lists);
    }
}

#[test]
fn every_code_is_short_and_used_once_in_its_list() {
    let mut lists = Vec::new();
    for file in ["criteria.json", "questions.json"] {
        lists_of_codes(&json(file), &mut lists);
    }
    lists.push(quiz().device_types.iter().map(|device_type| device_type.code.clone()).collect());
    // The scenes are one list, though they stand in groups.
    let contexts = quiz().questions.iter().filter(|question| question.kind == Kind::Context);
    lists.push(contexts.map(|context| context.code.clone()).collect());
    assert!(lists.iter().map(Vec::len).sum::<usize>() > 100);
    for list in lists {
        let unique: BTreeSet<&String> = list.iter().collect();
        assert_eq!(unique.len(), list.len(), "{list:?}");
        let formed = |code: &&String| {
            let all = code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
            all && (1..=2).contains(&code.len())
        };
        assert!(list.iter().all(|code| formed(&code)), "{list:?}");
    }
}
