//! The result page: the verdict, its numbers, the reasons, and the advice for buying.

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// Opens the result of a persona whose answers are stored.
fn result_of(name: &str, test: impl FnOnce(&Page, &Persona)) {
    let persona = Persona::named(name);
    visit("#/result", |page| {
        page.come_back_with(&persona.document());
        test(page, &persona);
    });
}

#[test]
fn every_persona_gets_a_fitting_result_whose_points_add_up() {
    visit("#/result", |page| {
        for persona in Persona::all() {
            page.come_back_with(&persona.document());
            let reading = page.reading();
            persona.fits(&reading);
            if let Some((points, out)) = reading.types.get(&reading.leader) {
                let remaining = reading.types.values().filter(|(_, out)| out.is_none());
                let most = remaining.map(|(points, _)| points).max();
                assert_eq!((Some(points), out), (most, &None), "{}", persona.name);
                check_breakdown(page, *points);
                check_reasons(page);
            }
        }
    });
}

/// Checks that the lines of the score breakdown add up to its total, the leader's points.
#[track_caller]
fn check_breakdown(page: &Page, points: i32) {
    let (lines, total) = page.breakdown();
    assert!(!lines.is_empty());
    assert_eq!(lines.iter().sum::<i32>(), total, "{lines:?}");
    assert_eq!(total, points);
}

/// Checks that the result lists the reasons against the leader, or says that there are none.
#[track_caller]
fn check_reasons(page: &Page) {
    let against = page.count("main .reasons.against li") > 0;
    let words = page.text("main");
    assert!(against || words.contains("Nothing you answered counts against it."));
}

#[test]
fn verdict_is_stated_with_reasons_for_and_against() {
    visit("#/result", |page| {
        let mut led = Persona::all().into_iter().filter(|persona| persona.leaders.len() == 1);
        let persona = led.find(|persona| {
            page.come_back_with(&persona.document());
            page.count("main .reasons.against li") > 0
        });
        let persona = persona.expect("some leader should have a reason against it");
        let device_types = content::device_types();
        let leader = device_types.iter().find(|device_type| device_type.id == persona.leaders[0]);
        let title = &leader.expect("the leader should be a known type").title;
        assert!(page.heading().contains(title), "{} is not in “{}”", title, page.heading());
        assert!(page.count("main .reasons:not(.against) li") > 0);
        assert!(page.count("main .reasons .source") > 0, "reasons should link their sources");
    });
}

#[test]
fn buying_advice_is_complete() {
    result_of("12-side-sleeper", |page, _| {
        let words = page.text("main");
        for part in ["Search for", "Filter by", "Price to expect", "Also buy", "regret", "“I want"]
        {
            assert!(words.contains(part), "“{part}” is missing");
        }
        assert!(page.count("main .ticks li") >= 3, "there should be things to check in the shop");
    });
}

#[test]
fn excluded_types_name_the_answer_that_excludes_them() {
    result_of("17-nothing-in-ears", |page, _| {
        let reading = page.reading();
        for device_type in ["iem", "custom-iem", "tws-anc"] {
            let (_, out) = &reading.types[device_type];
            assert_eq!(out.as_deref(), Some("in-canal"), "{device_type}");
            let sentence = page.text(&format!("[data-type={device_type}]"));
            let questions = content::questions();
            let exclusion =
                questions[0].options[2].excludes.as_ref().expect("the option should exclude types");
            assert!(sentence.contains(&exclusion.why), "{sentence}");
        }
        assert_eq!(page.count("[data-type=iem] svg.bar"), 0, "an excluded type should have no bar");
    });
}

#[test]
fn conflict_names_a_relaxation_that_resolves_it() {
    result_of("57-nothing-fits", |page, persona| {
        let before = page.reading();
        persona.fits(&before);
        assert!(before.types.values().all(|(_, out)| out.is_some()));
        let words = page.text("main");
        assert!(words.contains("rules out"), "the page should name the answers that exclude types");
        assert!(
            page.count("main [data-signpost]") > 0,
            "the page should point to products outside the types"
        );
        page.click_named("main button", "Skip");
        let after = page.until_other_than(&before);
        assert_ne!(after.verdict, "conflict");
        assert!(after.types.values().any(|(_, out)| out.is_none()));
    });
}

#[test]
fn close_verdict_names_both_types_and_their_differences() {
    let close = Persona::all().into_iter().find(|persona| persona.verdict == "close");
    let close = close.expect("some persona should have a close verdict");
    result_of(&close.name, |page, _| {
        assert!(page.heading().contains(", or "), "{}", page.heading());
        assert!(page.text("main").contains("What separates them"));
        assert_eq!(page.count("main table.compare .compare-types th"), 2);
    });
}

#[test]
fn reload_keeps_verdict_and_answers() {
    let persona = Persona::named("36-places-double");
    visit("#/quiz", |page| {
        let before = page.walk(&persona);
        let answers = page.texts("table.answers tr");
        page.reload();
        assert_eq!(page.reading(), before);
        assert_eq!(page.texts("table.answers tr"), answers);
        page.open("#/result");
        assert_eq!(page.reading(), before, "a new visit should show the same result");
    });
}
