//! A server on the loopback that keeps what it receives, byte for byte.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// A request as it came over the wire.
#[derive(Debug)]
pub struct Received {
    pub method: String,
    pub target: String,
    pub headers: Vec<(String, Vec<u8>)>,
    pub body: Vec<u8>,
}

impl Received {
    pub fn header(&self, name: &str) -> Option<&[u8]> {
        let found = self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_slice())
    }
}

/// One part of a form.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ReceivedPart {
    pub name: String,
    pub file_name: Option<String>,
    pub content_type: Option<String>,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

pub struct Echo {
    pub port: u16,
    received: Receiver<Received>,
}

impl Echo {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (sender, received) = channel();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                // A client that closes too early is the failure of its own test.
                if let Some(request) = stream.ok().and_then(|stream| answer(stream).ok()) {
                    let _ = sender.send(request);
                }
            }
        });
        Self { port, received }
    }

    /// What arrived since the last call.
    pub fn take(&self) -> Vec<Received> {
        let first = self.received.recv_timeout(Duration::from_millis(500));
        first.into_iter().chain(self.received.try_iter()).collect()
    }
}

fn answer(stream: TcpStream) -> std::io::Result<Received> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut stream = stream;
    let first = line(&mut reader)?;
    let first = String::from_utf8_lossy(&first).into_owned();
    let mut words = first.split(' ').map(str::to_owned);
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut headers = Vec::new();
    loop {
        let line = line(&mut reader)?;
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { break };
        let name = String::from_utf8_lossy(&line[..colon]).into_owned();
        headers.push((name, line[colon + 1..].trim_ascii().to_vec()));
    }
    let mut received = Received { method, target, headers, body: Vec::new() };
    if received.header("expect").is_some() {
        stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
    }
    if received.header("transfer-encoding").is_some_and(|value| value.eq_ignore_ascii_case(b"chunked")) {
        loop {
            let size = String::from_utf8_lossy(&line(&mut reader)?).into_owned();
            let size = usize::from_str_radix(size.split(';').next().unwrap_or_default().trim(), 16).unwrap_or(0);
            let mut chunk = vec![0; size];
            reader.read_exact(&mut chunk)?;
            received.body.extend(chunk);
            line(&mut reader)?;
            if size == 0 {
                break;
            }
        }
    } else if let Some(length) = received.header("content-length") {
        let length = String::from_utf8_lossy(length).parse().unwrap_or(0);
        received.body = vec![0; length];
        reader.read_exact(&mut received.body)?;
    }
    let body = if received.method == "HEAD" { "" } else { "ok" };
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{body}"
    )?;
    Ok(received)
}

fn line(reader: &mut impl BufRead) -> std::io::Result<Vec<u8>> {
    let mut line = Vec::new();
    reader.read_until(b'\n', &mut line)?;
    while line.ends_with(b"\n") || line.ends_with(b"\r") {
        line.pop();
    }
    Ok(line)
}

/// The parts of a `multipart/form-data` body.
pub fn parts(received: &Received) -> Vec<ReceivedPart> {
    let media = String::from_utf8_lossy(received.header("content-type").unwrap_or_default()).into_owned();
    let boundary = media.split("boundary=").nth(1).unwrap_or_default().split(';').next().unwrap_or_default();
    let delimiter = format!("\r\n--{}", boundary.trim_matches('"')).into_bytes();
    // The first delimiter has no line break before it.
    let body = [b"\r\n", received.body.as_slice()].concat();
    let mut starts: Vec<usize> = Vec::new();
    for index in 0..body.len().saturating_sub(delimiter.len()) {
        if body[index..].starts_with(&delimiter) {
            starts.push(index);
        }
    }
    starts.windows(2).map(|pair| part(&body[pair[0] + delimiter.len() + 2..pair[1]])).collect()
}

fn part(bytes: &[u8]) -> ReceivedPart {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(bytes.len() - 4);
    let mut part = ReceivedPart { body: bytes[end + 4..].to_vec(), ..ReceivedPart::default() };
    for line in String::from_utf8_lossy(&bytes[..end]).split("\r\n") {
        let (name, value) = line.split_once(": ").unwrap_or((line, ""));
        match name.to_ascii_lowercase().as_str() {
            "content-disposition" => {
                part.name = attribute(value, "; name=\"").unwrap_or_default();
                part.file_name = attribute(value, "; filename=\"");
            }
            "content-type" => part.content_type = Some(value.to_owned()),
            "content-length" | "content-transfer-encoding" => {}
            _ => part.headers.push((name.to_owned(), value.to_owned())),
        }
    }
    part
}

fn attribute(value: &str, start: &str) -> Option<String> {
    value.split(start).nth(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
}
