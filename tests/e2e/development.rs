//! The debug build, in one piece and from Trunk's own server: `cargo xtask develop`.

use std::env;
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::fixture;
use crate::session::Setup;
use crate::views;

/// Trunk's server. It ends when this is dropped, or this process ends for any reason: then the pipe to
/// the shell closes, and the shell ends the group.
struct Trunk {
    _shell: Child,
    port: u16,
}

impl Trunk {
    /// Starts the server, and waits until it has built the app.
    fn start() -> Self {
        // Below the ports that other tests are given.
        let is_free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
        let port = (20_000..30_000).find(is_free).expect("a port should be free");
        let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let develop = ["run", "--quiet", "--package", "xtask", "--", "develop", "--port"];
        let shell = Command::new("sh")
            .args(["-c", "\"$@\" >&2 & cat >/dev/null; kill 0", "sh", &cargo])
            .args(develop)
            .arg(port.to_string())
            .current_dir(fixture::root())
            .process_group(0)
            .stdin(Stdio::piped())
            .spawn()
            .expect("a shell should start");
        let server = Self { _shell: shell, port };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(start.elapsed() < Duration::from_secs(600), "Trunk does not serve the app");
            thread::sleep(Duration::from_millis(200));
        }
        server
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

#[test]
fn every_view_opens_in_the_debug_build() {
    let server = Trunk::start();
    Setup::default().at(server.address()).run(|page| {
        page.open("#/");
        views::each(page, |_| {});
        page.go("#/result?a=1-c.o-c.f");
        page.until("the result of the link is shown", "document.querySelector('[data-shared]')");
        page.go("#/result?a=1-c.o_zz.o-c.f");
        page.until_heading("This link cannot be read");
        let chunks = "return performance.getEntriesByType('resource')
            .filter(({ name }) => name.endsWith('.wasm')).length";
        assert_eq!(page.eval::<usize>(chunks, json!([])), 1);
    });
}
