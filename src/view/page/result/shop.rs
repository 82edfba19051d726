//! What a shop needs: words to search, specs, price, a try-on test, regrets, one sentence to say.

use leptos::prelude::*;

use crate::model::gear::{PriceRange, Prices};
use crate::model::{Answers, Family, Gear, GearId, ShopPart, Signpost, Verdict};
use crate::state::Session;
use crate::view::part::mark::GradeMark;
use crate::view::part::section::Section;

/// The shop list of a type, fitted to the answers.
pub fn shop(session: Session, _verdict: &Verdict, leader: GearId) -> impl IntoView + use<> {
    let content = session.content();
    let answers = session.answers().get();
    let gear = content.quiz.gear(leader);
    let fits = |parts: &'static [ShopPart]| lines(parts, leader, &answers);
    let mut filters: Vec<&str> = gear.shop.filter.iter().map(String::as_str).collect();
    filters.extend(fits(&content.shop.filters));
    let tests = fits(&content.shop.tests);
    let sentence = say(gear, &fits(&content.shop.say));
    view! {
        <Section view="result" place="shop" title="Take this to the shop">
            <dl class="sheet">
                {entry("Search for", gear.shop.search.join(", "))}
                {entry("Filter by", filters.join(" · "))}
                <div>
                    <dt>"Price to expect"</dt>
                    <dd>
                        {prices(&gear.prices)} " "
                        <span class="source">
                            <GradeMark grade="estimate" />
                            <span>"our estimate, US dollars, 2026"</span>
                        </span>
                    </dd>
                </div>
                {entry("Also buy", gear.shop.extras.join(" · "))}
            </dl>
            <h3>"Ten minutes with them on"</h3>
            {returns(gear.family)}
            <ul class="ticks">{tests.into_iter().map(test).collect_view()}</ul>
            <h3>"What buyers regret"</h3>
            <ul class="rows">{gear.shop.regrets.iter().map(|text| view! { <li>{text.as_str()}</li> }).collect_view()}</ul>
            <h3>"One sentence for the assistant"</h3>
            <blockquote class="take">{sentence}</blockquote>
            {posts(&content.signposts, &answers)}
        </Section>
    }
}

/// The lines of advice that are for a type under these answers.
fn lines(parts: &'static [ShopPart], gear: GearId, answers: &Answers) -> Vec<&'static str> {
    let fitting = parts.iter().filter(|part| part.applies(gear, answers));
    fitting.map(|part| part.text.as_str()).collect()
}

fn entry(name: &'static str, text: String) -> Option<AnyView> {
    let row = view! {
        <div>
            <dt>{name}</dt>
            <dd>{text.clone()}</dd>
        </div>
    };
    (!text.is_empty()).then(|| row.into_any())
}

fn prices(prices: &Prices) -> String {
    let range = |(from, to): PriceRange| format!("${from}–{to}");
    let tiers = [("entry", Some(prices.entry)), ("middle", Some(prices.mid)), ("high", Some(prices.high)), ("flagship", prices.flagship)];
    let tier = |(name, at): (&str, Option<PriceRange>)| Some(format!("{name} {}", range(at?)));
    let mut parts: Vec<String> = tiers.into_iter().filter_map(tier).collect();
    parts.extend(prices.extra.as_ref().map(|extra| format!("and {extra}")));
    parts.join(", ")
}

fn returns(family: Family) -> Option<AnyView> {
    (family == Family::InEar).then(|| {
        view! { <p>"In-ears can rarely be tried in a shop. Ask about returns before you pay, and do the test at home."</p> }
            .into_any()
    })
}

fn test(text: &'static str) -> impl IntoView {
    view! {
        <li>
            <label class="tick">
                <input type="checkbox" />
                <span>{text}</span>
            </label>
        </li>
    }
}

/// "I want wired in-ear monitors that stay in when I move, with a cable I can replace."
fn say(gear: &Gear, parts: &[&str]) -> String {
    let mut sentence = gear.shop.say.trim_end_matches('.').to_owned();
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
fn posts(signposts: &'static [Signpost], answers: &Answers) -> Option<AnyView> {
    let item = |post: &'static Signpost| {
        view! {
            <li data-signpost=post.id.as_str()>
                <b>{post.name.as_str()}</b>
                ". "
                <span class="muted">{post.text.as_str()}</span>
            </li>
        }
    };
    let called: Vec<_> = signposts.iter().filter(|post| post.applies(answers, false)).collect();
    (!called.is_empty()).then(|| {
        view! {
            <h3>"Outside the seven types"</h3>
            <ul class="rows">{called.into_iter().map(item).collect_view()}</ul>
        }
        .into_any()
    })
}
