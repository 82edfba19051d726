//! Rooms: the result, noise, the shortlist, how it works and your data are loaded when they are entered. Whatever happens to
//! their files, the visitor gets the view or words, and the app lives on.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;

use crate::faulty::{Fault, Faulty};
use crate::fixture;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::Setup;

/// The routes of the rooms with their headings and their chunks.
const ROOMS: [(&str, &str, &str); 5] = [
    ("#/result", "Nothing separates the types yet", "result"),
    ("#/noise", "Noise", "noise"),
    ("#/shortlist", "Shortlist", "shortlist"),
    ("#/method", "How it works", "reading"),
    ("#/data", "Your data", "reading"),
];
/// What stands in place of a room that did not load.
pub const MISSING: &str = "This part of the page did not load";

/// Keeps the service worker away, which would have the file of the rooms.
const NO_WORKER: &str = "delete Navigator.prototype.serviceWorker";

/// The requests for files of rooms.
pub fn chunk_requests(server: &Faulty) -> Vec<String> {
    server.seen().into_iter().map(|asked| asked.name).filter(|name| is_chunk(name)).collect()
}

/// Checks that the files of rooms were asked for once each, and returns them.
#[track_caller]
fn loaded_once(server: &Faulty) -> BTreeSet<String> {
    let requests = chunk_requests(server);
    let files: BTreeSet<String> = requests.iter().cloned().collect();
    assert_eq!(files.len(), requests.len(), "{requests:?}");
    files
}

/// Whether a file is loaded when a view is entered: it has code, or the details of the content.
pub fn is_chunk(name: &str) -> bool {
    ["result", "noise", "shortlist", "reading", "details"]
        .iter()
        .any(|part| name.contains(&format!("-iems-{part}")))
}

/// Keeps the service worker away, and the app until the files of a room are preloaded. A busy machine may
/// not have painted anything before that.
const PRELOAD_FIRST: &str = "
    delete Navigator.prototype.serviceWorker;
    const fetched = window.fetch;
    window.fetch = async (...asked) => {
        while (!document.querySelector('link[rel=preload][href*=details]')) {
            await new Promise(requestAnimationFrame);
        }
        return fetched(...asked);
    };";

/// Opens the site without a service worker from a server that serves the files of the rooms with
/// `fault` while the flag is up.
fn with_fault(fault: Fault, test: impl FnOnce(&Page, &Faulty, &AtomicBool)) {
    with_fault_in(is_chunk, fault, test);
}

/// The same with the fault only in the files that `is_faulty_file` tells by their names.
pub fn with_fault_in(
    is_faulty_file: fn(&str) -> bool,
    fault: Fault,
    test: impl FnOnce(&Page, &Faulty, &AtomicBool),
) {
    let is_faulty = Arc::new(AtomicBool::new(true));
    let flag = Arc::clone(&is_faulty);
    let server = Faulty::start(&fixture::dist(), move |asked| {
        let is_hit = is_faulty_file(&asked.name) && flag.load(Ordering::SeqCst);
        if is_hit { fault } else { Fault::None }
    });
    let setup = Setup::default().at(server.address()).inject(NO_WORKER).noisy();
    setup.run(|page| test(page, &server, &is_faulty));
}

#[test]
fn each_room_opens_by_its_address() {
    for (route, heading, chunk) in ROOMS {
        let server = Faulty::start(&fixture::dist(), |_| Fault::None);
        Setup::default().at(server.address()).inject(PRELOAD_FIRST).run(|page| {
            page.open(route);
            page.until_heading(heading);
            let loaded = loaded_once(&server);
            let is_its = |file: &String| {
                ["details", chunk].iter().any(|part| file.contains(&format!("-{part}-")))
            };
            assert!(loaded.len() > 1 && loaded.iter().all(is_its), "{loaded:?}");
            let preloaded: Vec<String> = page.eval(
                "return [...document.querySelectorAll('link[rel=preload][as=fetch]')]
                     .map((link) => link.getAttribute('href'))",
                json!([]),
            );
            let preloaded: BTreeSet<String> =
                preloaded.iter().map(|file| file.trim_start_matches("./").to_owned()).collect();
            let later =
                preloaded.into_iter().filter(|file| is_chunk(file)).collect::<BTreeSet<_>>();
            assert_eq!(later, loaded, "what is needed is preloaded, and nothing else");
            assert!(page.errors().is_empty());
        });
    }
}

#[test]
fn each_room_opens_by_a_link_and_the_file_is_loaded_once() {
    with_fault(Fault::None, |page, server, _| {
        page.open("#/quiz/calls");
        assert_eq!(chunk_requests(server), [""; 0], "the quiz needs no room");
        for (name, (route, heading, _)) in
            ["Noise", "Shortlist", "How it works", "Your data"].into_iter().zip(&ROOMS[1..])
        {
            page.click_named(":is(nav, #foot) a", name);
            page.until_heading(heading);
            page.until("focus is on the heading", "document.activeElement.matches('#live h1')");
            assert_eq!(page.hash(), *route);
        }
        page.go("#/quiz/importance");
        page.click_named("#live button", "See the result");
        page.until_heading(ROOMS[0].1);
        page.until("focus is on the heading", "document.activeElement.matches('#live h1')");
        loaded_once(server);
    });
}

