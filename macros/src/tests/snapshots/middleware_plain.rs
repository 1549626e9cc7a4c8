// /// Logs one line a request.
// #[middleware]
// pub async fn log(req: Request, next: Next) -> Response {
//     next.run(req).await
// }

/// Logs one line a request.
#[allow(non_camel_case_types, dead_code)]
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
pub struct log {}

/// Logs one line a request.
#[must_use]
#[allow(deprecated)]
pub fn log() -> log {
    log {}
}

#[allow(deprecated)]
impl ::concentric::__private::Provides for log {
    type Types = ();
}

#[allow(dead_code, deprecated)]
impl log {
    /// Returns this middleware as a `tower::Layer` for a plain axum router with this state.
    #[must_use]
    pub fn with_state<__State>(
        self,
        __state: __State,
    ) -> ::concentric::__private::MiddlewareLayer<Self, __State, ()> {
        ::concentric::__private::MiddlewareLayer::new(self, __state)
    }
}

#[allow(deprecated)]
impl<
    __Service: ::concentric::__private::HttpService,
> ::concentric::__private::Layer<__Service> for log {
    type Service = ::concentric::__private::MiddlewareService<Self, (), ()>;
    fn layer(&self, __service: __Service) -> Self::Service {
        ::concentric::__private::stateless(self, __service)
    }
}

#[allow(deprecated)]
impl<
    __State: ::core::marker::Send + ::core::marker::Sync + 'static,
> ::concentric::__private::Middleware<__State> for log {
    fn handle<'__a, __Chain: ::concentric::__private::Chain<__State>>(
        &'__a self,
        __req: ::concentric::__private::Request,
        __next: ::concentric::__private::Next<'__a, (), __State, __Chain>,
    ) -> impl ::core::future::Future<
        Output = ::concentric::__private::Response,
    > + ::core::marker::Send + '__a {
        #[allow(elided_lifetimes_in_paths, unused_qualifications)]
        const _: fn() = <Next as ::concentric::__private::ConcentricNext>::is_next;
        #[allow(clippy::manual_async_fn)]
        fn log<
            AnyState: ::core::marker::Send + ::core::marker::Sync + 'static,
            InnerChain: ::concentric::__private::Chain<AnyState>,
        >(
            req: Request,
            next: ::concentric::__private::Next<'_, (), AnyState, InnerChain>,
        ) -> impl ::core::future::Future<Output = Response> {
            async move {
                let next = next;
                #[allow(clippy::no_effect_underscore_binding)]
                let next: ::concentric::__private::Next<'_, (), AnyState, InnerChain> = next;
                if false {
                    {
                        let concentric_found = {
                            use ::concentric::__private::answer_kinds::*;
                            ::concentric::__private::checks::response::<Response>()
                                .decide()
                        };
                        concentric_found.report(&concentric_found.0)
                    }
                    let __answer = ::concentric::__private::never::<Response>();
                    return __answer;
                }
                '__body: { next.run(req).await }
            }
        }
        {
            use ::concentric::__private::answer_kinds::*;
            (&::concentric::__private::answers::<Response>())
                .__respond(log::<__State, __Chain>(__req, __next))
        }
    }
}
