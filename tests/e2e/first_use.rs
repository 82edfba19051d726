//! The comparison stands in the page as it was built until somebody uses it: it is the largest part to
//! make, and who only reads need not wait for it.

use serde_json::json;

use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

fn until_noted_is_gone(page: &Page, width: u32, test: impl FnOnce(&Page)) {
    page.resize(width, 800);
    let note = "window.noted = document.querySelector('#compare > *')";
    page.eval::<()>(note, json!([]));
    page.go("#/quiz/calls");
    page.until_shown("#/quiz/calls");
    page.go("#/");
    page.until_shown("#/");
    assert!(page.eval::<bool>("return noted.isConnected", json!([])), "it is as it was built");
    test(page);
    page.until("it was made again", "!noted.isConnected");
    page.eval::<()>(note, json!([]));
    page.select("compare", "tws-anc");
    page.until("it works", "document.querySelector('[name=compare][value=tws-anc]').checked");
    assert!(page.eval::<bool>("return noted.isConnected", json!([])), "it was made once more");
}

#[test]
fn the_first_click_on_the_comparison_makes_it_live_and_counts() {
    visit("#/", |page| {
        until_noted_is_gone(page, 1280, |page| {
            page.select("compare", "iem");
            let chosen =
                "all('[name=compare]').filter((one) => one.checked).map((one) => one.value)";
            page.until("it is chosen", &format!("{chosen}.join() === 'iem'"));
            page.select("compare", "on-ear");
            page.until("both are", "all('table.compare .compare-types th').length === 2");
            page.select("compare", "on-ear");
            page.select("compare", "iem");
            page.until("none is", "all('table.compare .compare-types th').length === 7");
        });
    });
}

#[test]
fn the_first_key_on_the_comparison_makes_it_live_and_keeps_the_focus() {
    visit("#/", |page| {
        until_noted_is_gone(page, 1280, |page| {
            page.eval::<()>("all('[name=compare]')[2].focus()", json!([]));
            page.keys(" ");
            page.until("it is chosen", "all('[name=compare]')[2].checked");
            page.until("it has the focus", "document.activeElement === all('[name=compare]')[2]");
        });
    });
}

#[test]
fn a_row_opened_first_of_all_stays_where_the_reader_had_moved_it() {
    visit("#/", |page| {
        until_noted_is_gone(page, 412, |page| {
            let opener = "[data-criterion=rumble] .opener";
            let places = "
                const scroll = document.querySelector('#compare .scroll');
                const top = document.querySelector('[data-criterion=rumble] .opener')
                    .getBoundingClientRect().top;
                return [scroll.scrollLeft, Math.round(top)];";
            let scroll = "
                document.querySelector('[data-criterion=rumble] .opener').scrollIntoView({ block: 'center' });
                document.querySelector('#compare .scroll').scrollLeft = 150;";
            page.eval::<()>(scroll, json!([]));
            page.eval::<()>("return new Promise((done) => setTimeout(done, 300))", json!([]));
            let before: [i32; 2] = page.eval(places, json!([]));
            assert_eq!(before[0], 150);
            // A click of the driver would scroll first.
            let click = format!("document.querySelector('{opener}').click()");
            page.eval::<()>(&click, json!([]));
            page.until("it is open", "all('.compare-why li').length === 7");
            assert_eq!(page.eval::<[i32; 2]>(places, json!([])), before);
            assert_eq!(page.attribute(opener, "aria-expanded").as_deref(), Some("true"));
            let focused =
                "return document.activeElement.matches('[data-criterion=rumble] .opener')";
            assert!(page.eval::<bool>(focused, json!([])));
            page.click(opener);
            page.until("it is closed", "all('.compare-why li').length === 0");
        });
    });
}

/// Nobody can see which of the two it is.
#[test]
fn the_live_comparison_is_the_one_that_was_built() {
    visit("#/", |page| {
        let drawn = "return document.getElementById('compare').innerHTML";
        let built: String = page.eval(drawn, json!([]));
        page.eval::<()>("window.noted = document.querySelector('#compare > *')", json!([]));
        for _ in 0..2 {
            page.click("[data-criterion=rumble] .opener");
        }
        page.until("it was made again", "!noted.isConnected && all('.compare-why').length === 0");
        assert_eq!(page.eval::<String>(drawn, json!([])), built);
    });
}

#[test]
fn a_standing_set_elsewhere_is_in_the_comparison_that_nobody_has_used() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        let not_so = "[aria-labelledby=result-why] .reasons:not(.against) button";
        page.click_named(not_so, "Not so for you?");
        let name = page.attribute("[aria-labelledby=result-own] input", "name").unwrap();
        let criterion = name.split('/').nth(1).unwrap();
        page.select(&name, "-2");
        page.until_chosen(&name, &["-2"]);
        page.go("#/");
        page.until_shown("#/");
        let own_mark = format!("all('[data-criterion={criterion}] .yours').length === 1");
        page.until("it is marked", &own_mark);
    });
}
