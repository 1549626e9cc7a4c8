// #[middleware]
// async fn cache<'a, K, const N: usize>(
//     #[config] keys: &[K; N],
//     req: Request,
//     next: Next<(Cached<K>, Age)>,
// ) -> impl IntoResponse
// where
//     K: Key,
// {
//     next.provide(look_up(keys, &req)).run(req).await
// }

#[allow(non_camel_case_types, missing_docs, dead_code)]
struct cache<K, const N: usize>
where
    K: Key,
    K: 'static,
{
    config: ::concentric::__private::Arc<
        ([K; N], ::core::marker::PhantomData<fn() -> (::core::marker::PhantomData<K>,)>),
    >,
}

#[must_use]
#[allow(deprecated, clippy::too_many_arguments)]
fn cache<K, const N: usize>(keys: [K; N]) -> cache<K, N>
where
    K: Key,
    K: 'static,
{
    cache {
        config: ::concentric::__private::Arc::new((keys, ::core::marker::PhantomData)),
    }
}

#[allow(deprecated)]
impl<K, const N: usize> ::core::clone::Clone for cache<K, N>
where
    K: Key,
    K: 'static,
{
    fn clone(&self) -> Self {
        Self {
            config: ::core::clone::Clone::clone(&self.config),
        }
    }
}

#[allow(deprecated)]
impl<K, const N: usize> ::core::fmt::Debug for cache<K, N>
where
    K: Key,
    K: 'static,
{
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        #[allow(unused_imports)]
        use ::concentric::__private::shown_kinds::*;
        __f.debug_struct("cache")
            .field("keys", (&&::concentric::__private::Shown(&self.config.0)).shown())
            .finish()
    }
}

#[allow(deprecated)]
impl<K, const N: usize> ::concentric::__private::Provides for cache<K, N>
where
    K: Key,
    K: 'static,
{
    type Types = (Cached<K>, Age);
}

#[allow(dead_code, deprecated)]
impl<K, const N: usize> cache<K, N>
where
    K: Key,
    K: 'static,
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
    K,
    const N: usize,
    __Service: ::concentric::__private::HttpService,
> ::concentric::__private::Layer<__Service> for cache<K, N>
where
    K: Key,
    K: 'static,
{
    type Service = ::concentric::__private::MiddlewareService<Self, (), ()>;
    fn layer(&self, __service: __Service) -> Self::Service {
        ::concentric::__private::stateless(self, __service)
    }
}

#[allow(deprecated)]
impl<
    K,
    const N: usize,
    __State: ::core::marker::Send + ::core::marker::Sync + 'static,
> ::concentric::__private::Middleware<__State> for cache<K, N>
where
    K: Key,
    K: 'static,
{
    fn handle<'__a, __Chain: ::concentric::__private::Chain<__State>>(
        &'__a self,
        __req: ::concentric::__private::Request,
        __next: ::concentric::__private::Next<'__a, (Cached<K>, Age), __State, __Chain>,
    ) -> impl ::core::future::Future<
        Output = ::concentric::__private::Response,
    > + ::core::marker::Send + '__a {
        #[allow(elided_lifetimes_in_paths, unused_qualifications)]
        const _: fn() = <Next as ::concentric::__private::ConcentricNext>::is_next;
        async fn cache<
            'a,
            AnyState: ::core::marker::Send + ::core::marker::Sync + 'static,
            InnerChain: ::concentric::__private::Chain<AnyState>,
            K,
            const N: usize,
        >(
            keys: &[K; N],
            req: Request,
            next: ::concentric::__private::Next<
                '_,
                (Cached<K>, Age),
                AnyState,
                InnerChain,
            >,
        ) -> impl IntoResponse
        where
            K: Key,
            K: 'static,
        {
            next.provide(look_up(keys, &req)).run(req).await
        }
        ::concentric::__private::respond(
            cache::<__State, __Chain, K, N>(&self.config.0, __req, __next),
        )
    }
}
