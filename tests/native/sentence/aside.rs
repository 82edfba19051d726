//! The sections beside and after the result: shop, answers, own ratings, sharing, earlier results.

use headphones_or_iems::model::device_type::Prices;
use headphones_or_iems::model::{Answer, Family, Kind, ShopAdvice};

use super::Section;
use super::conflict::signposts;
use super::facts::Facts;
use super::words::{
    asked, chosen, column, criterion, given, id, of_topic, phrase, question, weight,
};
use crate::engine::plain::{device_type, has};
use crate::support::{content, quiz};

/// The advice in `parts` that applies to a type and to the answers.
fn fitting(facts: &Facts, parts: &'static [ShopAdvice], leader: usize) -> Vec<&'static str> {
    let holds = |part: &&ShopAdvice| {
        let mut when = part.when.iter();
        let applies = part.when.is_empty()
            || when.any(|at| has(facts.numeric.bits[at.question.index()], at.option.0.into()));
        part.device_types.has(device_type(leader)) && applies
    };
    parts.iter().filter(holds).map(|part| part.text.as_str()).collect()
}

/// The section "Take this to the shop".
pub(super) fn shop(facts: &Facts, leader: usize) -> Section {
    let mut all = Section::new("result-shop");
    let (about, advice) = (&quiz().device_types[leader], &content().shop);
    all.fixed("Take this to the shop");
    search(&mut all, facts, leader);
    all.fixed("Ten minutes with them on");
    if about.family == Family::InEar {
        all.fixed(
            "In-ears can rarely be tried in a shop. Ask about returns before you pay, and do the \
             test at home.",
        );
    }
    for test in fitting(facts, &advice.tests, leader) {
        all.say("test", test);
    }
    all.fixed("What buyers regret");
    for regret in &about.shop.regrets {
        all.say("regret", &**regret);
    }
    all.fixed("One sentence for the assistant");
    all.say(
        "sentence for the assistant",
        say(&about.shop.say, &fitting(facts, &advice.say, leader)),
    );
    let posts = signposts(facts, false);
    if !posts.is_empty() {
        all.fixed("Outside the seven types");
    }
    for post in posts {
        all.say("signpost", post);
    }
    all
}

/// Adds the search words, filters, price and extras for a type.
fn search(all: &mut Section, facts: &Facts, leader: usize) {
    let about = &quiz().device_types[leader];
    let mut filters: Vec<&str> = about.shop.filter.iter().map(String::as_str).collect();
    for filter in fitting(facts, &content().shop.filters, leader) {
        if !filters.contains(&filter) {
            filters.push(filter);
        }
    }
    let price = format!("{} our estimate, US dollars, 2026", prices(&about.prices));
    let entries = [
        ("Search for", "search words", about.shop.search.join(", ")),
        ("Filter by", "filters", filters.join(" · ")),
        ("Price to expect", "price", price),
        ("Also buy", "extras", about.shop.extras.join(" · ")),
    ];
    for (name, template, text) in entries.into_iter().filter(|entry| !entry.2.is_empty()) {
        all.fixed(name);
        all.say(template, text);
    }
}

/// The price tiers: "entry $20–50, middle $50–150, high $150–400".
fn prices(prices: &Prices) -> String {
    let range = |name: &str, (from, to): (u16, u16)| format!("{name} ${from}–{to}");
    let mut all =
        vec![range("entry", prices.entry), range("middle", prices.mid), range("high", prices.high)];
    all.extend(prices.flagship.map(|flagship| range("flagship", flagship)));
    all.extend(prices.extra.as_ref().map(|extra| format!("and {extra}")));
    all.join(", ")
}

/// The sentence for the shop assistant: its fixed start, and the parts that apply.
fn say(start: &str, parts: &[&str]) -> String {
    let start = start.trim_end_matches('.');
    match parts {
        [] => format!("“{start}.”"),
        [one] => format!("“{start} {one}.”"),
        [first @ .., last] => format!("“{start} {}, and {last}.”", first.join(", ")),
    }
}

/// The answers, each with its weight unless that is 1.
pub(super) fn answers(facts: &Facts) -> Section {
    let mut all = Section::new("result-answers");
    all.fixed("Your answers");
    all.fixed("Your answers");
    for (topic, about) in quiz().topics.iter().enumerate() {
        all.say("name of an answer", &*about.short);
        let words = in_words(facts, topic);
        match weight(facts.answers, topic) {
            0 => all.say("answer ignored", format!("{words} (ignored)")),
            1 => all.say("answer", words),
            weight => all.say("answer with another weight", format!("{words} (× {weight})")),
        }
        all.say("change an answer", format!("[Change: {}]", about.short));
    }
    all.fixed("[Print]");
    all.fixed("[Start again]");
    all.fixed(
        "This clears every answer, weight and view of your own. A finished result is kept under \
         “Earlier results”, where you can remove it.",
    );
    all.fixed("[Remove my answers][Keep them]");
    all
}

/// The answers to a topic in words. The contexts are listed where the visitor listens.
fn in_words(facts: &Facts, topic: usize) -> String {
    let is_given = of_topic(topic).any(|at| given(facts.answers, at) != 0);
    let is_skipped = |at| matches!(facts.answers.get(question(at)), Answer::Skipped(_));
    if !is_given {
        let is_skipped = of_topic(topic).any(is_skipped);
        return if is_skipped { "skipped" } else { "not answered" }.to_owned();
    }
    let mut words = Vec::new();
    for at in of_topic(topic) {
        let bits = given(facts.answers, at);
        match quiz().questions[at].kind {
            Kind::Context if bits > 1 => words.push(asked(at).to_owned()),
            Kind::One | Kind::Many if bits > 0 => words.push(chosen(at, bits)),
            _ => {}
        }
    }
    if words.is_empty() { "nowhere in particular".to_owned() } else { words.join(", ") }
}

/// The visitor's own ratings.
pub(super) fn own(facts: &Facts) -> Section {
    let mut all = Section::new("result-own");
    all.fixed("Your own view");
    if facts.answers.own_ratings().is_empty() {
        all.fixed(
            "If a type is better or worse for you than we have it, say so here or in the \
             table‹#/guide/compare›. The result follows.",
        );
    }
    for own in facts.answers.own_ratings().iter() {
        let (of, on) = (own.device_type.index(), usize::from(own.criterion.0));
        let ours = quiz().device_types[of].ratings[on].rating.value();
        let (mine, ours) = (phrase(on, own.rating.value().into()), phrase(on, ours.into()));
        let (name, slug) = (criterion(on), &quiz().criteria[on].id);
        let text = format!("{}, {name}: “{mine}”; we have “{ours}”.", column(of));
        let data = format!("{{data-own={}/{slug}}}", id(of));
        all.say("own rating", format!("{data} {text} [Take ours: {name}]"));
    }
    all
}

/// The link to this result.
pub(super) fn share() -> Section {
    let mut all = Section::new("result-share");
    all.fixed("Share this result");
    all.fixed(
        "Whoever opens it sees this result, and keeps their own answers. The answers are in the \
         link itself; no server gets them.",
    );
    all.fixed("[Copy the link]");
    all
}

/// The earlier results, of which there are none without a browser's storage.
pub(super) fn snapshots() -> Section {
    let mut all = Section::new("result-runs");
    all.fixed("Earlier results");
    all.fixed("Kept results appear here, with what changed.");
    all.fixed("[Keep this result]");
    all
}
