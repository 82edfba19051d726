//! The content: complete, consistent, and within what the model and the form can hold.
//!
//! These tests state rules and limits. None repeats a question, an option or a number of the
//! content, so adding one never touches a test.

mod asked;
mod broken;
mod embedded;
mod limits;
mod noise;
mod shortlist;
mod wording;

use std::collections::BTreeSet;

use headphones_or_iems::content::{Content, Details};
use headphones_or_iems::model::{Block, Kind, Prose, SourceId};
use serde_json::Value;

use crate::support::{content, content_files, guide, json, quiz};

#[test]
fn content_and_guide_are_valid() {
    assert!(content().quiz.device_types.len() > 2 && !content().details().shop.tests.is_empty());
    assert!(!guide().sections.is_empty());
}

#[test]
fn the_version_changes_with_a_number_and_not_with_a_word() {
    let version = |file: &str, from: &str, to: &str| {
        let text = content_files().text(file);
        assert!(text.contains(from), "`{file}` has no `{from}`");
        let files = content_files().clone().with(file, &text.replacen(from, to, 1));
        Content::read(&files).unwrap_or_else(|error| panic!("{error}")).version
    };
    let now = content().version;
    assert_ne!(version("rules.json", "\"pair_gain\": ", "\"pair_gain\": 1"), now);
    assert_ne!(version("types/iem.json", "\"rating\": 1", "\"rating\": 2"), now);
    assert_ne!(version("contexts.json", "\"often\": { ", "\"often\": { \"calls\": 1, "), now);
    assert_eq!(version("questions.json", "\"title\": \"", "\"title\": \"So: "), now);
}

#[test]
fn contexts_are_one_topic_and_every_other_question_is_its_own() {
    let all = &quiz().questions;
    let contexts = quiz().topics[0].questions().count();
    assert_eq!(contexts, all.iter().filter(|at| at.kind == Kind::Context).count());
    for (at, topic) in quiz().topics() {
        assert!(topic.questions().all(|question| quiz().question(question).topic == at));
        let own = topic.questions().map(|question| &quiz().question(question).id);
        assert!(at.0 == 0 || own.collect::<Vec<_>>() == [&topic.id], "{}", topic.id);
    }
    for question in all.iter().filter(|at| at.kind == Kind::Context) {
        let ids: Vec<&str> = question.options.iter().map(|option| option.id.as_str()).collect();
        assert_eq!(ids, ["never", "sometimes", "often"], "{}", question.id);
    }
}

#[test]
fn questions_that_exclude_types_come_before_those_that_do_not() {
    let asked = quiz().questions.iter().filter(|question| question.kind != Kind::Context);
    let excludes: Vec<bool> =
        asked.map(|at| at.options.iter().any(|option| !option.excludes.is_empty())).collect();
    assert!(excludes.is_sorted_by(|one, next| one >= next), "{excludes:?}");
}

#[test]
fn every_question_can_be_answered_without_excluding_a_type() {
    for question in &quiz().questions {
        let open = question.options.iter().filter(|option| option.excludes.is_empty());
        assert!(open.count() > 0, "{}", question.id);
    }
}

/// The budget bands rise: what one band excludes costs more than all that it admits, and the
/// highest band excludes nothing.
#[test]
fn budget_bands_exclude_the_types_that_cost_most() {
    let budget = quiz().question(quiz().budget.unwrap());
    let entry = |at: &headphones_or_iems::model::DeviceType| at.prices.entry.0;
    let mut before = usize::MAX;
    for option in &budget.options {
        let is_out = |at| option.excludes.has(at);
        let all = || quiz().device_types();
        let cheapest_out = all().filter(|(at, _)| is_out(*at)).map(|(_, at)| entry(at)).min();
        let count = all().filter(|(at, _)| is_out(*at)).count();
        for (_, admitted) in all().filter(|(at, _)| !is_out(*at)) {
            // A type that needs something beside it, such as impressions, costs more than it says.
            let is_complete = admitted.prices.extra.is_none();
            let below = cheapest_out.is_none_or(|out| entry(admitted) <= out);
            assert!(!is_complete || below, "`{}` and `{}`", option.id, admitted.id);
        }
        assert!(count <= before, "`{}` excludes more than the band below it", option.id);
        before = count;
    }
    assert_eq!(before, 0, "the highest band excludes nothing");
}

/// Every piece of prose, and every source that is named.
fn used() -> (Vec<Prose>, BTreeSet<SourceId>) {
    let (mut prose, mut sources) = (Vec::new(), BTreeSet::new());
    for details in &content().details().device_types {
        prose.push(details.what.clone());
        prose.extend(details.variants.iter().map(|variant| variant.text.clone()));
        prose.extend(details.evidence.iter().map(|evidence| evidence.why.clone()));
        sources.extend(details.evidence.iter().flat_map(|evidence| evidence.sources.clone()));
    }
    prose.extend(quiz().topics.iter().map(|topic| topic.hint.clone()));
    let Details { noise, shortlist, .. } = content().details();
    let bases = noise.bases().chain(shortlist.bases());
    sources.extend(bases.flat_map(|basis| basis.sources.clone()));
    for figure in guide().figures {
        prose.push(figure.text);
        sources.extend(figure.sources);
    }
    for block in guide().sections.into_iter().flat_map(|at| at.body) {
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
    let details = content().details();
    let used: BTreeSet<&str> = used.iter().map(|at| details.source(*at).id.as_str()).collect();
    let all = details.sources.iter().map(|source| source.id.as_str());
    assert_eq!(all.filter(|id| !used.contains(id)).collect::<Vec<_>>(), [""; 0], "unused");
}

#[test]
fn every_term_is_used() {
    let (prose, _) = used();
    let used: BTreeSet<&str> = prose.iter().flat_map(Prose::terms).collect();
    let all = content().details().terms.iter().map(|term| term.id.as_str());
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
