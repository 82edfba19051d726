//! The browsers. Most tests share one with the tests before and after them, and have a context of
//! their own in it, with its own windows, storage, caches and service workers, like a window of
//! the private mode. Starting a browser for each test would take longer than most tests.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use serde_json::{Map, Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver, WindowHandle};
use tokio::runtime::Runtime;

use crate::debugger::{self, Debugger};
use crate::fixture::{self, Folder};
use crate::fonts::Fonts;

/// Programs that are Chromium.
#[derive(Clone, Copy)]
pub enum Program {
    /// The engine without the browser around it. A page loads in half the processor time.
    Shell,
    /// The whole browser, without a window on a screen. Only it has preferences and downloads.
    Whole,
}

impl Program {
    /// The name that chromedriver has for it, and the switch for the size of its windows. The shell
    /// has none of the bars that take a part of a window, so that pages have the same size in both.
    const fn about(self) -> (&'static str, &'static str) {
        match self {
            Self::Shell => ("chrome-headless-shell", "--window-size=1280,757"),
            Self::Whole => ("chrome", "--window-size=1280,900"),
        }
    }

    /// The program of a shell; chromedriver finds the whole browser by itself.
    fn path(self) -> Option<String> {
        match self {
            Self::Shell => Some(fixture::program("chromium-headless-shell")),
            Self::Whole => None,
        }
    }
}

/// Switches of every browser. The last one but one removes a limit of 200 navigations in ten
/// seconds, which no visitor reaches. The last one disables popups that are pages too, so that they
/// are not loaded with every window, and a spare process for a page that no test opens.
const SWITCHES: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-proxy-server",
    "--disable-ipc-flooding-protection",
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess",
];

/// The size of a window, as in [`Program::about`].
const SIZE: [u32; 2] = [1280, 757];

/// Starts a browser with these preferences and fonts, and an empty profile in a folder.
pub async fn start(
    program: Program,
    profile: &Folder,
    prefs: &Map<String, Value>,
    fonts: Fonts,
    is_endless: bool,
) -> WebDriverResult<WebDriver> {
    let profile = format!("--user-data-dir={}", profile.path().display());
    let (_, size) = program.about();
    let switches: Vec<&str> = SWITCHES.into_iter().chain([size, profile.as_str()]).collect();
    let mut options = json!({ "args": switches, "prefs": prefs });
    if let Some(path) = program.path() {
        options["binary"] = json!(path);
    }
    connect(program, options, fonts, is_endless).await
}

/// Starts a session of chromedriver with these options for Chromium.
async fn connect(
    program: Program,
    options: Value,
    fonts: Fonts,
    is_endless: bool,
) -> WebDriverResult<WebDriver> {
    let (name, _) = program.about();
    let capabilities = json!({
        "browserName": name,
        "pageLoadStrategy": if is_endless { "none" } else { "normal" },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": options,
    });
    let Value::Object(capabilities) = capabilities else { unreachable!("it is an object") };
    WebDriver::new(fixture::driver(fonts), Capabilities::from(capabilities)).await
}

/// A running browser that tests use one after another.
struct Browser {
    debugger: Debugger,
    _profile: Folder,
}

impl Browser {
    fn start(runtime: &Runtime) -> Self {
        let profile = Folder::new("profile");
        let prefs = Map::new();
        let started = start(Program::Shell, &profile, &prefs, Fonts::default(), false);
        let started = runtime.block_on(started);
        // The session would end the browser when it is dropped, and each test has its own.
        started.expect("Chromium should start").leak().expect("the session should be open");
        let debugger = Debugger::connect(profile.path()).expect("Chromium should be reachable");
        Self { debugger, _profile: profile }
    }

    /// Opens a window in a new context. Returns the context and the window.
    fn open(&mut self) -> debugger::Result<(Value, WindowHandle)> {
        let mut context = self.debugger.send("Target.createBrowserContext", json!({}))?;
        let context = context["browserContextId"].take();
        let [width, height] = SIZE;
        let window = json!({
            "url": "about:blank", "browserContextId": context,
            "newWindow": true, "width": width, "height": height,
        });
        let window = self.debugger.send("Target.createTarget", window)?;
        let window = window["targetId"].as_str().ok_or("a window should have an id")?;
        Ok((context, WindowHandle::from(window.to_owned())))
    }

    /// Closes the windows of a context and deletes all that it has stored.
    fn close(&mut self, context: &Value) -> debugger::Result<Value> {
        self.debugger.send("Target.disposeBrowserContext", json!({ "browserContextId": context }))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // If it does not answer, it ends with chromedriver at the latest.
        let _ = self.debugger.send("Browser.close", json!({}));
    }
}

/// What one test has of the browsers that tests share. It is returned when dropped.
#[derive(Default)]
pub struct Share {
    /// `None` until the test needs it.
    browser: Option<Browser>,
    /// The context of the running test.
    context: Option<Value>,
}

/// The browsers that no test uses now: no more than tests have run at once.
static FREE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// Locks the free browsers. A poisoned lock is fine: the list is valid after a panic.
fn free() -> MutexGuard<'static, Vec<Browser>> {
    FREE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Share {
    /// Opens a window in a new context of the shared browser, and a session for it.
    pub fn open(&mut self, runtime: &Runtime, is_endless: bool) -> WebDriver {
        let found = free().pop();
        let browser = self.browser.insert(found.unwrap_or_else(|| Browser::start(runtime)));
        let opened = browser.open().or_else(|_| {
            // It has ended since the last test.
            *browser = Browser::start(runtime);
            browser.open()
        });
        let (context, window) = opened.expect("a window should open");
        self.context = Some(context);
        let options = json!({ "debuggerAddress": browser.debugger.address() });
        let connected = async {
            let driver = connect(Program::Shell, options, Fonts::default(), is_endless).await?;
            driver.switch_to_window(window).await?;
            Ok::<_, thirtyfour::error::WebDriverError>(driver)
        };
        runtime.block_on(connected).expect("chromedriver should reach the window")
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        // After a failure, the next test gets a new browser.
        let Some(mut browser) = self.browser.take().filter(|_| !thread::panicking()) else {
            return;
        };
        if self.context.as_ref().is_some_and(|context| browser.close(context).is_ok()) {
            free().push(browser);
        }
    }
}
