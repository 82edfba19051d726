//! Double clicks, double taps and keys that are held down act once, whatever they have changed.

use std::thread;
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};

use crate::candidates::{SHORTLIST, add_pair};
use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// The middle of the first visible element that matches and starts with `name`, after it has been
/// scrolled into view.
fn middle(page: &Page, css: &str, name: &str) -> (f64, f64) {
    let script = "
        const found = all(a[0]).find((e) => words(e).startsWith(a[1]));
        found.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = found.getBoundingClientRect();
        return [x + width / 2, y + height / 2]";
    page.eval(script, json!([css, name]))
}

/// What makes the presses, and how far apart in milliseconds.
#[derive(Clone, Copy, Debug)]
enum Presses {
    Clicks(u8, u64),
    Taps(u64),
}

impl Presses {
    const ALL: [Self; 5] = [
        Self::Clicks(2, 80),
        Self::Clicks(2, 250),
        Self::Clicks(3, 120),
        Self::Taps(80),
        Self::Taps(250),
    ];

    /// Presses the element with these words, all presses in the same place. The presses say
    /// themselves when they were made: on a busy machine, commands arrive further apart.
    fn on(self, page: &Page, css: &str, name: &str) {
        let (x, y) = middle(page, css, name);
        let (count, pause) = match self {
            Self::Clicks(count, pause) => (count, pause),
            Self::Taps(pause) => (2, pause),
        };
        let pause = Duration::from_millis(pause);
        let start = SystemTime::UNIX_EPOCH.elapsed().unwrap();
        for at in 0..count {
            if at > 0 {
                thread::sleep(pause + Duration::from_millis(500));
            }
            let time = (start + pause * u32::from(at)).as_secs_f64();
            for (command, params) in self.press(x, y, at + 1, time) {
                page.send(command, params);
            }
        }
    }

