//! Sends requests one after another on one connection.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpStream},
    time::Duration,
};

use anyhow::{Context, Result, ensure};

use super::load::HEADERS;

/// How long a response may take. A server under callgrind is slow.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Sends this number of requests, each after the response to the one before. They are those of wrk.
///
/// # Errors
///
/// If a response is not a 200, or has no `Content-Length`.
pub(super) fn send(port: u16, path: &str, requests: u32) -> Result<()> {
    let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(TIMEOUT))?;
    let mut stream = BufReader::new(stream);
    let headers = HEADERS.map(|(name, value)| format!("{name}: {value}\r\n"));
    let head = format!(
        "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{}\r\n",
        headers.concat()
    );
    for _ in 0..requests {
        stream.get_mut().write_all(head.as_bytes())?;
        read(&mut stream)?;
    }
    Ok(())
}

/// Reads a response.
fn read(stream: &mut impl BufRead) -> Result<()> {
    let mut head = Vec::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        ensure!(!line.is_empty(), "the connection ended");
        match line.trim_end() {
            "" => break,
            line => head.push(line.to_ascii_lowercase()),
        }
    }
    let status = head.first().context("no status")?;
    ensure!(status.starts_with("http/1.1 200"), "{status}");
    let length = head
        .iter()
        .find_map(|line| line.strip_prefix("content-length:"));
    let length = length.context("no Content-Length")?.trim().parse()?;
    let body = io::copy(&mut stream.take(length), &mut io::sink())?;
    ensure!(body == length, "the connection ended");
    Ok(())
}
