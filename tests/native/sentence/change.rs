//! The sections "What would change it" and "Two pairs instead of one".

use headphones_or_iems::model::{ChangeTable, Counterfactual, Pair, QuestionId};

use super::Section;
use super::facts::Facts;
use super::words::{asked, change, column, counted, criterion, id, list, phrase, title};
use crate::engine::fewest::{Set, up_to};
use crate::engine::plain::{device_type, to_bits};
use crate::engine::{pair, pivotal_rating};
use crate::support::quiz;

/// Brute force tries sets of up to this many clicks.
const TRIED: usize = 2;

/// The section "What would change it".
pub(super) fn changes(facts: &Facts, leader: usize) -> Section {
    let mut all = Section::new("result-change");
    all.fixed("What would change it");
    all.fixed("One answer");
    items(&mut all, "one answer", singles(facts, leader), "No single answer changes who leads.");
    all.fixed("If you want another type");
    all.fixed("The fewest changed answers that put it alone in first place.");
    rivals(&mut all, facts, leader);
    all.fixed("One weight");
    let weights = facts.pivotal_weights().into_iter().map(|(topic, weight, first)| {
        let (name, title) = (&quiz().topics[topic].short, title(first));
        tried("", first, &format!("If “{name}” {}: {title}.", counted(weight)))
    });
    items(&mut all, "one weight", weights.collect(), "No single weight changes who leads.");
    all.fixed("What is not certain");
    let none = "No single uncertain number changes who leads.";
    items(&mut all, "pivotal rating", pivotal_ratings(facts), none);
    all
}

/// A line with a button that starts a trial.
fn tried(data: &str, first: usize, words: &str) -> String {
    format!("{{{data}data-then={}}} {words} [Try it: {words}]", id(first))
}

/// Adds the items of a list, which hides all but the first four; `none` if there are no items.
fn items(all: &mut Section, template: &'static str, items: Vec<String>, none: &'static str) {
    if items.is_empty() {
        return all.fixed(none);
    }
    let rest = items.len().saturating_sub(4);
    for (at, item) in items.into_iter().enumerate() {
        if at == 4 {
            all.say("how many more", format!("Show {rest} more"));
        }
        all.say(template, item);
    }
}

/// The single clicks that put another type alone in first place.
fn singles(facts: &Facts, leader: usize) -> Vec<String> {
    let mut singles = Vec::new();
    for at in 0..facts.numeric.bits.len() {
        if facts.numeric.weights[at] == 0 {
            continue;
        }
        for bits in facts.sheet.clicks(at, facts.numeric.bits[at]) {
            let first = facts.sheet.score(&facts.numeric.with(at, bits)).alone();
            if let Some(first) = first.filter(|first| *first != leader) {
                let words = format!("{} would put first: {}.", change(at, bits), title(first));
                singles.push(tried("", first, &words));
            }
        }
    }
    singles
}

/// The fewest changes for each other type. Brute force finds the small sets. A larger set comes
/// from the engine, and is only checked to work where no small set does.
fn rivals(all: &mut Section, facts: &Facts, leader: usize) {
    let small = up_to(&facts.sheet, &facts.numeric, TRIED);
    let table = ChangeTable::of(quiz(), facts.answers);
    let mut lines = Vec::new();
    for (at, small) in small.into_iter().enumerate().filter(|(at, _)| *at != leader) {
        let Some(set) = small.or_else(|| larger(facts, &table, at)) else {
            let words = format!("{}: no answers do it at your weights.", title(at));
            lines.push(("type out of reach", format!("{{data-then={}}} {words}", id(at))));
            continue;
        };
        let each: Vec<String> = set.iter().map(|(at, bits)| change(*at, *bits)).collect();
        let (template, count) = match set.len() {
            1 => ("another type by one change", "one answer".to_owned()),
            count => ("another type by several changes", format!("{count} answers")),
        };
        let words = format!("{}: {count}. {}.", title(at), list(&each));
        lines.push((template, tried(&format!("data-changes={} ", set.len()), at, &words)));
    }
    let more = lines.len().saturating_sub(4);
    for (at, (template, line)) in lines.into_iter().enumerate() {
        if at == 4 {
            all.say("how many more", format!("Show {more} more"));
        }
        all.say(template, line);
    }
}

/// The engine's set of more than [`TRIED`] changes, once it is checked.
fn larger(facts: &Facts, table: &ChangeTable, goal: usize) -> Option<Set> {
    let counterfactual = Counterfactual::fewest(table, device_type(goal))?;
    let set: Set = counterfactual
        .changes
        .iter()
        .map(|at| (at.question.index(), to_bits(at.selection)))
        .collect();
    assert!(set.len() > TRIED, "brute force found no set of this size");
    let mut then = facts.numeric.clone();
    for (at, bits) in &set {
        let is_click = facts.sheet.clicks(*at, facts.numeric.bits[*at]).contains(bits);
        assert!(
            is_click && facts.numeric.weights[*at] > 0,
            "every change is one click on a question that counts"
        );
        then.bits[*at] = *bits;
    }
    assert_eq!(facts.sheet.score(&then).alone(), Some(goal), "the set puts the type first");
    Some(set)
}

/// The pivotal ratings, with their grades.
fn pivotal_ratings(facts: &Facts) -> Vec<String> {
    let all = pivotal_rating::plain(quiz(), facts.answers).into_iter().map(|at| {
        let (on, of) = (usize::from(at.criterion.0), at.device_type.index());
        let grade = match quiz().device_types[of].ratings[on].grade.id() {
            "consensus" => "consensus",
            "estimate" => "our estimate",
            "disputed" => "sources disagree",
            other => panic!("a rating of grade `{other}` is certain"),
        };
        let now = phrase(on, facts.sheet.ratings[of][on]);
        let then = phrase(on, at.rating.value().into());
        let (name, slug) = (criterion(on), &quiz().criteria[on].id);
        format!(
            "{{data-hinge={}/{slug}}} {} on “{name}”: we have “{now}” ({grade}). Were it “{then}”, \
             this would come first: {}. Why we have that‹#/method/{slug}›",
            id(of),
            column(of),
            title(at.leader.index()),
        )
    });
    all.collect()
}

/// The offer of a pair, if there is one.
pub(super) fn two(facts: &Facts) -> Option<Section> {
    let Pair { device_types, contexts, gain, context_count } =
        pair::recommended(quiz(), facts.answers)?;
    let mut two = Section::new("result-pair");
    two.fixed("Two pairs instead of one");
    two.fixed("Your places ask for different things. Two sets would serve them better.");
    let (one, other) = (device_types.0.index(), device_types.1.index());
    let mut data = format!("{{data-gain={gain} data-pair={} {}}} ", id(one), id(other));
    for (at, contexts) in [(one, contexts.0), (other, contexts.1)] {
        let name = |at: &QuestionId| asked(at.index()).to_owned();
        let names: Vec<String> = contexts.iter().map(name).collect();
        two.say(
            "contexts of one type of the pair",
            format!("{data}{}: {}.", title(at), list(&names)),
        );
        data.clear();
    }
    let floor = quiz().thresholds.pair_gain;
    two.say(
        "gain of the pair",
        format!(
            "Over your {context_count} places that adds {gain} points to what the best single type \
             gives them. We name two from a gain of {floor} points for each place.",
        ),
    );
    two.fixed("Both can be had one price band below yours, so that one budget may cover two.");
    Some(two)
}
