//! A server that serves a folder with faults.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;

/// What is wrong with an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    None,
    /// It is said to be text.
    Type,
    /// Half of it comes, and the connection ends.
    Cut,
    /// Half of it comes, and then nothing more.
    Stall,
    /// One bit of its last hundred bytes is another.
    Bit,
    /// Another file comes in its place.
    Other(&'static str),
    /// It has moved to another address.
    Moved(&'static str),
    /// Its lines end in CR and LF.
    LineEnds,
    /// A script is added at its end.
    Script,
    /// The connection ends without an answer, as without a network.
    Gone,
}

/// A request, and how it was answered.
#[derive(Clone)]
pub struct Asked {
    /// The path, as in the URL.
    pub path: String,
    /// The file.
    pub name: String,
    /// It is for a document, to be shown.
    pub is_visit: bool,
    /// 200, 308 if it has moved, 404 if there is no such file, or 0 without an answer.
    pub status: u16,
}

/// A running server; its thread ends with the process of the tests.
pub struct Faulty {
    address: SocketAddr,
    seen: Seen,
}

type Seen = Arc<Mutex<Vec<Asked>>>;

impl Faulty {
    /// Serves `folder`, each file with the fault that `fault` gives for it.
    pub fn start(folder: &Path, fault: impl Fn(&Asked) -> Fault + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        let (folder, fault) = (folder.to_owned(), Arc::new(fault));
        let seen = Seen::default();
        let server = Self { address, seen: Arc::clone(&seen) };
        thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                let (folder, fault, seen) = (folder.clone(), Arc::clone(&fault), Arc::clone(&seen));
                thread::spawn(move || {
                    // A browser that hangs up is no failure of ours.
                    let _ = answer(connection, &folder, &*fault, &seen);
                });
            }
        });
        server
    }

    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests so far.
    pub fn seen(&self) -> Vec<Asked> {
        self.seen.lock().expect("no thread panicked").clone()
    }
}

fn answer(
    mut connection: TcpStream,
    folder: &Path,
    fault: &impl Fn(&Asked) -> Fault,
    seen: &Seen,
) -> io::Result<()> {
    let Some(mut asked) = asked(&connection)? else { return Ok(()) };
    let fault = fault(&asked);
    let name = if let Fault::Other(name) = fault { name } else { &asked.name };
    let found = fs::read(folder.join(name)).ok();
    asked.status = match fault {
        Fault::Gone => 0,
        Fault::Moved(_) => 308,
        _ if found.is_some() => 200,
        _ => 404,
    };
    seen.lock().expect("no thread panicked").push(asked.clone());
    match fault {
        Fault::Gone => return Ok(()),
        Fault::Moved(to) => return redirect(&mut connection, to),
        _ => {}
    }
    let mut body = found.unwrap_or_default();
    let whole = body.len();
    match fault {
        Fault::Cut | Fault::Stall => body.truncate(whole / 2),
        Fault::Bit => body[whole - 100] ^= 1,
        Fault::LineEnds => body = String::from_utf8_lossy(&body).replace('\n', "\r\n").into(),
        Fault::Script => body.extend(b"<script>window.isCounted = true</script>"),
        _ => {}
    }
    // A file that is cut is one that was uploaded so.
    let length = if fault == Fault::Stall { whole } else { body.len() };
    let kind = if fault == Fault::Type { "text/plain" } else { kind(name) };
    write!(
        connection,
        "HTTP/1.1 {} Said\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
        asked.status
    )?;
    connection.write_all(&body)?;
    if fault == Fault::Stall {
        // Until the browser has had enough.
        connection.read_to_end(&mut Vec::new())?;
    }
    Ok(())
}

fn redirect(connection: &mut TcpStream, to: &str) -> io::Result<()> {
    write!(
        connection,
        "HTTP/1.1 308 Moved\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    )
}

/// What is asked for; `None` if the browser has hung up.
fn asked(connection: &TcpStream) -> io::Result<Option<Asked>> {
    let mut lines = BufReader::new(connection).lines();
    let Some(first) = lines.next().transpose()? else { return Ok(None) };
    let address = first.split(' ').nth(1).unwrap_or_default();
    let address = address.split('?').next().unwrap_or_default();
    let path = address.trim_start_matches('/');
    let is_folder = path.is_empty() || path.ends_with('/');
    let name = if is_folder { format!("{path}index.html") } else { path.to_owned() };
    let mut is_visit = false;
    // All of the request must be read before the connection may end.
    while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
        is_visit |= line.eq_ignore_ascii_case("sec-fetch-mode: navigate");
    }
    Ok(Some(Asked { path: address.to_owned(), name, is_visit, status: 0 }))
}

fn kind(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
