//! A connection to a whole browser by Chromium's debugging protocol. chromedriver passes commands
//! on to single pages only, which may not create or delete contexts.

use std::error::Error;
use std::fs;
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// How long to wait for an answer. A browser that takes longer hangs.
const TIMEOUT: Duration = Duration::from_secs(30);

pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

pub struct Debugger {
    socket: WebSocket<TcpStream>,
    address: String,
    /// The number of commands so far, which is the id of the last one.
    count: u64,
}

impl Debugger {
    /// Connects to the running browser that uses this profile.
    pub fn connect(profile: &Path) -> Result<Self> {
        let file = fs::read_to_string(profile.join("DevToolsActivePort"))?;
        let (port, path) = file.split_once('\n').ok_or("the file should have two lines")?;
        let address = format!("127.0.0.1:{port}");
        let stream = TcpStream::connect(&address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(TIMEOUT))?;
        let (socket, _) = tungstenite::client(format!("ws://{address}{path}"), stream)?;
        Ok(Self { socket, address, count: 0 })
    }

    /// The address at which chromedriver can connect to the browser too.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Sends a command and waits for its result.
    pub fn send(&mut self, method: &str, params: Value) -> Result<Value> {
        self.count += 1;
        let command = json!({ "id": self.count, "method": method, "params": params });
        self.socket.send(Message::text(command.to_string()))?;
        loop {
            // Events have no id, and are of no interest here.
            let Message::Text(text) = self.socket.read()? else { continue };
            let mut answer: Value = serde_json::from_str(&text)?;
            if answer["id"] == self.count {
                let result = answer["result"].take();
                return if result.is_object() { Ok(result) } else { Err(text.as_str().into()) };
            }
        }
    }
}
