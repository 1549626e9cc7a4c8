//! From a path and a method to a route, and the middleware that run on the way.

mod before_routing;
mod prefixes;
mod which_middleware_run;
