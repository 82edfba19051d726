//! How the site starts on a phone: bytes, requests, first and largest paint, ready, blocking time and
//! layout shift, against the same page without scripts, in one run.

use std::collections::BTreeMap;
use std::fs;

use serde_json::json;
use xtask::compression;
use xtask::server::Server;

use crate::bench::{self, Folder};
use crate::page::Page;
use crate::session::Setup;

/// Rounds, in each of which every page is visited once.
const ROUNDS: usize = 7;

/// A slow phone network as Lighthouse has it: milliseconds for each request, and bytes a second.
const LATENCY: f64 = 562.5;
const DOWN: f64 = 1474.56 * 1024.0 / 8.0;
const UP: f64 = 675.0 * 1024.0 / 8.0;

/// As many times as the processor is slowed.
const SLOWED: u8 = 4;

/// Writes down what the browser says while the page starts.
const WATCH: &str = "
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

/// What was seen. Blocking time is what of each long task is over 50 ms, from the first paint on.
const SEEN: &str = "
    const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    const over = seen.tasks.filter(([at]) => at >= first).map(([, long]) => Math.max(0, long - 50));
    const blocked = over.reduce((sum, long) => sum + long, 0);
    return [first, seen.largest, seen.ready ?? 0, blocked, seen.shift];
";

/// A page and what it is called.
struct Site {
    name: &'static str,
    address: String,
    has_scripts: bool,
}

/// First paint, largest paint, ready, blocking time, layout shift.
type Times = [f64; 5];

/// Visits each page in turn, and prints the middle of each figure.
pub fn print() {
    let still = Folder::new("still");
    bench::copy_site(still.path());
    without_scripts(&still);
    let server = Server::start(still.path(), 0).expect("the copy can be served");
    let sites = [
        Site { name: "the site", address: bench::site(), has_scripts: true },
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
        "\n{LATENCY} ms a request, 1.47 Mbit/s, CPU slowed {SLOWED} times, middle of {ROUNDS}"
    );
    println!(
        "{:<22} {:>8} {:>8} {:>8} {:>9} {:>7}",
        "", "first", "largest", "ready", "blocking", "shift"
    );
    for site in &sites {
        let [first, largest, ready, blocked, shift] = middle(&all[site.name]);
        let name = site.name;
        println!("{name:<22} {first:>8.0} {largest:>8.0} {ready:>8.0} {blocked:>9.0} {shift:>7.3}");
    }
}

/// Takes scripts, and what is loaded for them, out of a copy of the page.
fn without_scripts(copy: &Folder) {
    let path = copy.path().join("index.html");
    let mut html = fs::read_to_string(&path).expect("it is built");
    for (start, end) in [("<script>", "</script>"), ("<link rel=\"preload\"", ">")] {
        let (before, rest) = html.split_once(start).expect("the page has it");
        let (_, after) = rest.split_once(end).expect("it ends");
        html = format!("{before}{after}");
    }
    fs::write(&path, &html).expect("it can be written");
    let beside = path.with_extension("html.br");
    fs::write(beside, compression::brotli(html.as_bytes()).expect("it can be compressed"))
        .expect("it can be written");
}

fn visit(site: &Site) -> (Times, Vec<(String, u64)>) {
    let mut seen = None;
    Setup::default().at(site.address.clone()).inject(WATCH).run(|page| {
        page.resize(412, 823);
        page.slow_down(SLOWED);
        page.send("Network.enable", json!({}));
        let network = json!({
            "offline": false, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP,
        });
        page.send("Network.emulateNetworkConditions", network);
        page.load("");
        if site.has_scripts {
            page.until("it is ready", "window.seen?.ready");
        }
        page.until("it is painted", "window.seen?.largest");
        // The browser tells of the last long task and shift a little later.
        page.eval::<()>("setTimeout(() => { window.isLater = true; }, 500)", json!([]));
        page.until("it is later", "window.isLater");
        seen = Some((page.eval(SEEN, json!([])), bytes(page)));
    });
    seen.expect("the page was visited")
}

/// The bytes of each file as they came over the network, with headers.
fn bytes(page: &Page) -> Vec<(String, u64)> {
    let (mut names, mut files) = (BTreeMap::new(), Vec::new());
    for event in page.events() {
        let with = &event["params"];
        let id = with["requestId"].as_str().unwrap_or_default().to_owned();
        match event["method"].as_str() {
            Some("Network.requestWillBeSent") => {
                names.insert(id, with["request"]["url"].as_str().unwrap_or_default().to_owned());
            }
            Some("Network.loadingFinished") => {
                let size = with["encodedDataLength"].as_f64().unwrap_or_default();
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

/// Of each figure, the one in the middle.
fn middle(all: &[Times]) -> Times {
    std::array::from_fn(|at| {
        let mut of_kind: Vec<f64> = all.iter().map(|times| times[at]).collect();
        of_kind.sort_by(f64::total_cmp);
        of_kind[of_kind.len() / 2]
    })
}
