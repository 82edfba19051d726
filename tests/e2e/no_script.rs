//! Without JavaScript, all texts of the guide, the quiz and the method page are readable: the guide in
//! the page itself, the others in pages that it links to.

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::session::Setup;

/// Opens a page of the site without JavaScript.
fn without_script(address: &str, test: impl FnOnce(&Page)) {
    Setup::default().pref("profile.managed_default_content_settings.javascript", 2).run(|page| {
        page.load(address);
        test(page);
    });
}

/// All visible text of the page, with every part open: a part opens without a script.
fn words(page: &Page) -> String {
    let script = "
        for (const part of document.querySelectorAll('details')) part.open = true;
        return document.body.innerText.replace(/\\s+/g, ' ')";
    page.eval(script, json!([]))
}

#[track_caller]
fn contains(words: &str, text: &str) {
    assert!(words.contains(text), "“{text}” is missing");
}

#[test]
fn guide_is_complete() {
    without_script("", |page| {
        assert_eq!(page.attribute("html", "data-app").as_deref(), Some("prerendered"));
        let words = words(page);
        for section in content::guide().sections {
            contains(&words, &section.title);
            for block in section.body {
                let text = block.heading.or(block.fact).or(block.take);
                contains(&words, &content::plain(&text.expect("a block should have text")));
            }
        }
        assert_eq!(page.count("table.compare .compare-types th"), content::DEVICE_TYPES.len());
    });
}

#[test]
fn quiz_shows_every_question_and_option() {
    without_script("quiz.html", |page| {
        let words = words(page);
        contains(&words, &content::context_question().title);
        for context in content::contexts() {
            contains(&words, &context.label);
        }
        for question in content::questions() {
            contains(&words, &question.title);
            for option in question.options {
                contains(&words, &option.label);
            }
        }
        for (name, values) in content::controls() {
            assert_eq!(page.attributes(&format!("input[name='{name}']"), "value"), values);
        }
    });
}

#[test]
fn method_page_shows_every_reason() {
    without_script("method.html", |page| {
        let words = words(page);
        contains(&words, "From points to a verdict");
        for device_type in content::device_types() {
            for rating in device_type.ratings.values() {
                contains(&words, &content::plain(&rating.why));
            }
        }
    });
}

#[test]
fn note_says_what_needs_javascript() {
    without_script("", |page| {
        assert!(page.text("#without").contains("need JavaScript"));
        assert_eq!(page.count("#failed"), 0, "there should be no failure message");
    });
}

#[test]
fn navigation_leads_to_the_links_of_the_static_pages() {
    for (name, heading) in [("Quiz", "All questions on one page"), ("How it works", "How it works")]
    {
        without_script("", |page| {
            page.click_named("nav a", name);
            page.click(":target a");
            page.until("the page is there", "all('h1').length === 1");
            assert_eq!(page.text("h1"), heading);
            page.click_named("nav a", "Headphones or IEMs");
            page.until("the guide is back", "all('#guide').length === 1");
        });
    }
}
