//! Noise: what is chosen at first, what remains of places, and what may be typed.

use serde_json::{Value, json};

use crate::content;
use crate::page::Page;
use crate::session::visit;

const NOISE: &str = "#/noise";
/// The bands' A-weighting, in dB.
const A_WEIGHTING: [f64; 8] = [-26.2, -16.1, -8.6, -3.2, 0.0, 1.2, 1.0, -1.1];

fn numbers(value: &Value) -> [f64; 8] {
    let all: Vec<f64> = value.as_array().unwrap().iter().map(|at| at.as_f64().unwrap()).collect();
    all.try_into().unwrap()
}

/// An item of a list in `noise.json`.
#[track_caller]
pub fn item(list: &str, key: &str, value: &str) -> Value {
    let all = content::noise();
    let found = all[list].as_array().unwrap().iter().find(|at| at[key] == value);
    found.unwrap_or_else(|| panic!("no `{value}` in `{list}`")).clone()
}

/// The A-weighted sum of the bands.
pub fn a_weighted(bands: [f64; 8]) -> f64 {
    let powers = bands.iter().zip(A_WEIGHTING).map(|(at, by)| 10_f64.powf((at + by) / 10.0));
    10.0 * powers.sum::<f64>().log10()
}

/// The noise of a place at a level, by band.
pub fn noise_of(place: &str, level: f64) -> [f64; 8] {
    let shape = numbers(&item("places", "id", place)["spectrum"]["bands"]);
    shape.map(|at| at + level - a_weighted(shape))
}

/// What a type holds back in its way of wearing at a position.
pub fn held_back(device_type: &str, wearing: usize) -> [f64; 8] {
    numbers(&item("attenuation", "type", device_type)["wearings"][wearing]["bands"])
}

/// What remains of a place at a level, in dBA.
pub fn remains(place: &str, level: f64, device_type: &str, wearing: usize) -> f64 {
    let (noise, held) = (noise_of(place, level), held_back(device_type, wearing));
    a_weighted(std::array::from_fn(|at| noise[at] - held[at]))
}

pub fn usual_level(place: &str) -> f64 {
    item("places", "id", place)["level"]["usual"].as_f64().unwrap()
}

/// The type and `data-residual-dba` of each row of a place.
#[track_caller]
fn shown(page: &Page, place: &str) -> Vec<(String, f64)> {
    page.eval(
        "return [...document.querySelectorAll(`[data-place='${a[0]}'] [data-residual-dba]`)]
             .map((row) => [row.dataset.type, Number(row.dataset.residualDba)])",
        json!([place]),
    )
}

#[track_caller]
fn assert_shown(page: &Page, place: &str, expected: &[(&str, f64)]) {
    page.wait(&format!("{place} shows {expected:?}"), || {
        let shown = shown(page, place);
        let fits = |((id, found), (of, level)): (&(String, f64), &(&str, f64))| {
            id == of && (found - level).abs() < 0.06
        };
        (shown.len() == expected.len() && shown.iter().zip(expected).all(fits)).then_some(())
    });
}

fn ticked(page: &Page) -> Vec<String> {
    page.eval(
        "return [...document.querySelectorAll('[name=place]:checked')].map((at) => at.value)",
        json!([]),
    )
}

