//! The answer to one request.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::file;
use super::request::Request;

/// An answer before it is sent.
struct Response {
    status: &'static str,
    content_type: &'static str,
    is_brotli: bool,
    body: Vec<u8>,
}

/// Answers `request` with a file of `folder`.
pub(super) fn write(request: &Request, folder: &Path, writer: &mut impl Write) -> io::Result<()> {
    let response = match request.method.as_str() {
        "GET" | "HEAD" => find(request, folder).unwrap_or_else(|| text("404 Not Found")),
        _ => text("405 Method Not Allowed"),
    };
    // In one piece: a small packet sent alone waits for the other side.
    let mut bytes = response.head(request.is_last).into_bytes();
    if request.method != "HEAD" {
        bytes.extend(&response.body);
    }
    writer.write_all(&bytes)
}

fn find(request: &Request, folder: &Path) -> Option<Response> {
    let path = file::locate(folder, &request.target)?;
    let content_type = file::content_type(&path);
    // A file that cannot be read (none, a folder) is not there.
    let plain = fs::read(&path).ok()?;
    let brotli = request.accepts_brotli.then(|| fs::read(file::compressed(&path)).ok()).flatten();
    let is_brotli = brotli.is_some();
    Some(Response { status: "200 OK", content_type, is_brotli, body: brotli.unwrap_or(plain) })
}

fn text(status: &'static str) -> Response {
    let content_type = "text/plain; charset=utf-8";
    Response { status, content_type, is_brotli: false, body: status.into() }
}

impl Response {
    fn head(&self, is_last: bool) -> String {
        format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}{}\
             Vary: Accept-Encoding\r\nCache-Control: no-cache\r\n\r\n",
            self.status,
            self.content_type,
            self.body.len(),
            if self.is_brotli { "Content-Encoding: br\r\n" } else { "" },
            if is_last { "Connection: close\r\n" } else { "" },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    fn answer(folder: &Path, method: &str, target: &str, accepts_brotli: bool) -> String {
        let (method, target) = (method.to_owned(), target.to_owned());
        let mut written = Vec::new();
        let request = Request { method, target, accepts_brotli, is_last: false };
        assert!(write(&request, folder, &mut written).is_ok());
        String::from_utf8_lossy(&written).into_owned()
    }

    #[test]
    fn a_file_is_sent_as_it_is_or_as_it_was_compressed() -> io::Result<()> {
        let folder = env::temp_dir().join(format!("xtask-response-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), "plain")?;
        fs::write(folder.join("index.html.br"), "small")?;

        let plain = answer(&folder, "GET", "/", false);
        assert!(plain.ends_with("\r\n\r\nplain") && !plain.contains("Content-Encoding"), "{plain}");
        assert!(plain.contains("Content-Type: text/html; charset=utf-8\r\n"), "{plain}");
        let small = answer(&folder, "GET", "/", true);
        assert!(small.ends_with("\r\n\r\nsmall"), "{small}");
        assert!(small.contains("Content-Encoding: br\r\n"), "{small}");
        assert!(small.contains("Content-Type: text/html; charset=utf-8\r\n"), "{small}");
        assert!(answer(&folder, "HEAD", "/", false).ends_with("\r\n\r\n"));
        fs::remove_dir_all(folder)
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        for target in ["/none", "/src", "/../Cargo.toml"] {
            let answer = answer(folder, "GET", target, false);
            assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"), "{answer}");
        }
        assert!(answer(folder, "POST", "/", false).starts_with("HTTP/1.1 405"));
    }
}
