// app! {
//     fn shop(state: Shop) -> Router {
//         GET "/" => index,
//         scope "/orders" with [authenticate] {
//             include orders::orders(state.orders.clone()) if state.is_open with [log],
//         }
//         #[cfg(feature = "admin")]
//         include admin(),
//         GET "/health" => health,
//     }
// }

/**
# Panics

Panics if a merged router has a route that conflicts with another one, or a fallback and no routes. Panics if two items conflict, and the conditions of both are true. Panics if a handler takes a `Path` that does not have a value for each parameter of its path. Panics if an entry of a part and the entries around the part break an order rule. The message names the items and their lines.*/
#[allow(unexpected_cfgs)]
fn shop(state: Shop) -> Router {
    #[allow(unused_imports)]
    use ::concentric::__private::kinds::*;
    let __kind = (&&::concentric::__private::declared_state(&state)).checked();
    {
        let concentric_found = &__kind;
        concentric_found.report(&concentric_found.0)
    }
    let __state = __kind.take(&state);
    let __output = ::concentric::__private::output::<Router>();
    {
        let concentric_found = (&&&&&__output).checked();
        concentric_found.report(&concentric_found.0)
    }
    #[allow(unused_mut)]
    let mut __rules = <::concentric::__private::Rules as ::core::default::Default>::default();
    let __root = (&&&&&__output).root(&__state);
    let __stack = __root.stack();
    let __kind = (&&__stack).whole();
    let __list = __kind.build(__stack, &__state);
    #[allow(unused_mut, unused_variables)]
    let (mut __app, __scope) = ::concentric::__private::app(
        shop::ROUTES,
        &__state,
        __list,
    );
    let __scope = {
        let concentric_found = __app
            .declare(__scope, 2, index)
            .add_target()
            .decide()
            .decide();
        concentric_found.scope(__scope, &concentric_found.0)
    };
    {
        let __stack = __scope.stack();
        let __entry = ::concentric::__private::Entry(authenticate);
        let __entry = (&&__entry).form().entry(__entry);
        let __kind = ::concentric::__private::candidate(&__entry, &__stack)
            .decide()
            .decide()
            .decide();
        {
            let concentric_found = __kind.check().check().check().check().outcome();
            concentric_found.report(&concentric_found.0)
        }
        let __kind = (&&__entry).kind();
        {
            let __token = __kind.token(&__entry);
            let __own = __rules.add(0, &__token);
            (&&::concentric::__private::rule_probe(&__token)).order(__own);
            (&&::concentric::__private::rule_probe(&__token)).demand(__own);
        };
        let __fit = __kind.fitting(&__entry, &__stack).decide().decide().decide();
        {
            let concentric_found = &__fit;
            concentric_found.report(&concentric_found.0)
        }
        let __stack = __kind.onto(__stack).add(__entry, __fit);
        let __kind = (&&__stack).whole();
        let __list = __kind.build(__stack, &__state);
        #[allow(unused_variables)]
        let __scope = __app.list(3, __list);
        if state.is_open {
            let __stack = __scope.stack();
            let __entry = ::concentric::__private::Entry(log);
            let __entry = (&&__entry).form().entry(__entry);
            let __kind = ::concentric::__private::candidate(&__entry, &__stack)
                .decide()
                .decide()
                .decide();
            {
                let concentric_found = __kind.check().check().check().check().outcome();
                concentric_found.report(&concentric_found.0)
            }
            let __kind = (&&__entry).kind();
            {
                let __token = __kind.token(&__entry);
                let __own = __rules.add(1, &__token);
                (&&::concentric::__private::rule_probe(&__token)).order(__own);
                (&&::concentric::__private::rule_probe(&__token)).demand(__own);
            };
            let __fit = __kind.fitting(&__entry, &__stack).decide().decide().decide();
            {
                let concentric_found = &__fit;
                concentric_found.report(&concentric_found.0)
            }
            let __stack = __kind.onto(__stack).add(__entry, __fit);
            let __kind = (&&__stack).whole();
            let __list = __kind.build(__stack, &__state);
            #[allow(unused_variables)]
            let __scope = __app.list(4, __list);
            let __part = orders::orders(state.orders.clone());
            {
                #[diagnostic::on_unimplemented(
                    message = "no outer middleware provides `{T}`, which `orders` requires",
                    label = "list a middleware with `next: Next<{T}>`, or `provides::<{T}>(layer)`, around this `include`"
                )]
                trait ProvideForThePart<T> {
                    fn report_part(
                        &self,
                        _: &::core::marker::PhantomData<fn() -> (T,)>,
                    ) {}
                }
                #[diagnostic::do_not_recommend]
                impl<T: ::concentric::__private::Impossible> ProvideForThePart<T>
                for ::concentric::__private::AroundThePart {}
                let __kind = ::concentric::__private::included(&__part);
                let __found = (&&&&__kind)
                    .demands(__scope, &__part)
                    .decide()
                    .check()
                    .check()
                    .check()
                    .check()
                    .check()
                    .check()
                    .check()
                    .check()
                    .included();
                {
                    let concentric_found = &__found;
                    concentric_found.report(&concentric_found.0)
                }
                __found.0.report_part(&__found.1);
                (&&&&__kind).add(&mut __app, 4, __part);
            }
        } else {
            __app.leave_out(4);
        }
    }
    #[cfg(feature = "admin")]
    {
        let __part = admin();
        {
            #[diagnostic::on_unimplemented(
                message = "no outer middleware provides `{T}`, which `admin` requires",
                label = "list a middleware with `next: Next<{T}>`, or `provides::<{T}>(layer)`, around this `include`"
            )]
            trait ProvideForThePart<T> {
                fn report_part(&self, _: &::core::marker::PhantomData<fn() -> (T,)>) {}
            }
            #[diagnostic::do_not_recommend]
            impl<T: ::concentric::__private::Impossible> ProvideForThePart<T>
            for ::concentric::__private::AroundThePart {}
            let __kind = ::concentric::__private::included(&__part);
            let __found = (&&&&__kind)
                .demands(__scope, &__part)
                .decide()
                .check()
                .check()
                .check()
                .check()
                .check()
                .check()
                .check()
                .check()
                .included();
            {
                let concentric_found = &__found;
                concentric_found.report(&concentric_found.0)
            }
            __found.0.report_part(&__found.1);
            (&&&&__kind).add(&mut __app, 5, __part);
        }
    }
    let __scope = {
        let concentric_found = __app
            .declare(__scope, 6, health)
            .add_target()
            .decide()
            .decide();
        concentric_found.scope(__scope, &concentric_found.0)
    };
    __app.rules(__rules);
    (&&&&&__output).finish(__app)
}

