//! What all tests share: the built site, a server for it, the driver, and a limit on browsers.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};

use xtask::server::Server;

/// As many browsers at once as two processors bear.
const AT_ONCE: usize = 2;

/// The folder with `Cargo.toml`.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The built site.
pub fn dist() -> PathBuf {
    let dist = root().join("dist");
    let is_built = dist.join("index.html").is_file();
    assert!(is_built, "there is no built site in dist/: run `cargo xtask build` first");
    dist
}

/// Copies the built site, without its compressed files, so that what is served is what is there.
pub fn copy_site(to: &Path) {
    copy(&dist(), to);
}

fn copy(from: &Path, to: &Path) {
    for file in fs::read_dir(from).expect("it is built") {
        let file = file.expect("it can be read").path();
        let to = to.join(file.file_name().expect("it has a name"));
        if file.is_dir() {
            fs::create_dir_all(&to).expect("a folder can be made");
            copy(&file, &to);
        } else if !file.extension().is_some_and(|it| it == "br" || it == "gz") {
            fs::copy(&file, to).expect("it can be copied");
        }
    }
}

/// Where the built site is served.
pub fn site() -> String {
    static SITE: OnceLock<Server> = OnceLock::new();
    SITE.get_or_init(|| Server::start(&dist(), 0).expect("the site can be served")).address()
}

/// Where the driver listens; it is started with the first test.
pub fn driver() -> &'static str {
    static DRIVER: OnceLock<Driver> = OnceLock::new();
    &DRIVER.get_or_init(Driver::start).address
}

struct Driver {
    address: String,
    /// Holds the pipes. When they close, however this process ends, the shell ends its group:
    /// itself, the driver and every browser.
    _shell: Mutex<Child>,
}

impl Driver {
    fn start() -> Self {
        let script = "\"$0\" --port=0 & cat >/dev/null; kill 0";
        let mut shell = Command::new("sh")
            .args(["-c", script, &program()])
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell starts");
        let mut said = BufReader::new(shell.stdout.take().expect("its output is piped"));
        let port = port(&mut said).expect("chromedriver is installed, and says its port");
        shell.stdout = Some(said.into_inner());
        Self { address: format!("http://127.0.0.1:{port}"), _shell: Mutex::new(shell) }
    }
}

/// "`ChromeDriver` was started successfully on port 38291."
fn port(said: &mut impl BufRead) -> Option<u16> {
    let mut lines = said.lines().map_while(Result::ok);
    lines.find_map(|line| {
        let (_, port) = line.split_once("successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    })
}

/// `chromedriver` on the PATH, else where Debian puts it.
fn program() -> String {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut found = std::env::split_paths(&path).map(|folder| folder.join("chromedriver"));
    let found = found.find(|program| program.is_file());
    found.unwrap_or_else(|| "/usr/bin/chromedriver".into()).to_string_lossy().into_owned()
}

/// The right to run a browser.
pub struct Slot;

static FREE: Mutex<usize> = Mutex::new(AT_ONCE);
static FREED: Condvar = Condvar::new();

fn free() -> MutexGuard<'static, usize> {
    FREE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Slot {
    /// Waits until one is free.
    pub fn take() -> Self {
        let waiting = FREED.wait_while(free(), |free| *free == 0);
        *waiting.unwrap_or_else(PoisonError::into_inner) -= 1;
        Self
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        *free() += 1;
        FREED.notify_one();
    }
}

/// A new folder that goes with the test.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("headphones-or-iems-{}-{count}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a temporary folder can be made");
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser may still be writing its last files; the folder is in a temporary place.
        let _ = fs::remove_dir_all(&self.0);
    }
}
