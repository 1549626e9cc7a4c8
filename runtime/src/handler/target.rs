//! A handler as the target of a route.

use std::{future::ready, marker::PhantomData, sync::Arc};

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};

use http::request::Parts;

use super::callable::Callable;
use crate::{
    chain::{BoxFuture, Target},
    extract::{Arguments, hand_off},
};

/// A handler as the target of a route.
struct Handler<F, S, A, V> {
    function: F,
    state: Arc<S>,
    types: PhantomData<fn() -> (A, V)>,
}

/// Returns a function as a target, with the state of its application.
pub(crate) fn function_target<F, S, A, V>(state: Arc<S>, function: F) -> Arc<dyn Target>
where
    S: Send + Sync + 'static,
    F: Callable<A, Output: IntoResponse, Future: Send>,
    A: Arguments<S, V> + 'static,
    V: 'static,
{
    Arc::new(Handler {
        function,
        state,
        types: PhantomData::<fn() -> (A, V)>,
    })
}

impl<F, S, A, V> Target for Handler<F, S, A, V>
where
    S: Send + Sync + 'static,
    F: Callable<A, Output: IntoResponse, Future: Send>,
    A: Arguments<S, V> + 'static,
{
    fn misfit(&self, sample: &dyn Fn() -> Option<Parts>) -> Option<String> {
        A::check_paths(&self.state, sample).err()
    }

    fn call(&self, req: Request) -> BoxFuture<'_, Response> {
        if A::AT_HAND {
            let arguments = A::at_hand(&req);
            drop(req);
            let function = self.function.clone();
            return match arguments {
                Ok(arguments) => {
                    Box::pin(async move { function.invoke(arguments).await.into_response() })
                }
                Err(rejection) => Box::pin(ready(rejection.into_response())),
            };
        }
        hand_off(req, move || async move {
            match A::extract(&self.state).await {
                Ok(arguments) => self
                    .function
                    .clone()
                    .invoke(arguments)
                    .await
                    .into_response(),
                Err(rejection) => rejection,
            }
        })
    }
}