#[test]
fn link_to_a_section_scrolls_once_the_room_is_there() {
    with_fault(Fault::None, |page, _, _| {
        page.open("#/method/sources");
        page.until("the section has focus", "document.activeElement.id === '/method/sources'");
        page.until("it is in sight", "document.activeElement.getBoundingClientRect().top < 300");
    });
}

/// The message, the rest of the app, and what "Try again" brings once the fault is gone.
fn message_and_retry(fault: Fault) {
    with_fault(fault, |page, _, is_faulty| {
        page.open("#/quiz/calls");
        page.click_named("nav a", "How it works");
        page.until_heading(MISSING);
        page.until("focus is on it", "document.activeElement.matches('#live h1')");
        page.go("#/quiz/calls");
        page.select("calls", "daily");
        page.until_chosen("calls", &["daily"]);
        page.go("#/result");
        page.until_heading(MISSING);
        page.click("#try-again");
        page.until("it has been tried again", "all('#try-again').length === 1");
        is_faulty.store(false, Ordering::SeqCst);
        page.click("#try-again");
        page.until("the room is there", "document.querySelector('#live .verdict')");
        page.until("focus is on its heading", "document.activeElement.id === 'verdict'");
        assert_eq!(page.count("#failed"), 0, "the app has not failed");
    });
}

#[test]
fn missing_file_gives_a_message_and_another_try() {
    // As after a deploy, which has brought a file with another name.
    message_and_retry(Fault::Other("headphones-or-iems-result-00000000.wasm"));
}

#[test]
fn file_of_another_type_gives_a_message_and_another_try() {
    message_and_retry(Fault::Type);
}

#[test]
fn damaged_file_gives_a_message_and_another_try() {
    message_and_retry(Fault::Bit);
}

#[test]
fn address_of_a_room_that_does_not_load_gives_the_message() {
    with_fault(Fault::Cut, |page, _, _| {
        page.open("#/result");
        page.until_heading(MISSING);
        page.go("#/quiz/calls");
        page.until_shown("#/quiz/calls");
    });
}

/// The verdict on the visitor's own answers is not that of the link.
#[test]
fn link_to_a_result_that_does_not_load_has_no_verdict() {
    with_fault(Fault::Cut, |page, _, is_faulty| {
        page.open("#/quiz/calls");
        page.store(&Persona::named("02-commuter").document());
        page.open("#/result?a=1-c.o-c.f");
        page.until_heading(MISSING);
        assert_eq!(page.attribute("main", "data-verdict"), None);
        assert_eq!(page.attribute("main", "data-leader"), None);
        is_faulty.store(false, Ordering::SeqCst);
        page.click("#try-again");
        page.until("the result is there", "document.querySelector('main[data-verdict]')");
    });
}

/// What keeps the result up to now comes with the code of the result.
#[test]
fn starting_again_removes_nothing_until_the_result_can_be_kept() {
    with_fault(Fault::Cut, |page, _, is_faulty| {
        page.open("#/quiz/calls");
        page.store(&Persona::named("02-commuter").document());
        page.open("#/quiz/calls");
        let stored = page.stored_text();
        page.click("#start-again");
        page.click_named(".so-far .notice button", "Remove my answers");
        page.until("it says so", "all('.so-far .notice p').length === 3");
        assert_eq!((page.stored_text(), page.count(".so-far tr") > 0), (stored, true));
        is_faulty.store(false, Ordering::SeqCst);
        page.click_named(".so-far .notice button", "Remove my answers");
        page.until("the answers are gone", "all('.so-far').length === 0");
        page.go("#/data");
        page.until("the result is kept", "all('[data-run]').length === 1");
    });
}

#[test]
fn file_that_never_arrives_gives_the_message() {
    with_fault(Fault::Stall, |page, _, _| {
        page.open("#/quiz/calls");
        page.go("#/method");
        page.until("it says that it is loading", "all('#live [role=status]').length === 1");
        page.until_late("it gives up", "document.querySelector('#try-again')");
    });
}

#[test]
fn room_that_is_entered_without_a_network_opens_when_it_is_back() {
    Setup::default().inject(NO_WORKER).noisy().run(|page| {
        page.open("#/quiz/calls");
        page.set_offline(true);
        page.go("#/data");
        page.until_heading(MISSING);
        page.set_offline(false);
        page.click("#try-again");
        page.until_heading("Your data");
    });
}

/// With a service worker, one visit to the guide brings everything.
#[test]
fn room_that_was_never_entered_opens_offline_after_a_visit() {
    Setup::default().run(|page| {
        page.open("#/");
        let is_active = "return navigator.serviceWorker.ready.then((it) => Boolean(it.active))";
        assert!(page.eval::<bool>(is_active, json!([])));
        page.reload();
        page.set_offline(true);
        page.go("#/method");
        page.until_heading("How it works");
    });
}
