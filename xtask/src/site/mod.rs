//! A static file server for one folder on this machine: `cargo xtask serve` and the browser tests.
//!
//! Each connection has its own thread, because a browser opens some that it never uses.

mod file;
mod request;
mod response;

use std::collections::BTreeMap;
use std::io::{self, BufReader};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use request::Request;

/// How long an idle connection is kept.
const IDLE: Duration = Duration::from_secs(30);
/// How long a browser may take to accept an answer.
const STUCK: Duration = Duration::from_secs(10);

/// A running server. It stops, and closes every connection, when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    stopping: AtomicBool,
    open: Mutex<BTreeMap<u64, TcpStream>>,
}

impl Server {
    /// Serves `dir` on 127.0.0.1. Port 0 stands for any free port.
    ///
    /// # Errors
    ///
    /// When `dir` is no folder, or the port cannot be had.
    pub fn start(dir: &Path, port: u16) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            folder: dir.canonicalize()?,
            stopping: AtomicBool::new(false),
            open: Mutex::default(),
        });
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let accepting = thread::Builder::new().name("accept".into()).spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        })?;
        Ok(Self { address, shared, accepting: Some(accepting) })
    }

    /// Where the server answers, as `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        // `accept` only looks at the flag when someone calls.
        let _ = TcpStream::connect(self.address);
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
        for connection in self.shared.open().values() {
            let _ = connection.shutdown(Shutdown::Both);
        }
    }
}

impl Shared {
    fn open(&self) -> MutexGuard<'_, BTreeMap<u64, TcpStream>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for (number, connection) in (0..).zip(listener.incoming()) {
        if shared.stopping.load(Ordering::SeqCst) {
            return;
        }
        match connection.and_then(|connection| start_talking(number, connection, shared)) {
            Ok(()) => {}
            // Out of threads or open files: those in use end soon.
            Err(_) => thread::sleep(Duration::from_millis(10)),
        }
    }
}

fn start_talking(number: u64, connection: TcpStream, shared: &Arc<Shared>) -> io::Result<()> {
    connection.set_read_timeout(Some(IDLE))?;
    connection.set_write_timeout(Some(STUCK))?;
    connection.set_nodelay(true)?;
    shared.open().insert(number, connection.try_clone()?);
    let shared = Arc::clone(shared);
    thread::Builder::new().name("connection".into()).spawn(move || {
        // A browser that hangs up in the middle is no failure of ours.
        let _ = talk(&connection, &shared.folder);
        shared.open().remove(&number);
    })?;
    Ok(())
}

/// Answers the requests of one connection until either side ends it.
fn talk(connection: &TcpStream, folder: &Path) -> io::Result<()> {
    let mut reader = BufReader::new(connection);
    let mut writer = connection;
    while let Some(request) = Request::read(&mut reader)? {
        response::write(&request, folder, &mut writer)?;
        if request.is_last {
            break;
        }
    }
    connection.shutdown(Shutdown::Both)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};

    fn ask(address: &str, request: &str) -> io::Result<String> {
        let mut connection = TcpStream::connect(address.trim_start_matches("http://"))?;
        connection.write_all(request.as_bytes())?;
        let mut answer = String::new();
        connection.read_to_string(&mut answer)?;
        Ok(answer)
    }

    #[test]
    fn a_connection_carries_several_requests_and_ends_when_asked() -> io::Result<()> {
        let server = Server::start(Path::new(env!("CARGO_MANIFEST_DIR")), 0)?;
        let answer = ask(
            &server.address(),
            "GET /Cargo.toml HTTP/1.1\r\nHost: x\r\n\r\n\
             GET /none HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        )?;
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains("name = \"xtask\""), "{answer}");
        assert!(answer.contains("HTTP/1.1 404 Not Found\r\n"), "{answer}");
        Ok(())
    }

    #[test]
    fn dropping_the_server_frees_the_port_and_hangs_up() -> io::Result<()> {
        let server = Server::start(Path::new(env!("CARGO_MANIFEST_DIR")), 0)?;
        let address = server.address;
        let mut idle = TcpStream::connect(address)?;
        idle.write_all(b"GET /none HTTP/1.1\r\n\r\n")?;
        let mut first = [0; 12];
        idle.read_exact(&mut first)?;
        drop(server);
        let mut rest = Vec::new();
        idle.read_to_end(&mut rest)?;
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
