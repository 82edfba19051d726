//! "Save page as": a page that was saved while the app was running, or after it had failed, and is opened
//! from another place. It is left as it was saved, with a notice that it is a copy.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::json;
use xtask::server::Server;

use crate::content;
use crate::faulty::{Fault, Faulty};
use crate::fixture::{self, Folder};
use crate::page::Page;
use crate::persona::Persona;
use crate::session::Setup;
use crate::single_file::encoded;

/// The page as a browser saves it.
fn outer_html(page: &Page) -> String {
    page.eval("return document.documentElement.outerHTML", json!([]))
}

/// All visible text of the page, without the notice about the copy.
fn words(page: &Page) -> String {
    let script = "const notice = document.getElementById('copy');
        const text = document.body.innerText.replace(notice.innerText, '');
        return text.replace(/\\s+/g, ' ').trim()";
    page.eval(script, json!([]))
}

/// Opens a file from a folder and from a server on which something is stored, and runs `test` on each.
fn opened(page: &Page, html: &str, test: impl Fn(&Page)) {
    let folder = Folder::new("saved");
    let deep = folder.path().join("Saved pages/50% off #1");
    fs::create_dir_all(&deep).expect("a folder can be made");
    let file = deep.join("Your result – Headphones or IEMs.html");
    fs::write(&file, html).expect("the page should be written");
    fs::write(folder.path().join("index.html"), "<!doctype html><link rel=icon href=data:,>")
        .expect("the page should be written");
    let server = Server::start(folder.path(), 0).expect("the server should start");
    let within = file.strip_prefix(folder.path()).expect("it is in the folder");
    let url = |path: &Path| encoded(&path.to_string_lossy());
    for address in
        [format!("file://{}", url(&file)), format!("{}/{}", server.address(), url(within))]
    {
        if address.starts_with("http") {
            page.run(page.driver().goto(server.address()));
            let store = "Object.assign(localStorage, { 'headphones-or-iems': '{damaged',
                'headphones-or-iems.theme': 'dark', other: 'theirs' })";
            page.eval::<()>(store, json!([]));
        }
        let before = stored(page);
        page.run(page.driver().goto(&address));
        page.until("the notice is there", "all('#copy').length");
        assert_eq!(page.text("#copy h2"), "This is a saved copy", "{address}");
        // Its app would have started or failed by now, if it were not left alone.
        page.eval::<()>("setTimeout(() => { window.isLater = true; }, 300)", json!([]));
        page.until("it is later", "window.isLater");
        test(page);
        assert_eq!(page.count("#failed [role=alert], #failed button, #update"), 0, "{address}");
        let read = words(page);
        for wrong in ["null", "could not start", "did not load", "guide below", "undefined"] {
            assert!(!read.contains(wrong), "“{wrong}” is in {read}");
        }
        if address.starts_with("http") {
            assert_eq!(stored(page), before, "what is stored should stay as it is");
        }
    }
}

fn stored(page: &Page) -> BTreeMap<String, String> {
    page.eval("return location.protocol === 'http:' ? { ...localStorage } : {}", json!([]))
}

/// Saves the site at a hash, once its heading is there, and opens the copy.
fn is_left_alone(site: &str, hash: &str, document: &str) {
    Setup::default().noisy().at(site.to_owned()).run(|page| {
        page.open(hash);
        page.come_back_with(document);
        let (state, heading) = (page.attribute("html", "data-app"), page.heading());
        let (text, html) = (words(page), outer_html(page));
        opened(page, &html, |page| {
            assert_eq!(page.attribute("html", "data-app"), state);
            assert_eq!(page.heading(), heading);
            assert_eq!(words(page), text, "nothing should be removed or added");
        });
    });
}

#[test]
fn copy_of_every_view_is_left_as_it_was_saved() {
    let document = Persona::named("02-commuter").document();
    for hash in ["#/result", "#/quiz/annoys", "#/quiz/all", "#/data", "#/method", "#/", "#/nowhere"]
    {
        is_left_alone(&fixture::site(), hash, &document);
    }
}

#[test]
fn copy_of_the_embedded_page_is_left_as_it_was_saved() {
    let document = Persona::named("02-commuter").document();
    is_left_alone(&fixture::site(), "embed.html#/result", &document);
}

#[test]
fn copy_of_the_single_file_is_left_as_it_was_saved() {
    let file = fixture::dist().join("headphones-or-iems.html");
    let site = format!("file://{}", encoded(&file.to_string_lossy()));
    let document = Persona::named("36-places-double").document();
    is_left_alone(&site, "#/result", &document);
}

#[test]
fn copy_of_a_copy_is_a_copy() {
    let document = Persona::named("02-commuter").document();
    let link = |page: &Page| page.attribute("#copy a", "href");
    Setup::default().noisy().run(|page| {
        page.open("#/result");
        page.come_back_with(&document);
        let (text, html) = (words(page), outer_html(page));
        let again = std::cell::OnceCell::new();
        opened(page, &html, |page| {
            assert_eq!(link(page), Some(format!("{}/", fixture::site())), "where it came from");
            again.get_or_init(|| outer_html(page));
        });
        opened(page, again.get().expect("it was opened"), |page| {
            assert_eq!(words(page), text);
            assert_eq!(link(page), Some(format!("{}/", fixture::site())));
        });
    });
}

/// What was stored is in the copy too, and the notice of the failure is not.
#[test]
fn copy_of_a_failed_page_keeps_the_visitors_data() {
    let faulty = Faulty::start(&fixture::dist(), |asked| {
        if asked.name.rsplit('.').next() == Some("wasm") { Fault::Cut } else { Fault::None }
    });
    let panic = "document.documentElement.dataset.app = 'failed'";
    for (site, act) in [(faulty.address(), "0"), (fixture::site(), panic)] {
        Setup::default().noisy().at(site).run(|page| {
            page.load("#/quiz");
            page.eval::<()>(
                "localStorage.setItem('headphones-or-iems', a)",
                json!("{\"version\":1}"),
            );
            page.load("#/quiz");
            page.until("it has come", "document.documentElement.dataset.app !== 'prerendered'");
            page.eval::<()>(act, json!([]));
            page.until("it has failed", "all('#failed h2').length");
            let html = outer_html(page);
            opened(page, &html, |page| {
                assert_eq!(page.attribute("html", "data-app").as_deref(), Some("failed"));
                let kept: String = page.eval("return all('#failed textarea')[0].value", json!([]));
                assert_eq!(kept, "{\"version\":1}");
                for section in content::guide().sections {
                    assert!(words(page).contains(&section.title), "{}", section.title);
                }
            });
        });
    }
}

/// Saved before the app was ready.
#[test]
fn copy_of_a_page_that_had_not_started_shows_the_guide() {
    let server = Faulty::start(&fixture::dist(), |asked| {
        if asked.name.rsplit('.').next() == Some("wasm") { Fault::Stall } else { Fault::None }
    });
    for hash in ["#/", "#/quiz/hours"] {
        Setup::default().noisy().endless().at(server.address()).run(|page| {
            page.load(hash);
            page.until("the page has come", "document.getElementById('update')");
            let html = outer_html(page);
            assert_eq!(page.attribute("html", "data-app").as_deref(), Some("prerendered"));
            opened(page, &html, |page| assert_eq!(page.count("#guide h1"), 1));
        });
    }
}
