//! A static file server for one folder on this machine, for `cargo xtask serve` and the browser tests.
//!
//! It behaves like a host that reads the folder's `_headers`: every response gets the headers listed
//! there, and a browser that accepts brotli or gzip gets the file that was compressed by the build.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, HeaderName, HeaderValue};
use axum::middleware::{self, Next};
use axum::response::Response;
use tokio::runtime::{self, Runtime};
use tower_http::services::ServeDir;

/// How long open connections get to finish when the server stops.
const STOPPING: Duration = Duration::from_secs(2);

/// A running server. It stops, and closes every connection, when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    runtime: Option<Runtime>,
}

impl Server {
    /// Serves `folder` on 127.0.0.1. Port 0 stands for any free port.
    ///
    /// # Errors
    /// If `folder` is not a folder, its `_headers` is malformed, or the port is not available.
    pub fn start(folder: &Path, port: u16) -> io::Result<Self> {
        let folder = folder.canonicalize()?;
        let rules = Arc::new(Rules::read(&folder.join("_headers"))?);
        let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
        let site = Router::new()
            .fallback_service(files)
            .layer(middleware::from_fn_with_state(rules, add_headers));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = runtime::Builder::new_multi_thread().worker_threads(2).enable_io().build()?;
        runtime.spawn(async move {
            axum::serve(tokio::net::TcpListener::from_std(listener)?, site).await
        });
        Ok(Self { address, runtime: Some(runtime) })
    }

    /// The origin of the site, such as `http://127.0.0.1:8080`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(STOPPING);
        }
    }
}

async fn add_headers(State(rules): State<Arc<Rules>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    for (name, value) in rules.headers_of(&path) {
        response.headers_mut().insert(name.clone(), value.clone());
    }
    response
}

/// The headers of each path. `/*` stands for every path.
#[derive(Debug, Default)]
struct Rules(Vec<(String, HeaderName, HeaderValue)>);

impl Rules {
    /// Reads a `_headers` file. A folder without one is never cached.
    fn read(file: &Path) -> io::Result<Self> {
        match fs::read_to_string(file) {
            Ok(text) => Self::parse(&text).ok_or_else(|| {
                io::Error::new(io::ErrorKind::InvalidData, "`_headers` has a line without a colon")
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let no_cache = HeaderValue::from_static("no-cache");
                Ok(Self(vec![("/*".to_owned(), CACHE_CONTROL, no_cache)]))
            }
            Err(error) => Err(error),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let (mut rules, mut path) = (Self::default(), "");
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if line.starts_with('/') {
                path = line;
                continue;
            }
            let (name, value) = line.trim().split_once(": ")?;
            rules.0.push((path.to_owned(), name.parse().ok()?, value.parse().ok()?));
        }
        Some(rules)
    }

    fn headers_of(&self, path: &str) -> impl Iterator<Item = (&HeaderName, &HeaderValue)> {
        let rules = self.0.iter().filter(move |(rule, ..)| rule == "/*" || rule == path);
        rules.map(|(_, name, value)| (name, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn get(server: &Server, path: &str, encoding: &str) -> io::Result<String> {
        let mut connection = TcpStream::connect(server.address)?;
        write!(
            connection,
            "GET {path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n\r\n"
        )?;
        let mut response = String::new();
        connection.read_to_string(&mut response)?;
        Ok(response.to_lowercase())
    }

    #[test]
    fn a_file_comes_compressed_where_accepted_with_the_headers_of_its_path() -> io::Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-server-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        for (file, text) in [
            ("index.html", "plain"),
            ("index.html.br", "small"),
            ("_headers", "# Made by the build.\n/*\n  X-All: a: b\n/\n  X-Page: c\n"),
        ] {
            fs::write(folder.join(file), text)?;
        }
        let server = Server::start(&folder, 0)?;
        let plain = get(&server, "/", "identity")?;
        let small = get(&server, "/", "gzip, br")?;
        let none = get(&server, "/none", "br")?;
        fs::remove_dir_all(folder)?;
        assert!(plain.starts_with("http/1.1 200") && plain.ends_with("\r\n\r\nplain"), "{plain}");
        assert!(small.contains("content-encoding: br\r\n") && small.ends_with("small"), "{small}");
        assert!(small.contains("content-type: text/html\r\n"), "{small}");
        assert!(small.contains("x-all: a: b\r\n") && small.contains("x-page: c\r\n"), "{small}");
        assert!(none.starts_with("http/1.1 404") && none.contains("x-all"), "{none}");
        assert!(!none.contains("x-page"), "{none}");
        Ok(())
    }

    #[test]
    fn a_folder_without_rules_is_never_cached_and_shows_nothing_outside() -> io::Result<()> {
        let server = Server::start(Path::new(env!("CARGO_MANIFEST_DIR")), 0)?;
        assert!(get(&server, "/Cargo.toml", "br")?.contains("cache-control: no-cache\r\n"));
        for path in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "//etc/passwd"] {
            assert!(get(&server, path, "br")?.starts_with("http/1.1 404"), "{path}");
        }
        Ok(())
    }

    #[test]
    fn dropping_the_server_frees_the_port_and_closes_connections() -> io::Result<()> {
        let server = Server::start(Path::new(env!("CARGO_MANIFEST_DIR")), 0)?;
        let address = server.address;
        let mut idle = TcpStream::connect(address)?;
        idle.write_all(b"GET /none HTTP/1.1\r\nHost: x\r\n\r\n")?;
        let mut first = [0; 12];
        idle.read_exact(&mut first)?;
        drop(server);
        idle.read_to_end(&mut Vec::new())?;
        assert!(TcpStream::connect(address).is_err());
        Ok(())
    }

    #[test]
    fn a_taken_port_is_an_error() -> io::Result<()> {
        let server = Server::start(Path::new(env!("CARGO_MANIFEST_DIR")), 0)?;
        let again = Server::start(Path::new(env!("CARGO_MANIFEST_DIR")), server.address.port());
        assert_eq!(again.err().map(|error| error.kind()), Some(io::ErrorKind::AddrInUse));
        Ok(())
    }
}
