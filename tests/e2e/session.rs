//! One browser for one test: how it is started, and what it must have said at the end.

use std::thread;

use serde_json::{Map, Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::{Builder, Runtime};

use crate::bench::{self, Folder, Slot};
use crate::page::Page;

/// What differs from an ordinary visit.
#[derive(Default)]
pub struct Setup {
    /// Settings of the browser.
    prefs: Map<String, Value>,
    /// Runs in every document before its own scripts.
    injected: Option<&'static str>,
    /// Served elsewhere than the built site.
    site: Option<String>,
    /// Errors in the console are part of the test.
    is_noisy: bool,
    /// The document may never be loaded whole.
    is_endless: bool,
}

impl Setup {
    /// With a setting of the browser.
    pub fn pref(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.prefs.insert(name.to_owned(), value.into());
        self
    }

    /// With a script that runs before those of the page.
    pub fn inject(self, script: &'static str) -> Self {
        Self { injected: Some(script), ..self }
    }

    /// With the site at another address.
    pub fn at(self, address: String) -> Self {
        Self { site: Some(address), ..self }
    }

    /// With errors in the console allowed.
    pub fn noisy(self) -> Self {
        Self { is_noisy: true, ..self }
    }

    /// With a document that may never be loaded whole: loading it does not wait for that.
    pub fn endless(self) -> Self {
        Self { is_endless: true, ..self }
    }

    /// Runs a test in a browser of its own, which is closed however the test ends. The console
    /// must be clean at the end.
    pub fn run(self, test: impl FnOnce(&Page)) {
        let is_noisy = self.is_noisy;
        let session = Session::start(self);
        test(&session.page);
        if !is_noisy {
            let errors = session.page.errors();
            assert!(errors.is_empty(), "the console is not clean: {errors:#?}");
        }
    }
}

/// An ordinary visit that starts at `hash`, once the app is ready.
pub fn visit(hash: &str, test: impl FnOnce(&Page)) {
    Setup::default().run(|page| {
        page.open(hash);
        test(page);
    });
}

/// A running browser. Fields are dropped in this order.
struct Session {
    page: Page,
    _profile: Folder,
    _slot: Slot,
}

impl Session {
    fn start(setup: Setup) -> Self {
        let slot = Slot::take();
        let profile = Folder::new("profile");
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime starts");
        let driver = runtime.block_on(connect(&setup, &profile));
        let address = setup.site.unwrap_or_else(bench::site);
        Self { page: Page::new(runtime, driver, address), _profile: profile, _slot: slot }
    }
}

async fn connect(setup: &Setup, profile: &Folder) -> WebDriver {
    let wishes = capabilities(setup, profile);
    let driver = WebDriver::new(bench::driver(), wishes).await.expect("Chromium starts");
    if let Some(script) = setup.injected {
        let script = json!({ "source": script });
        let added = driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await;
        added.expect("a script can be injected");
    }
    driver
}

fn capabilities(setup: &Setup, profile: &Folder) -> Capabilities {
    let profile = format!("--user-data-dir={}", profile.path().display());
    let wishes = json!({
        "browserName": "chrome",
        "pageLoadStrategy": if setup.is_endless { "none" } else { "normal" },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": {
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--disable-dev-shm-usage", "--no-proxy-server",
                "--window-size=1280,900", profile,
            ],
            "prefs": setup.prefs,
        },
    });
    match wishes {
        Value::Object(wishes) => Capabilities::from(wishes),
        _ => unreachable!("it is an object"),
    }
}

/// Closes the browser, even when a test has failed.
pub fn close(runtime: &Runtime, driver: WebDriver) {
    let closed = runtime.block_on(driver.quit());
    if !thread::panicking() {
        closed.expect("the browser closes");
    }
}
