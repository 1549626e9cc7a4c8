// #[middleware]
// pub(crate) async fn limit(
//     #[config] most: &usize,
//     #[config] name: &str,
//     #[config] hosts: &[Host],
//     req: Request,
//     next: Next,
// ) -> Response {
//     next.run(req).await
// }

#[allow(non_camel_case_types, missing_docs, dead_code)]
pub(crate) struct limit {
    config: ::concentric::__private::Arc<
        (
            usize,
            ::concentric::__private::String,
            ::concentric::__private::Vec<Host>,
            ::core::marker::PhantomData<fn() -> ()>,
        ),
    >,
}

#[must_use]
#[allow(deprecated, clippy::too_many_arguments)]
pub(crate) fn limit(
    most: usize,
    name: impl ::core::convert::Into<::concentric::__private::String>,
    hosts: impl ::core::convert::Into<::concentric::__private::Vec<Host>>,
) -> limit {
    limit {
        config: ::concentric::__private::Arc::new((
            most,
            ::core::convert::Into::into(name),
            ::core::convert::Into::into(hosts),
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
            .field("name", (&&::concentric::__private::Shown(&self.config.1)).shown())
            .field("hosts", (&&::concentric::__private::Shown(&self.config.2)).shown())
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
    pub(crate) fn with_state<__State>(
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
        #[allow(elided_lifetimes_in_paths, unused_qualifications)]
        const _: fn() = <Next as ::concentric::__private::ConcentricNext>::is_next;
        #[allow(clippy::manual_async_fn)]
        fn limit<
            AnyState: ::core::marker::Send + ::core::marker::Sync + 'static,
            InnerChain: ::concentric::__private::Chain<AnyState>,
        >(
            __argument0: &usize,
            __argument1: &str,
            __argument2: &[Host],
            req: Request,
            next: ::concentric::__private::Next<'_, (), AnyState, InnerChain>,
        ) -> impl ::core::future::Future<Output = Response> {
            async move {
                let __argument0 = __argument0;
                #[allow(clippy::no_effect_underscore_binding)]
                let most: &usize = __argument0;
                let __argument1 = __argument1;
                #[allow(clippy::no_effect_underscore_binding)]
                let name: &str = __argument1;
                let __argument2 = __argument2;
                #[allow(clippy::no_effect_underscore_binding)]
                let hosts: &[Host] = __argument2;
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
                .__respond(
                    limit::<
                        __State,
                        __Chain,
                    >(&self.config.0, &self.config.1, &self.config.2, __req, __next),
                )
        }
    }
}
