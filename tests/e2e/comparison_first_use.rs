//! The comparison stays as prerendered until there is a sign of a visitor, because it is the largest
//! view to mount and nobody should have to wait for it.

use serde_json::json;

use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// Checks that moving between views leaves the prerendered comparison in place, that `reach_it`
/// mounts the live one, and that further use does not mount it again.
fn mounts_once(page: &Page, width: u32, reach_it: impl FnOnce(&Page)) {
    page.resize(width, 800);
    let remember = "window.remembered = document.querySelector('#compare > *')";
    page.eval::<()>(remember, json!([]));
    page.go("#/quiz/calls");
    page.until_shown("#/quiz/calls");
    page.go("#/");
    page.until_shown("#/");
    assert!(
        page.eval::<bool>("return remembered.isConnected", json!([])),
        "mounted before its use"
    );
    reach_it(page);
    page.until("the live comparison is mounted", "!remembered.isConnected");
    page.eval::<()>(remember, json!([]));
    page.select("compare", "tws-anc");
    let is_checked = "document.querySelector('[name=compare][value=tws-anc]').checked";
    page.until("the type is selected", is_checked);
    assert!(page.eval::<bool>("return remembered.isConnected", json!([])), "mounted a second time");
}

#[test]
fn scrolling_mounts_the_comparison() {
    visit("#/", |page| {
        mounts_once(page, 1280, |page| page.eval::<()>("scrollBy(0, 300)", json!([])));
    });
}

#[test]
fn pointer_mounts_the_comparison() {
    visit("#/", |page| {
        mounts_once(page, 1280, |page| {
            let over = "document.querySelector('#compare .opener')
                .dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))";
            page.eval::<()>(over, json!([]));
        });
    });
}

#[test]
fn focus_mounts_the_comparison_and_stays_on_its_control() {
    visit("#/", |page| {
        mounts_once(page, 1280, |page| {
            page.eval::<()>("all('[name=compare]')[2].focus()", json!([]));
            page.until("the comparison is live", "document.querySelector('#compare[data-live]')");
            page.until(
                "the check box has focus",
                "document.activeElement === all('[name=compare]')[2]",
            );
            page.keys(" ");
            page.until("the type is selected", "all('[name=compare]')[2].checked");
            page.keys(" ");
            page.until("it is deselected", "!all('[name=compare]')[2].checked");
        });
    });
}

#[test]
fn mounting_keeps_the_scroll_position() {
    visit("#/", |page| {
        mounts_once(page, 412, |page| {
            let position = "
                const scroll = document.querySelector('#compare .scroll');
                const top = document.querySelector('[data-criterion=rumble] .opener')
                    .getBoundingClientRect().top;
                return [scroll.scrollLeft, Math.round(top)];";
            let scroll = "
                document.querySelector('#compare .scroll').scrollLeft = 150;
                document.querySelector('[data-criterion=rumble] .opener')
                    .scrollIntoView({ block: 'center' });
                const scroll = document.querySelector('#compare .scroll');
                const top = document.querySelector('[data-criterion=rumble] .opener')
                    .getBoundingClientRect().top;
                return [scroll.scrollLeft, Math.round(top)];";
            let before: [i32; 2] = page.eval(scroll, json!([]));
            page.until("the live comparison is mounted", "!remembered.isConnected");
            assert_eq!(page.eval::<[i32; 2]>(position, json!([])), before);
            let opener = "[data-criterion=rumble] .opener";
            page.click(opener);
            page.until("the row is open", "all('.compare-why li').length > 1");
            assert_eq!(page.attribute(opener, "aria-expanded").as_deref(), Some("true"));
            page.click(opener);
            page.until("the row is closed", "all('.compare-why li').length === 0");
        });
    });
}

/// Without the comments that mark places for the renderer, and with attributes in one order.
const HTML: &str = "
    const copy = document.getElementById('compare').cloneNode(true);
    const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
    const found = [];
    while (comments.nextNode()) found.push(comments.currentNode);
    found.forEach((comment) => comment.remove());
    copy.removeAttribute('data-live');
    copy.normalize();
    for (const element of copy.querySelectorAll('*')) {
        const attributes = [...element.attributes].map(({ name, value }) => [name, value]).sort();
        attributes.forEach(([name]) => element.removeAttribute(name));
        attributes.forEach(([name, value]) => element.setAttribute(name, value));
    }
    return copy.innerHTML;";

#[test]
fn live_comparison_has_the_same_html_as_the_prerendered_one() {
    visit("#/", |page| {
        let prerendered: String = page.eval(HTML, json!([]));
        page.until_comparison_is_live();
        assert_eq!(page.eval::<String>(HTML, json!([])), prerendered);
    });
}

#[test]
fn rating_set_on_the_result_shows_in_an_unused_comparison() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        let disagree = "[aria-labelledby=result-why] .reasons:not(.against) button";
        page.click_named(disagree, "Not so for you?");
        let name = page.attribute("[aria-labelledby=result-own] input", "name").unwrap();
        let criterion = name.split('/').nth(1).unwrap();
        page.select(&name, "-2");
        page.until_chosen(&name, &["-2"]);
        page.go("#/");
        page.until_shown("#/");
        let is_marked = format!("all('[data-criterion={criterion}] .yours').length === 1");
        page.until("the own rating is marked", &is_marked);
    });
}
