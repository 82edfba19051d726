//! Memory growth: after two hundred quizzes in one page, nodes and listeners may be at most 5 %
//! above their number after five, and the wasm memory may not grow by 2 KB a quiz after twenty.

use serde_json::json;

use crate::page::Page;
use crate::session::Setup;

/// Defines `runs(from, to)`, which repeatedly answers the whole quiz and starts again by script.
const RUN: &str = "
    const wait = () => new Promise((done) => setTimeout(done));
    const until = async (find) => {
        for (let i = 0; i < 4000; i += 1) {
            await wait();
            const found = find();
            if (found) return found;
        }
        throw new Error(find);
    };
    const go = async (hash, view) => {
        location.hash = hash;
        await until(() => document.querySelector('main').dataset.view === view);
        await wait();
    };
    const named = (words) => [...document.querySelectorAll('#live button')]
        .find((button) => button.textContent.startsWith(words));
    // All of the result is there once the last of its parts is.
    const result = async () => {
        await go('#/result', 'result');
        return until(() => named('Start again'));
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
        await result();
        await go('#/quiz/hours', 'quiz');
        (await result()).click();
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

/// Intercepts the start of the wasm to define `wasmMemory()`, the size of its memory in bytes.
const MEMORY: &str = "
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await real.apply(WebAssembly, given);
            const exports = Object.values((made.instance ?? made).exports);
            // A chunk has no memory of its own.
            const memory = exports.find((one) => one instanceof WebAssembly.Memory);
            if (memory) window.wasmMemory = () => memory.buffer.byteLength;
            return made;
        };
    }
";

/// The bytes that a quiz must not take for good.
const GROWTH: u64 = 2_000;

#[track_caller]
fn run_quizzes(page: &Page, from: u32, to: u32) {
    page.eval::<()>("runs(a[0], a[1])", json!([from, to]));
    // Wait for each quiz separately, because the time limit applies to a single wait.
    for at in from..to {
        page.until("the next quiz is done", &format!("window.ran > {at}"));
    }
}

#[test]
fn two_hundred_quizzes_leak_no_nodes_listeners_or_memory() {
    Setup::default().inject(MEMORY).run(|page| {
        page.open("#/");
        // Once the comparison is mounted, it updates after every answer.
        page.until_comparison_is_live();
        page.select("compare", "iem");
        page.eval::<()>(RUN, json!([]));
        run_quizzes(page, 0, 5);
        let early = page.metrics();
        run_quizzes(page, 5, 20);
        let memory = || page.eval::<u64>("return window.wasmMemory()", json!([]));
        let size = memory();
        for from in (20..200).step_by(20) {
            run_quizzes(page, from, from + 20);
        }
        let grown = memory() - size;
        assert!(
            grown < 180 * GROWTH,
            "the wasm memory has grown by {grown} bytes after the 20th quiz"
        );
        let late = page.metrics();
        for metric in ["Nodes", "JSEventListeners"] {
            let (early, late) = (early[metric], late[metric]);
            assert!(early > 20.0, "{metric}: only {early}");
            assert!(late <= early * 1.05, "{metric}: {early} after 5 quizzes, {late} after 200");
        }
    });
}
