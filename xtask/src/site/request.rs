//! The part of an HTTP request that a static file server needs.

use std::io::{self, BufRead, Read};

/// The longest request head that is read.
const LIMIT: u64 = 16 * 1024;

/// A request, read up to the end of its headers.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: String,
    /// As sent: a path, and perhaps a query.
    pub(super) target: String,
    pub(super) accepts_brotli: bool,
    /// The connection ends after the answer.
    pub(super) is_last: bool,
}

impl Request {
    /// Reads the next request; `None` when the browser has hung up.
    pub(super) fn read(reader: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut head = reader.take(LIMIT);
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let mut request = Self::from_first_line(&line)?;
        loop {
            line.clear();
            if head.read_line(&mut line)? == 0 {
                return Err(invalid("the request ends in its headers, or they are too long"));
            }
            match line.trim_end().split_once(':') {
                Some((name, value)) => request.header(name, value),
                None if line.trim_end().is_empty() => return Ok(Some(request)),
                None => return Err(invalid("a header has no colon")),
            }
        }
    }

    fn from_first_line(line: &str) -> io::Result<Self> {
        let mut words = line.split_whitespace();
        let (Some(method), Some(target), Some(version)) =
            (words.next(), words.next(), words.next())
        else {
            return Err(invalid("the first line is not `METHOD TARGET VERSION`"));
        };
        Ok(Self {
            method: method.to_owned(),
            target: target.to_owned(),
            accepts_brotli: false,
            // What follows another method may be a body, which is not read.
            is_last: version != "HTTP/1.1" || !["GET", "HEAD"].contains(&method),
        })
    }

    fn header(&mut self, name: &str, value: &str) {
        if name.eq_ignore_ascii_case("accept-encoding") {
            self.accepts_brotli = accepts(value, "br");
        } else if name.eq_ignore_ascii_case("connection") {
            self.is_last |= value.trim().eq_ignore_ascii_case("close");
        } else if name.eq_ignore_ascii_case("content-length") && value.trim() != "0" {
            self.is_last = true;
        }
    }
}

/// Whether an `Accept-Encoding` value names `coding` without refusing it by a weight of zero.
fn accepts(value: &str, coding: &str) -> bool {
    value.split(',').any(|entry| {
        let (name, weight) = entry.split_once(';').unwrap_or((entry, ""));
        let weight = weight.trim().strip_prefix("q=").unwrap_or("1");
        name.trim().eq_ignore_ascii_case(coding) && weight.parse().is_ok_and(|q: f32| q > 0.0)
    })
}

fn invalid(reason: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_up_to_its_headers_end() -> io::Result<()> {
        let mut sent =
            "GET /a?b HTTP/1.1\r\nHost: x\r\naccept-encoding: gzip, br\r\n\r\nrest".as_bytes();
        let request = Request::read(&mut sent)?;
        let expected = Request {
            method: "GET".into(),
            target: "/a?b".into(),
            accepts_brotli: true,
            is_last: false,
        };
        assert_eq!(request, Some(expected));
        assert_eq!(sent, b"rest");
        Ok(())
    }

    #[test]
    fn hanging_up_is_no_error_but_half_a_request_is() -> io::Result<()> {
        assert_eq!(Request::read(&mut io::empty())?, None);
        assert!(Request::read(&mut "GET / HTTP/1.1\r\nHost".as_bytes()).is_err());
        assert!(Request::read(&mut "GET /\r\n\r\n".as_bytes()).is_err());
        let long = format!("GET / HTTP/1.1\r\nA: {}\r\n\r\n", "a".repeat(20_000));
        assert!(Request::read(&mut long.as_bytes()).is_err());
        Ok(())
    }

    #[test]
    fn a_connection_ends_after_a_body_an_old_browser_or_a_wish() -> io::Result<()> {
        for sent in [
            "POST / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.0\r\n\r\n",
            "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length: 3\r\n\r\n",
        ] {
            let request = Request::read(&mut sent.as_bytes())?;
            assert!(request.is_some_and(|request| request.is_last), "{sent}");
        }
        Ok(())
    }

    #[test]
    fn a_coding_with_a_weight_of_zero_is_refused() {
        assert!(accepts("gzip, deflate, br, zstd", "br"));
        assert!(accepts("br;q=0.5", "br"));
        assert!(!accepts("br;q=0, gzip", "br"));
        assert!(!accepts("gzip, brx", "br"));
        assert!(!accepts("", "br"));
    }
}
