//! A visit of one test. Each has a server of its own, so that it shares no storage, cache or
//! service worker with others, and a new tab of a Firefox that tests use one after another.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::{Builder, Runtime};
use xtask::server::Server;

use crate::driver::Driver;
use crate::fixture::{self, Folder};
use crate::page::Page;

/// The browsers that no test uses at the moment. There is one for each test that runs at once.
static FREE: Mutex<Vec<Firefox>> = Mutex::new(Vec::new());

/// Fields are dropped in this order: the session ends before its driver.
struct Firefox {
    page: Page,
    driver: Driver,
    folder: Folder,
}

impl Firefox {
    fn start() -> Self {
        let folder = Folder::new("firefox");
        let driver = Driver::start(folder.path());
        let runtime =
            Builder::new_current_thread().enable_all().build().expect("the runtime should start");
        let capabilities = Capabilities::from(capabilities(&downloads(&folder)));
        let session = runtime.block_on(WebDriver::new(&driver.address, capabilities));
        let session = session.expect("Firefox should start: run `cargo xtask tools`");
        Self { page: Page::new(runtime, session, String::new()), driver, folder }
    }

    /// Replaces the tab of the test before with an empty one.
    fn renew_tab(&self) {
        let driver = self.page.driver();
        self.page.run(async {
            let tab = driver.new_tab().await?;
            driver.close_window().await?;
            driver.switch_to_window(tab).await
        });
    }

    /// Fails if there were errors in the console of the site at the page's address.
    fn expect_no_errors(&self) {
        let end = format!("end of {}", self.page.address());
        self.page.eval::<()>("console.log(a)", json!(end));
        self.page.wait("the console is read", || {
            self.driver.output().iter().any(|line| line.contains(&end)).then_some(())
        });
        let output = self.driver.output();
        let start = format!("JavaScript error: {}", self.page.address());
        let errors: Vec<_> = output.iter().filter(|line| line.starts_with(&start)).collect();
        assert!(errors.is_empty(), "the console has errors: {errors:#?}");
    }
}

/// Options that let a test download without being asked, and read the console.
fn capabilities(downloads: &Path) -> serde_json::Map<String, Value> {
    let installed = Path::new("/usr/bin/firefox-esr");
    let mut options = json!({
        "args": ["-headless"],
        "prefs": {
            "browser.download.dir": downloads,
            "browser.download.folderList": 2,
            "browser.helperApps.neverAsk.saveToDisk": "application/json",
            "devtools.console.stdout.content": true,
            "network.proxy.type": 0,
        },
    });
    if installed.is_file() {
        options["binary"] = json!(installed);
    }
    let capabilities = json!({ "browserName": "firefox", "moz:firefoxOptions": options });
    capabilities.as_object().expect("it is an object").clone()
}

fn downloads(folder: &Folder) -> PathBuf {
    folder.path().join("downloads")
}

/// Opens the site at `hash`, and runs `test` once the app is ready.
pub fn visit(hash: &str, test: impl FnOnce(&Page)) {
    let server = Server::start(&fixture::dist(), 0).expect("the server should start");
    at(server.address(), |page, _| {
        page.open(hash);
        test(page);
    });
}

/// Runs a test at the site with this address, in an empty tab. The folder is where downloads go.
pub fn at(address: String, test: impl FnOnce(&Page, &Path)) {
    let free = FREE.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let mut firefox = free.unwrap_or_else(Firefox::start);
    firefox.page.set_address(address);
    firefox.renew_tab();
    test(&firefox.page, &downloads(&firefox.folder));
    firefox.expect_no_errors();
    FREE.lock().unwrap_or_else(PoisonError::into_inner).push(firefox);
}

/// Ends a session. Errors are ignored when the test has already failed.
pub fn close(runtime: &Runtime, driver: WebDriver) {
    let closed = runtime.block_on(driver.quit());
    if !thread::panicking() {
        closed.expect("the session should end");
    }
}
