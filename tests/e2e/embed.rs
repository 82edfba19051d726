//! The quiz in somebody's article, on another site.

use std::fs;

use serde_json::json;
use xtask::server::Server;

use crate::bench::{self, Folder};
use crate::content;
use crate::failure::file;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::{Setup, visit};

/// An article with the lines of the README, on `localhost`: another site than `127.0.0.1`.
struct Article {
    _folder: Folder,
    _server: Server,
    address: String,
}

impl Article {
    fn of(site: &str) -> Self {
        let readme = fs::read_to_string(bench::root().join("README.md")).expect("it is there");
        let (_, lines) = readme.split_once("```html\n").expect("the README has the lines");
        let (lines, _) = lines.split_once("```").expect("which end");
        assert!(lines.contains("https://example.org/embed.html"), "with an address to replace");
        let lines = lines.replace("https://example.org", site);
        let folder = Folder::new("article");
        let page = format!(
            "<!doctype html><title>Article</title><link rel=icon href=data:,><p>Before</p>{lines}<p>After</p>"
        );
        fs::write(folder.path().join("index.html"), page).expect("it can be written");
        let server = Server::start(folder.path(), 0).expect("it can be served");
        let address = server.address().replace("127.0.0.1", "localhost");
        Self { _folder: folder, _server: server, address }
    }
}

/// A copy of the site that articles may frame: `_headers` is changed as the README says.
fn embeddable() -> Folder {
    let site = Folder::new("embeddable");
    bench::copy_site(site.path());
    let file = site.path().join("_headers");
    let rules = fs::read_to_string(&file).expect("it is built");
    let (before, rule) = rules.split_once("\n/embed.html\n").expect("it has a rule");
    let rule = rule.replacen("frame-ancestors 'none'", "frame-ancestors http://localhost:*", 1);
    fs::write(file, format!("{before}\n/embed.html\n{rule}")).expect("it can be written");
    site
}

/// Opens the article, and goes into the frame once the quiz is ready.
fn read(setup: Setup, test: impl FnOnce(&Page)) {
    let site = embeddable();
    let server = Server::start(site.path(), 0).expect("it can be served");
    let article = Article::of(&server.address());
    setup.at(article.address.clone()).run(|page| {
        page.load("");
        page.run(page.driver().enter_frame(0));
        page.until("the quiz is ready", "document.documentElement.dataset.app === 'ready'");
        test(page);
    });
}

/// The height of the frame in the article, and of what is in it.
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
fn until_it_fits(page: &Page) -> f64 {
    page.wait("the frame is as high as the quiz", || {
        let (frame, inside) = heights(page);
        ((frame - inside).abs() < 1.5).then_some(frame)
    })
}

#[test]
fn in_an_article_of_another_site_the_quiz_leads_to_the_result_in_a_frame_that_fits() {
    read(Setup::default(), |page| {
        page.until_heading(&content::places().title);
        assert_eq!(page.count("#head, #foot, #guide, .skip"), 0, "quiz and nothing else");
        let first = until_it_fits(page);
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
        let last = until_it_fits(page);
        assert!((last - first).abs() > 100.0, "the frame follows: {first} and {last}");
        let scrolls = "return document.documentElement.scrollHeight - innerHeight";
        assert!(page.eval::<f64>(scrolls, json!([])) < 2.0, "the frame itself never scrolls");
        page.resize(500, 900);
        until_it_fits(page);
    });
}

/// The article hears how high the quiz is, and nothing else.
#[test]
fn the_article_hears_of_the_height_and_of_nothing_else() {
    let listen = "if (top === self) {
        window.heard = [];
        addEventListener('message', (event) => heard.push(event.data));
    }";
    read(Setup::default().inject(listen), |page| {
        page.walk(&Persona::named("28-light-traveller"));
        until_it_fits(page);
        page.run(page.driver().enter_default_frame());
        let heard: Vec<serde_json::Value> = page.eval("return window.heard", json!([]));
        assert!(heard.len() > 3, "{heard:?}");
        for message in heard {
            let height = message["height"].as_u64().expect("a whole number");
            assert_eq!(message, json!({ "type": "headphones-or-iems", "height": height }));
        }
    });
}

