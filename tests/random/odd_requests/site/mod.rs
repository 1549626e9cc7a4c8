//! One application that uses everything the crate has. No middleware or handler of it makes a 5xx.

mod files;
mod handlers;
mod middleware;
mod state;

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use axum::{
    Router,
    extract::MatchedPath,
    http::{StatusCode, Uri},
    routing::{any, get, post},
};
use concentric::{Provided, app, provides};
use tower_http::{
    add_extension::AddExtensionLayer,
    compression::CompressionLayer,
    cors::{AllowOrigin, CorsLayer},
    decompression::{DecompressionLayer, RequestDecompressionLayer},
    limit::RequestBodyLimitLayer,
    normalize_path::NormalizePathLayer,
    timeout::TimeoutLayer,
    trace::TraceLayer,
};

use self::files::files;
use self::handlers::{
    account, body_bytes, body_echo, body_form, body_json, body_text, events, index, language_of,
    links, log_in, map, missing, not_this_method, one, rest, socket, three, whole_uri,
};
use self::middleware::{
    authenticate, language, map_parameters, matched, one_parameter, optional_user, query,
    raw_parameters, record, report, require_ann,
};
pub(crate) use self::state::{MARK, State, Theme};

const LIMIT: usize = 32 * 1024;

fn cors() -> CorsLayer {
    CorsLayer::very_permissive().allow_origin(AllowOrigin::mirror_request())
}

app! {
    pub(crate) fn site(state: State, folder: PathBuf, has_query: bool) -> Router
    before routing [record, language]
    with [
        TraceLayer::new_for_http(),
        cors(),
        report,
        CompressionLayer::new(),
        TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_secs(90)),
        provides::<Theme>(AddExtensionLayer::new(Theme)),
        matched,
    ] {
        stack members = [report, authenticate],

        GET "/" => index,
        GET "/links" => links with [query if has_query],
        GET "/health" => async || "well",
        GET "/language" => language_of,
        GET "/theme" => async |_: Provided<Theme>| "dark",
        GET "/{a}/{b}/{c}" as three => three,
        GET | POST "/query" => whole_uri with [query],
        ANY "/any/{*rest}" as rest => rest,

        scope "/t/{tenant}" with [one_parameter, report, optional_user] {
            GET "/" as tenant => one,
            GET "/settings" => one,
            PUT "/settings" => body_text,
            scope "/admin" with [authenticate, raw_parameters, require_ann] {
                GET "/" => account,
                DELETE "/users" => account,
                fallback => missing,
            }
        }

        scope "/m/{x}/{y}" with [map_parameters, raw_parameters] {
            GET "/" => map,
            GET "/{z}" => map,
            GET "/files/{*path}" => map,
            method_not_allowed => not_this_method,
        }

        scope "/private" with [..members] {
            ANY "/{*path}" => rest,
        }

        scope "/account" with [report, authenticate, query] {
            GET "/" => account,
            POST "/login" => log_in without [authenticate],
            fallback => missing,
            method_not_allowed => not_this_method,
        }

        scope "/body" with [
            report,
            RequestDecompressionLayer::new(),
            RequestBodyLimitLayer::new(LIMIT),
        ] {
            POST "/json" => body_json,
            POST | GET "/form" => body_form,
            PUT | POST "/text" => body_text,
            POST "/bytes" => body_bytes,
            ANY "/echo" => body_echo with [DecompressionLayer::new()],
        }

        scope "/live" with [report] {
            ANY "/socket" => socket,
            GET "/events" => events,
            fallback => missing,
        }

        scope "/s/{tenant}" with [map_parameters] {
            merge plain(&folder),
            mount "/static" => files(&folder) with [authenticate],
        }

        scope "/u/{tenant}" with [one_parameter, report] {
            GET "/here" => one,
            merge Router::new()
                .route("/merged", get(one))
                .nest_service("/service", files(&folder)),
            mount "/files" => files(&folder) with [one_parameter],
            fallback => one,
            method_not_allowed => one,
        }

        scope "/w/{tenant}" with [one_parameter, raw_parameters] {
            GET "/here" => one without [one_parameter],
            merge Router::new().route("/merged", get(one)) with [one_parameter],
            mount "/" => files(&folder),
        }

        merge plain(&folder) with [matched],
        mount "/static" => files(&folder),
        mount "/outer" => Router::new()
            .nest("/inner", inner())
            .nest("/deep/{id}", inner())
            .route("/plain/{id}", get(one)),
        mount "/" => files(&folder) with [optional_user],
    }
}

app! {
    /// An application inside a plain router.
    fn inner() -> Router
    before routing [NormalizePathLayer::trim_trailing_slash()]
    with [report, map_parameters] {
        GET "/" => whole_uri,
        GET "/{name}" => map,
        scope "/private" with [authenticate] {
            GET "/" => account,
            ANY "/{*path}" => map,
        }
        fallback => missing,
    }
}

/// Plain axum, to be merged.
fn plain(folder: &Path) -> Router {
    Router::new()
        .route("/plain", get(whole_uri).post(body_text))
        .route("/plain/{id}", get(map))
        .route("/plain/{id}/{*rest}", any(map))
        .route("/upload", post(body_bytes))
        .route(
            "/plain-path",
            get(async |path: MatchedPath| path.as_str().to_owned()),
        )
        .nest_service("/service", files(folder))
        .nest(
            "/nested",
            Router::new()
                .route("/{id}", get(map))
                .fallback(async |uri: Uri| uri.to_string()),
        )
}
