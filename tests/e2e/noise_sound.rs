//! The sound of Noise. An `OfflineAudioContext` takes the place of the audio device, so that every
//! sample that the app would play can be measured.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::content::{self, DEVICE_TYPES};
use crate::noise::{a_weighted, held_back, noise_of, remains, usual_level};
use crate::page::Page;
use crate::session::Setup;

/// Renders instead of playing; the file says how.
const OFFLINE: &str = include_str!("noise_sound/offline.js");

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Segment {
    /// In dB relative to full scale.
    bands: [f64; 8],
    /// The largest sample.
    peak: f64,
    /// The largest step from one sample to the next, away from any switch.
    steady_step: f64,
    /// The same just after the switch to this segment.
    switch_step: f64,
}

/// Three decibels below full scale.
const MOST: f64 = 0.7079;

fn record(page: &Page, steps: &[String]) -> Vec<Segment> {
    page.eval::<()>(
        "window.heard = null;
         record(a[0]).then(() => { window.heard = segments(a[0].length + 1) },
             (error) => { window.heard = String(error) })",
        json!([steps]),
    );
    let heard: Value = page.wait("the sound is rendered", || {
        let heard: Value = page.eval("return window.heard", json!([]));
        (!heard.is_null()).then_some(heard)
    });
    serde_json::from_value(heard.clone()).unwrap_or_else(|error| panic!("{error}: {heard}"))
}

fn through(device_type: &str) -> String {
    format!("[name=heard][value={device_type}]")
}

fn at_noise(test: impl FnOnce(&Page)) {
    Setup::default().inject(OFFLINE).run(|page| {
        page.open("#/noise");
        page.until_shown("#/noise");
        test(page);
    });
}

#[track_caller]
fn assert_near(found: f64, expected: f64, within: f64, what: &str) {
    assert!((found - expected).abs() <= within, "{what}: {found:.2}, not {expected:.2} ± {within}");
}

/// Every place with bare ears and through every type: the level of each band, and switches without a
/// click.
fn check_place(page: &Page, at: usize, place: &str) {
    page.put("#heard-place", "change", &at.to_string());
    page.click(&format!("label:has(> {})", through("bare")));
    let steps: Vec<String> = DEVICE_TYPES.iter().map(|id| through(id)).collect();
    let heard = record(page, &steps);
    let level = usual_level(place);
    let noise = noise_of(place, level);
    let bare = a_weighted(heard[0].bands);
    for (segment, id) in heard[1..].iter().zip(DEVICE_TYPES.iter()) {
        let held = held_back(id, 0);
        for band in 0..8 {
            let expected = noise[band] - held[band] - level;
            assert_near(
                segment.bands[band] - bare,
                expected,
                1.0,
                &format!("{place}, {id}, {band}"),
            );
        }
        let expected = remains(place, level, id, 0) - level;
        assert_near(a_weighted(segment.bands) - bare, expected, 0.5, &format!("{place}, {id}"));
    }
    for pair in heard.windows(2) {
        let steady = pair[0].steady_step.max(pair[1].steady_step);
        assert!(pair[1].switch_step <= 1.1 * steady, "{place}: a switch can be heard as a click");
        assert!(pair[1].peak <= MOST, "{place}: {}", pair[1].peak);
    }
    assert!(heard[0].peak <= MOST && heard[0].steady_step > 0.0, "{place}");
}

#[test]
fn every_place_sounds_through_every_type_as_the_table_says() {
    at_noise(|page| {
        let all = content::noise();
        for (at, place) in all["places"].as_array().unwrap().iter().enumerate() {
            check_place(page, at, place["id"].as_str().unwrap());
        }
    });
}

#[test]
fn the_loudest_music_stays_within_bounds_and_can_be_heard() {
    at_noise(|page| {
        page.click("label:has(> [name=music])");
        page.put("#music-level", "input", "100");
        for at in ["0", "5", "8"] {
            page.put("#heard-place", "change", at);
            page.click(&format!("label:has(> {})", through("bare")));
            let heard = record(page, &[through("anc-over-ear"), "[name=music]".to_owned()]);
            assert!(heard.iter().all(|segment| segment.peak <= MOST), "{heard:?}");
            let music = a_weighted(heard[1].bands) - a_weighted(heard[2].bands);
            assert!(music > 3.0, "without music it is {music} dB quieter");
            page.click("label:has(> [name=music])");
        }
    });
}

/// Counts the contexts that are made and closed.
const COUNTED: &str = "
    window.made = 0;
    window.ended = 0;
    window.AudioContext = class extends AudioContext {
        constructor() { super(); window.made += 1; }
        close() { window.ended += 1; return super.close(); }
    };
";

/// Waits until this many contexts have been made and closed.
#[track_caller]
fn until_closed(page: &Page, count: u32) {
    page.until("it is silent", &format!("ended >= {count}"));
    assert_eq!(page.eval::<[u32; 2]>("return [made, ended]", json!([])), [count; 2]);
}

#[test]
fn sound_begins_with_a_press_and_stops_with_the_view_or_the_tab() {
    Setup::default().inject(COUNTED).run(|page| {
        page.open("#/noise");
        page.until_shown("#/noise");
        assert_eq!(page.eval::<u32>("return made", json!([])), 0);
        page.click("#play");
        page.until("it plays", "words(document.querySelector('.noise-status')).includes('dBA')");
        page.go("#/method");
        until_closed(page, 1);
        page.go("#/noise");
        page.until_shown("#/noise");
        page.click("#play");
        page.until(
            "it plays again",
            "words(document.querySelector('.noise-status')).includes('dBA')",
        );
        page.eval::<()>(
            "Object.defineProperty(document, 'hidden', { value: true, configurable: true });
             document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))",
            json!([]),
        );
        until_closed(page, 2);
        page.until(
            "the button offers to play",
            "words(document.querySelector('#play')) === 'Play'",
        );
    });
}

/// Fails unless the page says what to do in place of sound, and the plots are there.
#[track_caller]
fn check_silence(script: &'static str) {
    Setup::default().inject(script).run(|page| {
        page.open("#/noise");
        page.until_shown("#/noise");
        page.click("#play");
        page.until_late(
            "a sentence says what to do",
            "/Press|press|open this page/.test(words(document.querySelector('.noise-status')))",
        );
        page.until(
            "the button offers to play",
            "words(document.querySelector('#play')) === 'Play'",
        );
        page.until("the plots are there", "document.querySelector('[data-place] polyline')");
    });
}

#[test]
fn without_web_audio_the_page_says_so() {
    check_silence("delete window.AudioContext");
}

#[test]
fn blocked_sound_is_explained() {
    check_silence(
        "window.AudioContext = class extends AudioContext {
             resume() { return new Promise(() => {}); }
             get state() { return 'suspended'; }
         }",
    );
}

#[test]
fn a_missing_device_is_explained() {
    check_silence(
        "window.AudioContext = class extends AudioContext {
             resume() {
                 setTimeout(() => this.dispatchEvent(new Event('error')), 50);
                 return Promise.reject(new Error('no device'));
             }
             get state() { return 'suspended'; }
         }",
    );
}
