//! Metadata for those who do not open the page: previews of shared links, and search engines.

use std::fs;

use serde_json::{Value, json};

use crate::content;
use crate::fixture;
use crate::page::Page;
use crate::session::visit;

/// The content of the `meta` tag with this name or property.
#[track_caller]
fn tag(page: &Page, name: &str) -> String {
    let css = format!("head meta:is([property='{name}'], [name='{name}'])");
    page.attribute(&css, "content").unwrap_or_else(|| panic!("there is no `{name}` tag"))
}

#[test]
fn preview_has_title_description_and_image() {
    visit("#/", |page| {
        let title = page.title();
        let (title, _) =
            title.split_once(" – ").expect("the title should end with the name of the site");
        assert_eq!(tag(page, "og:title"), title);
        assert_eq!(tag(page, "og:description"), tag(page, "description"));
        assert_eq!(tag(page, "og:type"), "article");
        assert_eq!(tag(page, "twitter:card"), "summary_large_image");
        assert!(tag(page, "og:image:alt").contains(&page.heading()));
        let image = fs::read(fixture::dist().join(tag(page, "og:image")))
            .expect("the preview image should exist");
        let size = |at: usize| u32::from_be_bytes(image[at..at + 4].try_into().unwrap());
        assert_eq!(&image[1..4], b"PNG");
        assert_eq!((size(16), size(20)), (1200, 630));
        let requests = page.requests();
        assert!(
            requests.iter().all(|url| !url.contains("preview")),
            "visitors should not load the preview image"
        );
    });
}

/// The items of the page's structured data, which uses the vocabulary of schema.org.
#[track_caller]
fn structured_data(page: &Page) -> Vec<Value> {
    let script =
        "return document.querySelector('script[type=\"application/ld+json\"]').textContent";
    let text: String = page.eval(script, json!([]));
    let data: Value = serde_json::from_str(&text).expect("the structured data should be JSON");
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array().expect("the graph should be a list").clone()
}

#[test]
fn structured_data_quotes_the_guide() {
    visit("#/", |page| {
        let items = structured_data(page);
        let of = |kind: &str| items.iter().find(|item| item["@type"] == kind).expect(kind);
        assert_eq!(of("Article")["headline"], tag(page, "og:title"));
        assert_eq!(of("Article")["image"], tag(page, "og:image"));
        let blocks = content::guide().sections.into_iter().flat_map(|section| section.body);
        let texts: Vec<String> = blocks
            .filter_map(|block| block.fact.or(block.take))
            .map(|it| content::plain(&it))
            .collect();
        let questions =
            of("FAQPage")["mainEntity"].as_array().expect("the FAQ should list questions").clone();
        assert!(questions.len() >= 2);
        for question in questions {
            assert_eq!(question["@type"], "Question");
            assert!(question["name"].as_str().is_some_and(|name| name.ends_with('?')));
            let answer =
                question["acceptedAnswer"]["text"].as_str().expect("the answer should have a text");
            assert!(
                texts.iter().any(|text| text.contains(answer)),
                "“{answer}” is not in the guide"
            );
        }
    });
}

#[test]
fn policy_allows_structured_data_but_no_other_inline_script() {
    let watch = "window.violations = [];
        document.addEventListener('securitypolicyviolation',
            (e) => violations.push(e.violatedDirective))";
    crate::session::Setup::default().inject(watch).run(|page| {
        page.open("#/");
        assert_eq!(page.eval::<Vec<String>>("return violations", json!([])), [""; 0]);
        let add = "const script = document.createElement('script');
                   script.textContent = 'window.ran = true';
                   document.head.append(script);
                   return new Promise((done) =>
                       setTimeout(() => done([violations, 'ran' in window])))";
        let (violations, ran): (Vec<String>, bool) = page.eval(add, json!([]));
        // The policy in the page and the one in the header each report it.
        assert_eq!((violations.len(), ran), (2, false), "the policies should block inline code");
        page.errors();
    });
}
