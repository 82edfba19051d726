//! JavaScript off: everything there is to read can be read.

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::session::Setup;

fn without_script(test: impl FnOnce(&Page)) {
    Setup::default().pref("profile.managed_default_content_settings.javascript", 2).run(|page| {
        page.load("");
        assert_eq!(page.attribute("html", "data-app").as_deref(), Some("prerendered"));
        test(page);
    });
}

/// All visible words of the page.
fn words(page: &Page) -> String {
    page.eval("return document.body.innerText.replace(/\\s+/g, ' ')", json!([]))
}

#[track_caller]
fn has(words: &str, text: &str) {
    assert!(words.contains(text), "no “{text}”");
}

#[test]
fn the_words_of_the_guide_are_all_there() {
    without_script(|page| {
        let words = words(page);
        for section in content::guide().sections {
            has(&words, &section.title);
            for block in section.body {
                let text = block.heading.or(block.fact).or(block.take);
                has(&words, &content::plain(&text.expect("a block says something")));
            }
        }
        assert_eq!(page.count("table.compare .compare-types th"), content::DEVICE_TYPES.len());
    });
}

#[test]
fn every_question_and_option_of_the_quiz_can_be_read() {
    without_script(|page| {
        let words = words(page);
        has(&words, &content::places().title);
        for context in content::contexts() {
            has(&words, &context.label);
        }
        for question in content::questions() {
            has(&words, &question.title);
            for option in question.options {
                has(&words, &option.label);
            }
        }
        for (name, values) in content::controls() {
            assert_eq!(page.attributes(&format!("input[name='{name}']"), "value"), values);
        }
    });
}

#[test]
fn every_rule_and_number_can_be_read() {
    without_script(|page| {
        let words = words(page);
        has(&words, "From points to a verdict");
        for device_type in content::device_types() {
            for rating in device_type.ratings.values() {
                has(&words, &content::plain(&rating.why));
            }
        }
    });
}

#[test]
fn a_sentence_says_what_needs_javascript() {
    without_script(|page| {
        let notes = page.texts("noscript");
        assert!(notes.iter().any(|note| note.contains("JavaScript")), "{notes:?}");
        assert!(words(page).contains("need JavaScript"));
        assert_eq!(page.count("#failed"), 0, "nothing has failed");
    });
}

#[test]
fn the_links_at_the_top_lead_to_the_copies_of_quiz_and_method() {
    without_script(|page| {
        for (name, heading) in
            [("Quiz", "All questions on one page"), ("How it works", "How it works")]
        {
            page.click_named("nav a", name);
            let top = format!(
                "all('h1').find((e) => words(e) === '{heading}').getBoundingClientRect().top"
            );
            page.until(&format!("“{heading}” is in sight"), &format!("{top} >= 0 && {top} < 300"));
            page.click_named("nav a", "Guide");
        }
    });
}
