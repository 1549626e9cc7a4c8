// #[middleware(requires(authenticate, Session<_>, Limit<&'static str, [_; 2]>))]
// async fn csrf<T>(#[config] value: &T, req: Request, next: Next) -> Response
// where
//     T: Send + Sync,
// {
//     next.run(req).await
// }

#[allow(non_camel_case_types, missing_docs, dead_code)]
struct csrf<T>
where
    T: Send + Sync,
    T: 'static,
{
    config: ::concentric::__private::Arc<
        (T, ::core::marker::PhantomData<fn() -> (::core::marker::PhantomData<T>,)>),
    >,
}

#[must_use]
#[allow(deprecated, clippy::too_many_arguments)]
fn csrf<T>(value: T) -> csrf<T>
where
    T: Send + Sync,
    T: 'static,
{
    csrf {
        config: ::concentric::__private::Arc::new((value, ::core::marker::PhantomData)),
    }
}

#[allow(deprecated)]
impl<T> ::core::clone::Clone for csrf<T>
where
    T: Send + Sync,
    T: 'static,
{
    fn clone(&self) -> Self {
        Self {
            config: ::core::clone::Clone::clone(&self.config),
        }
    }
}

#[allow(deprecated)]
impl<T> ::core::fmt::Debug for csrf<T>
where
    T: Send + Sync,
    T: 'static,
{
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        #[allow(unused_imports)]
        use ::concentric::__private::shown_kinds::*;
        __f.debug_struct("csrf")
            .field("value", (&&::concentric::__private::Shown(&self.config.0)).shown())
            .finish()
    }
}

#[allow(deprecated)]
impl<T> ::concentric::__private::Provides for csrf<T>
where
    T: Send + Sync,
    T: 'static,
{
    type Types = ();
}

#[allow(deprecated)]
impl<
    T,
    __Required1,
    __Required2,
    __Filled,
    __Any0,
    __Any1,
> ::concentric::__private::DependsOn<
    (authenticate, __Required1, __Required2),
    (__Any0, __Any1),
    __Filled,
> for csrf<T>
where
    T: Send + Sync,
    T: 'static,
    for<'__a> Session<
        <__Filled as ::concentric::__private::Hole<'__a, __Any0>>::Type,
    >: ::concentric::__private::Equals<'__a, __Required1>,
    for<'__a> Limit<
        &'static str,
        [<__Filled as ::concentric::__private::Hole<'__a, __Any1>>::Type; 2],
    >: ::concentric::__private::Equals<'__a, __Required2>,
    __Filled: for<'__a> ::concentric::__private::Hole<'__a, __Any0>,
    __Filled: for<'__a> ::concentric::__private::Hole<'__a, __Any1>,
{}

#[allow(dead_code, deprecated)]
impl<T> csrf<T>
where
    T: Send + Sync,
    T: 'static,
{
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
    T,
    __Service: ::concentric::__private::HttpService,
> ::concentric::__private::Layer<__Service> for csrf<T>
where
    T: Send + Sync,
    T: 'static,
{
    type Service = ::concentric::__private::MiddlewareService<Self, (), ()>;
    fn layer(&self, __service: __Service) -> Self::Service {
        ::concentric::__private::stateless(self, __service)
    }
}

#[allow(deprecated)]
impl<
    T,
    __State: ::core::marker::Send + ::core::marker::Sync + 'static,
> ::concentric::__private::Middleware<__State> for csrf<T>
where
    T: Send + Sync,
    T: 'static,
{
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
        fn csrf<
            AnyState: ::core::marker::Send + ::core::marker::Sync + 'static,
            InnerChain: ::concentric::__private::Chain<AnyState>,
            T,
        >(
            __argument0: &T,
            req: Request,
            next: ::concentric::__private::Next<'_, (), AnyState, InnerChain>,
        ) -> impl ::core::future::Future<Output = Response>
        where
            T: Send + Sync,
            T: 'static,
        {
            async move {
                let __argument0 = __argument0;
                #[allow(clippy::no_effect_underscore_binding)]
                let value: &T = __argument0;
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
                .__respond(csrf::<__State, __Chain, T>(&self.config.0, __req, __next))
        }
    }
}
