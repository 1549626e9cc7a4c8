// #[middleware]
// async fn authenticate(
//     State(users): State<Users>,
//     session: Provided<Session>,
//     req: Request,
//     next: Next<CurrentUser>,
// ) -> Result<Response, HttpError> {
//     let user = users.of(&session).await?;
//     Ok(next.provide(user).run(req).await)
// }

#[allow(non_camel_case_types, dead_code)]
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
struct authenticate {}

#[must_use]
#[allow(deprecated)]
fn authenticate() -> authenticate {
    authenticate {}
}

#[allow(deprecated)]
impl ::concentric::__private::Provides for authenticate {
    type Types = (CurrentUser,);
}

#[allow(deprecated)]
impl ::concentric::__private::HasArguments for authenticate {
    type Arguments = (State<Users>, Provided<Session>);
}

#[allow(dead_code, deprecated)]
impl authenticate {
    /// Returns this middleware as a `tower::Layer` for a plain axum router with this state.
    #[must_use]
    fn with_state<__State>(
        self,
        __state: __State,
    ) -> ::concentric::__private::MiddlewareLayer<
        Self,
        __State,
        (::concentric::__private::FromParts,),
    > {
        ::concentric::__private::MiddlewareLayer::new(self, __state)
    }
}

#[allow(deprecated)]
impl<
    __Service: ::concentric::__private::HttpService,
> ::concentric::__private::Layer<__Service> for authenticate {
    type Service = ::concentric::__private::MiddlewareService<
        Self,
        (),
        (::concentric::__private::FromParts,),
    >;
    fn layer(&self, __service: __Service) -> Self::Service {
        ::concentric::__private::stateless(self, __service)
    }
}

#[allow(deprecated)]
impl<
    __State: ::core::marker::Send + ::core::marker::Sync + 'static,
    __Requires,
> ::concentric::__private::Middleware<__State, __Requires> for authenticate
where
    State<Users>: ::concentric::__private::StateArgument<__State>,
    __Requires: 'static,
    (Provided<Session>,): ::concentric::__private::HeadArguments<__State, __Requires>,
{
    fn handle<'__a, __Chain: ::concentric::__private::Chain<__State>>(
        &'__a self,
        __req: ::concentric::__private::Request,
        __next: ::concentric::__private::Next<'__a, (CurrentUser,), __State, __Chain>,
    ) -> impl ::core::future::Future<
        Output = ::concentric::__private::Response,
    > + ::core::marker::Send + '__a {
        #[allow(elided_lifetimes_in_paths, unused_qualifications)]
        const _: fn() = <Next as ::concentric::__private::ConcentricNext>::is_next;
        #[allow(clippy::manual_async_fn)]
        fn authenticate<
            AnyState: ::core::marker::Send + ::core::marker::Sync + 'static,
            InnerChain: ::concentric::__private::Chain<AnyState>,
        >(
            __argument1: Provided<Session>,
            req: Request,
            next: ::concentric::__private::Next<'_, (CurrentUser,), AnyState, InnerChain>,
        ) -> impl ::core::future::Future<Output = Result<Response, HttpError>>
        where
            State<Users>: ::concentric::__private::StateArgument<AnyState>,
        {
            async move {
                let __argument0 = <State<
                    Users,
                > as ::concentric::__private::StateArgument<AnyState>>::of(next.state());
                #[allow(clippy::no_effect_underscore_binding)]
                let State(users): State<Users> = __argument0;
                let __argument1 = __argument1;
                #[allow(clippy::no_effect_underscore_binding)]
                let session: Provided<Session> = __argument1;
                let next = next;
                #[allow(clippy::no_effect_underscore_binding)]
                let next: ::concentric::__private::Next<
                    '_,
                    (CurrentUser,),
                    AnyState,
                    InnerChain,
                > = next;
                if false {
                    {
                        let concentric_found = {
                            use ::concentric::__private::answer_kinds::*;
                            ::concentric::__private::checks::response::<
                                Result<Response, HttpError>,
                            >()
                                .decide()
                        };
                        concentric_found.report(&concentric_found.0)
                    }
                    let __answer = ::concentric::__private::never::<
                        Result<Response, HttpError>,
                    >();
                    return __answer;
                }
                '__body: {
                    let user = users.of(&session).await?;
                    Ok(next.provide(user).run(req).await)
                }
            }
        }
        ::concentric::__private::extracted::<
            (Provided<Session>,),
            _,
            _,
            _,
            _,
        >(
            __req,
            __next.state(),
            move |(__argument0,), __req| {
                use ::concentric::__private::answer_kinds::*;
                (&::concentric::__private::answers::<Result<Response, HttpError>>())
                    .__respond(
                        authenticate::<__State, __Chain>(__argument0, __req, __next),
                    )
            },
        )
    }
}
