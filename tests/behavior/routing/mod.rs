//! From a path and a method to a route, and the middleware that run on the way.

mod before_routing;
mod directory_redirects;
mod fallbacks;
mod methods;
mod path_arguments;
mod path_owner;
mod path_parameters;
mod prefix_ownership;
mod scopes;
mod spelled_paths;
mod targets;
mod trailing_slashes;
mod which_middleware_run;
