//! Tests that share a browser do not notice each other.

use std::panic;

use serde_json::{Value, json};

use crate::session::{Setup, visit};

/// What a page can see of earlier visits, and the size of its window.
const TRACES: &str = "
    return (async () => [
        localStorage.length,
        sessionStorage.length,
        document.cookie,
        (await caches.keys()).includes('left'),
        (await navigator.serviceWorker.getRegistrations()).length > 1,
        [innerWidth, innerHeight],
        matchMedia('(prefers-color-scheme: dark)').matches,
        navigator.onLine,
    ])()";

#[test]
fn next_test_finds_no_traces() {
    // Without a context, all of them would be found, because the tests use the same address.
    let leave = "
        localStorage.setItem('left', 1);
        sessionStorage.setItem('left', 1);
        document.cookie = 'left=1; max-age=3600';
        return Promise.all([caches.open('left'),
            navigator.serviceWorker.register('./sw.js', { scope: './left/' })]).then(() => {})";
    let mut traces = Vec::new();
    for _ in 0..2 {
        visit("#/", |page| {
            traces.push(page.eval::<Value>(TRACES, json!([])));
            page.eval::<()>(leave, json!([]));
            page.resize(360, 640);
            page.prefer("prefers-color-scheme", "dark");
            let offline = json!({
                "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
            });
            page.send("Network.emulateNetworkConditions", offline);
            let left = page.eval::<Value>(TRACES, json!([]));
            assert_eq!(left, json!([1, 1, "left=1", true, true, [360, 640], true, false]));
        });
    }
    assert_eq!(traces[0], json!([0, 0, "", false, false, [1280, 757], false, true]));
    assert_eq!(traces[1], traces[0]);
}

#[test]
fn next_test_works_after_a_failure() {
    let failed = panic::catch_unwind(|| {
        visit("#/", |page| {
            page.send("Browser.close", json!({}));
            page.text("main h1");
        });
    });
    assert!(failed.is_err(), "a test without a browser should fail");
    visit("#/", |page| assert_eq!(page.count("main h1"), 1));
}

#[test]
fn error_in_the_console_fails_the_test_that_causes_it() {
    let log = "console.error('deliberate')";
    let failed = panic::catch_unwind(|| visit("#/", |page| page.eval::<()>(log, json!([]))));
    assert!(failed.is_err(), "the error should be noticed");
    Setup::default().noisy().run(|page| {
        page.open("#/");
        page.eval::<()>(log, json!([]));
    });
    visit("#/", |page| assert_eq!(page.errors(), [""; 0]));
}