    /// The commands for one press: its down and its up.
    fn press(self, x: f64, y: f64, count: u8, time: f64) -> [(&'static str, Value); 2] {
        if matches!(self, Self::Taps(_)) {
            let touch = |kind, points: Value| {
                let params = json!({ "type": kind, "touchPoints": points, "timestamp": time });
                ("Input.dispatchTouchEvent", params)
            };
            return [
                touch("touchStart", json!([{ "x": x, "y": y }])),
                touch("touchEnd", json!([])),
            ];
        }
        ["mousePressed", "mouseReleased"].map(|kind| {
            let params = json!({
                "type": kind, "x": x, "y": y, "button": "left", "clickCount": count,
                "timestamp": time,
            });
            ("Input.dispatchMouseEvent", params)
        })
    }
}

/// The ids of the steps with one question, in order.
fn steps() -> Vec<String> {
    content::steps().into_iter().map(|(id, _)| id).filter(|id| id != "scene").collect()
}

fn hash(page: &Page) -> String {
    page.eval("return location.hash", json!([]))
}

#[test]
fn pressing_continue_twice_goes_on_once_and_chooses_nothing() {
    visit("#/quiz", |page| {
        let all = steps();
        for (width, height) in [(390, 844), (1280, 900)] {
            page.resize(width, height);
            for (at, presses) in (0..all.len() - 1).zip(Presses::ALL.into_iter().cycle()) {
                let (step, next) = (&all[at], &all[at + 1]);
                page.store("{\"version\":1,\"epoch\":0,\"answers\":{},\"importance\":{}}");
                page.open(&format!("#/quiz/{step}"));
                let first = content::questions().into_iter().find(|it| it.id == *step).unwrap();
                page.select(step, &first.options[0].id);
                presses.on(page, "form.step button", "Continue");
                page.until("the next step is shown", &format!("location.hash === '#/quiz/{next}'"));
                page.settle();
                assert_eq!(hash(page), format!("#/quiz/{next}"), "{step}, {width} px, {presses:?}");
                assert_eq!(page.chosen(next), [""; 0], "{step}, {width} px, {presses:?}");
            }
        }
    });
}

#[test]
fn pressing_skip_twice_skips_one_step() {
    visit("#/quiz", |page| {
        let all = steps();
        for (at, presses) in [0, 3, 5, 8, all.len() - 2].into_iter().zip(Presses::ALL) {
            let (step, next) = (&all[at], &all[at + 1]);
            page.open(&format!("#/quiz/{step}"));
            page.until_view("quiz");
            presses.on(page, "form.step button", "Skip");
            page.until("the next step is shown", &format!("location.hash === '#/quiz/{next}'"));
            page.settle();
            assert_eq!(hash(page), format!("#/quiz/{next}"), "{step}, {presses:?}");
        }
    });
}

/// The confirmation takes the place of the button, so the second press would confirm.
#[test]
fn pressing_twice_to_erase_or_to_start_again_does_not_confirm() {
    visit("#/data", |page| {
        let stored = Persona::named("02-commuter").document();
        for presses in Presses::ALL {
            page.store(&stored);
            page.open("#/data");
            page.until_view("data");
            presses.on(page, "button", "Erase");
            page.settle();
            assert_eq!(page.stored_text().as_deref(), Some(stored.as_str()), "{presses:?}");
        }
    });
}

#[test]
fn pressing_a_proposed_change_twice_tries_out_only_that_change() {
    visit("#/result", |page| {
        for presses in [Presses::Clicks(2, 80), Presses::Clicks(2, 250), Presses::Taps(250)] {
            page.store(&Persona::named("02-commuter").document());
            page.open("#/result");
            page.until_view("result");
            presses.on(page, "#live button", "Try it");
            page.until("the change is tried out", "all('#trial').length === 1");
            page.settle();
            let tried = page.reading();
            page.click_named("#trial button", "Undo");
            page.until("the change is undone", "all('#trial').length === 0");
            page.click_named("#live button", "Try it");
            page.until("the change is tried out", "all('#trial').length === 1");
            assert_eq!(page.reading(), tried, "{presses:?}");
        }
    });
}

/// The answers take the place of the coin, so the second press would be one.
#[test]
fn pressing_toss_twice_tosses_once_and_answers_nothing() {
    visit(SHORTLIST, |page| {
        add_pair(page);
        for (at, presses) in Presses::ALL.into_iter().enumerate() {
            presses.on(page, ".prefer-form button", "Toss");
            let count = at + 1;
            page.until("it has begun", &format!("all('[data-comparison]').length === {count}"));
            page.settle();
            assert_eq!(comparisons(page), vec![(0, true); count], "{presses:?}");
        }
        page.come_back_with(r#"{"version":2,"shortlist":{}}"#);
        add_pair(page);
        page.click_named(".prefer-form button", "Toss");
        for (rounds, presses) in (1..).zip(Presses::ALL) {
            page.click_named("[data-comparison] button", "I liked");
            page.until("the round is over", "all('[data-comparison] [id$=-toss]').length === 1");
            page.settle();
            presses.on(page, "[data-comparison] button", "Toss");
            page.settle();
            assert_eq!(comparisons(page), [(rounds, true)], "{presses:?}");
        }
    });
}

/// For each comparison, how many rounds have ended and whether one is under way.
fn comparisons(page: &Page) -> Vec<(usize, bool)> {
    let document = page.stored();
    let items = document["shortlist"].as_object().unwrap().iter();
    let items = items.filter(|(key, _)| key.starts_with("comparison."));
    let of = |fields: &Value| {
        let ended = fields["rounds"].as_str().map_or(0, |rounds| rounds.len() / 2);
        (ended, fields.get("first").is_some())
    };
    items.map(|(_, item)| of(&item["fields"])).collect()
}

/// Two presses on the same control that is still there are two presses.
#[test]
fn pressing_a_checkbox_twice_selects_and_deselects_it() {
    visit("#/quiz/annoys", |page| {
        page.until_view("quiz");
        Presses::Clicks(2, 120).on(page, "form.step label", "They hurt");
        page.settle();
        assert_eq!(page.chosen("annoys"), [""; 0]);
        Presses::Clicks(3, 120).on(page, "form.step label", "They hurt");
        page.settle();
        assert_eq!(page.chosen("annoys").len(), 1);
    });
}

/// Holds a key down for this many repeats.
fn hold(page: &Page, key: &str, code: &str, text: &str, repeats: u8) {
    let virtual_key = u32::from(text.bytes().next().unwrap());
    for at in 0..=repeats {
        let down = json!({
            "type": "keyDown", "key": key, "code": code, "text": text, "autoRepeat": at > 0,
            "windowsVirtualKeyCode": virtual_key,
        });
        page.send("Input.dispatchKeyEvent", down);
    }
    let up =
        json!({ "type": "keyUp", "key": key, "code": code, "windowsVirtualKeyCode": virtual_key });
    page.send("Input.dispatchKeyEvent", up);
}

#[test]
fn keys_that_are_held_down_act_once() {
    visit("#/quiz/annoys", |page| {
        let heading =
            |page: &Page| page.eval::<()>("document.querySelector('#live h1').focus()", json!([]));
        page.until_view("quiz");
        for repeats in [1, 2, 7] {
            page.eval::<()>("localStorage.clear()", json!([]));
            page.open("#/quiz/annoys");
            page.until_view("quiz");
            heading(page);
            hold(page, "1", "Digit1", "1", repeats);
            page.settle();
            assert_eq!(page.chosen("annoys").len(), 1, "{repeats} repeats");
            page.eval::<()>(
                "document.querySelector('form.step button[type=submit]').focus()",
                json!([]),
            );
            hold(page, "Enter", "Enter", "\r", repeats);
            let all = steps();
            let at = all.iter().position(|id| id == "annoys").unwrap();
            page.until("the next step", &format!("location.hash === '#/quiz/{}'", all[at + 1]));
            page.settle();
            assert_eq!(hash(page), format!("#/quiz/{}", all[at + 1]), "{repeats} repeats");
        }
    });
}
