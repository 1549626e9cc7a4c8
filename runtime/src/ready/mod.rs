//! Middleware that are ready for a list.

mod after_response;
mod by_host;
mod cors;
mod debug_errors;
mod host;
mod host_pattern;
mod https_redirect;
mod map_source;
mod origin;
mod plain_layer;
mod problem_details;
mod proxy_headers;
mod redirect;
mod redirect_slashes;
mod reject_cross_site;
mod security_headers;
mod trusted_hosts;
