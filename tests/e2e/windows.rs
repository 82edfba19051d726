//! Further tabs of a test, which share its storage.

use serde_json::json;
use thirtyfour::WindowHandle;

use crate::page::Page;

impl Page {
    /// The current tab.
    pub fn tab(&self) -> WindowHandle {
        self.run(self.driver().window())
    }

    /// Opens an empty tab beside the current one, without switching to it. chromedriver's own
    /// command would open it outside the context of the test.
    #[track_caller]
    pub fn add_tab(&self) -> WindowHandle {
        let current = self.send("Target.getTargetInfo", json!({}));
        let context = &current["targetInfo"]["browserContextId"];
        let tab = json!({ "url": "about:blank", "browserContextId": context });
        let tab = self.send("Target.createTarget", tab);
        let id = tab["targetId"].as_str().expect("a tab should have an id");
        WindowHandle::from(id.to_owned())
    }

    /// Opens another tab at a hash and switches to it. Returns the handles of the first and the new
    /// tab, for [`Page::switch`].
    #[track_caller]
    pub fn new_tab(&self, hash: &str) -> [WindowHandle; 2] {
        let tabs = [self.tab(), self.add_tab()];
        self.switch(&tabs[1]);
        self.open(hash);
        tabs
    }

    /// Switches to a tab.
    pub fn switch(&self, tab: &WindowHandle) {
        self.run(self.driver().switch_to_window(tab.clone()));
    }
}
