//! A browser session for one test. Unless the test allows errors, the console must have none at the
//! end.

use std::thread;

use serde_json::{Map, Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::{Builder, Runtime};

use crate::fixture::{self, Folder, Slot};
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

    /// Runs a test in a new browser, which is closed even if the test fails.
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

/// A running browser. Fields are dropped in this order: the browser must close before its profile
/// is deleted and the slot is free again.
struct Session {
    page: Page,
    _profile: Folder,
    _slot: Slot,
}

impl Session {
    fn start(setup: Setup) -> Self {
        let slot = Slot::take();
        let profile = Folder::new("profile");
        let runtime =
            Builder::new_current_thread().enable_all().build().expect("the runtime should start");
        let driver = runtime.block_on(connect(&setup, &profile));
        let address = setup.site.unwrap_or_else(fixture::site);
        Self { page: Page::new(runtime, driver, address), _profile: profile, _slot: slot }
    }
}

async fn connect(setup: &Setup, profile: &Folder) -> WebDriver {
    let capabilities = capabilities(setup, profile);
    let driver = WebDriver::new(fixture::driver(setup.fonts), capabilities)
        .await
        .expect("Chromium should start");
    if let Some(script) = setup.injected {
        let script = json!({ "source": script });
        let added = driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await;
        added.expect("the script should be injected");
    }
    driver
}

fn capabilities(setup: &Setup, profile: &Folder) -> Capabilities {
    let profile = format!("--user-data-dir={}", profile.path().display());
    let capabilities = json!({
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
    match capabilities {
        Value::Object(capabilities) => Capabilities::from(capabilities),
        _ => unreachable!("the literal above is an object"),
    }
}

/// Closes the browser. Errors are ignored when the test has already failed.
pub fn close(runtime: &Runtime, driver: WebDriver) {
    let closed = runtime.block_on(driver.quit());
    if !thread::panicking() {
        closed.expect("the browser should close");
    }
}
