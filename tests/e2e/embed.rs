//! The quiz embedded in an article on another site, as the README describes it.

use std::fs;

use serde_json::json;
use xtask::server::Server;

use crate::content;
use crate::failure::app_file;
use crate::fixture::{self, Folder};
use crate::page::Page;
use crate::persona::Persona;
use crate::session::{Setup, visit};

/// An article that contains the README's embed code. It is served from `localhost`, which to the
/// browser is a different site from `127.0.0.1`.
struct Article {
    _folder: Folder,
    _server: Server,
    address: String,
}

impl Article {
    fn of(site: &str) -> Self {
        let readme = fs::read_to_string(fixture::root().join("README.md"))
            .expect("README.md should be readable");
        let (_, code) = readme.split_once("```html\n").expect("the README should have embed code");
        let (code, _) = code.split_once("```").expect("the code block should end");
        assert!(code.contains("https://example.org/embed.html"), "no address to replace in {code}");
        let code = code.replace("https://example.org", site);
        let folder = Folder::new("article");
        let page = format!(
            "<!doctype html><title>Article</title><link rel=icon href=data:,>\
             <p>Before</p>{code}<p>After</p>"
        );
        fs::write(folder.path().join("index.html"), page).expect("the article should be written");
        let server = Server::start(folder.path(), 0).expect("the server should start");
        let address = server.address().replace("127.0.0.1", "localhost");
        Self { _folder: folder, _server: server, address }
    }
}

/// A copy of the site that articles may frame: `_headers` is changed as the README says.
fn embeddable() -> Folder {
    let site = Folder::new("embeddable");
    fixture::copy_site(site.path());
    let file = site.path().join("_headers");
    let rules = fs::read_to_string(&file).expect("the headers should be built");
    let (before, rule) = rules.split_once("\n/embed.html\n").expect("the page has its own rule");
    let rule = rule.replacen("frame-ancestors 'none'", "frame-ancestors http://localhost:*", 1);
    fs::write(file, format!("{before}\n/embed.html\n{rule}")).expect("the file should be written");
    site
}

/// Opens the article, enters the frame, and runs `test` there once the quiz is ready.
fn in_article(setup: Setup, test: impl FnOnce(&Page)) {
    let site = embeddable();
    let server = Server::start(site.path(), 0).expect("the server should start");
    let article = Article::of(&server.address());
    setup.at(article.address.clone()).run(|page| {
        page.load("");
        page.run(page.driver().enter_frame(0));
        page.until("the quiz is ready", "document.documentElement.dataset.app === 'ready'");
        test(page);
    });
}

/// The height of the frame in the article and the height of its content, in CSS pixels.
fn heights(page: &Page) -> (f64, f64) {
    let inside =
        page.eval("return document.documentElement.getBoundingClientRect().height", json!([]));
    page.run(page.driver().enter_default_frame());
    let frame = page
        .eval("return document.querySelector('iframe').getBoundingClientRect().height", json!([]));
    page.run(page.driver().enter_frame(0));
    (frame, inside)
}

#[track_caller]
fn until_frame_fits(page: &Page) -> f64 {
    page.wait("the frame is as high as its content", || {
        let (frame, inside) = heights(page);
        ((frame - inside).abs() < 1.5).then_some(frame)
    })
}

#[test]
fn quiz_works_in_a_cross_site_frame_that_resizes_to_fit() {
    in_article(Setup::default(), |page| {
        page.until_heading(&content::context_question().title);
        assert_eq!(
            page.count("#head, #foot, #guide, .skip"),
            0,
            "the frame should show the quiz alone"
        );
        let first = until_frame_fits(page);
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
        let last = until_frame_fits(page);
        assert!(
            (last - first).abs() > 100.0,
            "the frame height should change: {first}, then {last}"
        );
        let scrolls = "return document.documentElement.scrollHeight - innerHeight";
        assert!(page.eval::<f64>(scrolls, json!([])) < 2.0, "the frame should not scroll");
        page.resize(500, 900);
        until_frame_fits(page);
    });
}

#[test]
fn article_receives_only_messages_with_the_height() {
    let listen = "if (top === self) {
        window.messages = [];
        addEventListener('message', (event) => messages.push(event.data));
    }";
    in_article(Setup::default().inject(listen), |page| {
        page.walk(&Persona::named("28-light-traveller"));
        until_frame_fits(page);
        page.run(page.driver().enter_default_frame());
        let messages: Vec<serde_json::Value> = page.eval("return window.messages", json!([]));
        assert!(messages.len() > 3, "{messages:?}");
        for message in messages {
            let height = message["height"].as_u64().expect("the height should be a whole number");
            assert_eq!(message, json!({ "type": "headphones-or-iems", "height": height }));
        }
    });
}

