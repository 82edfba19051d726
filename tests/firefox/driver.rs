//! geckodriver. Each one has a single Firefox, whose output it passes on.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use xtask::cache;

use crate::fonts::Fonts;

/// Runs geckodriver until its input is closed, and then ends its group and deletes its folder.
const SCRIPT: &str = "\"$0\" --port=0 --profile-root=\"$1\" & cat >/dev/null; trap '' TERM; \
                      kill 0; wait; sleep 1; rm -rf \"$1\"";

pub struct Driver {
    pub address: String,
    /// What geckodriver and Firefox have written, line by line.
    output: Arc<Mutex<Vec<String>>>,
    /// Its input closes when this process ends for any reason.
    _shell: Child,
}

impl Driver {
    /// Starts geckodriver. All that it and Firefox write is in `folder`.
    pub fn start(folder: &Path) -> Self {
        let mut shell = Command::new("sh")
            .args(["-c", &format!("exec 2>&1; {SCRIPT}")])
            .args([program(), folder.to_owned()])
            .process_group(0)
            .env("FONTCONFIG_FILE", Fonts::default().write_config())
            .env("HOME", folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the shell should start");
        let output = BufReader::new(shell.stdout.take().expect("stdout should be piped"));
        let mut lines = output.lines().map_while(Result::ok);
        let port =
            lines.find_map(|line| Some(line.split_once("Listening on 127.0.0.1:")?.1.to_owned()));
        let port = port.expect("geckodriver should start and print its port");
        let output = Arc::new(Mutex::new(Vec::new()));
        let written = Arc::clone(&output);
        thread::spawn(move || {
            for line in lines {
                written.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        });
        Self { address: format!("http://127.0.0.1:{port}"), output, _shell: shell }
    }

    /// The lines since the start.
    pub fn output(&self) -> Vec<String> {
        self.output.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// geckodriver as `cargo xtask tools` installs it, or else the one on the `PATH`.
fn program() -> PathBuf {
    let installed = cache::geckodriver().ok().filter(|program| program.is_file());
    installed.unwrap_or_else(|| "geckodriver".into())
}
