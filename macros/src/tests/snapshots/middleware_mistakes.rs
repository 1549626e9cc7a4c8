// #[middleware(outsde(log))]
// fn limit(#[config] most: usize, Json(body): Json<Body>, req: Request, next: Next) -> Response {
//     next.run(req).await
// }

#[allow(non_camel_case_types, missing_docs, dead_code)]
struct limit {
    config: ::concentric::__private::Arc<((), ::core::marker::PhantomData<fn() -> ()>)>,
}

#[must_use]
#[allow(deprecated, clippy::too_many_arguments)]
fn limit(most: usize) -> limit {
    limit {
        config: ::concentric::__private::Arc::new((
            {
                let _ = most;
            },
            ::core::marker::PhantomData,
        )),
    }
}

#[allow(deprecated)]
impl ::core::clone::Clone for limit {
    fn clone(&self) -> Self {
        Self {
            config: ::core::clone::Clone::clone(&self.config),
        }
    }
}

#[allow(deprecated)]
impl ::core::fmt::Debug for limit {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        #[allow(unused_imports)]
        use ::concentric::__private::shown_kinds::*;
        __f.debug_struct("limit")
            .field("most", (&&::concentric::__private::Shown(&self.config.0)).shown())
            .finish()
    }
}

#[allow(deprecated)]
impl ::concentric::__private::Provides for limit {
    type Types = ();
}

#[allow(dead_code, deprecated)]
impl limit {
    /// Returns this middleware as a `tower::Layer` for a plain axum router with this state.
    #[must_use]
    fn with_state<__State>(
        self,
        __state: __State,
    ) -> ::concentric::__private::MiddlewareLayer<Self, __State, ()> {
        ::concentric::__private::MiddlewareLayer::new(self, __state)
    }
}

#[allow(deprecated)]
impl<
    __Service: ::concentric::__private::HttpService,
> ::concentric::__private::Layer<__Service> for limit {
    type Service = ::concentric::__private::MiddlewareService<Self, (), ()>;
    fn layer(&self, __service: __Service) -> Self::Service {
        ::concentric::__private::stateless(self, __service)
    }
}

#[allow(deprecated)]
impl<
    __State: ::core::marker::Send + ::core::marker::Sync + 'static,
> ::concentric::__private::Middleware<__State> for limit {
    fn handle<'__a, __Chain: ::concentric::__private::Chain<__State>>(
        &'__a self,
        __req: ::concentric::__private::Request,
        __next: ::concentric::__private::Next<'__a, (), __State, __Chain>,
    ) -> impl ::core::future::Future<
        Output = ::concentric::__private::Response,
    > + ::core::marker::Send + '__a {
        async move { ::core::unimplemented!() }
    }
}

::core::compile_error!("unknown option `outsde`\ndid you mean `outside`?")

::core::compile_error!(
    "expected `async fn`, found `fn`\nwrite: async fn limit(req: Request, next: Next) -> Response",
)

::core::compile_error!(
    "expected a reference for `#[config]`, found `usize`\nwrite: &usize",
)

::core::compile_error!(
    "`Json` is not allowed on a middleware: it consumes the body, which the `Request` holds\nwrite: Json::from_request(req, &state).await, with `use axum::extract::FromRequest`",
)
