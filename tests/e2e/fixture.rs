//! Shared by all browser tests: the built site, a server for it, chromedriver, and temporary folders.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};

use xtask::server::Server;

use crate::fonts::Fonts;

/// The root of the repository, which contains `Cargo.toml`.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the built site.
///
/// # Panics
///
/// If the site has not been built.
pub fn dist() -> PathBuf {
    let dist = root().join("dist");
    let is_built = dist.join("index.html").is_file();
    assert!(is_built, "dist/ has no built site: run `cargo xtask build` first");
    dist
}

/// Copies the built site without its compressed files, so that a server cannot send a stale one
/// after a test has changed the original.
pub fn copy_site(to: &Path) {
    copy(&dist(), to);
}

fn copy(from: &Path, to: &Path) {
    for file in fs::read_dir(from).expect("the folder should be readable") {
        let file = file.expect("the folder should be readable").path();
        let to = to.join(file.file_name().expect("a listed file should have a name"));
        if file.is_dir() {
            fs::create_dir_all(&to).expect("the folder should be created");
            copy(&file, &to);
        } else if !file.extension().is_some_and(|it| it == "br" || it == "gz") {
            fs::copy(&file, to).expect("the file should be copied");
        }
    }
}

/// The address of the built site, whose server starts on the first call.
pub fn site() -> String {
    static SITE: OnceLock<Server> = OnceLock::new();
    SITE.get_or_init(|| Server::start(&dist(), 0).expect("the server should start")).address()
}

/// The address of the chromedriver whose browsers have these fonts. Each starts on its first call.
pub fn driver(fonts: Fonts) -> &'static str {
    static DRIVERS: [OnceLock<Driver>; Fonts::ALL.len()] =
        [const { OnceLock::new() }; Fonts::ALL.len()];
    &DRIVERS[fonts as usize].get_or_init(|| Driver::start(fonts)).address
}

struct Driver {
    address: String,
    /// Keeps the pipe to the shell open. When this process ends for any reason, the pipe closes and
    /// the shell ends the other processes of its group, chromedriver and every browser. Then it
    /// deletes the profiles of the browsers that were still open.
    _shell: Mutex<Child>,
}

impl Driver {
    fn start(fonts: Fonts) -> Self {
        let script = "\"$0\" --port=0 & cat >/dev/null; trap '' TERM; kill 0; wait; sleep 1; \
                      rm -rf \"$1\"-*-profile";
        let mut shell = Command::new("sh")
            .args(["-c", script, &program("chromedriver")])
            .arg(temporary())
            .process_group(0)
            .env("FONTCONFIG_FILE", fonts.write_config())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the shell should start");
        let mut output = BufReader::new(shell.stdout.take().expect("stdout should be piped"));
        let port = port(&mut output).expect("chromedriver should start and print its port");
        shell.stdout = Some(output.into_inner());
        Self { address: format!("http://127.0.0.1:{port}"), _shell: Mutex::new(shell) }
    }
}

/// Reads the port from a line such as "`ChromeDriver` was started successfully on port 38291."
fn port(output: &mut impl BufRead) -> Option<u16> {
    let mut lines = output.lines().map_while(Result::ok);
    lines.find_map(|line| {
        let (_, port) = line.split_once("successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    })
}

/// Finds a program on the `PATH`, or else where Debian installs it.
pub fn program(name: &str) -> String {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut found = std::env::split_paths(&path).map(|folder| folder.join(name));
    let found = found.find(|program| program.is_file());
    found.unwrap_or_else(|| Path::new("/usr/bin").join(name)).to_string_lossy().into_owned()
}

/// How the path of every temporary folder of this process starts.
fn temporary() -> PathBuf {
    std::env::temp_dir().join(format!("headphones-or-iems-{}", std::process::id()))
}

/// A new temporary folder, deleted when dropped.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let mut path = temporary().into_os_string();
        path.push(format!("-{count}-{name}"));
        let path = PathBuf::from(path);
        fs::create_dir_all(&path).expect("the temporary folder should be created");
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser may still be writing. A leftover is harmless in the system's temporary folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}
