//! What the network saw of a page.

use crate::page::Page;

impl Page {
    /// The addresses requested since the last call, as the browser's network layer saw them.
    pub fn requests(&self) -> Vec<String> {
        self.traffic().into_iter().map(|(url, _)| url).collect()
    }

    /// The addresses requested since the last call, and the status of each answer: 0 for none.
    pub fn traffic(&self) -> Vec<(String, u64)> {
        let (mut ids, mut traffic) = (Vec::new(), Vec::new());
        for event in self.events() {
            let (method, with) = (&event["method"], &event["params"]);
            let url = with["request"]["url"].as_str().unwrap_or("data:");
            // The browser's own first page is not ours, and `data:` never leaves the page.
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
