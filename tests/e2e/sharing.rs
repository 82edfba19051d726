//! What others see of the page who do not visit it: previews of a shared link, and search engines.

use std::fs;

use serde_json::{Value, json};

use crate::bench;
use crate::content;
use crate::page::Page;
use crate::session::visit;

/// The content of a tag in the head.
#[track_caller]
fn tag(page: &Page, name: &str) -> String {
    let css = format!("head meta:is([property='{name}'], [name='{name}'])");
    page.attribute(&css, "content").unwrap_or_else(|| panic!("there is no `{name}`"))
}

#[test]
fn a_shared_link_shows_title_description_and_picture() {
    visit("#/", |page| {
        let title = page.title();
        let (title, _) = title.split_once(" – ").expect("the site follows the page");
        assert_eq!(tag(page, "og:title"), title);
        assert_eq!(tag(page, "og:description"), tag(page, "description"));
        assert_eq!(tag(page, "og:type"), "article");
        assert_eq!(tag(page, "twitter:card"), "summary_large_image");
        assert!(tag(page, "og:image:alt").contains(&page.heading()));
        let picture = fs::read(bench::dist().join(tag(page, "og:image"))).expect("it is there");
        let size = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
        assert_eq!(&picture[1..4], b"PNG");
        assert_eq!((size(16), size(20)), (1200, 630));
        let asked = page.requests();
        assert!(asked.iter().all(|url| !url.contains("preview")), "visitors do not pay for it");
    });
}

/// What the page says about itself in the words of schema.org.
#[track_caller]
fn structured(page: &Page) -> Vec<Value> {
    let script =
        "return document.querySelector('script[type=\"application/ld+json\"]').textContent";
    let text: String = page.eval(script, json!([]));
    let data: Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array().expect("it has parts").clone()
}

#[test]
fn search_engines_read_an_article_and_questions_in_the_words_of_the_guide() {
    visit("#/", |page| {
        let parts = structured(page);
        let of = |kind: &str| parts.iter().find(|part| part["@type"] == kind).expect(kind);
        assert_eq!(of("Article")["headline"], tag(page, "og:title"));
        assert_eq!(of("Article")["image"], tag(page, "og:image"));
        let blocks = content::guide().sections.into_iter().flat_map(|section| section.body);
        let said: Vec<String> = blocks
            .filter_map(|block| block.fact.or(block.take))
            .map(|it| content::plain(&it))
            .collect();
        let questions = of("FAQPage")["mainEntity"].as_array().expect("it asks").clone();
        assert!(questions.len() >= 2);
        for question in questions {
            assert_eq!(question["@type"], "Question");
            assert!(question["name"].as_str().is_some_and(|name| name.ends_with('?')));
            let answer = question["acceptedAnswer"]["text"].as_str().expect("it answers");
            assert!(said.iter().any(|text| text.contains(answer)), "the guide has no “{answer}”");
        }
    });
}

#[test]
fn the_policy_takes_no_offence_at_data() {
    let watch = "window.offences = [];
        document.addEventListener('securitypolicyviolation', (e) => offences.push(e.violatedDirective))";
    crate::session::Setup::default().inject(watch).run(|page| {
        page.open("#/");
        assert_eq!(page.eval::<Vec<String>>("return offences", json!([])), [""; 0]);
        let add = "const script = document.createElement('script');
                   script.textContent = 'window.ran = true';
                   document.head.append(script);
                   return new Promise((done) => setTimeout(() => done([offences, 'ran' in window])))";
        let (offences, ran): (Vec<String>, bool) = page.eval(add, json!([]));
        // Once by the policy in the page, and once by the one in the header.
        assert_eq!((offences.len(), ran), (2, false), "a script that is code is refused");
        page.errors();
    });
}
