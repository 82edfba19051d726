//! An article on another site, with the quiz in a frame as the README describes it.

use std::fs;

use serde_json::json;
use xtask::server::Server;

use crate::fixture::{self, Folder};
use crate::page::Page;
use crate::session::Setup;

/// The README's embed code for the copy of the site at this address.
pub fn code(site: &str) -> String {
    let readme = fs::read_to_string(fixture::root().join("README.md"))
        .expect("README.md should be readable");
    let (_, code) = readme.split_once("```html\n").expect("the README should have embed code");
    let (code, _) = code.split_once("```").expect("the code block should end");
    assert!(code.contains("https://example.org/embed.html"), "no address to replace in {code}");
    code.replace("https://example.org", site)
}

/// An article, served from `localhost`, which to the browser is a different site from `127.0.0.1`.
pub struct Article {
    _folder: Folder,
    _server: Server,
    pub address: String,
}

impl Article {
    /// An article with the README's code for the copy of the site at this address.
    pub fn of(site: &str) -> Self {
        Self::with(&code(site))
    }

    /// An article with this code.
    pub fn with(code: &str) -> Self {
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
pub fn embeddable() -> Folder {
    let site = Folder::new("embeddable");
    fixture::copy_site(site.path());
    let file = site.path().join("_headers");
    let rules = fs::read_to_string(&file).expect("the headers should be built");
    let (before, rule) = rules.split_once("\n/embed.html\n").expect("the page has its own rule");
    let rule = rule.replacen("frame-ancestors 'none'", "frame-ancestors http://localhost:*", 1);
    fs::write(file, format!("{before}\n/embed.html\n{rule}")).expect("the file should be written");
    site
}

/// Opens an article with the code that `code` makes for the address of the site, enters its first
/// frame, and runs `test` there once the quiz is ready.
pub fn in_article_with(setup: Setup, code: impl Fn(&str) -> String, test: impl FnOnce(&Page)) {
    let site = embeddable();
    let server = Server::start(site.path(), 0).expect("the server should start");
    let article = Article::with(&code(&server.address()));
    setup.at(article.address.clone()).run(|page| {
        page.load("");
        page.enter(0);
        page.until("the quiz is ready", "document.documentElement.dataset.app === 'ready'");
        test(page);
    });
}

/// The same with the README's code.
pub fn in_article(setup: Setup, test: impl FnOnce(&Page)) {
    in_article_with(setup, code, test);
}

impl Page {
    /// Enters a frame of the article.
    pub fn enter(&self, frame: u16) {
        self.leave();
        self.run(self.driver().enter_frame(frame));
    }

    /// Goes back to the article.
    pub fn leave(&self) {
        self.run(self.driver().enter_default_frame());
    }

    /// The height of a frame in the article and the height of its content, in CSS pixels. The frame
    /// is the current one after that.
    fn heights(&self, frame: u16) -> (f64, f64) {
        self.leave();
        let script =
            "return document.querySelectorAll('iframe')[a[0]].getBoundingClientRect().height";
        let outside = self.eval(script, json!([frame]));
        self.enter(frame);
        let script = "return document.documentElement.getBoundingClientRect().height";
        (outside, self.eval(script, json!([])))
    }

    /// Waits until a frame of the article is as high as its content, and returns the height.
    #[track_caller]
    pub fn until_fits(&self, frame: u16) -> f64 {
        self.wait("the frame is as high as its content", || {
            let (outside, inside) = self.heights(frame);
            ((outside - inside).abs() < 1.5).then_some(outside)
        })
    }
}
