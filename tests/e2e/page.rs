//! A page under test: opening, waiting, clicking and typing. Waiting polls a condition until it
//! holds or a time limit passes.

use std::collections::BTreeMap;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, WebDriver};
use tokio::runtime::Runtime;

use crate::session;

/// How long to wait for a condition before the test fails.
const TIMEOUT: Duration = Duration::from_secs(10);
/// How long the page itself waits for its files before it gives up.
const LOAD_TIMEOUT: Duration = Duration::from_secs(10);
/// The time between two polls of a condition.
const POLL_INTERVAL: Duration = Duration::from_millis(15);

/// `shown(e)`, `all(css)` and `words(e)`. What they look for in a closed part of the result is opened.
const HELPERS: &str = include_str!("helpers.js");

/// A page that a test has to itself.
pub struct Page {
    runtime: Runtime,
    driver: Option<WebDriver>,
    address: String,
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            session::close(&self.runtime, driver);
        }
    }
}

impl Page {
    pub fn new(runtime: Runtime, driver: WebDriver, address: String) -> Self {
        Self { runtime, driver: Some(driver), address }
    }

    pub fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the browser should be open")
    }

    /// Runs a command of the driver.
    pub fn run<T>(&self, command: impl Future<Output = WebDriverResult<T>>) -> T {
        self.runtime.block_on(command).expect("the browser should carry out the command")
    }

    /// The address of the site, without a slash at the end.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Goes to another site from now on.
    #[allow(dead_code, reason = "used only by the tests in Firefox")]
    pub fn set_address(&mut self, address: String) {
        self.address = address;
    }

    /// Loads the site at a hash, and waits until it is ready.
    #[track_caller]
    pub fn open(&self, hash: &str) {
        self.load(hash);
        self.until_ready();
    }

    /// Loads the site at a hash, always as a new document, even if only the hash differs.
    pub fn load(&self, hash: &str) {
        let now = self.run(self.driver().current_url());
        if now.as_str().starts_with(&self.address) {
            self.run(self.driver().goto("about:blank"));
        }
        // A `file:` address already ends with the name of the file.
        let slash = if self.address.starts_with("file:") { "" } else { "/" };
        self.run(self.driver().goto(format!("{}{slash}{hash}", self.address)));
    }

    #[track_caller]
    pub fn reload(&self) {
        self.run(self.driver().refresh());
        self.until_ready();
    }

    #[track_caller]
    fn until_ready(&self) {
        self.until("the app is ready", "document.documentElement.dataset.app === 'ready'");
    }

    /// Sets the hash, as a link within the site does, without loading the document again.
    pub fn go(&self, hash: &str) {
        self.eval::<()>("location.hash = a[0]", json!([hash]));
    }

    /// Presses the browser's Back button.
    pub fn back(&self) {
        self.run(self.driver().back());
    }

    /// Presses the browser's Forward button.
    pub fn forward(&self) {
        self.run(self.driver().forward());
    }

    /// Chooses a file in a file input, as the browser's dialog does.
    #[track_caller]
    pub fn choose_file(&self, css: &str, path: &Path) {
        let find = self.driver().find(By::Css(css));
        let input = self.run(find);
        self.run(input.send_keys(path.to_string_lossy().as_ref()));
    }

    /// The browser's performance metrics after a garbage collection, such as "Nodes".
    pub fn metrics(&self) -> BTreeMap<String, f64> {
        self.send("Performance.enable", json!({}));
        self.send("HeapProfiler.collectGarbage", json!({}));
        let metrics = self.send("Performance.getMetrics", json!({}));
        let metrics = metrics["metrics"].as_array().cloned().unwrap_or_default();
        let pair = |one: &Value| Some((one["name"].as_str()?.to_owned(), one["value"].as_f64()?));
        metrics.iter().filter_map(pair).collect()
    }

    /// Sends a command of Chromium's debugging protocol and returns its result.
    pub fn send(&self, command: &str, params: Value) -> Value {
        self.run(self.driver().cdp().send_raw(command, params))
    }

    /// Emulates a screen of this size, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        let screen =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
        self.send("Emulation.setDeviceMetricsOverride", screen);
    }

    /// Saves a screenshot of the viewport.
    #[allow(dead_code, reason = "used only by `cargo xtask screenshots`")]
    pub fn photograph(&self, file: &Path) {
        self.run(self.driver().screenshot(file));
    }

    /// Slows the processor down by this factor.
    #[allow(dead_code, reason = "used only by the benchmarks")]
    pub fn slow_down(&self, factor: u8) {
        self.send("Emulation.setCPUThrottlingRate", json!({ "rate": factor }));
    }

    /// Runs a script in the page, with `args` as `a`, and returns its result.
    ///
    /// # Panics
    ///
    /// If the script throws or its result is not a `T`.
    #[track_caller]
    pub fn eval<T: DeserializeOwned>(&self, script: &str, args: Value) -> T {
        match self.runtime.block_on(self.execute(script, &args)) {
            Ok(value) => {
                serde_json::from_value(value).expect("the result should have the expected type")
            }
            Err(error) => panic!("{error}\nin {script}"),
        }
    }

    async fn execute(&self, script: &str, args: &Value) -> WebDriverResult<Value> {
        let script = format!("const a = arguments[0];\n{HELPERS}\n{script}");
        let result = self.driver().execute(script, [args.clone()]).await?;
        Ok(result.json().clone())
    }

    /// Like [`Page::until`], but first waits as long as the page itself waits for its files.
    #[track_caller]
    pub fn until_late(&self, what: &str, condition: &str) {
        let end = Instant::now() + LOAD_TIMEOUT;
        while Instant::now() < end && !self.holds(condition) {
            thread::sleep(POLL_INTERVAL);
        }
        self.until(what, condition);
    }

    /// Whether a condition holds. It does not while the document is being replaced.
    fn holds(&self, condition: &str) -> bool {
        let script = format!("return Boolean({condition})");
        let answer = self.runtime.block_on(self.execute(&script, &Value::Null));
        answer.is_ok_and(|answer| answer == Value::Bool(true))
    }

    /// Waits until a JavaScript condition holds. `what` describes it in the message of a failure.
    #[track_caller]
    pub fn until(&self, what: &str, condition: &str) {
        self.wait(what, || self.holds(condition).then_some(()));
    }

    /// Polls `ask` until it returns a value. `what` describes the wait in the message of a failure.
    #[track_caller]
    pub fn wait<T>(&self, what: &str, ask: impl Fn() -> Option<T>) -> T {
        let end = Instant::now() + TIMEOUT;
        loop {
            match ask() {
                Some(answer) => return answer,
                None if Instant::now() > end => {
                    panic!("timed out waiting until {what}\n{}", self.describe());
                }
                None => thread::sleep(POLL_INTERVAL),
            }
        }
    }

    /// Clicks the first visible element that matches, with a real pointer event.
    #[track_caller]
    pub fn click(&self, css: &str) {
        self.press(css, "return all(a[0])[0]", json!([css]));
    }

    /// Clicks the first visible element that matches and whose text starts with `name`.
    #[track_caller]
    pub fn click_named(&self, css: &str, name: &str) {
        let script = "return all(a[0]).find((e) => words(e).startsWith(a[1]))";
        self.press(name, script, json!([css, name]));
    }

    /// Clicks the label of a radio button or check box. A second click deselects a check box.
    #[track_caller]
    pub fn select(&self, name: &str, value: &str) {
        let control = format!("input[name=\"{name}\"][value=\"{value}\"]");
        self.click(&format!("label:has(> {control})"));
    }

    #[track_caller]
    fn press(&self, what: &str, script: &str, args: Value) {
        // Not twice in the same place within half a second: the page takes that for a double click.
        let centred = format!(
            "const found = (() => {{ {script} }})();
             if (!found) return null;
             found.scrollIntoView({{ block: 'center', behavior: 'instant' }});
             const last = window.lastPress ?? {{ count: 0 }};
             if (!window.lastPress) addEventListener('pointerdown', (event) => {{
                 const {{ clientX: x, clientY: y, timeStamp: time }} = event;
                 window.lastPress = {{ x, y, time, count: (window.lastPress?.count ?? 0) + 1 }};
             }}, true);
             window.lastPress = last;
             scrollBy({{ top: last.count % 2 ? 30 : -30, behavior: 'instant' }});
             const {{ x, y, width, height }} = found.getClientRects()[0];
             const isNear = Math.hypot(x + width / 2 - last.x, y + height / 2 - last.y) < 40;
             if (isNear && performance.now() - last.time < 550) return null;
             return found;"
        );
        let script = format!("const a = arguments[0];\n{HELPERS}\n{centred}");
        self.wait(&format!("`{what}` can be clicked"), || {
            let clicked = async {
                let found = self.driver().execute(script.as_str(), [args.clone()]).await?;
                found.element()?.click().await
            };
            self.runtime.block_on(clicked).ok()
        });
    }

    /// Types keys into the element that has focus.
    pub fn keys(&self, keys: &str) {
        self.run(self.driver().action_chain().send_keys(keys).perform());
    }

    /// The title of the document.
    pub fn title(&self) -> String {
        self.run(self.driver().title())
    }

    /// The errors in the console since the last call.
    pub fn errors(&self) -> Vec<String> {
        let log = self.run(self.driver().browser_log());
        log.into_iter().filter(|at| at.level == "SEVERE").map(|at| at.message).collect()
    }

    /// The events of the debugging protocol since the last call, such as those of the network.
    pub fn events(&self) -> Vec<Value> {
        let log = self.run(self.driver().get_log("performance"));
        let read = |message: &str| serde_json::from_str(message).unwrap_or(Value::Null);
        log.iter().map(|entry| read(&entry.message)["message"].clone()).collect()
    }

    /// The state of the page, for the message of a failure.
    fn describe(&self) -> String {
        let script = "
            const main = document.querySelector('main');
            return [location.href, document.documentElement.dataset.app, main?.dataset.view,
                    document.title, main?.innerText.slice(0, 400)].join(' | ')";
        let state = self.runtime.block_on(self.execute(script, &Value::Null));
        let errors = self.runtime.block_on(self.driver().browser_log());
        format!("at {state:?}\nconsole {errors:?}")
    }
}
