//! `last_element`, which parses the header `Forwarded` of RFC 7239.
//!
//! The crates that parse it split it at commas in quotes, too, with which a client could forge the last element.

/// What an element of `Forwarded` says.
#[derive(Default)]
pub(super) struct Element<'a> {
    pub(super) host: Option<&'a str>,
    pub(super) proto: Option<&'a str>,
}

/// Returns the last element, which the nearest proxy has added. Returns `None` if any element is not valid, since a quote that
/// the client left open changes what the proxy says.
pub(super) fn last_element(header: &str) -> Option<Element<'_>> {
    let mut last = Element::default();
    let mut rest = header;
    loop {
        let (name, after) = rest.trim_start().split_once('=')?;
        let (value, after) = value(after)?;
        last.add(name, value)?;
        let after = after.trim_start();
        match after.bytes().next() {
            None => return Some(last),
            Some(b';') => {}
            Some(b',') => last = Element::default(),
            Some(_) => return None,
        }
        rest = &after[1..];
    }
}

impl<'a> Element<'a> {
    /// Adds a parameter. Returns `None` if its name is not valid, or if there is one already.
    fn add(&mut self, name: &str, value: &'a str) -> Option<()> {
        let is_token_byte =
            |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if name.is_empty() || !name.bytes().all(is_token_byte) {
            return None;
        }
        let parameter = match name {
            _ if name.eq_ignore_ascii_case("host") => &mut self.host,
            _ if name.eq_ignore_ascii_case("proto") => &mut self.proto,
            _ => return Some(()),
        };
        parameter.replace(value).is_none().then_some(())
    }
}

/// Splits a text after the value that it begins with. Quotes are removed, and escapes are kept: no host has any.
///
/// Without quotes, more than a token is valid, since proxies write `host=example.com:8000`.
fn value(text: &str) -> Option<(&str, &str)> {
    if let Some(quoted) = text.strip_prefix('"') {
        let mut is_escaped = false;
        let is_end = |char| {
            let is_end = char == '"' && !is_escaped;
            is_escaped = char == '\\' && !is_escaped;
            is_end
        };
        return quoted.split_once(is_end);
    }
    let end = text.find([';', ',', ' ', '\t']).unwrap_or(text.len());
    let (value, after) = text.split_at(end);
    (!value.contains('"')).then_some((value, after))
}
