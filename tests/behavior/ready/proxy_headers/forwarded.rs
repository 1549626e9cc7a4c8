//! The header `Forwarded`.

use concentric::ProxyHeaders;

use super::{INVALID, seen, shown};

#[tokio::test]
async fn forwarded_reads_the_last_element_of_its_last_line() {
    let scheme = shown(ProxyHeaders::Forwarded, false);
    let both = shown(ProxyHeaders::Forwarded, true);
    for (lines, of_scheme, of_both) in [
        (&[][..], "http", "http://own.com"),
        (&["host=a.com;proto=https"], "https", "https://a.com"),
        (&["host=a.com:81"], "http", "http://a.com:81"),
        (
            &["for=\"[::1]:1\"; Host=\"[::2]:81\" ;PROTO=HTTPS"],
            "https",
            "https://[::2]:81",
        ),
        (
            &["host=evil.com;proto=https, for=_b;host=a.com"],
            "http",
            "http://a.com",
        ),
        (
            &["host=evil.com;proto=https, for=_b"],
            "http",
            "http://own.com",
        ),
        (
            &["for=_b;proto=https", "proto=http"],
            "http",
            "http://own.com",
        ),
        // A line of the client is not read.
        (&["for=\"", "proto=https"], "https", "https://own.com"),
        // Separators and quotes in quotes are text.
        (
            &["for=\"a,proto=https;b=\",proto=http"],
            "http",
            "http://own.com",
        ),
        (
            &["for=\"a;proto=http;\";proto=https"],
            "https",
            "https://own.com",
        ),
        (
            &["x=\"\\\"\";y=\"\\\\\",proto=https"],
            "https",
            "https://own.com",
        ),
    ] {
        let headers: Vec<_> = lines.iter().map(|line| ("forwarded", *line)).collect();
        let headers = [&headers[..], &[("x-forwarded-host", "evil.com")]].concat();
        let headers = [&headers[..], &[("x-forwarded-proto", "https")]].concat();
        let of_scheme = format!("200 {of_scheme}://own.com");
        assert_eq!(seen(&scheme, &headers).await, of_scheme, "{lines:?}");
        assert_eq!(
            seen(&both, &headers).await,
            format!("200 {of_both}"),
            "{lines:?}"
        );
    }
}

#[tokio::test]
async fn forwarded_with_an_open_quote_or_another_mistake_is_a_400() {
    let app = shown(ProxyHeaders::Forwarded, true);
    for line in [
        // What the proxy appends is in the quotes of the client, or after them.
        "proto=https;host=example.com;for=\", for=2;proto=http",
        "proto=https;host=example.com;for=\", for=\"[::1]\";proto=http",
        "proto=https;host=example.com;x=\"\\, for=\"_a\";proto=http",
        "for=a\"b, proto=http",
        "for=\"a\"b",
        "for=\"a\" b",
        "for=\"a\\\"",
        "for=a b",
        "",
        ",",
        "for",
        "for;proto=https",
        "=a",
        "f or=a",
        "proto=http;proto=https",
        "proto=ftp",
        "host=",
        "host=\"a.com\\\"\"",
        "host=\"a/b\"",
    ] {
        assert_eq!(seen(&app, &[("forwarded", line)]).await, INVALID, "{line}");
    }
}
