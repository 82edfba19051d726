//! What a test can do with a page: look, wait, click and type. Waiting is asking again until it is
//! so; nothing sleeps for a fixed time.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;
use tokio::runtime::Runtime;

use crate::session;

/// How long anything may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(10);
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

    fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the browser is open")
    }

    fn run<T>(&self, what: impl Future<Output = WebDriverResult<T>>) -> T {
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
        self.run(self.driver().goto(format!("{}/{hash}", self.address)));
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

    /// Gives the page a screen of this size.
    pub fn resize(&self, width: u32, height: u32) {
        let screen =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
        self.send("Emulation.setDeviceMetricsOverride", screen);
    }

    /// Asks the browser itself for something, in the words of its developer tools.
    pub fn send(&self, command: &str, with: Value) -> Value {
        self.run(self.driver().cdp().send_raw(command, with))
    }

    /// Takes a picture of what the screen shows.
    #[allow(dead_code, reason = "only `cargo xtask shots` asks for it")]
    pub fn photograph(&self, file: &Path) {
        self.run(self.driver().screenshot(file));
    }

    /// Makes the processor so many times slower.
    #[allow(dead_code, reason = "only the benchmark asks for it")]
    pub fn slow_down(&self, times: u8) {
        self.send("Emulation.setCPUThrottlingRate", json!({ "rate": times }));
    }

    /// The milliseconds that wasm ran while `work` was done, as the browser's profiler saw it.
    #[allow(dead_code, reason = "only the benchmark asks for it")]
    pub fn wasm_time(&self, work: impl FnOnce()) -> f64 {
        self.send("Profiler.enable", json!({}));
        self.send("Profiler.setSamplingInterval", json!({ "interval": 200 }));
        self.send("Profiler.start", json!({}));
        work();
        let profile = self.send("Profiler.stop", json!({}))["profile"].clone();
        let list = |of: &Value, key: &str| of[key].as_array().cloned().unwrap_or_default();
        let is_wasm = |node: &Value| {
            node["callFrame"]["functionName"].as_str().is_some_and(|it| it.starts_with("wasm-"))
        };
        let nodes = list(&profile, "nodes").into_iter().filter(is_wasm);
        let ours: Vec<Value> = nodes.map(|node| node["id"].clone()).collect();
        let samples = list(&profile, "samples").into_iter().zip(list(&profile, "timeDeltas"));
        let spent = samples.filter(|(node, _)| ours.contains(node));
        spent.filter_map(|(_, micros)| micros.as_f64()).sum::<f64>() / 1000.0
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

    /// Waits until a condition in the page's own terms holds.
    #[track_caller]
    pub fn until(&self, what: &str, condition: &str) {
        let script = format!("return Boolean({condition})");
        self.wait(what, || {
            let answer = self.runtime.block_on(self.ask(&script, &Value::Null));
            // While a document is replaced there is nobody to ask.
            answer.is_ok_and(|answer| answer == Value::Bool(true)).then_some(())
        });
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

    /// The addresses requested since the last call, as the browser's network layer saw them.
    pub fn requests(&self) -> Vec<String> {
        let log = self.run(self.driver().get_log("performance"));
        let sent = log.iter().filter_map(|entry| {
            let event: Value = serde_json::from_str(&entry.message).ok()?;
            let event = event.get("message")?;
            let is_request = event["method"] == "Network.requestWillBeSent";
            let url = event["params"]["request"]["url"].as_str()?.to_owned();
            // The browser's own first page is not ours, and `data:` never leaves the page.
            let is_sent = !["chrome:", "data:", "about:"].iter().any(|it| url.starts_with(it));
            (is_request && is_sent).then_some(url)
        });
        sent.collect()
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
