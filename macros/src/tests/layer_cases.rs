//! The inputs about tower layers whose expansions have snapshots.

/// As in [`snapshot_cases`](super::snapshot_cases).
pub(super) const LAYER_CASES: [(&str, &str); 2] = [
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
];
