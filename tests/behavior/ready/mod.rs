//! The ready middleware.

mod after_response;
mod by_host;
mod cors;
mod debug_errors;
mod host;
mod https_redirect;
mod proxy_headers;
mod redirect_slashes;
mod reject_cross_site;
mod security_headers;
mod trusted_hosts;

use std::{cell::RefCell, panic, sync::Once};

use axum::body::Body;
use concentric::Request;

/// Returns a request without a body, with these headers.
fn request_with(method: &str, uri: &str, headers: &[(&str, &str)]) -> Request {
    let request = Request::builder().method(method).uri(uri);
    let request = headers.iter().fold(request, |request, (name, value)| {
        request.header(*name, *value)
    });
    request.body(Body::empty()).unwrap()
}

thread_local! {
    static PANICKED_IN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Returns the message of a panic, which must name a file of these tests.
fn panic_of<T>(make: impl FnOnce() -> T) -> String {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let hook = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            PANICKED_IN.set(info.location().unwrap().file().to_owned());
            hook(info);
        }));
    });
    let message = crate::support::panic_of(make);
    let file = PANICKED_IN.take();
    assert!(file.contains("behavior/ready/"), "panicked in {file}");
    message
}
