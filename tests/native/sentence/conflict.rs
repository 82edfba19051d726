//! The sections for a conflict: the answers that cause it, the relaxations, and the signposts.

use headphones_or_iems::model::Answer;

use super::Section;
use super::facts::Facts;
use super::head::shorts;
use super::words::{asked, list, question, short, title};
use crate::engine::plain::{device_type, has};
use crate::engine::relaxation;
use crate::support::{content, quiz};

/// The answers that exclude types.
pub(super) fn exclusions(facts: &Facts) -> Section {
    let mut all = Section::new("Which answers do it");
    all.fixed("Which answers do it");
    for at in facts.counted() {
        for (index, option) in quiz().questions[at].options.iter().enumerate() {
            let out: Vec<&str> = (0..quiz().device_types.len())
                .filter(|type_at| option.excludes.has(device_type(*type_at)))
                .map(short)
                .collect();
            if has(facts.numeric.bits[at], index) && !out.is_empty() {
                let (asked, chosen, out) = (asked(at), &option.short, out.join(", "));
                let href = format!("#/quiz/{}", quiz().questions[at].id);
                let text = format!("{asked}: {chosen} rules out {out}. Change‹{href}›");
                all.say("exclusions of an answer", text);
            }
        }
    }
    all
}

/// The relaxations, each with the types that it lets remain.
pub(super) fn ways_out(facts: &Facts) -> Section {
    let mut all = Section::new("way-out-title");
    all.fixed("Skip, and you have an answer");
    let sets = relaxation::plain(&facts.sheet, &facts.numeric);
    let mut entries: Vec<_> = sets.into_iter().map(|set| entry(facts, set)).collect();
    entries.sort_by_key(|entry| entry.0);
    for (_, template, text) in entries {
        let (words, button) = text.split_once('\n').expect("a sentence and its button");
        all.say(template, words);
        all.say("button of a relaxation", button);
    }
    all
}

/// The sort key, template and text of a relaxation. The key is the number of skipped questions,
/// then the first type that remains.
fn entry(facts: &Facts, set: u32) -> ((usize, usize), &'static str, String) {
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
        (None, _) => "relaxation without a leader",
        (_, 1) => "relaxation to one type",
        _ => "relaxation to a leader",
    };
    let slugs: Vec<&str> = skip.iter().map(|at| quiz().questions[*at].id.as_str()).collect();
    let text = format!(
        "{{data-skip={}}} Skip {names}: {} remain. {leads}\n[Skip and see that result: {names}]",
        slugs.join(" "),
        shorts(&then.remaining),
    );
    let first = then.remaining.iter().copied().min().expect("a relaxation lets a type remain");
    ((skip.len(), first), template, text)
}

/// The signposts that apply to the answers. The browser copies their texts from the static page, so
/// only their ids are rendered here.
pub(super) fn signposts(facts: &Facts, is_refused: bool) -> Vec<String> {
    let holds = |post: &&headphones_or_iems::model::Signpost| {
        let mut when = post.when.iter();
        (is_refused && post.if_both_refused)
            || when.any(|at| has(facts.numeric.bits[at.question.index()], at.option.0.into()))
    };
    let applying = content().signposts.iter().filter(holds);
    applying.map(|post| format!("{{data-signpost={}}}", post.id)).collect()
}

/// The signposts for a conflict, which include those for visitors who refuse both families.
pub(super) fn outside(facts: &Facts) -> Section {
    let mut all = Section::new("Outside the seven types");
    all.fixed("Outside the seven types");
    for post in signposts(facts, true) {
        all.say("signpost", post);
    }
    all
}
