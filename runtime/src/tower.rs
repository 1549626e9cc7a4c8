//! Tower: any layer in a stack, any service as a target, and a middleware as a layer.

use tower::Layer;

use crate::chain::{Core, HttpService, Inward};

/// What stands in for the rest of a stack when a layer is checked where it is listed.
pub(crate) type Probe = Inward<(), Core>;

/// A tower layer that can stand in a list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a middleware nor a tower layer",
    label = "cannot stand in a `with` list",
    note = "a middleware is an `async fn` under `#[middleware]`, or implements `concentric::Middleware`",
    note = "a tower layer makes a service that is `Clone + Send + Sync`, takes a `Request`, answers with an HTTP response, and fails with an error that can be boxed"
)]
pub trait AnyLayer {}

#[diagnostic::do_not_recommend]
impl<L: Layer<Probe, Service: HttpService>> AnyLayer for L {}
