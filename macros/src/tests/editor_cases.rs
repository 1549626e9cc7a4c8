//! The inputs whose expansions have snapshots as an editor reads them.

pub(super) const EDITOR_CASES: [(&str, &str); 1] = [(
    "editor_app",
    r#"
app! {
    fn shop(state: Shop) -> Router with [log if state.logs else audit] {
        stack signed_in = [authenticate],
        GET | POST "/" => home if state.is_open without [log],
        #[cfg(test)]
        scope "/orders" with [..signed_in] {
            include orders::orders(state.orders),
        }
        sco
        include orders::ord,
        #[cfg(test)]
        GET | PO
        scope "/account" with [log if state.logs, ..sig]
        fallback => missing,
    }
}
"#,
)];
