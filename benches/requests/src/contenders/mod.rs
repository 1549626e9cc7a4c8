//! The contenders, each in a module. All do the work that `work` defines.

#[cfg(feature = "peers")]
mod actix;
pub mod concentric;
pub mod from_fn;
#[cfg(feature = "peers")]
mod poem;
#[cfg(feature = "peers")]
mod salvo;
mod tower_layers;
pub mod work;
#[cfg(feature = "peers")]
mod xitca;

use crate::subject::{Kind, Subject};

/// A way to write an application with a list of middleware.
#[derive(Clone, Copy)]
pub struct Contender {
    /// The name in the report.
    pub name: &'static str,
    pub make: fn(Kind, usize) -> Box<dyn Subject>,
}

/// All contenders. The first one is the baseline of the others.
pub fn contenders() -> Vec<Contender> {
    let contender = |name, make| Contender { name, make };
    let ours = [
        contender("app!", concentric::one_each as fn(Kind, usize) -> _),
        contender("one #[middleware] for all", concentric::one_for_all),
        contender("one tower layer for all", tower_layers::one_for_all),
        contender("tower layers", tower_layers::one_each),
        contender("from_fn, one ServiceBuilder", from_fn::in_one_builder),
        contender("from_fn, layer by layer", from_fn::layer_by_layer),
    ];
    #[cfg(feature = "peers")]
    let peers = [
        contender("actix-web from_fn", actix::make as fn(Kind, usize) -> _),
        contender("poem", poem::make),
        contender("salvo", salvo::make),
        contender("xitca-web", xitca::make),
    ];
    #[cfg(not(feature = "peers"))]
    let peers = [];
    ours.into_iter().chain(peers).collect()
}
