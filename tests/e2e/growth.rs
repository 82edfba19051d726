//! A page that stays open: two hundred quizzes leave no more behind than five.

use serde_json::json;

use crate::page::Page;
use crate::session::Setup;

/// Clicks through the whole quiz and starts again, in the page itself.
const RUN: &str = "
    const wait = () => new Promise((done) => setTimeout(done));
    const go = async (hash, view) => {
        for (let i = 0; i < 4000; i += 1) {
            // Chromium ignores whoever goes on more than 200 times in ten seconds.
            if (location.hash !== hash) location.hash = hash;
            await wait();
            if (document.querySelector('main').dataset.view === view) return wait();
        }
        throw new Error(hash);
    };
    const run = async (at) => {
        await go('#/quiz/all', 'quiz');
        const names = new Set([...document.querySelectorAll('#live input[type=radio]')]
            .map((input) => input.name));
        for (const name of names) {
            const all = document.querySelectorAll(`#live input[name='${name}']`);
            all[at % all.length].click();
        }
        await wait();
        await go('#/result', 'result');
        await go('#/quiz/hours', 'quiz');
        await go('#/result', 'result');
        const named = (words) => [...document.querySelectorAll('#live button')]
            .find((button) => button.textContent.startsWith(words));
        named('Start again').click();
        await wait();
        named('Remove my answers').click();
        await wait();
        while (named('Remove:')) { named('Remove:').click(); await wait(); }
        await go('#/', 'guide');
    };
    window.runs = async (from, to) => {
        for (let at = from; at < to; at += 1) {
            await run(at);
            window.ran = at + 1;
        }
    };
";

/// Catches the memory of the wasm as it starts.
const MEMORY: &str = "
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await real.apply(WebAssembly, given);
            const exports = Object.values((made.instance ?? made).exports);
            const memory = exports.find((one) => one instanceof WebAssembly.Memory);
            window.wasmMemory = () => memory.buffer.byteLength;
            return made;
        };
    }
";

#[track_caller]
fn runs(page: &Page, from: u32, to: u32) {
    page.eval::<()>("runs(a[0], a[1])", json!([from, to]));
    // Each quiz is waited for, so that none of them may take longer than anything else.
    for at in from..to {
        page.until("a quiz is done", &format!("window.ran > {at}"));
    }
}

#[test]
fn two_hundred_quizzes_leave_no_more_behind_than_five() {
    Setup::default().inject(MEMORY).run(|page| {
        page.open("#/");
        // A live comparison follows every answer.
        page.select("compare", "iem");
        page.eval::<()>(RUN, json!([]));
        runs(page, 0, 5);
        let early = page.metrics();
        runs(page, 5, 20);
        let memory = || page.eval::<u64>("return window.wasmMemory()", json!([]));
        let full = memory();
        for from in (20..200).step_by(20) {
            runs(page, from, from + 20);
        }
        assert_eq!(memory(), full, "the memory of the wasm has grown after 20 quizzes");
        let late = page.metrics();
        for what in ["Nodes", "JSEventListeners"] {
            let (early, late) = (early[what], late[what]);
            assert!(early > 20.0, "{what}: {early}");
            assert!(late <= early * 1.05, "{what}: {early} after 5, {late} after 200");
        }
    });
}
