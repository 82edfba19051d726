//! Links to a result: opening one shows that result and leaves the visitor's own answers unchanged.

use serde_json::json;

use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// The link that the result shows.
#[track_caller]
fn link(page: &Page) -> String {
    page.wait("the link is shown", || {
        page.attribute("#link", "value").filter(|link| link.contains("#/result?a=2"))
    })
}

/// Shows a persona's result.
#[track_caller]
fn show_result(page: &Page, persona: &Persona) {
    page.come_back_with(&persona.document());
    page.go("#/result");
    page.until_view("result");
}

/// Makes the link to a persona's result, empties storage, and returns the link's hash.
#[track_caller]
fn make_link(page: &Page, persona: &Persona) -> String {
    show_result(page, persona);
    take_link(page)
}

/// Reads the link to the result that is shown, empties storage, and returns the link's hash.
#[track_caller]
fn take_link(page: &Page) -> String {
    let link = link(page);
    page.eval::<()>("localStorage.clear()", json!([]));
    assert!(link.starts_with(page.address()), "{link}");
    assert!(link.len() <= 2_000, "{link}");
    link[page.address().len()..].trim_start_matches('/').to_owned()
}

#[test]
fn links_restore_the_result_they_were_made_from() {
    visit("#/result", |page| {
        for persona in Persona::all().iter().step_by(3) {
            show_result(page, persona);
            let before = page.reading();
            persona.fits(&before);
            let hash = take_link(page);
            page.open(&hash);
            assert_eq!(page.reading(), before, "{}: {hash}", persona.name);
            assert_eq!(page.count("#shared"), 1);
            assert_eq!(
                link(page),
                format!("{}/{hash}", page.address()),
                "the shared result should have the same link"
            );
            assert_eq!(page.stored_text(), None, "opening a link should store nothing");
        }
    });
}

#[test]
fn opening_a_link_keeps_own_answers_until_the_shared_ones_are_accepted() {
    visit("#/result", |page| {
        let theirs = make_link(page, &Persona::named("28-light-traveller"));
        let own = Persona::named("02-commuter");
        page.come_back_with(&own.document());
        page.go("#/result");
        page.until_view("result");
        let mine = page.reading();
        page.go(&theirs);
        page.until("the notice is shown", "all('#shared').length === 1");
        let shared = page.until_other_than(&mine);
        assert_eq!(page.title(), "A shared result – Headphones or IEMs");
        // Editing the shared result does not change the visitor's own answers either.
        page.edit("calls");
        page.select("calls", "daily");
        page.until_chosen("calls", &["daily"]);
        assert_eq!(page.stored_text(), Some(own.document()));
        page.reload();
        assert_eq!((page.reading(), page.stored_text()), (shared.clone(), Some(own.document())));
        page.click_named("a", "Show my own result");
        page.until("the notice is gone", "all('#shared').length === 0");
        assert_eq!(page.reading(), mine);
        page.back();
        page.until("the notice is shown", "all('#shared').length === 1");
        page.click_named("button", "Use these answers");
        page.until("the notice is gone", "all('#shared').length === 0");
        assert_eq!(page.reading(), shared);
        page.until("a result is kept", "all('[data-run]').length");
        assert_eq!(
            page.attributes("[data-run]", "data-run"),
            [mine.leader],
            "the own result should be kept as a snapshot"
        );
        page.reload();
        assert_eq!(page.reading(), shared);
    });
}

#[test]
fn shared_result_hides_own_sections_and_leaves_the_quiz_empty() {
    visit("#/result", |page| {
        let theirs = make_link(page, &Persona::named("28-light-traveller"));
        page.open(&theirs);
        assert_eq!(page.count("[aria-labelledby=result-runs]"), 0);
        page.go("#/quiz/hours");
        page.until_view("quiz");
        assert_eq!(page.chosen("hours"), Vec::<String>::new());
    });
}

#[test]
fn copy_button_copies_the_link() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        let expected = link(page);
        page.eval::<()>(
            "addEventListener('copy', () => { window.copied = getSelection().toString() ||
                document.activeElement.value; })",
            json!([]),
        );
        page.click_named("button", "Copy the link");
        page.until(
            "the status says that it was copied",
            "all('[role=status]').some((e) => words(e) === 'Copied.')",
        );
        assert_eq!(page.eval::<String>("return window.copied", json!([])), expected);
        assert!(page.eval::<bool>("return document.activeElement.id === 'link'", json!([])));
    });
}

