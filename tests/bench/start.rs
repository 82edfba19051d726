//! The start of the site on an emulated phone: requests, bytes, first and largest paint, the time
//! until the app is ready, blocking time and layout shift, compared with the same page without
//! scripts.

use std::collections::BTreeMap;
use std::fs;

use serde_json::json;
use xtask::compression;
use xtask::server::Server;

use crate::fixture::{self, Folder};
use crate::page::Page;
use crate::session::Setup;

/// The number of rounds. Each round visits every page once.
const ROUNDS: usize = 7;

/// The slow phone network that Lighthouse emulates. Latency is in milliseconds per request.
const LATENCY: f64 = 562.5;
/// Download rate in bytes per second.
const DOWN: f64 = 1474.56 * 1024.0 / 8.0;
/// Upload rate in bytes per second.
const UP: f64 = 675.0 * 1024.0 / 8.0;

/// The factor by which the processor is slowed down.
const SLOWDOWN: u8 = 4;

/// Records performance entries, and the time at which the app is ready.
const RECORD: &str = "
    window.seen = { largest: 0, shift: 0, tasks: [] };
    const see = (type, look) => new PerformanceObserver((list) => list.getEntries().forEach(look))
        .observe({ type, buffered: true });
    see('largest-contentful-paint', (entry) => { seen.largest = entry.startTime; });
    see('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
    see('longtask', (entry) => seen.tasks.push([entry.startTime, entry.duration]));
    new MutationObserver(() => {
        if (document.documentElement.dataset.app === 'ready') seen.ready ??= performance.now();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-app'] });
";

/// Returns the recorded [`Times`]. As in Lighthouse, blocking time is the part of each long task
/// after the first paint that exceeds 50 ms.
const RESULTS: &str = "
    const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    const over = seen.tasks.filter(([at]) => at >= first).map(([, long]) => Math.max(0, long - 50));
    const blocked = over.reduce((sum, long) => sum + long, 0);
    return [first, seen.largest, seen.ready ?? 0, blocked, seen.shift];
";

/// A page to measure, and its name in the output.
struct Site {
    name: &'static str,
    address: String,
    has_scripts: bool,
}

/// First paint, largest paint, ready and blocking time in milliseconds, and the layout shift score.
type Times = [f64; 5];

/// Visits each page in turn, and prints the median of each figure.
pub fn print() {
    let copy = Folder::new("without-scripts");
    fixture::copy_site(copy.path());
    remove_scripts(&copy);
    let server = Server::start(copy.path(), 0).expect("the server should start");
    let sites = [
        Site { name: "the site", address: fixture::site(), has_scripts: true },
        Site { name: "without its scripts", address: server.address(), has_scripts: false },
    ];
    let mut all: BTreeMap<&str, Vec<Times>> = BTreeMap::new();
    let mut traffic = Vec::new();
    for _ in 0..ROUNDS {
        for site in &sites {
            let (times, bytes) = visit(site);
            all.entry(site.name).or_default().push(times);
            if site.has_scripts {
                traffic = bytes;
            }
        }
    }
    print_traffic(&traffic);
    println!(
        "\n{LATENCY} ms a request, 1.47 Mbit/s, CPU slowed {SLOWDOWN} times, median of {ROUNDS}"
    );
    println!(
        "{:<22} {:>8} {:>8} {:>8} {:>9} {:>7}",
        "", "first", "largest", "ready", "blocking", "shift"
    );
    for site in &sites {
        let [first, largest, ready, blocked, shift] = medians(&all[site.name]);
        let name = site.name;
        println!("{name:<22} {first:>8.0} {largest:>8.0} {ready:>8.0} {blocked:>9.0} {shift:>7.3}");
    }
}

/// Removes the scripts and the preload of the wasm from a copy of the page.
fn remove_scripts(copy: &Folder) {
    let path = copy.path().join("index.html");
    let mut html = fs::read_to_string(&path).expect("the page should be built");
    for (start, end) in [("<script>", "</script>"), ("<link rel=\"preload\"", ">")] {
        let (before, rest) = html.split_once(start).expect("the page should contain the element");
        let (_, after) = rest.split_once(end).expect("the element should end");
        html = format!("{before}{after}");
    }
    fs::write(&path, &html).expect("the page should be written");
    let compressed = path.with_extension("html.br");
    fs::write(
        compressed,
        compression::brotli(html.as_bytes()).expect("the page should be compressed"),
    )
    .expect("the compressed page should be written");
}

/// Loads a page once. Returns its times, and the files that it loaded with their sizes.
fn visit(site: &Site) -> (Times, Vec<(String, u64)>) {
    let mut measured = None;
    Setup::default().alone().at(site.address.clone()).inject(RECORD).run(|page| {
        page.resize(412, 823);
        page.slow_down(SLOWDOWN);
        page.send("Network.enable", json!({}));
        let network = json!({
            "offline": false, "latency": LATENCY,
            "downloadThroughput": DOWN, "uploadThroughput": UP,
        });
        page.send("Network.emulateNetworkConditions", network);
        page.load("");
        if site.has_scripts {
            page.until("the app is ready", "window.seen?.ready");
        }
        page.until("the largest paint is recorded", "window.seen?.largest");
        // The browser reports the last long tasks and layout shifts a little later.
        page.eval::<()>("setTimeout(() => { window.isLater = true; }, 500)", json!([]));
        page.until("the timer has fired", "window.isLater");
        measured = Some((page.eval(RESULTS, json!([])), bytes(page)));
    });
    measured.expect("the page should have been measured")
}

/// The URL of each file of the site, with its size on the network in bytes, including headers.
fn bytes(page: &Page) -> Vec<(String, u64)> {
    let (mut names, mut files) = (BTreeMap::new(), Vec::new());
    for event in page.events() {
        let params = &event["params"];
        let id = params["requestId"].as_str().unwrap_or_default().to_owned();
        match event["method"].as_str() {
            Some("Network.requestWillBeSent") => {
                names.insert(id, params["request"]["url"].as_str().unwrap_or_default().to_owned());
            }
            Some("Network.loadingFinished") => {
                let size = params["encodedDataLength"].as_f64().unwrap_or_default();
                let name = names.get(&id).filter(|url| url.starts_with(page.address()));
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "bytes"
                )]
                files.extend(name.map(|url| (url.clone(), size as u64)));
            }
            _ => {}
        }
    }
    files
}

fn print_traffic(traffic: &[(String, u64)]) {
    println!("{:<44} {:>9}", "first load", "bytes");
    for (url, bytes) in traffic {
        let name = url.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or("the page");
        println!("{name:<44} {bytes:>9}");
    }
    let total: u64 = traffic.iter().map(|(_, bytes)| bytes).sum();
    println!("{:<44} {total:>9}", format!("{} requests", traffic.len()));
}

/// The median of each figure.
fn medians(all: &[Times]) -> Times {
    std::array::from_fn(|at| {
        let mut values: Vec<f64> = all.iter().map(|times| times[at]).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    })
}
