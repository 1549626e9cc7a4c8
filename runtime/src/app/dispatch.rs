//! Where a request comes in: the outermost stack, and the stacks between it and a target.

use std::{convert::Infallible, future::Future, sync::Arc};

use axum::{
    Router,
    extract::Request,
    response::Response,
    routing::{MethodFilter, MethodRouter, Route, any_service, on_service},
};
use tower::{Service, layer::layer_fn, service_fn};

use crate::chain::{BoxFuture, Destination, Endpoint, ServiceTarget, Target, placed};

/// A stack inside the outermost one.
pub(crate) trait Through<S>: Send + Sync {
    /// A target, reached through this stack.
    fn through(&self, target: Arc<dyn Target<S>>) -> Arc<dyn Target<S>>;
}

impl<S: Sync + 'static, E: Endpoint<S>> Through<S> for Arc<E> {
    fn through(&self, target: Arc<dyn Target<S>>) -> Arc<dyn Target<S>> {
        let stack = Arc::clone(self);
        let without = target.without().into();
        Arc::new(Reached {
            stack,
            target,
            without,
        })
    }
}

/// A target, reached through these stacks, the innermost of which comes first.
pub(crate) fn through<S>(
    stacks: &[Arc<dyn Through<S>>],
    target: Arc<dyn Target<S>>,
) -> Arc<dyn Target<S>> {
    stacks
        .iter()
        .fold(target, |target, stack| stack.through(target))
}

struct Reached<S, E> {
    stack: Arc<E>,
    target: Arc<dyn Target<S>>,
    /// That of the target, which is asked for once.
    without: Box<[usize]>,
}

impl<S: Sync + 'static, E: Endpoint<S>> Target<S> for Reached<S, E> {
    fn call<'a>(&'a self, state: &'a S, req: Request) -> BoxFuture<'a, Response> {
        let target = &self.target;
        placed(move || self.stack.call(Destination { state, target }, req))
    }

    fn without(&self) -> &[usize] {
        &self.without
    }
}

/// A target, reached without these entries.
pub(crate) fn without<S: 'static>(
    entries: Vec<usize>,
    target: Arc<dyn Target<S>>,
) -> Arc<dyn Target<S>> {
    if entries.is_empty() {
        target
    } else {
        Arc::new(Without { entries, target })
    }
}

struct Without<S> {
    entries: Vec<usize>,
    target: Arc<dyn Target<S>>,
}

impl<S> Target<S> for Without<S> {
    fn call<'a>(&'a self, state: &'a S, req: Request) -> BoxFuture<'a, Response> {
        self.target.call(state, req)
    }

    fn without(&self) -> &[usize] {
        &self.entries
    }
}

/// The outermost stack: what axum's router hands every request to.
pub(crate) trait Outermost<S>: Send + Sync {
    /// A target, reached through this stack by these methods. `None` is any method.
    fn service(
        &self,
        methods: Option<MethodFilter>,
        state: &S,
        target: Arc<dyn Target<S>>,
    ) -> MethodRouter;

    /// A router whose every route is reached through this stack and the given ones, but for some
    /// entries.
    fn around(
        &self,
        router: Router,
        state: &S,
        stacks: Vec<Arc<dyn Through<S>>>,
        skipped: Vec<usize>,
    ) -> Router;
}

impl<S: Clone + Send + Sync + 'static, E: Endpoint<S>> Outermost<S> for Arc<E> {
    fn service(
        &self,
        methods: Option<MethodFilter>,
        state: &S,
        target: Arc<dyn Target<S>>,
    ) -> MethodRouter {
        let service = entry(self, state, target);
        match methods {
            Some(methods) => on_service(methods, service),
            None => any_service(service),
        }
    }

    fn around(
        &self,
        router: Router,
        state: &S,
        stacks: Vec<Arc<dyn Through<S>>>,
        skipped: Vec<usize>,
    ) -> Router {
        let (stack, state) = (Arc::clone(self), state.clone());
        router.layer(layer_fn(move |route: Route| {
            let target = without(skipped.clone(), Arc::new(ServiceTarget(route)));
            entry(&stack, &state, through(&stacks, target))
        }))
    }
}

/// A target, reached through a stack, as a service for axum. Its future is not boxed here, since
/// axum boxes it.
fn entry<S, E>(
    stack: &Arc<E>,
    state: &S,
    target: Arc<dyn Target<S>>,
) -> impl Service<
    Request,
    Response = Response,
    Error = Infallible,
    Future: Future<Output = Result<Response, Infallible>> + Send,
>
+ Clone
+ Send
+ Sync
+ 'static
+ use<S, E>
where
    S: Clone + Send + Sync + 'static,
    E: Endpoint<S>,
{
    let entry = Arc::new((Arc::clone(stack), state.clone(), target));
    service_fn(move |req: Request| {
        let entry = Arc::clone(&entry);
        async move {
            let (stack, state, target) = &*entry;
            Ok(stack.call(Destination { state, target }, req).await)
        }
    })
}
