//! Runs nginx with the configuration that the build generates.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::fixture::{self, Folder};

/// The nginx module that serves precompressed brotli files, where Debian installs it.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// A running nginx, stopped when dropped.
pub struct Nginx {
    child: Child,
    port: u16,
    has_brotli: bool,
    _folder: Folder,
}

/// An HTTP response.
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// All values of a header. The name is not case-sensitive.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let of_name = self.headers.iter().filter(|(it, _)| it.eq_ignore_ascii_case(name));
        of_name.map(|(_, value)| value.as_str()).collect()
    }

    /// The value of a header.
    ///
    /// # Panics
    ///
    /// If the header is missing or sent more than once.
    #[track_caller]
    pub fn one(&self, name: &str) -> &str {
        let all = self.all(name);
        assert_eq!(all.len(), 1, "`{name}` was sent {} times: {all:?}", all.len());
        all[0]
    }
}

impl Nginx {
    /// Serves the built site at this path, such as `/` or `/a/b/`, on a free port.
    pub fn start(path: &str) -> Self {
        let folder = Folder::new("nginx");
        let port = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr());
        let port = port.expect("a port should be free").port();
        let has_brotli = Path::new(BROTLI).is_file();
        fs::write(
            folder.path().join("server.conf"),
            configuration(folder.path(), path, port, has_brotli),
        )
        .expect("the configuration should be written");
        let child = Command::new(program())
            .arg("-p")
            .arg(folder.path())
            .args(["-c", "server.conf", "-e", "error.log"])
            .stdin(Stdio::null())
            .spawn()
            .expect("nginx should start");
        let mut nginx = Self { child, port, has_brotli, _folder: folder };
        nginx.wait();
        nginx
    }

    /// Waits until nginx accepts connections.
    fn wait(&mut self) {
        let end = Instant::now() + Duration::from_secs(10);
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let ended = self.child.try_wait().expect("the process should have a status");
            assert!(
                ended.is_none() && Instant::now() < end,
                "nginx does not accept connections: {ended:?}"
            );
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The address of the server, without a path.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Requests a path with these values of `Accept-Encoding`.
    pub fn ask(&self, path: &str, encodings: &str) -> Answer {
        let mut connection = TcpStream::connect(("127.0.0.1", self.port))
            .expect("nginx should accept the connection");
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {encodings}\r\n\
             Connection: close\r\n\r\n"
        );
        connection.write_all(request.as_bytes()).expect("the request should be sent");
        let mut response = Vec::new();
        connection.read_to_end(&mut response).expect("nginx should respond");
        let end =
            response.windows(4).position(|it| it == b"\r\n\r\n").expect("the headers should end");
        let head =
            String::from_utf8(response[..end].to_vec()).expect("the headers should be UTF-8");
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        Answer {
            status: status.expect("the response should have a status"),
            headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            body: response[end + 4..].to_vec(),
        }
    }

    /// The encodings that nginx can serve from precompressed files, with their file endings, best
    /// first.
    pub fn encodings(&self) -> &'static [(&'static str, &'static str)] {
        if self.has_brotli { &[("br", ".br"), ("gzip", ".gz")] } else { &[("gzip", ".gz")] }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Errors do not matter here: if nginx has already exited, the test has failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Finds `nginx` on the `PATH`, or else where Debian installs it, which is often not on the `PATH`.
fn program() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into()]);
    let mut found = folders.map(|folder| folder.join("nginx")).filter(|it| it.is_file());
    found.next().expect("nginx is missing: run `cargo xtask tools`")
}

/// A configuration with one server and one location, which includes the generated `nginx.conf`.
fn configuration(folder: &Path, path: &str, port: u16, has_brotli: bool) -> String {
    let dist = fixture::dist().display().to_string();
    let generated =
        fs::read_to_string(fixture::dist().join("nginx.conf")).expect("nginx.conf should be built");
    let (module, generated) = if has_brotli {
        let with_brotli = generated.replace("# brotli_static on;", "brotli_static on;");
        assert_ne!(with_brotli, generated, "nginx.conf should have a line for brotli to enable");
        (format!("load_module {BROTLI};"), with_brotli)
    } else {
        (String::new(), generated)
    };
    fs::write(folder.join("generated.conf"), generated).expect("the copy should be written");
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path temp;\n"))
        .concat();
    // As the comment in nginx.conf says, a site at `/` needs `root`, and any other path `alias`.
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
                location {path} {{ {files} include {}/generated.conf; }}
            }}
        }}",
        folder.display()
    )
}