#[test]
fn frame_without_storage_shows_a_notice_and_the_quiz_works() {
    let setup = Setup::default().pref("profile.default_content_setting_values.cookies", 2);
    in_article(setup, |page| {
        let notice = page.text("main .notice");
        assert!(notice.contains("not kept"), "the notice is “{notice}”");
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
    });
}

#[test]
fn quiz_works_when_third_party_storage_is_blocked() {
    let setup = Setup::default()
        .pref("profile.block_third_party_cookies", true)
        .pref("profile.cookie_controls_mode", 1);
    in_article(setup, |page| {
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
    });
}

#[test]
fn frame_registers_no_service_worker_and_loads_no_manifest() {
    in_article(Setup::default(), |page| {
        page.walk(&Persona::named("28-light-traveller"));
        let workers = "return navigator.serviceWorker.getRegistrations().then((all) => all.length)";
        assert_eq!(page.eval::<usize>(workers, json!([])), 0);
        assert!(page.requests().iter().all(|url| !url.contains("manifest")));
    });
}

#[test]
fn links_away_from_the_quiz_open_the_full_site_in_a_new_tab() {
    in_article(Setup::default(), |page| {
        page.walk(&Persona::named("28-light-traveller"));
        let before = page.run(page.driver().windows());
        let site: String = page.eval("return location.origin", json!([]));
        // Links between sections of the result stay in the frame.
        page.click("main a[href='#/result/shop']");
        page.until("the address has changed", "location.hash === '#/result/shop'");
        let away = "const hrefs = all('main a[href]').map((a) => a.getAttribute('href'));
                    return hrefs.filter((href) => !/^#.(quiz|result)/.test(href)).length";
        assert!(page.eval::<usize>(away, json!([])) > 3, "there should be links to other views");
        let link = "main a[href^='#/method'], main a[href^='#/guide']";
        page.click(link);
        let tab = page.wait("a new tab is open", || {
            let windows = page.run(page.driver().windows());
            windows.into_iter().find(|window| !before.contains(window))
        });
        page.until_view("result");
        page.switch(&tab);
        page.until("the full site is ready", "document.documentElement.dataset.app === 'ready'");
        assert_eq!(page.count("#head nav"), 1);
        let at: String = page.eval("return location.href", json!([]));
        assert!(at.starts_with(&format!("{site}/#/")), "{at}");
    });
}

#[test]
fn other_routes_in_the_frame_redirect_to_the_quiz() {
    in_article(Setup::default(), |page| {
        page.go("#/method");
        page.until_view("quiz");
        assert_eq!(page.hash(), "#/quiz");
    });
}

#[test]
fn other_routes_of_embed_outside_a_frame_redirect_to_the_full_site() {
    Setup::default().run(|page| {
        page.open("embed.html#/method");
        page.until_view("method");
        let at: String = page.eval("return location.href", json!([]));
        assert_eq!(at, format!("{}/#/method", fixture::site()));
        page.open("embed.html");
        page.until_view("quiz");
        assert_eq!(
            page.count("#head, #foot"),
            0,
            "the quiz itself should stay without header and footer"
        );
    });
}

/// The frame shows the message and the readable quiz, without the header and footer of the site.
#[test]
fn failed_start_shows_its_message_in_the_frame() {
    let site = embeddable();
    fs::remove_file(app_file(site.path(), "wasm")).expect("the wasm file should be removed");
    let server = Server::start(site.path(), 0).expect("the server should start");
    let article = Article::of(&server.address());
    Setup::default().noisy().at(article.address.clone()).run(|page| {
        page.load("");
        page.run(page.driver().enter_frame(0));
        page.until("the failure message is shown", "all('#failed').length");
        until_frame_fits(page);
        assert_eq!(page.count("#head, #foot"), 0);
    });
}

#[test]
fn result_shows_the_same_embed_code_as_the_readme() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        assert_eq!(page.count("#live code"), 0);
        page.click_named("#live summary", "The quiz in a page of your own");
        let code = page.text("#live code");
        // The README adds a script that finds the frame by its id, and its style removes the
        // border.
        let readme = include_str!("../../README.md").replace("id=\"headphones-or-iems\" ", "");
        let readme = readme.replace(" style=\"border: 0\"", "");
        assert!(code.contains("/embed.html") && readme.contains(&code), "{code}");
        assert!(fixture::dist().join("embed.html").is_file());
    });
}
