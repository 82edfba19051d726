//! A conflict: which answers do it, and the ways out; and what lies outside the seven types.

use headphones_or_iems::model::Answer;

use super::Section;
use super::facts::Facts;
use super::head::shorts;
use super::words::{asked, list, question, short, title};
use crate::engine::plain::{device_type, has};
use crate::engine::relaxation;
use crate::support::{content, quiz};

/// Each answer that rules types out.
pub(super) fn exclusions(facts: &Facts) -> Section {
    let mut all = Section::new("Which answers do it");
    all.fixed("Which answers do it");
    for at in facts.counted() {
        for (tick, option) in quiz().questions[at].options.iter().enumerate() {
            let out: Vec<&str> = (0..quiz().device_types.len())
                .filter(|type_at| option.excludes.has(device_type(*type_at)))
                .map(short)
                .collect();
            if has(facts.numeric.bits[at], tick) && !out.is_empty() {
                let (asked, chosen, out) = (asked(at), &option.short, out.join(", "));
                let href = format!("#/quiz/{}", quiz().questions[at].id);
                let text = format!("{asked}: {chosen} rules out {out}. Change‹{href}›");
                all.say("what an answer rules out", text);
            }
        }
    }
    all
}

/// The smallest sets of answers to skip, with what each leaves.
pub(super) fn ways_out(facts: &Facts) -> Section {
    let mut all = Section::new("way-out-title");
    all.fixed("Skip, and you have an answer");
    let sets = relaxation::plain(&facts.sheet, &facts.numeric);
    let mut ways: Vec<_> = sets.into_iter().map(|set| way(facts, set)).collect();
    ways.sort_by_key(|way| way.0);
    for (_, template, text) in ways {
        let (words, button) = text.split_once('\n').expect("a sentence and its button");
        all.say(template, words);
        all.say("button of a way out", button);
    }
    all
}

/// A way out with what it is sorted by: its size, then the first type that it frees.
fn way(facts: &Facts, set: u32) -> ((usize, usize), &'static str, String) {
    let skip: Vec<usize> = (0..facts.numeric.bits.len()).filter(|at| has(set, *at)).collect();
    let mut answers = facts.answers.clone();
    for at in &skip {
        answers.set(question(*at), Answer::Skipped(answers.get(question(*at)).selection()));
    }
    let then = Facts::of(&answers);
    let names: Vec<String> = skip.iter().map(|at| format!("“{}”", asked(*at))).collect();
    let names = list(&names);
    let leads = match then.leader {
        Some(leader) => format!("{} would lead.", title(leader)),
        None => "Nothing separates them yet.".to_owned(),
    };
    let template = match (then.leader, then.remaining.len()) {
        (None, _) => "way out to nothing yet",
        (_, 1) => "way out to one type",
        _ => "way out to a leader",
    };
    let slugs: Vec<&str> = skip.iter().map(|at| quiz().questions[*at].id.as_str()).collect();
    let text = format!(
        "{{data-skip={}}} Skip {names}: {} remain. {leads}\n[Skip and see that result: {names}]",
        slugs.join(" "),
        shorts(&then.remaining),
    );
    let first = then.remaining.iter().copied().min().expect("a way out frees a type");
    ((skip.len(), first), template, text)
}

/// The signposts that the answers call for; their words stand elsewhere in the page.
pub(super) fn signposts(facts: &Facts, is_refused: bool) -> Vec<String> {
    let holds = |post: &&headphones_or_iems::model::Signpost| {
        let mut when = post.when.iter();
        (is_refused && post.refuge)
            || when.any(|at| has(facts.numeric.bits[at.question.index()], at.option.0.into()))
    };
    let called = content().signposts.iter().filter(holds);
    called.map(|post| format!("{{data-signpost={}}}", post.id)).collect()
}

/// What lies outside, in a conflict.
pub(super) fn outside(facts: &Facts) -> Section {
    let mut all = Section::new("Outside the seven types");
    all.fixed("Outside the seven types");
    for post in signposts(facts, true) {
        all.say("signpost", post);
    }
    all
}
