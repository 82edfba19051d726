//! What a test can do with a page: look, wait, click and type. Waiting is asking again until it is
//! so; nothing sleeps for a fixed time.

use std::collections::BTreeMap;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, WebDriver, WindowHandle};
use tokio::runtime::Runtime;

use crate::session;

/// How long anything may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long the page waits for its parts.
const LATE: Duration = Duration::from_secs(10);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(15);

/// Known to every script: visible elements, and their words with single spaces.
const HELP: &str = "
    const shown = (e) => e.checkVisibility({ visibilityProperty: true });
    const all = (css) => [...document.querySelectorAll(css)].filter(shown);
    const words = (e) => e.textContent.replace(/\\s+/g, ' ').trim();
";

/// A page in a browser of its own.
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
        self.driver.as_ref().expect("the browser is open")
    }

    pub fn run<T>(&self, what: impl Future<Output = WebDriverResult<T>>) -> T {
        self.runtime.block_on(what).expect("the browser obeys")
    }

    /// Where the site is served.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Loads the site at a hash, and waits until it is ready.
    #[track_caller]
    pub fn open(&self, hash: &str) {
        self.load(hash);
        self.until_ready();
    }

    /// Loads the site at a hash: a new document, even where only the hash differs.
    pub fn load(&self, hash: &str) {
        let now = self.run(self.driver().current_url());
        if now.as_str().starts_with(&self.address) {
            self.run(self.driver().goto("about:blank"));
        }
        // A file has its name at the end, a site its folder.
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

    /// Follows a link to a hash, without loading the document again.
    pub fn go(&self, hash: &str) {
        self.eval::<()>("location.hash = a[0]", json!([hash]));
    }

    /// The browser's own Back.
    pub fn back(&self) {
        self.run(self.driver().back());
    }

    /// The browser's own Forward.
    pub fn forward(&self) {
        self.run(self.driver().forward());
    }

    /// Opens another tab at a hash and goes there; gives what [`Page::switch`] takes to come back.
    #[track_caller]
    pub fn new_tab(&self, hash: &str) -> [WindowHandle; 2] {
        let driver = self.driver();
        let first = self.run(driver.window());
        let other = self.run(driver.new_tab());
        self.switch(&other);
        self.run(driver.goto(format!("{}/{hash}", self.address)));
        self.until_ready();
        [first, other]
    }

    /// Goes to a tab.
    pub fn switch(&self, tab: &WindowHandle) {
        self.run(self.driver().switch_to_window(tab.clone()));
    }

    /// Chooses a file in a form, as the visitor's dialog does.
    #[track_caller]
    pub fn choose_file(&self, css: &str, path: &Path) {
        let find = self.driver().find(By::Css(css));
        let input = self.run(find);
        self.run(input.send_keys(path.to_string_lossy().as_ref()));
    }

    /// What the browser knows of its own work: nodes, listeners, and the like.
    pub fn metrics(&self) -> BTreeMap<String, f64> {
        self.send("Performance.enable", json!({}));
        self.send("HeapProfiler.collectGarbage", json!({}));
        let metrics = self.send("Performance.getMetrics", json!({}));
        let metrics = metrics["metrics"].as_array().cloned().unwrap_or_default();
        let pair = |one: &Value| Some((one["name"].as_str()?.to_owned(), one["value"].as_f64()?));
        metrics.iter().filter_map(pair).collect()
    }

    /// Tells the browser a command of its own protocol.
    pub fn send(&self, command: &str, with: Value) -> Value {
        self.run(self.driver().cdp().send_raw(command, with))
    }

    /// Gives the page a screen of this size.
    pub fn resize(&self, width: u32, height: u32) {
        let screen =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
        self.send("Emulation.setDeviceMetricsOverride", screen);
    }

    /// Takes a picture of what the screen shows.
    #[allow(dead_code, reason = "only `cargo xtask screenshots` asks for it")]
    pub fn photograph(&self, file: &Path) {
        self.run(self.driver().screenshot(file));
    }

    /// Makes the processor so many times slower.
    #[allow(dead_code, reason = "only the benchmark asks for it")]
    pub fn slow_down(&self, times: u8) {
        self.send("Emulation.setCPUThrottlingRate", json!({ "rate": times }));
    }

    /// What a script gives, with `args` as `a`.
    #[track_caller]
    pub fn eval<T: DeserializeOwned>(&self, script: &str, args: Value) -> T {
        match self.runtime.block_on(self.ask(script, &args)) {
            Ok(value) => serde_json::from_value(value).expect("the script gives what is asked"),
            Err(error) => panic!("{error}\nin {script}"),
        }
    }

    async fn ask(&self, script: &str, args: &Value) -> WebDriverResult<Value> {
        let script = format!("const a = arguments[0];{HELP}{script}");
        let given = self.driver().execute(script, [args.clone()]).await?;
        Ok(given.json().clone())
    }

    /// Waits as long as the page itself waits for what does not come, and then as always.
    #[track_caller]
    pub fn until_late(&self, what: &str, condition: &str) {
        let end = Instant::now() + LATE;
        while Instant::now() < end && !self.holds(condition) {
            thread::sleep(PAUSE);
        }
        self.until(what, condition);
    }

    /// Whether a condition holds; while a document is replaced there is nobody to ask.
    fn holds(&self, condition: &str) -> bool {
        let script = format!("return Boolean({condition})");
        let answer = self.runtime.block_on(self.ask(&script, &Value::Null));
        answer.is_ok_and(|answer| answer == Value::Bool(true))
    }

    /// Waits until a condition in the page's own terms holds.
    #[track_caller]
    pub fn until(&self, what: &str, condition: &str) {
        self.wait(what, || self.holds(condition).then_some(()));
    }

    /// Asks until there is an answer.
    #[track_caller]
    pub fn wait<T>(&self, what: &str, ask: impl Fn() -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            match ask() {
                Some(answer) => return answer,
                None if Instant::now() > end => {
                    panic!("waited in vain until {what}\n{}", self.scene());
                }
                None => thread::sleep(PAUSE),
            }
        }
    }

    /// Clicks the first visible element that matches, as a pointer does.
    #[track_caller]
    pub fn click(&self, css: &str) {
        self.press(css, "return all(a[0])[0]", json!([css]));
    }

    /// Clicks the first visible element that matches and begins with these words.
    #[track_caller]
    pub fn click_named(&self, css: &str, name: &str) {
        let script = "return all(a[0]).find((e) => words(e).startsWith(a[1]))";
        self.press(name, script, json!([css, name]));
    }

    /// Clicks the label of a radio or checkbox.
    #[track_caller]
    pub fn choose(&self, name: &str, value: &str) {
        let control = format!("input[name=\"{name}\"][value=\"{value}\"]");
        self.click(&format!("label:has(> {control})"));
    }

    #[track_caller]
    fn press(&self, what: &str, script: &str, args: Value) {
        let centred = format!(
            "const found = (() => {{ {script} }})();
             if (found) found.scrollIntoView({{ block: 'center', behavior: 'instant' }});
             return found || null;"
        );
        let script = format!("const a = arguments[0];{HELP}{centred}");
        self.wait(&format!("`{what}` can be clicked"), || {
            let clicked = async {
                let found = self.driver().execute(script.as_str(), [args.clone()]).await?;
                found.element()?.click().await
            };
            self.runtime.block_on(clicked).ok()
        });
    }

    /// Types keys into what has focus.
    pub fn keys(&self, keys: &str) {
        self.run(self.driver().action_chain().send_keys(keys).perform());
    }

    /// The title of the document.
    pub fn title(&self) -> String {
        self.run(self.driver().title())
    }

    /// What the console holds, errors only; what has been read is gone from it.
    pub fn errors(&self) -> Vec<String> {
        let log = self.run(self.driver().browser_log());
        log.into_iter().filter(|at| at.level == "SEVERE").map(|at| at.message).collect()
    }

    /// What the browser has said since the last call, of the network among others.
    pub fn events(&self) -> Vec<Value> {
        let log = self.run(self.driver().get_log("performance"));
        let read = |message: &str| serde_json::from_str(message).unwrap_or(Value::Null);
        log.iter().map(|entry| read(&entry.message)["message"].clone()).collect()
    }

    /// Where a test got stuck, for whoever reads its failure.
    fn scene(&self) -> String {
        let script = "
            const main = document.querySelector('main');
            return [location.href, document.documentElement.dataset.app, main?.dataset.view,
                    document.title, main?.innerText.slice(0, 400)].join(' | ')";
        let scene = self.runtime.block_on(self.ask(script, &Value::Null));
        let errors = self.runtime.block_on(self.driver().browser_log());
        format!("at {scene:?}\nconsole {errors:?}")
    }
}
