//! Twins: two applications that must answer every request alike, one with parts and one without.

use axum::extract::{RawPathParams, State};
use concentric::RouteTable;
use futures_util::{FutureExt, future::BoxFuture};

use crate::support::{Events, Site};

/// Returns a handler that answers with its name and the path parameters.
pub(super) fn echo(
    name: &'static str,
) -> impl Fn(State<Events>, RawPathParams) -> BoxFuture<'static, String> + Clone + Send + Sync + 'static
{
    move |State(events), params| {
        events.add(name);
        let params = params.iter().map(|(key, value)| format!(" {key}={value}"));
        let answer = name.to_owned() + &params.collect::<String>();
        async { answer }.boxed()
    }
}

/// Asserts that two applications answer all methods of these paths alike, and that their tables explain them alike.
pub(super) async fn assert_same(twins: [(&Site, &RouteTable); 2], paths: &[&str]) {
    for path in paths {
        for method in ["GET", "HEAD", "POST", "DELETE", "OPTIONS"] {
            let [(parts, parts_table), (whole, whole_table)] = twins;
            let of_parts = (
                parts.trace(method, path).await,
                allow(parts, method, path).await,
            );
            let of_whole = (
                whole.trace(method, path).await,
                allow(whole, method, path).await,
            );
            assert_eq!(of_parts, of_whole, "{method} {path}");
            let [of_parts, of_whole] = [parts_table, whole_table].map(|table| {
                let explanation = table.explain(method, path);
                let entries = explanation.middleware();
                let entries: Vec<String> = entries.iter().map(ToString::to_string).collect();
                (
                    explanation.route().to_string(),
                    explanation.route().handler(),
                    entries,
                )
            });
            assert_eq!(of_parts, of_whole, "{method} {path}");
        }
    }
}

/// Returns the methods that a response allows.
async fn allow(site: &Site, method: &str, path: &str) -> Vec<String> {
    let reply = site.send(method, path).await;
    site.events.take();
    reply
        .header("allow")
        .iter()
        .map(ToString::to_string)
        .collect()
}
