//! `cargo xtask serve`: builds the site if anything changed, and serves it.

use std::io::ErrorKind;
use std::thread;

use anyhow::{Context, Result, anyhow};
use xtask::server::Server;

use crate::{build, project};

pub(crate) fn run(port: u16) -> Result<()> {
    build::run()?;
    let server = Server::start(&project::root().join("dist"), port).map_err(|error| {
        if error.kind() == ErrorKind::AddrInUse {
            anyhow!(
                "port `{port}` is in use: stop the program that uses it, or choose another with \
                 `cargo xtask serve --port {}`",
                port.checked_add(1).unwrap_or(8080)
            )
        } else {
            anyhow!(error).context(format!("cannot serve `dist/` on port `{port}`"))
        }
    })?;
    let address = server.address();
    let port = address.rsplit(':').next().context("the server has no port")?;
    println!("the site is at http://localhost:{port} (press Ctrl-C to stop)");
    loop {
        thread::park();
    }
}
