//! The comparison stays as prerendered until its first use, because it is the largest component to
//! mount and readers should not have to wait for it. The first click or key mounts the live one.

use serde_json::json;

use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// Checks that moving between views leaves the prerendered comparison in place, that `use_it`
/// mounts the live one, and that further use does not mount it again.
fn mounts_once(page: &Page, width: u32, use_it: impl FnOnce(&Page)) {
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
    use_it(page);
    page.until("the live comparison is mounted", "!remembered.isConnected");
    page.eval::<()>(remember, json!([]));
    page.select("compare", "tws-anc");
    let is_checked = "document.querySelector('[name=compare][value=tws-anc]').checked";
    page.until("the type is selected", is_checked);
    assert!(page.eval::<bool>("return remembered.isConnected", json!([])), "mounted a second time");
}

#[test]
fn first_click_mounts_the_comparison_and_takes_effect() {
    visit("#/", |page| {
        mounts_once(page, 1280, |page| {
            page.select("compare", "iem");
            let selected =
                "all('[name=compare]').filter((one) => one.checked).map((one) => one.value)";
            page.until("the type is selected", &format!("{selected}.join() === 'iem'"));
            page.select("compare", "on-ear");
            page.until(
                "two types are compared",
                "all('table.compare .compare-types th').length === 2",
            );
            page.select("compare", "on-ear");
            page.select("compare", "iem");
            page.until(
                "all types are compared",
                "all('table.compare .compare-types th').length === 7",
            );
        });
    });
}

#[test]
fn first_key_mounts_the_comparison_and_keeps_focus() {
    visit("#/", |page| {
        mounts_once(page, 1280, |page| {
            page.eval::<()>("all('[name=compare]')[2].focus()", json!([]));
            page.keys(" ");
            page.until("the type is selected", "all('[name=compare]')[2].checked");
            page.until(
                "the check box has focus",
                "document.activeElement === all('[name=compare]')[2]",
            );
        });
    });
}

#[test]
fn mounting_on_opening_a_row_keeps_the_scroll_position() {
    visit("#/", |page| {
        mounts_once(page, 412, |page| {
            let opener = "[data-criterion=rumble] .opener";
            let position = "
                const scroll = document.querySelector('#compare .scroll');
                const top = document.querySelector('[data-criterion=rumble] .opener')
                    .getBoundingClientRect().top;
                return [scroll.scrollLeft, Math.round(top)];";
            let scroll = "
                document.querySelector('[data-criterion=rumble] .opener')
                    .scrollIntoView({ block: 'center' });
                document.querySelector('#compare .scroll').scrollLeft = 150;";
            page.eval::<()>(scroll, json!([]));
            page.eval::<()>("return new Promise((done) => setTimeout(done, 300))", json!([]));
            let before: [i32; 2] = page.eval(position, json!([]));
            assert_eq!(before[0], 150);
            // A click through the driver would scroll the row first.
            let click = format!("document.querySelector('{opener}').click()");
            page.eval::<()>(&click, json!([]));
            page.until("the row is open", "all('.compare-why li').length === 7");
            assert_eq!(page.eval::<[i32; 2]>(position, json!([])), before);
            assert_eq!(page.attribute(opener, "aria-expanded").as_deref(), Some("true"));
            let focused =
                "return document.activeElement.matches('[data-criterion=rumble] .opener')";
            assert!(page.eval::<bool>(focused, json!([])));
            page.click(opener);
            page.until("the row is closed", "all('.compare-why li').length === 0");
        });
    });
}

#[test]
fn live_comparison_has_the_same_html_as_the_prerendered_one() {
    visit("#/", |page| {
        let html = "return document.getElementById('compare').innerHTML";
        let prerendered: String = page.eval(html, json!([]));
        page.eval::<()>("window.remembered = document.querySelector('#compare > *')", json!([]));
        for _ in 0..2 {
            page.click("[data-criterion=rumble] .opener");
        }
        page.until(
            "the live comparison is mounted, with the row closed",
            "!remembered.isConnected && all('.compare-why').length === 0",
        );
        assert_eq!(page.eval::<String>(html, json!([])), prerendered);
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