///The routes of [`shop`](fn@shop) and their URLs.
#[allow(dead_code, non_snake_case, unexpected_cfgs, unreachable_pub, unused_imports)]
mod shop {
    /// The routes, and the middleware that run for each.
    #[allow(long_running_const_eval)]
    pub const ROUTES: &::concentric::__private::RouteTable = {
        use ::concentric::__private::RouteKind;
        const APP: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            0,
            ::concentric::__private::ListOwner::App,
            ::concentric::__private::Option::None,
            &[],
            ::core::file!(),
            2,
        );
        const STACK_3: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            3,
            ::concentric::__private::ListOwner::Scope("/orders"),
            ::concentric::__private::Option::Some(APP),
            &[
                ::concentric::__private::EntryInfo::new(
                    0,
                    "authenticate",
                    "authenticate",
                    ::concentric::__private::Option::None,
                    4,
                    <__Entries as ::concentric::__private::Describe<0>>::types,
                ),
            ],
            ::core::file!(),
            4,
        );
        const STACK_4: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            4,
            ::concentric::__private::ListOwner::Include,
            ::concentric::__private::Option::Some(STACK_3),
            &[
                ::concentric::__private::EntryInfo::new(
                    1,
                    "log",
                    "log",
                    ::concentric::__private::Option::None,
                    5,
                    <__Entries as ::concentric::__private::Describe<1>>::types,
                ),
            ],
            ::core::file!(),
            5,
        );
        const METHODS: &[&[&str]] = &[&["GET"]];
        const SIZE: ::concentric::__private::Size = ROUTES.size();
        const MAY_CONFLICT: bool = ROUTES.may_conflict();
        #[allow(long_running_const_eval)]
        const _: () = ::concentric::__private::check::<
            __Entries,
            { SIZE.rows },
            { SIZE.text },
            { SIZE.inclusions },
        >(MAY_CONFLICT, 4);
        #[allow(long_running_const_eval)]
        #[cfg(feature = "admin")]
        const _: () = ::concentric::__private::check::<
            __Entries,
            { SIZE.rows },
            { SIZE.text },
            { SIZE.inclusions },
        >(MAY_CONFLICT, 5);
        &::concentric::__private::RouteTable::with_parts::<
            __Entries,
        >(
            &[
                {
                    const DECLARED: &::concentric::__private::DeclaredRows = &::concentric::__private::DeclaredRows {
                        methods: METHODS,
                        text: 25,
                        served: &[
                            (
                                RouteKind::Route,
                                APP,
                                1,
                                "2,3,0,1,0,5,5,0,",
                                "/",
                                "indexindex",
                            ),
                        ],
                        unmatched: &[
                            (RouteKind::MethodNotAllowed, &[APP], 1, "1,", "/"),
                            (
                                RouteKind::Fallback,
                                &[STACK_3],
                                1,
                                "15,",
                                "/orders/{*rest}",
                            ),
                            (RouteKind::Fallback, &[APP], 1, "8,", "/{*rest}"),
                        ],
                    };
                    ::concentric::__private::Piece::Rows(
                        DECLARED,
                        &DECLARED.rows::<{ DECLARED.count() }>(),
                    )
                },
                ::concentric::__private::Piece::Part(
                    <<__Entries as ::concentric::__private::Includes<
                        4,
                    >>::Part as ::concentric::__private::AppModule>::ROUTES
                        .part(
                            (4, "orders::orders", "", 5, "state.is_open"),
                            "/orders",
                            STACK_4,
                            STACK_3,
                        ),
                ),
                #[cfg(feature = "admin")]
                ::concentric::__private::Piece::Part(
                    <<__Entries as ::concentric::__private::Includes<
                        5,
                    >>::Part as ::concentric::__private::AppModule>::ROUTES
                        .part((5, "admin", "", 8, ""), "", APP, APP),
                ),
                {
                    const DECLARED: &::concentric::__private::DeclaredRows = &::concentric::__private::DeclaredRows {
                        methods: METHODS,
                        text: 14,
                        served: &[
                            (
                                RouteKind::Route,
                                APP,
                                1,
                                "6,9,0,7,0,6,6,0,",
                                "/health",
                                "healthhealth",
                            ),
                        ],
                        unmatched: &[
                            (RouteKind::MethodNotAllowed, &[APP], 1, "7,", "/health"),
                        ],
                    };
                    ::concentric::__private::Piece::Rows(
                        DECLARED,
                        &DECLARED.rows::<{ DECLARED.count() }>(),
                    )
                },
            ],
        )
    };
    #[doc(hidden)]
    #[derive(::core::fmt::Debug)]
    pub struct __Entries;
    use ::core::fmt::Display;
    use ::std::string::String;
    use ::concentric::__private::urls as __urls;
    /// The URLs of the named routes, without the prefix under which the application is nested.
    #[allow(non_camel_case_types)]
    #[derive(::core::fmt::Debug)]
    pub enum url {}
    impl url {
        ///Returns the URL of `/`.
        #[must_use]
        pub fn index() -> String {
            __urls::url0("", "/")
        }
        ///Returns the URLs of the part that is included at `/orders`.
        #[must_use]
        pub fn orders() -> <<__Entries as ::concentric::__private::Includes<
            4,
        >>::Part as ::concentric::__private::AppModule>::Urls {
            ::concentric::__private::From::from(__urls::url0("", "/orders"))
        }
        #[cfg(feature = "admin")]
        ///Returns the URLs of the part that is included at `/`.
        #[must_use]
        pub fn admin() -> <<__Entries as ::concentric::__private::Includes<
            5,
        >>::Part as ::concentric::__private::AppModule>::Urls {
            ::concentric::__private::From::from(__urls::url0("", ""))
        }
        ///Returns the URL of `/health`.
        #[must_use]
        pub fn health() -> String {
            __urls::url0("", "/health")
        }
    }
    impl ::concentric::__private::AppModule for __Entries {
        const ROUTES: &'static ::concentric::__private::RouteTable = ROUTES;
        const ROWS: ::concentric::__private::TableRows = ::concentric::__private::evaluate::<
            __Entries,
            { ROUTES.size().rows },
            { ROUTES.size().text },
            { ROUTES.size().inclusions },
        >();
        type Urls = ::concentric::__private::String;
    }
    impl ::concentric::__private::HasPieces for __Entries {
        const PIECES: &'static [::concentric::__private::Piece] = &ROUTES
            .pieces::<
                { ROUTES.piece_count() },
            >(
                &[
                    <<__Entries as ::concentric::__private::Includes<
                        4,
                    >>::Part as ::concentric::__private::AppModule>::ROWS,
                    #[cfg(feature = "admin")]
                    <<__Entries as ::concentric::__private::Includes<
                        5,
                    >>::Part as ::concentric::__private::AppModule>::ROWS,
                ],
            );
    }
}

#[allow(unexpected_cfgs)]
const _: () = {
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<0> for shop::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            (&&&::concentric::__private::listed(
                ::concentric::__private::known_state::<Shop>(),
                authenticate,
            ))
                .types()
        }
    }
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<1> for shop::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            (&&&::concentric::__private::listed(
                ::concentric::__private::known_state::<Shop>(),
                log,
            ))
                .types()
        }
    }
};

#[allow(unexpected_cfgs)]
const _: () = {
    impl ::concentric::__private::Includes<4> for shop::__Entries {
        type Part = orders::orders::__Entries;
    }
    #[cfg(feature = "admin")]
    impl ::concentric::__private::Includes<5> for shop::__Entries {
        type Part = admin::__Entries;
    }
};
