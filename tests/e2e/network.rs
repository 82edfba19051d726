//! The requests that a page has sent, from the browser's network log.

use serde_json::json;

use crate::page::Page;

impl Page {
    /// Takes the network away from the page, or gives it back.
    pub fn set_offline(&self, is_offline: bool) {
        self.send("Network.enable", json!({}));
        let conditions = json!({
            "offline": is_offline,
            "latency": 0,
            "downloadThroughput": -1,
            "uploadThroughput": -1,
        });
        self.send("Network.emulateNetworkConditions", conditions);
    }

    /// The URLs requested since the last call.
    pub fn requests(&self) -> Vec<String> {
        self.traffic().into_iter().map(|(url, _)| url).collect()
    }

    /// The URLs requested since the last call with the status of each response, or 0 if there was
    /// none.
    pub fn traffic(&self) -> Vec<(String, u64)> {
        let (mut ids, mut traffic) = (Vec::new(), Vec::new());
        for event in self.events() {
            let (method, with) = (&event["method"], &event["params"]);
            let url = with["request"]["url"].as_str().unwrap_or("data:");
            // The browser's start page is not part of the site, and `data:` URLs need no network.
            let is_sent = !["chrome:", "data:", "about:"].iter().any(|it| url.starts_with(it));
            if method == "Network.requestWillBeSent" && is_sent {
                ids.push(with["requestId"].clone());
                traffic.push((url.to_owned(), 0));
            } else if method == "Network.responseReceived"
                && let Some(at) = ids.iter().rposition(|id| *id == with["requestId"])
            {
                traffic[at].1 = with["response"]["status"].as_u64().unwrap_or_default();
            }
        }
        traffic
    }
}
