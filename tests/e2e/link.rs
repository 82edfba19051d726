//! A result as a link: it shows that result, and leaves the visitor's own answers alone.

use serde_json::json;

use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// The link that the result shows.
#[track_caller]
fn link(page: &Page) -> String {
    page.wait("there is a link", || {
        page.attribute("#link", "value").filter(|link| link.contains("#/result?a=1-"))
    })
}

/// The link of a persona, as a visitor makes it; storage is empty after that.
#[track_caller]
fn made_by(page: &Page, persona: &Persona) -> String {
    page.come_back_with(&persona.document());
    page.go("#/result");
    page.until_view("result");
    let link = link(page);
    page.eval::<()>("localStorage.clear()", json!([]));
    assert!(link.starts_with(page.address()), "{link}");
    assert!(link.len() <= 2_000, "{link}");
    link[page.address().len()..].trim_start_matches('/').to_owned()
}

#[test]
fn every_persona_comes_out_of_its_link_as_it_went_in() {
    visit("#/result", |page| {
        for persona in Persona::all().iter().step_by(3) {
            page.come_back_with(&persona.document());
            page.go("#/result");
            page.until_view("result");
            let before = page.reading();
            persona.fits(&before);
            let hash = made_by(page, persona);
            page.open(&hash);
            assert_eq!(page.reading(), before, "{}: {hash}", persona.name);
            assert_eq!(page.count("#shared"), 1);
            assert_eq!(link(page), format!("{}/{hash}", page.address()), "the same again");
            assert_eq!(page.stored_text(), None, "a look leaves nothing");
        }
    });
}

#[test]
fn a_link_leaves_the_visitors_own_answers_alone_until_they_use_it() {
    visit("#/result", |page| {
        let theirs = made_by(page, &Persona::named("28-light-traveller"));
        let own = Persona::named("02-commuter");
        page.come_back_with(&own.document());
        page.go("#/result");
        page.until_view("result");
        let mine = page.reading();
        page.go(&theirs);
        page.until("the notice is there", "all('#shared').length === 1");
        let shared = page.until_other_than(&mine);
        assert_eq!(page.title(), "A shared result – Headphones or IEMs");
        // Trying things out with it changes nothing of one's own either.
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
        page.until("the notice is there", "all('#shared').length === 1");
        page.click_named("button", "Use these answers");
        page.until("the notice is gone", "all('#shared').length === 0");
        assert_eq!(page.reading(), shared);
        assert_eq!(page.attributes("[data-run]", "data-run"), [mine.leader], "it is kept as a run");
        page.reload();
        assert_eq!(page.reading(), shared);
    });
}

#[test]
fn nothing_of_ones_own_is_offered_beside_a_shared_result() {
    visit("#/result", |page| {
        let theirs = made_by(page, &Persona::named("28-light-traveller"));
        page.open(&theirs);
        assert_eq!(page.count("[aria-labelledby=result-runs]"), 0);
        assert_eq!(page.count(".jumps"), 0);
        page.go("#/quiz/hours");
        page.until_view("quiz");
        assert_eq!(page.chosen("hours"), Vec::<String>::new());
    });
}

#[test]
fn the_link_can_be_copied_and_read_from_the_clipboard() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        let expected = link(page);
        page.eval::<()>(
            "addEventListener('copy', () => { window.copied = getSelection().toString() ||
                document.activeElement.value; })",
            json!([]),
        );
        page.click_named("button", "Copy the link");
        page.until("it says so", "all('[role=status]').some((e) => words(e) === 'Copied.')");
        assert_eq!(page.eval::<String>("return window.copied", json!([])), expected);
        assert!(page.eval::<bool>("return document.activeElement.id === 'link'", json!([])));
    });
}

#[test]
fn a_link_with_what_this_version_does_not_know_says_so() {
    visit("#/result?a=1-c.o_zz.o-c.f", |page| {
        let words = page.text("#shared");
        assert!(words.contains("does not know all of its answers"), "{words}");
        assert_ne!(page.reading().word, "");
    });
}

/// Codes that mean harm, and real ones with a letter changed.
fn hostile() -> Vec<String> {
    let written = [
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
    let mut all: Vec<String> = written.map(str::to_owned).to_vec();
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

#[test]
fn five_hundred_hostile_links_make_nothing_but_the_same_words() {
    visit("#/result?a=1", |page| {
        let words = "return document.querySelector('#live').innerHTML";
        let expected: String = page.eval(words, json!([]));
        assert_eq!(page.heading(), "This link cannot be read");
        page.until("it has focus", "document.activeElement?.tagName === 'H1'");
        let own = Persona::named("02-commuter").document();
        page.come_back_with(&own);
        let codes = hostile();
        assert!(codes.len() >= 500, "{}", codes.len());
        let script = "
            const [codes, expected] = a;
            const live = document.querySelector('#live');
            const next = () => new Promise((done) => setTimeout(done));
            const go = async (hash) => {
                const before = location.href;
                const heard = new Promise((done) =>
                    addEventListener('hashchange', done, { once: true }));
                // Chromium ignores whoever goes on more than 200 times in ten seconds.
                for (; location.href === before; await next()) location.hash = hash;
                await heard;
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
        let mut read = 0;
        for some in codes.chunks(100) {
            let wrong: Vec<Vec<Option<String>>> = page.eval(script, json!([some, expected]));
            assert_eq!(wrong, Vec::<Vec<Option<String>>>::new());
            read += some.len();
        }
        assert_eq!((read, page.stored_text()), (codes.len(), Some(own)));
    });
}