#[test]
fn where_the_browser_gives_frames_no_storage_the_quiz_works_and_says_so() {
    let setup = Setup::default().pref("profile.default_content_setting_values.cookies", 2);
    read(setup, |page| {
        let notice = page.text("main .notice");
        assert!(notice.contains("not kept"), "it says so: “{notice}”");
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
    });
}

#[test]
fn where_the_browser_blocks_third_parties_the_quiz_works() {
    let setup = Setup::default()
        .pref("profile.block_third_party_cookies", true)
        .pref("profile.cookie_controls_mode", 1);
    read(setup, |page| {
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
    });
}

#[test]
fn a_frame_has_no_worker_and_asks_for_no_manifest() {
    read(Setup::default(), |page| {
        page.walk(&Persona::named("28-light-traveller"));
        let workers = "return navigator.serviceWorker.getRegistrations().then((all) => all.length)";
        assert_eq!(page.eval::<usize>(workers, json!([])), 0);
        assert!(page.requests().iter().all(|url| !url.contains("manifest")));
    });
}

#[test]
fn what_is_not_quiz_or_result_opens_in_a_tab_of_its_own() {
    read(Setup::default(), |page| {
        page.walk(&Persona::named("28-light-traveller"));
        let before = page.run(page.driver().windows());
        let site: String = page.eval("return location.origin", json!([]));
        // Places in the result stay in the frame.
        page.click("main a[href='#/result/shop']");
        page.until("it is there", "location.hash === '#/result/shop'");
        let away = "return all('main a[href]').filter((a) => !/^#.(quiz|result)/.test(a.getAttribute('href'))).length";
        assert!(page.eval::<usize>(away, json!([])) > 3, "there are links to elsewhere");
        let link = "main a[href^='#/method'], main a[href^='#/guide']";
        page.click(link);
        let tab = page.wait("there is a new tab", || {
            let windows = page.run(page.driver().windows());
            windows.into_iter().find(|window| !before.contains(window))
        });
        page.until_view("result");
        page.run(page.driver().switch_to_window(tab));
        page.until("the whole site is ready", "document.documentElement.dataset.app === 'ready'");
        assert_eq!(page.count("#head nav"), 1);
        let at: String = page.eval("return location.href", json!([]));
        assert!(at.starts_with(&format!("{site}/#/")), "{at}");
    });
}

#[test]
fn another_page_in_the_frame_leads_back_to_the_quiz() {
    read(Setup::default(), |page| {
        page.go("#/method");
        page.until_view("quiz");
        assert_eq!(page.hash(), "#/quiz");
    });
}

#[test]
fn a_page_of_embed_that_is_opened_alone_leads_to_the_whole_site() {
    Setup::default().run(|page| {
        page.open("embed.html#/method");
        page.until_view("method");
        let at: String = page.eval("return location.href", json!([]));
        assert_eq!(at, format!("{}/#/method", bench::site()));
        page.open("embed.html");
        page.until_view("quiz");
        assert_eq!(page.count("#head, #foot"), 0, "the quiz stays as it is in articles");
    });
}

/// A failure in an article: words, and the quiz to read, but not the whole site.
#[test]
fn a_failure_in_an_article_says_so_in_its_frame() {
    let site = embeddable();
    fs::remove_file(file(site.path(), "wasm")).expect("it is there");
    let server = Server::start(site.path(), 0).expect("it can be served");
    let article = Article::of(&server.address());
    Setup::default().noisy().at(article.address.clone()).run(|page| {
        page.load("");
        page.run(page.driver().enter_frame(0));
        page.until("it has failed", "all('#failed').length");
        until_it_fits(page);
        assert_eq!(page.count("#head, #foot"), 0);
    });
}

#[test]
fn the_result_has_what_puts_the_quiz_into_another_page_as_the_readme_does() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("02-commuter").document());
        assert_eq!(page.count("#live code"), 0);
        page.click_named("#live summary", "The quiz in a page of your own");
        let code = page.text("#live code");
        // The README has a script beside it, and so an id.
        let readme = include_str!("../../README.md").replace("id=\"headphones-or-iems\" ", "");
        let readme = readme.replace(" style=\"border: 0\"", "");
        assert!(code.contains("/embed.html") && readme.contains(&code), "{code}");
        assert!(bench::dist().join("embed.html").is_file());
    });
}
