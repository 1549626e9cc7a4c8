//! Middleware that are ready for a list.

mod after_response;
mod by_host;
mod cors;
mod debug_errors;
mod forwarded;
mod host;
mod host_pattern;
mod https;
mod origin;
mod plain_layer;
mod problem;
mod proxy;
mod redirect;
mod redirect_slashes;
mod reject_cross_site;
mod security_headers;
mod trusted_hosts;

pub use self::{
    after_response::{AfterResponse, AfterResponseLayer, TaskResult, after_response},
    by_host::by_host,
    cors::Cors,
    debug_errors::{DebugErrors, debug_errors},
    host::{Host, RequestHead, host},
    https::https_redirect,
    problem::problem_details,
    proxy::{ProxyHeaders, proxy_headers},
    redirect_slashes::{RedirectSlashes, redirect_slashes},
    reject_cross_site::{RejectCrossSite, reject_cross_site},
    security_headers::{SecurityHeaders, security_headers},
    trusted_hosts::{TrustedHosts, trusted_hosts},
};