/// In such a link a missing part cannot be noticed, so the notice says more than for other links.
#[test]
fn link_in_format_1_is_shown_with_a_caveat() {
    visit("#/result", |page| {
        let theirs = make_link(page, &Persona::named("28-light-traveller"));
        page.open(&theirs);
        let usual = page.text("#shared");
        page.open("#/result?a=1-c.o-c.f");
        let words = page.text("#shared");
        assert_ne!(page.reading().verdict, "");
        assert!(words.len() > usual.len(), "{words}");
        page.open("#/result?a=1-c.o_zz.o-c.f");
        assert_eq!(page.heading(), "This link cannot be read");
    });
}

/// Malicious and malformed codes.
const MALFORMED: [&str; 30] = [
    "",
    "1",
    "1-",
    "2-c.o",
    "0",
    "-",
    "_",
    ".",
    "1-c",
    "1-c.o.o",
    "1-c.o_c.o",
    "1-<script>",
    "1-<img src=x onerror=alert(1)>",
    "%00",
    "1-%00",
    "1-c.o%0A",
    "1-\u{202e}",
    "🎧",
    "1-🎧.o",
    "__proto__",
    "1-__proto__.o",
    "constructor",
    "1----i.ru.9",
    "1---h.3",
    "1-SS",
    "null",
    "1-c.o-c.f-h.4-i.ru.3-x",
    "{\"version\":1}",
    "eyJ2IjoxfQ==",
    "javascript:alert(1)",
];

/// [`MALFORMED`], variations of a valid code with one character replaced, and two very long codes.
fn hostile_codes() -> Vec<String> {
    let mut all: Vec<String> = MALFORMED.map(str::to_owned).to_vec();
    let base = "1-c.o_f.s-c.f_h.g.h_w.l_t.b_Sm.d-scene.2_t.4-i.lw.0";
    for at in 0..base.len() {
        for with in ["<", "%", "é", "A", "--", "..", "&", "#", "~", "\\"] {
            all.push(format!("{}{with}{}", &base[..at], &base[at + 1..]));
        }
    }
    all.push("a".repeat(1_950));
    all.push("1-".repeat(5_000));
    all
}

/// Opens the given links in turn. Returns those that show neither a result nor the expected view.
const OPEN_LINKS: &str = "
    const [codes, expected] = a;
    const live = document.querySelector('#live');
    const next = () => new Promise((done) => setTimeout(done));
    const go = async (hash) => {
        const changed = new Promise((done) =>
            addEventListener('hashchange', done, { once: true }));
        location.hash = hash;
        await changed;
        await next(); await next(); await next();
    };
    return (async () => {
        const wrong = [];
        for (const code of codes) {
            await go('#/quiz/hours');
            await go(`#/result?a=${code}`);
            const view = document.querySelector('main').dataset.view;
            const focus = document.activeElement?.tagName;
            if (view === 'result' && !live.querySelector('script, img')) continue;
            if (view !== 'not-found' || live.innerHTML !== expected || focus !== 'H1')
                wrong.push([code, view, focus]);
        }
        return wrong;
    })();";

#[test]
fn unreadable_links_all_show_the_same_error_view() {
    visit("#/result?a=1", |page| {
        let html = "return document.querySelector('#live').innerHTML";
        let expected: String = page.eval(html, json!([]));
        assert_eq!(page.heading(), "This link cannot be read");
        page.until("the heading has focus", "document.activeElement?.tagName === 'H1'");
        let own = Persona::named("02-commuter").document();
        page.come_back_with(&own);
        let codes = hostile_codes();
        assert!(codes.len() >= 500, "{}", codes.len());
        let mut opened = 0;
        for chunk in codes.chunks(100) {
            let wrong: Vec<Vec<Option<String>>> = page.eval(OPEN_LINKS, json!([chunk, expected]));
            assert_eq!(wrong, Vec::<Vec<Option<String>>>::new());
            opened += chunk.len();
        }
        assert_eq!((opened, page.stored_text()), (codes.len(), Some(own)));
    });
}
