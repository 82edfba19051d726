//! The browsers. Most tests share one with the tests before and after them, and have a context of
//! their own in it, with its own windows, storage, caches and service workers, like a window of
//! the private mode. Starting a browser for each test would take longer than most tests.

use std::sync::{Condvar, LazyLock, Mutex, MutexGuard, PoisonError};
use std::thread;

use serde_json::{Map, Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver, WindowHandle};
use tokio::runtime::Runtime;

use crate::debugger::{self, Debugger};
use crate::fixture::{self, Folder};
use crate::fonts::Fonts;

/// Switches of every browser. The last one but one removes a limit of 200 navigations in ten
/// seconds, which no visitor reaches. The last one disables popups that are pages too, so that they
/// are not loaded with every window, and a spare process for a page that no test opens.
const SWITCHES: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-proxy-server",
    "--window-size=1280,900",
    "--disable-ipc-flooding-protection",
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess",
];

/// The size of a window, as in [`SWITCHES`].
const SIZE: [u32; 2] = [1280, 900];

/// Starts a browser with these preferences and fonts, and an empty profile in a folder.
pub async fn start(
    profile: &Folder,
    prefs: &Map<String, Value>,
    fonts: Fonts,
    is_endless: bool,
) -> WebDriverResult<WebDriver> {
    let profile = format!("--user-data-dir={}", profile.path().display());
    let switches: Vec<&str> = SWITCHES.into_iter().chain([profile.as_str()]).collect();
    connect(json!({ "args": switches, "prefs": prefs }), fonts, is_endless).await
}

/// Starts a session of chromedriver with these options for Chromium.
async fn connect(options: Value, fonts: Fonts, is_endless: bool) -> WebDriverResult<WebDriver> {
    let capabilities = json!({
        "browserName": "chrome",
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
        let started = runtime.block_on(start(&profile, &Map::new(), Fonts::default(), false));
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

/// A permit to run one test, returned when dropped, with the browser that such tests share.
pub struct Slot {
    /// `None` until a test needs it, and after a test has failed.
    browser: Option<Browser>,
    /// The context of the running test.
    context: Option<Value>,
}

/// The slots that are free, as many as there are processors at first. More tests at once would not
/// be faster, and could exceed their time limits.
static FREE: LazyLock<Mutex<Vec<Option<Browser>>>> = LazyLock::new(|| {
    let count = thread::available_parallelism().map_or(1, usize::from);
    Mutex::new((0..count).map(|_| None).collect())
});
static RETURNED: Condvar = Condvar::new();

/// Locks the free slots. A poisoned lock is fine: the list is valid after a panic.
fn free() -> MutexGuard<'static, Vec<Option<Browser>>> {
    FREE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Slot {
    /// Waits until a slot is free, and takes it.
    pub fn take() -> Self {
        let waiting = RETURNED.wait_while(free(), |free| free.is_empty());
        let browser = waiting.unwrap_or_else(PoisonError::into_inner).pop().flatten();
        Self { browser, context: None }
    }

    /// Opens a window in a new context of the shared browser, and a session for it.
    pub fn open(&mut self, runtime: &Runtime, is_endless: bool) -> WebDriver {
        let browser = self.browser.get_or_insert_with(|| Browser::start(runtime));
        let opened = browser.open().or_else(|_| {
            // It has ended since the last test.
            *browser = Browser::start(runtime);
            browser.open()
        });
        let (context, window) = opened.expect("a window should open");
        self.context = Some(context);
        let options = json!({ "debuggerAddress": browser.debugger.address() });
        let connected = async {
            let driver = connect(options, Fonts::default(), is_endless).await?;
            driver.switch_to_window(window).await?;
            Ok::<_, thirtyfour::error::WebDriverError>(driver)
        };
        runtime.block_on(connected).expect("chromedriver should reach the window")
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        // After a failure, the next test gets a new browser.
        let mut browser = self.browser.take().filter(|_| !thread::panicking());
        if let Some(context) = &self.context {
            browser = browser.and_then(|mut open| open.close(context).is_ok().then_some(open));
        }
        free().push(browser);
        RETURNED.notify_one();
    }
}
