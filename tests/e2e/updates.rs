//! A changed answer changes what depends on it and nothing else: nodes that say the same as before are
//! the same nodes, and what was opened or ticked stays so.

use serde_json::{Value, json};

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// The most nodes that an answer in the quiz may change: attributes, text, and nodes that come or go.
const MOST_NODES: usize = 10;

/// Counts the nodes that change in the live view from now on; `changed()` gives the number.
const COUNT: &str = "
    const nodes = new Set();
    new MutationObserver((records) => {
        for (const { type, target, addedNodes, removedNodes } of records) {
            const all = [...addedNodes, ...removedNodes];
            // A text is set as all that is in its element, which is one change.
            const isText = all.every((node) => node.nodeType === Node.TEXT_NODE);
            if (type !== 'childList' || isText) nodes.add(target);
            else all.forEach((node) => nodes.add(node));
        }
    }).observe(document.getElementById('live'), {
        subtree: true, childList: true, attributes: true, characterData: true,
    });
    window.changed = () => nodes.size;";

#[test]
fn answer_in_the_quiz_changes_few_nodes() {
    visit("#/quiz/scene", |page| {
        // The list of answers so far comes with the first.
        page.select("scene-flight", "often");
        page.until_chosen("scene-flight", &["often"]);
        for question in content::questions() {
            let route = format!("#/quiz/{}", question.id);
            page.go(&route);
            page.until_shown(&route);
            page.eval::<()>(COUNT, json!([]));
            let option = &question.options[0].id;
            page.select(&question.id, option);
            page.until_chosen(&question.id, &[option]);
            page.until("the answer has an effect", "window.changed() > 0");
            let changed: usize = page.eval("return window.changed()", json!([]));
            assert!(changed <= MOST_NODES, "{}: {changed} nodes", question.id);
        }
    });
}

/// Remembers the elements of the result with their HTML. `remade()` gives those that were replaced by
/// others with the same HTML.
const REMEMBER: &str = "
    const elements = () => [...document.querySelectorAll('#live :is(section, li, p, tr, details, dl, h2, h3)')];
    const before = elements().map((node) => [node, node.outerHTML, node.parentNode]);
    const isIn = (parent, html) => [...parent.children].some((node) => node.outerHTML === html);
    window.remade = () => before
        .filter(([node, html, parent]) =>
            !node.isConnected && parent.isConnected && isIn(parent, html))
        .map(([, html]) => html.slice(0, 200));
    // A section may go, but not be replaced by another with the same heading.
    const sections = [...document.querySelectorAll('#live :is(section, details)[aria-labelledby]')];
    window.hasSections = () => sections.every((section) => {
        const heading = section.getAttribute('aria-labelledby');
        const now = document.querySelector(`#live [aria-labelledby='${heading}']`);
        return !now || now === section;
    });";

/// Opens and ticks what can be opened and ticked on the result.
const OPEN: &str = "
    document.querySelectorAll('#live details').forEach((details) => { details.open = true; });
    document.querySelectorAll('#live .ticks input').forEach((tick) => tick.click());
    window.opened = [...document.querySelectorAll('#live section details')]
        .map((details) => [details, details.parentNode, words(details.querySelector('summary'))]);
    window.ticks = [...document.querySelectorAll('#live .ticks input')];
    return [opened.length, ticks.length];";

#[track_caller]
fn leaves_the_rest_alone(page: &Page, what: &str) {
    let remade: Vec<String> = page.eval("return window.remade()", json!([]));
    assert!(remade.is_empty(), "{what} remade {} nodes: {remade:#?}", remade.len());
    let sections: bool = page.eval("return window.hasSections()", json!([]));
    assert!(sections, "{what} remade a section");
    let state = "
        const other = (details, parent, name) => parent.isConnected && [...parent.children].some(
            (at) => at !== details && at.matches('details') && words(at.firstChild) === name);
        return [opened.every(([details, parent, name]) =>
            details.isConnected ? details.open : !other(details, parent, name)),
        ticks.filter((at) => at.isConnected).length, ticks.every((at) => !at.isConnected || at.checked)]";
    let (opened, ticks, ticked): (bool, usize, bool) = page.eval(state, json!([]));
    assert!(opened, "{what} closed something");
    assert!(ticks > 0 && ticked, "{what} cleared ticks");
}

#[test]
fn change_on_the_result_leaves_the_rest_in_place() {
    for name in ["02-commuter", "36-places-double"] {
        visit("#/result", |page| {
            page.come_back_with(&Persona::named(name).document());
            page.edit("hours");
            let (details, ticks): (usize, usize) = page.eval(OPEN, json!([]));
            assert!(details >= 3 && ticks >= 3, "{details} details, {ticks} ticks");
            for (control, value) in
                [("importance-hours", "2"), ("importance-hours", "1"), ("hours", "under-1")]
            {
                page.eval::<()>(REMEMBER, json!([]));
                let before = page.reading();
                page.select(control, value);
                page.until_other_than(&before);
                let what = format!("{control} = {value} for {name}");
                leaves_the_rest_alone(page, &what);
            }
        });
    }
}

#[test]
fn own_rating_on_the_result_leaves_the_rest_in_place() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("28-light-traveller").document());
        let disagree = "[aria-labelledby=result-why] .reasons button";
        page.click_named(disagree, "Not so for you?");
        page.until("the picker is open", "all('#own-editor input').length > 0");
        page.eval::<Value>(OPEN, json!([]));
        page.eval::<()>(REMEMBER, json!([]));
        let name = page.attribute("#own-editor input", "name").unwrap();
        page.select(&name, "1");
        page.until_chosen(&name, &["1"]);
        page.until("the label is there", "all('#live .yours').length > 0");
        leaves_the_rest_alone(page, "an own rating");
        assert!(page.eval::<bool>("return all('#own-editor input').length > 0", json!([])));
    });
}
