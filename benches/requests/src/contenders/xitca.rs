//! xitca-web, with `.enclosed_fn` for each middleware.

use http_body_util::BodyExt;
use xitca_web::{
    App as Site, WebContext,
    body::ResponseBody,
    error::Error,
    handler::{extension::ExtensionRef, handler_service, state::StateRef},
    http::{HeaderValue, WebRequest, WebResponse},
    route::get,
    service::Service,
};

use super::work::{Shop, TRACE_NAME, Value};
use crate::{
    lists::by_count,
    subject::{App, Kind, REQUEST_HEADERS, Reply, Subject, now, subject},
};

async fn pass<const K: usize, S, C, Res, Err>(next: &S, ctx: WebContext<'_, C>) -> Result<Res, Err>
where
    S: for<'r> Service<WebContext<'r, C>, Response = Res, Error = Err>,
{
    next.call(ctx).await
}
