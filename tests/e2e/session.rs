//! A browser session for one test. Unless the test allows errors, the console must have none at the
//! end.

use std::thread;

use serde_json::{Map, Value, json};
use thirtyfour::WebDriver;
use tokio::runtime::{Builder, Runtime};

use crate::browser::{self, Program, Share};
use crate::fixture::{self, Folder};
use crate::fonts::Fonts;
use crate::page::Page;

/// Options for a session. The default is an ordinary visit to the built site.
#[derive(Default)]
pub struct Setup {
    /// Chromium preferences.
    prefs: Map<String, Value>,
    /// A script that runs in every document before its own scripts.
    injected: Option<&'static str>,
    /// The address of the site, if it is not the built site.
    site: Option<String>,
    /// The fonts of the browser.
    fonts: Fonts,
    /// Whether errors in the console are allowed.
    is_noisy: bool,
    /// Whether loading a document returns at once, for documents that never finish loading.
    is_endless: bool,
    /// Whether the test has a browser to itself.
    is_alone: bool,
}

impl Setup {
    /// Sets a Chromium preference.
    pub fn pref(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.prefs.insert(name.to_owned(), value.into());
        self
    }

    /// Injects a script that runs in every document before its own scripts.
    pub fn inject(self, script: &'static str) -> Self {
        Self { injected: Some(script), ..self }
    }

    /// Uses the site at another address, which must not end with a slash.
    pub fn at(self, address: String) -> Self {
        Self { site: Some(address), ..self }
    }

    /// Runs the browser with other fonts.
    pub fn fonts(self, fonts: Fonts) -> Self {
        Self { fonts, ..self }
    }

    /// Allows errors in the console.
    pub fn noisy(self) -> Self {
        Self { is_noisy: true, ..self }
    }

    /// Lets loading return at once, for documents that never finish loading.
    pub fn endless(self) -> Self {
        Self { is_endless: true, ..self }
    }

    /// Starts a whole browser for this test alone, with a profile on the disk. This takes a second
    /// more.
    pub fn alone(self) -> Self {
        Self { is_alone: true, ..self }
    }

    /// The browser to start, if the test cannot share one: fonts are those of a process, and only a
    /// whole browser has preferences.
    fn own_browser(&self) -> Option<Program> {
        if self.is_alone || !self.prefs.is_empty() {
            return Some(Program::Whole);
        }
        (self.fonts != Fonts::default()).then_some(Program::Shell)
    }

    /// Runs a test in a new window with an empty storage, which is closed even if the test fails.
    ///
    /// # Panics
    ///
    /// If the console has errors at the end, unless they are allowed.
    pub fn run(self, test: impl FnOnce(&Page)) {
        let is_noisy = self.is_noisy;
        let session = Session::start(self);
        test(&session.page);
        if !is_noisy {
            let errors = session.page.errors();
            assert!(errors.is_empty(), "the console has errors: {errors:#?}");
        }
    }
}

/// Opens the site at `hash`, and runs `test` once the app is ready.
pub fn visit(hash: &str, test: impl FnOnce(&Page)) {
    Setup::default().run(|page| {
        page.open(hash);
        test(page);
    });
}

/// The browser of a running test. Fields are dropped in this order: the session must end before the
/// profile is deleted and the browser is free again.
struct Session {
    page: Page,
    _profile: Option<Folder>,
    _share: Share,
}

impl Session {
    fn start(setup: Setup) -> Self {
        let mut share = Share::default();
        let runtime =
            Builder::new_current_thread().enable_all().build().expect("the runtime should start");
        let own = setup.own_browser().map(|program| (program, Folder::new("profile")));
        let driver = match &own {
            Some((program, profile)) => {
                let (prefs, fonts) = (&setup.prefs, setup.fonts);
                let started = browser::start(*program, profile, prefs, fonts, setup.is_endless);
                runtime.block_on(started).expect("Chromium should start")
            }
            None => share.open(&runtime, setup.is_endless),
        };
        let address = setup.site.unwrap_or_else(fixture::site);
        let page = Page::new(runtime, driver, address);
        if let Some(script) = setup.injected {
            page.send("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
        }
        Self { page, _profile: own.map(|(_, profile)| profile), _share: share }
    }
}

/// Ends a session. Errors are ignored when the test has already failed.
pub fn close(runtime: &Runtime, driver: WebDriver) {
    let closed = runtime.block_on(driver.quit());
    if !thread::panicking() {
        closed.expect("the session should end");
    }
}
