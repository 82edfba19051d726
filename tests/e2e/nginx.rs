//! A real server: nginx with the settings that the build makes.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::bench::{self, Folder};

/// Where Debian keeps the module that sends what was compressed with brotli.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// A running nginx, which ends with the test.
pub struct Nginx {
    child: Child,
    port: u16,
    has_brotli: bool,
    _folder: Folder,
}

/// What a server answers.
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The values of a header, one for each time that it was sent.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let of_name = self.headers.iter().filter(|(it, _)| it.eq_ignore_ascii_case(name));
        of_name.map(|(_, value)| value.as_str()).collect()
    }

    /// The only value of a header.
    #[track_caller]
    pub fn one(&self, name: &str) -> &str {
        let all = self.all(name);
        assert_eq!(all.len(), 1, "`{name}` is sent {} times: {all:?}", all.len());
        all[0]
    }
}

impl Nginx {
    /// Serves the built site at a path of its own, such as `/` or `/a/b/`.
    pub fn start(path: &str) -> Self {
        let folder = Folder::new("nginx");
        let port = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr());
        let port = port.expect("there is a free port").port();
        let has_brotli = Path::new(BROTLI).is_file();
        fs::write(
            folder.path().join("server.conf"),
            settings(folder.path(), path, port, has_brotli),
        )
        .expect("the settings can be written");
        let child = Command::new(program())
            .arg("-p")
            .arg(folder.path())
            .args(["-c", "server.conf", "-e", "error.log"])
            .stdin(Stdio::null())
            .spawn()
            .expect("nginx starts");
        let mut nginx = Self { child, port, has_brotli, _folder: folder };
        nginx.wait();
        nginx
    }

    fn wait(&mut self) {
        let end = Instant::now() + Duration::from_secs(10);
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let ended = self.child.try_wait().expect("it can be asked");
            assert!(ended.is_none() && Instant::now() < end, "nginx has ended: {ended:?}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Where it answers, without a path.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What it says to a browser that takes these encodings.
    pub fn ask(&self, path: &str, encodings: &str) -> Answer {
        let mut connection = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {encodings}\r\n\
             Connection: close\r\n\r\n"
        );
        connection.write_all(request.as_bytes()).expect("it takes a request");
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).expect("it answers");
        let end = answer.windows(4).position(|it| it == b"\r\n\r\n").expect("the headers end");
        let head = String::from_utf8(answer[..end].to_vec()).expect("headers are text");
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        Answer {
            status: status.expect("it has a status"),
            headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            body: answer[end + 4..].to_vec(),
        }
    }

    /// How it can send what the build compressed, best first.
    pub fn encodings(&self) -> &'static [(&'static str, &'static str)] {
        if self.has_brotli { &[("br", ".br"), ("gzip", ".gz")] } else { &[("gzip", ".gz")] }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // It may have ended already, which the test has said.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// On the PATH, or where Debian puts it, which is not on everybody's PATH.
fn program() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into()]);
    let mut found = folders.map(|folder| folder.join("nginx")).filter(|it| it.is_file());
    found.next().expect("nginx is installed: run `cargo xtask tools`")
}

/// A server with one location, which has what the site brings along for it.
fn settings(folder: &Path, path: &str, port: u16, has_brotli: bool) -> String {
    let dist = bench::dist().display().to_string();
    let made = fs::read_to_string(bench::dist().join("nginx.conf")).expect("it is built");
    let (module, made) = if has_brotli {
        let with = made.replace("# brotli_static on;", "brotli_static on;");
        assert_ne!(with, made, "the settings name the module");
        (format!("load_module {BROTLI};"), with)
    } else {
        (String::new(), made)
    };
    fs::write(folder.join("made.conf"), made).expect("a copy can be written");
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path temp;\n"))
        .concat();
    // As the comment in the settings says: `root` at the top, else `alias`.
    let files = if path == "/" { format!("root {dist};") } else { format!("alias {dist}/;") };
    format!(
        "{module}
        daemon off; master_process off; pid nginx.pid;
        events {{}}
        http {{
            access_log off;
            {temporary}
            server {{
                listen 127.0.0.1:{port};
                location {path} {{ {files} include {}/made.conf; }}
            }}
        }}",
        folder.display()
    )
}
