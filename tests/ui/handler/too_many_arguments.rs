use axum::http::Method;
use concentric::handler;

#[handler]
#[rustfmt::skip]
async fn show(
    _: Method, _: Method, _: Method, _: Method, _: Method, _: Method, _: Method, _: Method,
    _: Method, _: Method, _: Method, _: Method, _: Method, _: Method, _: Method, _: Method,
    seventeenth: Method,
) {
    drop(seventeenth);
}

fn main() {
    let _ = show;
}
