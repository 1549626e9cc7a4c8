//! Middleware that are ready for a list.

pub(crate) mod after_response;
#[cfg(feature = "ready")]
mod by_host;
#[cfg(feature = "ready")]
pub(crate) mod debug_errors;
#[cfg(feature = "ready")]
mod host;
#[cfg(feature = "ready")]
mod host_pattern;
#[cfg(feature = "ready")]
mod https_redirect;
mod map_source;
#[cfg(feature = "ready")]
mod origin;
#[cfg(feature = "ready")]
mod plain_layer;
#[cfg(feature = "ready")]
pub(crate) mod problem_details;
#[cfg(feature = "ready")]
mod proxy_headers;
#[cfg(feature = "ready")]
mod redirect;
#[cfg(feature = "ready")]
mod redirect_slashes;
#[cfg(feature = "ready")]
mod reject_cross_site;
#[cfg(feature = "ready")]
mod security_headers;
#[cfg(feature = "ready")]
mod trusted_hosts;

pub use self::map_source::{MapSource, SourceStatus, map_source};
#[cfg(feature = "ready")]
pub use self::{
    by_host::by_host,
    host::{Host, RequestHead, host},
    https_redirect::{HttpsRedirect, https_redirect},
    proxy_headers::ProxyHeaders,
    redirect_slashes::{RedirectSlashes, redirect_slashes},
    reject_cross_site::{RejectCrossSite, reject_cross_site},
    security_headers::{SecurityHeaders, security_headers},
    trusted_hosts::{TrustedHosts, trusted_hosts},
};
