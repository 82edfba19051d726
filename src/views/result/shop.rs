//! What a shop needs: words to search, specs, price, a try-on test, regrets, one sentence to say.

use leptos::prelude::*;

use super::lead::Lead;
use crate::components::fold::Fold;
use crate::components::icon::GradeIcon;
use crate::components::reactive::{flag, string};
use crate::components::signpost::SignpostWords;
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::device_type::{DeviceTypeShop, Prices};
use crate::model::{DeviceTypeId, Signpost};
use crate::route::Route;
use crate::state::Session;
use crate::state::result::shop::{ShopList, called_signposts};

/// The shop list of a type, fitted to the answers.
#[component]
pub fn ShopFold(lead: Lead) -> impl IntoView {
    let session = Session::get();
    let leader = lead.leader;
    let (details, answers) = (session.details(), session.answers());
    let list = Memo::new(move |_| ShopList::of(details, &answers.read(), leader.get()));
    let of = move || &details.device_type(leader.get()).shop;
    let regrets = move || of().regrets.iter().map(String::as_str).collect::<Vec<_>>();
    let say = string(move || say(of(), &list.read().say));
    let figure = string(move || format!("price, words, {} checks", list.read().tests.len()));
    view! {
        <Fold view="result" anchor="shop" title="Take it to the shop" figure is_wide=true>
            <div class="halves">
                <div>
                    <Sheet leader list />
                    <h4>"One sentence for the assistant"</h4>
                    <blockquote class="take"><Text words=say /></blockquote>
                    <h4>"What buyers regret"</h4>
                    <ul class="rows">
                        <For each=regrets key=|regret| *regret let:regret>
                            <li>{regret}</li>
                        </For>
                    </ul>
                </div>
                <div>
                    <h4>"Ten minutes with them on"</h4>
                    <For each=move || list.get().notes key=|note| *note let:note>
                        <p>{note}</p>
                    </For>
                    <ul class="ticks">
                        <For each=move || list.get().tests key=|test| *test let:test>
                            <Test test />
                        </For>
                    </ul>
                    <ShortlistLink leader />
                    <Outside />
                </div>
            </div>
        </Fold>
    }
}

/// The way to a shortlist with the type of the leader chosen.
#[component]
fn ShortlistLink(leader: Memo<DeviceTypeId>) -> impl IntoView {
    let quiz = Session::get().quiz();
    let href =
        string(move || Route::Shortlist(Some(quiz.device_type(leader.get()).id.clone())).href());
    view! {
        <p class="screen">
            "Do you have models in mind? " <a href=href>"Start a shortlist with this type"</a>
        </p>
    }
}

/// What to search and to filter by, the price to expect, and what else to buy.
#[component]
fn Sheet(leader: Memo<DeviceTypeId>, list: Memo<ShopList>) -> impl IntoView {
    let (quiz, details) = (Session::get().quiz(), Session::get().details());
    let of = move || &details.device_type(leader.get()).shop;
    let tiers = string(move || prices(&quiz.device_type(leader.get()).prices));
    let search = string(move || of().search.join(", "));
    let filters = string(move || list.read().filters.join(" · "));
    let extras = string(move || of().extras.join(" · "));
    view! {
        <dl class="sheet">
            <Entry name="Search for" text=search />
            <Entry name="Filter by" text=filters />
            <div>
                <dt>"Price to expect"</dt>
                <dd>
                    <Text words=tiers /> " " <span class="source">
                        <GradeIcon grade=details.shop.price_grade />
                        <span>{details.shop.price_label.as_str()}</span>
                    </span>
                </dd>
            </div>
            <Entry name="Also buy" text=extras />
        </dl>
    }
}

/// A line of the sheet; nothing without a text.
#[component]
fn Entry(name: &'static str, text: Signal<String>) -> impl IntoView {
    view! {
        <When condition=flag(move || !text.read().is_empty())>
            <div>
                <dt>{name}</dt>
                <dd><Text words=text /></dd>
            </div>
        </When>
    }
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
            parts.push(format!("{name} ${from}–{to}"));
        }
    }
    parts.extend(prices.extra.as_ref().map(|extra| format!("and {extra}")));
    parts.join(", ")
}

/// A step of the try-on test, to tick.
#[component]
fn Test(test: &'static str) -> impl IntoView {
    view! {
        <li>
            <label class="tick">
                <input type="checkbox" />
                <span>{test}</span>
            </label>
        </li>
    }
}

/// "I want wired in-ear monitors that stay in when I move, with a cable I can replace."
fn say(shop: &DeviceTypeShop, parts: &[&str]) -> String {
    let mut sentence = shop.say.trim_end_matches('.').to_owned();
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

/// The signposts that the answers call for, under a heading.
#[component]
fn Outside() -> impl IntoView {
    let session = Session::get();
    view! {
        <When condition=flag(move || !called(session, false).is_empty())>
            <h4>"Outside these types"</h4>
            <SignpostList refused=false />
        </When>
    }
}

/// The signposts that the answers call for, or nothing; `refused` says that both families are.
#[component]
pub fn SignpostList(refused: bool) -> impl IntoView {
    let session = Session::get();
    view! {
        <When condition=flag(move || !called(session, refused).is_empty())>
            <ul class="rows">
                <For each=move || called(session, refused) key=|post| post.id.as_str() let:post>
                    <li data-signpost=post.id.as_str()>
                        <SignpostWords post />
                    </li>
                </For>
            </ul>
        </When>
    }
}

/// The signposts that the answers call for; tracked.
fn called(session: Session, refused: bool) -> Vec<&'static Signpost> {
    called_signposts(session.details(), &session.answers().read(), refused)
}
