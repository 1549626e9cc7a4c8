//! The inputs about layers and alternatives whose expansions have snapshots.

/// As in [`snapshot_cases`](super::snapshot_cases).
pub(super) const LAYER_CASES: [(&str, &str); 3] = [
    (
        "middleware_requires",
        r"
#[middleware(requires(authenticate, Session<_>, Limit<&'static str, [_; 2]>))]
async fn csrf<T>(#[config] value: &T, req: Request, next: Next) -> Response
where
    T: Send + Sync,
{
    next.run(req).await
}
",
    ),
    (
        "app_provides",
        r#"
app! {
    fn app() -> Router with [provides::<Session>(SessionLayer::new(store).with_secure(true))] {
        GET "/" => index with [(concentric::provides::<(Theme, Locale)>(layers()))],
        GET "/a" => index with [provides::<(Theme,), _>(layer), provides(layer), provides::<Theme>(a, b)],
    }
}
"#,
    ),
    (
        "app_alternatives",
        r#"
app! {
    fn app(is_on: bool, number: u8) -> Router with [authenticate if is_on else pretend("bob")] {
        GET "/" => index with [
            #[cfg(test)]
            limit(10) if number == 0 else limit(5) if is_on else provides::<Session>(layer()),
            log,
        ],
        scope with [log] {
            GET "/log" => index without [pretend],
            GET "/quiet" => index without [log],
        }
    }
}
"#,
    ),
];