/// The ids of the places that are ticked by an answer to one of `contexts`.
fn places_of(contexts: &[&str]) -> Vec<String> {
    let all = content::noise();
    let is_called = |place: &&Value| {
        let when = place["when"].as_array().unwrap();
        when.iter().any(|at| contexts.iter().any(|of| at.as_str().unwrap().starts_with(of)))
    };
    let places = all["places"].as_array().unwrap().iter().filter(is_called);
    places.map(|place| place["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_places_of_the_quiz_are_ticked_and_their_noise_is_counted() {
    visit("#/quiz/scene", |page| {
        page.select("scene-flight", "often");
        page.select("scene-office", "often");
        page.go(NOISE);
        page.until_shown(NOISE);
        let expected = places_of(&["scene-flight", "scene-office"]);
        assert!(expected.len() >= 2);
        assert_eq!(ticked(page), expected);
        let leader: Vec<String> = page.eval(
            "return [...document.querySelectorAll('select[name=type]')].map((at) => at.value)",
            json!([]),
        );
        let rows: Vec<(&str, f64)> = Vec::new();
        assert_shown(page, "nowhere", &rows);
        for place in &expected {
            let level = usual_level(place);
            let rows: Vec<(&str, f64)> =
                leader.iter().map(|id| (id.as_str(), remains(place, level, id, 0))).collect();
            assert_eq!(rows.len(), 2);
            assert_shown(page, place, &rows);
        }
    });
}

#[test]
fn types_ways_of_wearing_and_levels_change_what_remains() {
    visit(NOISE, |page| {
        page.until_shown(NOISE);
        let place = ticked(page).remove(0);
        let level = usual_level(&place);
        page.put("#noise-type-1", "change", "open-ear");
        page.put("#noise-type-0", "change", "iem");
        let (silicone, foam) = (remains(&place, level, "iem", 0), remains(&place, level, "iem", 1));
        let open_ear = remains(&place, level, "open-ear", 0);
        assert_shown(page, &place, &[("iem", silicone), ("open-ear", open_ear)]);
        page.select("wearing-0", "1");
        assert_shown(page, &place, &[("iem", foam), ("open-ear", open_ear)]);
        page.put(&format!("#level-{place}"), "change", "81,5");
        let louder = 81.5 - level;
        assert_shown(page, &place, &[("iem", foam + louder), ("open-ear", open_ear + louder)]);
        page.put("#noise-type-1", "change", "");
        assert_shown(page, &place, &[("iem", foam + louder)]);
        page.put("#noise-type-1", "change", "iem");
        let both = [("iem", foam + louder), ("iem", silicone + louder)];
        assert_shown(page, &place, &both);
    });
}

#[test]
fn a_level_that_cannot_be_used_is_explained_and_changes_nothing() {
    visit(NOISE, |page| {
        page.until_shown(NOISE);
        let place = ticked(page).remove(0);
        let field = format!("#level-{place}");
        let before = shown(page, &place);
        for wrong in ["loud", "", "29", "121", "1e9", "<b>80</b>"] {
            page.put(&field, "change", wrong);
            page.until(
                "the field says what is wrong",
                &format!("document.querySelector('{field}[aria-invalid]')
                    && words(document.getElementById(document.querySelector('{field}').getAttribute('aria-describedby'))).includes('dBA')"),
            );
            assert_eq!(shown(page, &place), before, "{wrong}");
            let kept: String =
                page.eval("return document.querySelector(a[0]).value", json!([field]));
            assert_eq!(kept, wrong);
        }
        page.put(&field, "change", "90");
        page.until(
            "the message goes",
            &format!("!document.querySelector('{field}[aria-invalid]')"),
        );
        assert_ne!(shown(page, &place), before);
    });
}

#[test]
fn with_no_place_the_page_says_what_to_do_and_the_rest_still_works() {
    visit(NOISE, |page| {
        page.until_shown(NOISE);
        for place in ticked(page) {
            page.select("place", &place);
        }
        page.until(
            "a sentence stands in place of the reports",
            "!document.querySelector('[data-place]')
             && words(document.querySelector('[aria-labelledby=noise-places]')).includes('Tick a place')",
        );
        let curves: usize = page.eval(
            "return document.querySelectorAll('[aria-labelledby=noise-time] polyline').length",
            json!([]),
        );
        assert!(curves >= 2, "the plot of listening times needs no place");
        page.select("place", "metro");
        page.until("its report is there", "document.querySelector('[data-place=metro] polyline')");
    });
}

#[test]
fn a_change_leaves_what_was_opened_and_typed_elsewhere_in_place() {
    visit(NOISE, |page| {
        page.until_shown(NOISE);
        for place in ["bus", "metro"] {
            if !ticked(page).iter().any(|at| at == place) {
                page.select("place", place);
            }
        }
        page.until("both are there", "document.querySelector('[data-place=bus]') && document.querySelector('[data-place=metro]')");
        page.eval::<()>(
            "window.opened = document.querySelector('[data-place=bus] details');
             opened.open = true;
             window.row = document.querySelector('[data-place=bus] [data-type]')",
            json!([]),
        );
        let before = shown(page, "metro");
        page.put("#level-metro", "change", "88");
        page.wait("metro changes", || (shown(page, "metro") != before).then_some(()));
        page.select("place", "metro");
        page.until("metro goes", "!document.querySelector('[data-place=metro]')");
        page.until(
            "bus is as it was",
            "opened.isConnected && opened.open && row.isConnected
             && document.querySelector('[data-place=bus] details') === opened",
        );
    });
}

#[test]
fn the_result_leads_to_the_visitors_loudest_place() {
    visit("#/quiz/scene", |page| {
        page.select("scene-flight", "often");
        page.select("scene-home", "often");
        page.go("#/result");
        page.until_shown("#/result");
        let level = usual_level("aircraft");
        let line: String = page.eval(
            "return words(all('#live a').find((at) => at.hash === '#/noise').closest('p'))",
            json!([]),
        );
        assert!(line.contains(&format!("{level} dBA")), "{line}");
        let leader = page.attribute("main", "data-leader").unwrap();
        let remains = remains("aircraft", level, &leader, 0).round();
        assert!(line.contains(&format!("{remains} ")), "{line}");
        page.click_named("#live a", "See and hear the noise");
        page.until_shown(NOISE);
        assert!(ticked(page).contains(&"aircraft".to_owned()));
    });
}

#[test]
fn print_has_the_numbers_and_no_controls() {
    visit(NOISE, |page| {
        page.until_shown(NOISE);
        page.send("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        let shown = |css: &str| -> bool { page.eval("return all(a[0]).length > 0", json!([css])) };
        assert!(!shown("#play") && !shown("[name=place]") && !shown("select"));
        assert!(shown("[data-place] figure svg") && shown("[data-place] [data-residual-dba] dd"));
        assert!(shown("[data-place] table td"), "the numbers of the plot are printed");
    });
}
