//! What a shop needs: words to search, specs, price, a try-on test, regrets, one sentence to say.

use leptos::prelude::*;

use crate::components::evidence::signpost_id;
use crate::components::icon::grade_icon;
use crate::components::list::joined;
use crate::components::section::section;
use crate::markup::{El, Markup, el, inside_of};
use crate::model::device_type::Prices;
use crate::model::{Answers, DeviceType, DeviceTypeId, Shop, ShopAdvice, Signpost};
use crate::nodes;
use crate::state::Session;

/// The shop list of a type, fitted to the answers.
pub fn shop(session: Session, leader: DeviceTypeId) -> Markup {
    let content = session.content();
    let answers = session.answers().read();
    let device_type = content.quiz.device_type(leader);
    let fitting = lines(&content.shop.filters, leader, &answers);
    let tests = lines(&content.shop.tests, leader, &answers);
    let notes = lines(&content.shop.notes, leader, &answers);
    let sentence = say(device_type, &lines(&content.shop.say, leader, &answers));
    let sheet = el("dl")
        .class("sheet")
        .with(entry("Search for", joined(&device_type.shop.search, ", ")))
        .with(entry("Filter by", filters(device_type, &fitting)))
        .with(price(&content.shop, device_type))
        .with(entry("Also buy", joined(&device_type.shop.extras, " · ")));
    let regrets = device_type.shop.regrets.iter().map(|text| el("li").with(text));
    let body = nodes![
        sheet,
        el("h3").with("Ten minutes with them on"),
        Markup::all(notes.into_iter().map(|note| el("p").with(note))),
        el("ul").class("ticks").with_all(tests.into_iter().map(test)),
        el("h3").with("What buyers regret"),
        el("ul").class("rows").with_all(regrets),
        el("h3").with("One sentence for the assistant"),
        el("blockquote").class("take").with(sentence),
        posts(&content.signposts, &answers),
    ];
    section("result", "shop", "Take this to the shop", body)
}

/// The lines of advice that are for a type under these answers.
fn lines(
    parts: &'static [ShopAdvice],
    device_type: DeviceTypeId,
    answers: &Answers,
) -> Vec<&'static str> {
    let fitting = parts.iter().filter(|part| part.applies(device_type, answers));
    fitting.map(|part| part.text.as_str()).collect()
}

/// The type's own filters, then those that fit the answers, each once.
fn filters(device_type: &'static DeviceType, fitting: &[&'static str]) -> String {
    let mut filters: Vec<&str> = Vec::new();
    for filter in device_type.shop.filter.iter().map(String::as_str).chain(fitting.iter().copied())
    {
        if !filters.contains(&filter) {
            filters.push(filter);
        }
    }
    joined(&filters, " · ")
}

fn entry(name: &'static str, text: String) -> Option<El> {
    (!text.is_empty()).then(|| pair(name, el("dd").with(text)))
}

fn pair(name: &'static str, description: El) -> El {
    el("div").with(el("dt").with(name)).with(description)
}

fn price(shop: &'static Shop, device_type: &DeviceType) -> El {
    let label = el("span")
        .class("source")
        .with(grade_icon(shop.price_grade.id()))
        .with(el("span").with(&shop.price_label));
    pair("Price to expect", el("dd").with(prices(&device_type.prices)).with(" ").with(label))
}

/// "entry $60–130, middle $150–250, high $300–450".
fn prices(prices: &Prices) -> String {
    let tiers = [
        ("entry", Some(prices.entry)),
        ("middle", Some(prices.mid)),
        ("high", Some(prices.high)),
        ("flagship", prices.flagship),
    ];
    let mut parts: Vec<String> = Vec::new();
    for (name, range) in tiers {
        if let Some((from, to)) = range {
            let (from, to) = (i32::from(from), i32::from(to));
            parts.push(format!("{name} ${from}–{to}"));
        }
    }
    parts.extend(prices.extra.as_ref().map(|extra| format!("and {extra}")));
    joined(&parts, ", ")
}

fn test(text: &'static str) -> El {
    let tick = el("input").attr("type", "checkbox");
    el("li").with(el("label").class("tick").with(tick).with(el("span").with(text)))
}

/// "I want wired in-ear monitors that stay in when I move, with a cable I can replace."
fn say(device_type: &DeviceType, parts: &[&str]) -> String {
    let mut sentence = device_type.shop.say.trim_end_matches('.').to_owned();
    for (at, part) in parts.iter().enumerate() {
        let joint = match at {
            0 => " ",
            at if at + 1 == parts.len() => ", and ",
            _ => ", ",
        };
        sentence.push_str(joint);
        sentence.push_str(part);
    }
    format!("“{sentence}.”")
}

/// Signposts that the answers call for.
fn posts(signposts: &'static [Signpost], answers: &Answers) -> Markup {
    let called = called(signposts, answers, false);
    if called.is_empty() {
        return Markup::nothing();
    }
    nodes![el("h3").with("Outside the seven types"), el("ul").class("rows").with(called)]
}

/// A line for each signpost that the answers call for; `refused` says that both families are.
pub fn called(signposts: &'static [Signpost], answers: &Answers, refused: bool) -> Vec<Markup> {
    let mut called = Vec::new();
    for post in signposts.iter().filter(|post| post.applies(answers, refused)) {
        let line = el("li")
            .attr("data-signpost", post.id.as_str())
            .with(inside_of(format!("#{}", signpost_id(&post.id)), "-result"));
        called.push(line.into());
    }
    called
}
