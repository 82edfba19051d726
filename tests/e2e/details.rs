//! The details of the content are a file that comes with the first room. Without it the visitor gets
//! words and another try, also if the code of the room has come.

use std::sync::atomic::Ordering;

use serde_json::json;

use crate::content;
use crate::faulty::{Fault, Faulty};
use crate::page::Page;
use crate::persona::Persona;
use crate::rooms::{MISSING, chunk_requests, with_fault_in};
use crate::session::visit;

fn is_details(name: &str) -> bool {
    name.contains("-iems-details-")
}

/// How often the details were asked for.
fn asked(server: &Faulty) -> usize {
    chunk_requests(server).iter().filter(|name| is_details(name)).count()
}

/// Waits until "How it works" has the sources, which are in the details.
fn until_sources(page: &Page) {
    let words = format!("All {} sources", content::sources().len());
    let has = format!("document.getElementById('live').textContent.includes('{words}')");
    page.until("the sources are listed", &has);
}

/// The words in place of the rooms, the rest of the app, and what "Try again" brings once the fault is
/// gone.
fn message_and_retry(fault: Fault) {
    with_fault_in(is_details, fault, |page, server, is_faulty| {
        page.open("#/quiz/calls");
        assert_eq!(asked(server), 0, "the quiz needs no details");
        page.click_named("nav a", "How it works");
        page.until_heading(MISSING);
        page.until("focus is on it", "document.activeElement.matches('#live h1')");
        page.go("#/quiz/calls");
        page.select("calls", "daily");
        page.until_chosen("calls", &["daily"]);
        page.go("#/result");
        page.until_heading(MISSING);
        let before = asked(server);
        page.click("#try-again");
        page.wait("they are asked for again", || (asked(server) > before).then_some(()));
        page.until("it has been tried again", "all('#try-again').length === 1");
        is_faulty.store(false, Ordering::SeqCst);
        page.click("#try-again");
        page.until("the room is there", "document.querySelector('#live .verdict')");
        page.until("focus is on its heading", "document.activeElement.id === 'verdict'");
        let once = asked(server);
        page.go("#/method");
        until_sources(page);
        assert_eq!(asked(server), once, "what is there is not asked for");
        assert_eq!(page.count("#failed"), 0, "the app has not failed");
    });
}

#[test]
fn missing_details_give_a_message_and_another_try() {
    // As after a deploy, which has brought a file with another name.
    message_and_retry(Fault::Other("headphones-or-iems-details-00000000.txt"));
}

#[test]
fn another_page_in_place_of_the_details_gives_a_message_and_another_try() {
    // As from hosts that answer with the page whatever is asked for.
    message_and_retry(Fault::Other("index.html"));
}

#[test]
fn truncated_details_give_a_message_and_another_try() {
    message_and_retry(Fault::Cut);
}

#[test]
fn damaged_details_give_a_message_and_another_try() {
    message_and_retry(Fault::Bit);
}

#[test]
fn details_that_never_arrive_give_the_message() {
    with_fault_in(is_details, Fault::Stall, |page, _, _| {
        page.open("#/quiz/calls");
        page.go("#/method");
        page.until("it says that it is loading", "all('#live [role=status]').length === 1");
        page.until_late("it gives up", "document.querySelector('#try-again')");
    });
}

/// Hosts name the type of a text in several ways.
#[test]
fn details_of_another_content_type_are_read() {
    with_fault_in(is_details, Fault::Type, |page, _, _| {
        page.open("#/method");
        until_sources(page);
    });
}

#[test]
fn comparison_stays_as_prerendered_until_the_details_come() {
    let touch = "document.querySelector('#compare .opener')
        .dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))";
    with_fault_in(is_details, Fault::Cut, |page, server, is_faulty| {
        page.open("#/");
        page.eval::<()>(touch, json!([]));
        page.wait("they are asked for twice", || (asked(server) > 1).then_some(()));
        assert_eq!(page.count("#compare[data-live], #failed"), 0);
        is_faulty.store(false, Ordering::SeqCst);
        page.wait("the comparison is live", || {
            page.eval::<()>(touch, json!([]));
            (page.count("#compare[data-live]") == 1).then_some(())
        });
        page.click("[data-criterion=rumble] .opener");
        page.until("the reasons are there", "all('.compare-why li').length > 1");
    });
}

/// A style that the policy does not allow has no rules.
const RULES: &str =
    "[...document.querySelectorAll('style')].map((it) => it.sheet?.cssRules.length ?? 0)";

#[test]
fn styles_of_rooms_come_once_and_with_the_details() {
    visit("#/quiz/calls", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        let rules = || page.eval::<Vec<usize>>(&format!("return {RULES}"), json!([]));
        assert_eq!(rules().len(), 1, "the quiz has its styles in the page");
        for (room, there) in [("#/result", ".verdict"), ("#/method", ".lines"), ("#/data", "h1")] {
            page.go(room);
            page.until(room, &format!("document.querySelector('#live {there}')"));
            let rules = rules();
            assert!(rules.len() == 2 && !rules.contains(&0), "{room}: {rules:?}");
        }
    });
}

/// The classes with styles that only rooms have, in the guide as the build rendered it.
const UNSTYLED: &str = "
    const [main, rooms] = a.map((css) => new Set(css.match(/\\.[a-z][a-z0-9-]*/g)));
    const given = [...document.querySelectorAll('body [class]')].flatMap((it) => [...it.classList]);
    return [...new Set(given)].filter((it) => rooms.has('.' + it) && !main.has('.' + it));
";

#[test]
fn guide_needs_no_styles_of_rooms() {
    visit("#/", |page| {
        let file = "document.getElementById('details').dataset.file";
        let text: String =
            page.eval(&format!("return fetch({file}).then((it) => it.text())"), json!([]));
        let (_, rooms) = text.split_once("<style>").expect("the styles follow the details");
        let main: String =
            page.eval("return document.querySelector('style').textContent", json!([]));
        let unstyled: Vec<String> = page.eval(UNSTYLED, json!([main, rooms]));
        assert_eq!(unstyled, Vec::<String>::new());
    });
}

#[test]
fn result_has_its_advice_wherever_the_visitor_comes_from() {
    visit("#/quiz/calls", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        page.go("#/result");
        page.until("there is advice", "document.querySelector('[aria-labelledby=result-shop] dd')");
    });
}
