//! The result: the verdict, its numbers, and what follows from them.

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// The result of a persona who has been here before.
fn result_of(name: &str, test: impl FnOnce(&Page, &Persona)) {
    let persona = Persona::named(name);
    visit("#/result", |page| {
        page.come_back_with(&persona.document());
        test(page, &persona);
    });
}

#[test]
fn every_persona_gets_a_result_that_fits_and_adds_up() {
    visit("#/result", |page| {
        for persona in Persona::all() {
            page.come_back_with(&persona.document());
            let reading = page.reading();
            persona.fits(&reading);
            if let Some((points, out)) = reading.types.get(&reading.leader) {
                let remaining = reading.types.values().filter(|(_, out)| out.is_none());
                let most = remaining.map(|(points, _)| points).max();
                assert_eq!((Some(points), out), (most, &None), "{}", persona.name);
                adds_up(page, *points);
                argues(page);
            }
        }
    });
}

/// The lines of the ledger add up to its total, and that is the leader's points.
#[track_caller]
fn adds_up(page: &Page, points: i32) {
    let (lines, total) = page.breakdown();
    assert!(!lines.is_empty());
    assert_eq!(lines.iter().sum::<i32>(), total, "{lines:?}");
    assert_eq!(total, points);
}

/// What speaks against the leader is as visible as what speaks for it.
#[track_caller]
fn argues(page: &Page) {
    let against = page.count("main .reasons.against li") > 0;
    let words = page.text("main");
    assert!(words.contains("What speaks against it"));
    assert!(against || words.contains("Nothing you answered counts against it."));
}

#[test]
fn the_verdict_is_in_words_with_reasons_on_both_sides() {
    visit("#/result", |page| {
        let mut led = Persona::all().into_iter().filter(|persona| persona.leaders.len() == 1);
        let persona = led.find(|persona| {
            page.come_back_with(&persona.document());
            page.count("main .reasons.against li") > 0
        });
        let persona = persona.expect("something speaks against some leader");
        let device_types = content::device_types();
        let leader = device_types.iter().find(|device_type| device_type.id == persona.leaders[0]);
        let title = &leader.expect("one leads").title;
        assert!(page.heading().contains(title), "{} is not in “{}”", title, page.heading());
        assert!(page.text("main").contains(&persona.verdict));
        assert!(page.count("main .reasons:not(.against) li") > 0);
        assert!(page.count("main .reasons .source") > 0, "reasons carry their evidence");
    });
}

#[test]
fn what_a_shop_needs_is_there() {
    result_of("12-side-sleeper", |page, _| {
        let words = page.text("main");
        for part in ["Search for", "Filter by", "Price to expect", "Also buy", "regret", "“I want"]
        {
            assert!(words.contains(part), "no “{part}”");
        }
        assert!(page.count("main .ticks li") >= 3, "a test to do in the shop");
    });
}

#[test]
fn every_ruled_out_type_says_which_answer_does_it() {
    result_of("17-nothing-in-ears", |page, _| {
        let reading = page.reading();
        for device_type in ["iem", "custom-iem", "tws-anc"] {
            let (_, out) = &reading.types[device_type];
            assert_eq!(out.as_deref(), Some("in-canal"), "{device_type}");
            let sentence = page.text(&format!("[data-type={device_type}]"));
            let questions = content::questions();
            let exclusion = questions[0].options[2].excludes.as_ref().expect("it rules out");
            assert!(sentence.contains(&exclusion.why), "{sentence}");
        }
        assert_eq!(page.count("[data-type=iem] svg.bar"), 0, "a line each, not a bar");
    });
}

#[test]
fn a_conflict_says_what_to_relax_and_that_way_out_works() {
    result_of("18-neither", |page, persona| {
        let before = page.reading();
        persona.fits(&before);
        assert!(before.types.values().all(|(_, out)| out.is_some()));
        let words = page.text("main");
        assert!(words.contains("rules out"), "which answers do it");
        assert!(page.count("main [data-signpost]") > 0, "what lies outside the seven types");
        page.click_named("main button", "Skip");
        let after = page.until_other_than(&before);
        assert_ne!(after.word, "conflict");
        assert!(after.types.values().any(|(_, out)| out.is_none()));
    });
}

#[test]
fn a_close_call_names_both_types_and_what_separates_them() {
    let close = Persona::all().into_iter().find(|persona| persona.verdict == "close");
    let close = close.expect("there is a persona with a close call");
    result_of(&close.name, |page, _| {
        assert!(page.heading().contains(", or "), "{}", page.heading());
        assert!(page.text("main").contains("What separates them"));
        assert_eq!(page.count("main table.compare .compare-types th"), 2);
    });
}

#[test]
fn a_reload_finds_the_same_verdict_and_answers() {
    let persona = Persona::named("36-places-double");
    visit("#/quiz", |page| {
        let before = page.walk(&persona);
        let answers = page.texts("table.answers tr");
        page.reload();
        assert_eq!(page.reading(), before);
        assert_eq!(page.texts("table.answers tr"), answers);
        page.open("#/result");
        assert_eq!(page.reading(), before, "and so does a new visit");
    });
}
