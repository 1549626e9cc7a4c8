// #[middleware(outside(authenticate), inside(log, trace), crate = web::concentric)]
// #[cfg(feature = "cors")]
// #[tracing::instrument(skip_all)]
// async fn cors(req: Request, next: Next) -> Response {
//     next.run(req).await
// }

#[cfg(feature = "cors")]
#[allow(non_camel_case_types, dead_code)]
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
struct cors {}

#[cfg(feature = "cors")]
#[must_use]
#[allow(deprecated)]
fn cors() -> cors {
    cors {}
}

#[cfg(feature = "cors")]
#[allow(deprecated)]
impl web::concentric::__private::Provides for cors {
    type Types = ();
}

#[cfg(feature = "cors")]
#[allow(deprecated)]
impl web::concentric::__private::Order for cors {
    type Outside = (authenticate,);
    type Inside = (log, trace);
}

#[cfg(feature = "cors")]
#[allow(dead_code, deprecated)]
impl cors {
    /// Returns this middleware as a `tower::Layer` for a plain axum router with this state.
    #[must_use]
    fn with_state<__State>(
        self,
        __state: __State,
    ) -> web::concentric::__private::MiddlewareLayer<Self, __State, ()> {
        web::concentric::__private::MiddlewareLayer::new(self, __state)
    }
}

#[cfg(feature = "cors")]
#[allow(deprecated)]
impl<
    __Service: web::concentric::__private::HttpService,
> web::concentric::__private::Layer<__Service> for cors {
    type Service = web::concentric::__private::MiddlewareService<Self, (), ()>;
    fn layer(&self, __service: __Service) -> Self::Service {
        web::concentric::__private::stateless(self, __service)
    }
}

#[cfg(feature = "cors")]
#[allow(deprecated)]
impl<
    __State: ::core::marker::Send + ::core::marker::Sync + 'static,
> web::concentric::__private::Middleware<__State> for cors {
    fn handle<'__a, __Chain: web::concentric::__private::Chain<__State>>(
        &'__a self,
        __req: web::concentric::__private::Request,
        __next: web::concentric::__private::Next<'__a, (), __State, __Chain>,
    ) -> impl ::core::future::Future<
        Output = web::concentric::__private::Response,
    > + ::core::marker::Send + '__a {
        #[allow(elided_lifetimes_in_paths, unused_qualifications)]
        const _: fn() = <Next as web::concentric::__private::ConcentricNext>::is_next;
        #[tracing::instrument(skip_all)]
        async fn cors<
            AnyState: ::core::marker::Send + ::core::marker::Sync + 'static,
            InnerChain: web::concentric::__private::Chain<AnyState>,
        >(
            req: Request,
            next: web::concentric::__private::Next<'_, (), AnyState, InnerChain>,
        ) -> Response {
            next.run(req).await
        }
        web::concentric::__private::respond(
            web::concentric::__private::boxed(cors::<__State, __Chain>(__req, __next)),
        )
    }
}
