//! Reads responses strictly: whatever is not valid HTTP/1.1 is an error.

use crate::site::MARK;

/// One response.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    /// The application answered, rather than the server itself.
    pub(crate) is_application: bool,
}

/// The responses on one connection.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Replies {
    pub(crate) replies: Vec<Reply>,
    /// The last one is not whole.
    pub(crate) is_broken_off: bool,
}

/// Reads all responses. `can_lack_body` says that a response may have no body although its head announces one, as
/// the one to a `HEAD`.
pub(crate) fn read(bytes: &[u8], can_lack_body: bool) -> Result<Replies, String> {
    if bytes.is_empty() {
        return Ok(Replies::default());
    }
    let Some(end) = find(bytes, b"\r\n\r\n") else {
        return Ok(Replies {
            replies: Vec::new(),
            is_broken_off: true,
        });
    };
    let (head, rest) = (&bytes[..end], &bytes[end + 4..]);
    let head = Head::read(head)?;
    // After an upgrade, the bytes are not HTTP any more.
    // tower-http's `CompressionLayer` makes a 406 of the 101 for `accept-encoding: *;q=0`, and hyper upgrades all the same.
    if head.reply.status == 101 || (head.reply.status == 406 && head.is_websocket) {
        return Ok(Replies {
            replies: vec![head.reply],
            is_broken_off: false,
        });
    }
    let with_body = match body(&head, rest) {
        Ok(Some(length)) => read(&rest[length..], can_lack_body),
        Ok(None) => Ok(Replies {
            replies: Vec::new(),
            is_broken_off: true,
        }),
        Err(error) => Err(error),
    };
    let is_whole =
        |read: &Result<Replies, _>| matches!(read, Ok(replies) if !replies.is_broken_off);
    let mut replies = if is_whole(&with_body) || !can_lack_body {
        with_body?
    } else {
        let without_body = read(rest, can_lack_body);
        if is_whole(&without_body) || with_body.is_err() {
            without_body?
        } else {
            with_body?
        }
    };
    replies.replies.insert(0, head.reply);
    Ok(replies)
}

struct Head {
    reply: Reply,
    length: Option<usize>,
    is_chunked: bool,
    is_websocket: bool,
}

impl Head {
    fn read(head: &[u8]) -> Result<Self, String> {
        let mut lines = head
            .split(|byte| *byte == b'\n')
            .map(|line| line.strip_suffix(b"\r").unwrap_or(line));
        let first = lines.next().unwrap_or_default();
        let status =
            status(first).ok_or_else(|| format!("odd first line: {}", first.escape_ascii()))?;
        let mut head = Self {
            reply: Reply {
                status,
                is_application: false,
            },
            length: None,
            is_chunked: false,
            is_websocket: false,
        };
        for line in lines {
            head.header(line)
                .ok_or_else(|| format!("odd header: {}", line.escape_ascii()))?;
        }
        if head.is_chunked && head.length.is_some() {
            return Err("a length and chunks".to_owned());
        }
        Ok(head)
    }

    /// Reads a header. Returns `None` if it is not valid.
    fn header(&mut self, line: &[u8]) -> Option<()> {
        let colon = line.iter().position(|byte| *byte == b':')?;
        let name = std::str::from_utf8(&line[..colon]).ok()?;
        let value = line[colon + 1..].trim_ascii();
        let is_token =
            |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        let is_text = |byte: &u8| *byte == b'\t' || !byte.is_ascii_control();
        if name.is_empty() || !name.bytes().all(is_token) || !value.iter().all(is_text) {
            return None;
        }
        match name.to_ascii_lowercase().as_str() {
            MARK => self.reply.is_application = true,
            "transfer-encoding" if value == b"chunked" && !self.is_chunked => {
                self.is_chunked = true;
            }
            "transfer-encoding" => return None,
            "sec-websocket-accept" => self.is_websocket = true,
            "content-length" if self.length.is_some() => return None,
            "content-length" => self.length = Some(std::str::from_utf8(value).ok()?.parse().ok()?),
            _ => {}
        }
        Some(())
    }
}

fn status(line: &[u8]) -> Option<u16> {
    let line = std::str::from_utf8(line).ok()?;
    let rest = line
        .strip_prefix("HTTP/1.1 ")
        .or_else(|| line.strip_prefix("HTTP/1.0 "))?;
    let (status, reason) = rest.split_once(' ')?;
    let is_valid = status.len() == 3 && !reason.contains(|byte: char| byte.is_ascii_control());
    is_valid
        .then(|| status.parse().ok())
        .flatten()
        .filter(|status| (100..600).contains(status))
}

/// Returns the length of the body with its frame, or `None` if it is not whole.
fn body(head: &Head, rest: &[u8]) -> Result<Option<usize>, String> {
    if head.reply.status < 200 || [204, 304].contains(&head.reply.status) {
        return Ok(Some(0));
    }
    if head.is_chunked {
        return chunks(rest);
    }
    let length = head.length.unwrap_or(rest.len());
    Ok((length <= rest.len()).then_some(length))
}

fn chunks(bytes: &[u8]) -> Result<Option<usize>, String> {
    let mut at = 0;
    while let Some(length) = find(&bytes[at..], b"\r\n") {
        let size = std::str::from_utf8(&bytes[at..at + length]).ok();
        let size = size.and_then(|size| usize::from_str_radix(size, 16).ok());
        let size =
            size.ok_or_else(|| format!("odd chunk: {}", bytes[at..at + length].escape_ascii()))?;
        let end = at + length + 2 + size;
        match bytes.get(end..end + 2) {
            None => return Ok(None),
            Some(b"\r\n") if size == 0 => return Ok(Some(end + 2)),
            Some(b"\r\n") => at = end + 2,
            Some(_) => return Err("a chunk without an end".to_owned()),
        }
    }
    Ok(None)
}

pub(crate) fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

#[test]
fn a_response_is_read_strictly() {
    let statuses = |text: &str, can_lack_body| {
        let replies = read(text.as_bytes(), can_lack_body)?;
        let statuses = replies
            .replies
            .iter()
            .map(|reply| reply.status)
            .collect::<Vec<_>>();
        Ok::<_, String>((statuses, replies.is_broken_off))
    };
    let good = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi";
    let chunked =
        "HTTP/1.1 404 Not Found\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n";
    assert_eq!(
        statuses(&format!("{good}{chunked}{good}"), false),
        Ok((vec![200, 404, 200], false))
    );
    assert_eq!(
        statuses(&good[..good.len() - 1], false),
        Ok((vec![200], true))
    );
    assert_eq!(
        statuses(&good[..good.len() - 2], true),
        Ok((vec![200], false))
    );
    let head_and_more = format!("{}{chunked}", &good[..good.len() - 2]);
    assert_eq!(statuses(&head_and_more, true), Ok((vec![200, 404], false)));
    let broken_off = format!("{head_and_more}{}", &good[..good.len() - 1]);
    assert_eq!(statuses(&broken_off, true), Ok((vec![200, 404, 200], true)));
    for wrong in [
        "HTTP/1.1 200\r\n\r\n",
        "HTTP/1.1 999 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\na: \u{0}\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 0\r\ncontent-length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 0\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\nhi\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nhi\r\n\r\n",
    ] {
        assert!(statuses(wrong, false).is_err(), "{wrong}");
    }
}
