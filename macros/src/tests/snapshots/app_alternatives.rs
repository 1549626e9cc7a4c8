// app! {
//     fn app(is_on: bool, number: u8) -> Router with [authenticate if is_on else pretend("bob")] {
//         GET "/" => index with [
//             #[cfg(test)]
//             limit(10) if number == 0 else limit(5) if is_on else provides::<Session>(layer()),
//             log,
//         ],
//         scope with [log] {
//             GET "/log" => index without [pretend],
//             GET "/quiet" => index without [log],
//         }
//     }
// }

#[allow(unexpected_cfgs)]
fn app(is_on: bool, number: u8) -> Router {
    #[allow(unused_imports)]
    use ::concentric::__private::kinds::*;
    let __state = ();
    let __output = ::concentric::__private::output::<Router>();
    {
        let concentric_found = (&&&&&__output).checked();
        concentric_found.report(&concentric_found.0)
    }
    let __root = (&&&&&__output).root(&__state);
    let __stack = __root.stack();
    let __choice = {
        let __holds = is_on;
        let __choice = if __holds {
            ::concentric::__private::Choice::First({
                let __entry = ::concentric::__private::Entry(authenticate);
                let __entry = (&&__entry).form().entry(__entry);
                let __kind = ::concentric::__private::candidate(&__entry, &__stack)
                    .decide()
                    .decide()
                    .decide();
                {
                    let concentric_found = __kind
                        .check()
                        .check()
                        .check()
                        .check()
                        .outcome();
                    concentric_found.report(&concentric_found.0)
                }
                let __kind = (&&__entry).kind();
                let __fit = __kind
                    .fitting(&__entry, &__stack)
                    .decide()
                    .decide()
                    .decide();
                {
                    let concentric_found = &__fit;
                    concentric_found.report(&concentric_found.0)
                }
                let __token = __kind.token(&__entry);
                __kind
                    .onto(__stack.alternative())
                    .add(__entry, __fit)
                    .into_alternative(__token)
            })
        } else {
            ::concentric::__private::Choice::Second({
                let __entry = ::concentric::__private::Entry(pretend("bob"));
                let __kind = ::concentric::__private::candidate(
                        &__entry,
                        &__stack.without_provided(),
                    )
                    .decide()
                    .decide()
                    .decide();
                {
                    let concentric_found = __kind
                        .check()
                        .check()
                        .check()
                        .check()
                        .outcome();
                    concentric_found.report(&concentric_found.0)
                }
                let __kind = (&&__entry).kind();
                let __fit = __kind
                    .fitting(&__entry, &__stack)
                    .decide()
                    .decide()
                    .decide();
                {
                    let concentric_found = &__fit;
                    concentric_found.report(&concentric_found.0)
                }
                let __token = __kind.token(&__entry);
                __kind
                    .onto(__stack.alternative())
                    .add(__entry, __fit)
                    .into_alternative(__token)
            })
        };
        let __kind = (&&&&__choice).chosen();
        {
            let concentric_found = __kind.compare(&__choice);
            concentric_found.report(&concentric_found.0)
        }
        __kind.merge(__choice)
    };
    let __token0 = __choice.token();
    let __stack = __stack.add_excludable_choice(__choice, 0);
    let __kind = (&&__stack).whole();
    let __list = __kind.build(__stack, &__state);
    #[allow(unused_mut, unused_variables)]
    let (mut __app, __scope) = ::concentric::__private::app(
        app::ROUTES,
        &__state,
        __list,
    );
    {
        let __stack = __scope.stack();
        #[cfg(test)]
        let __choice = {
            let __holds = number == 0;
            let __choice = if __holds {
                ::concentric::__private::Choice::First({
                    let __entry = ::concentric::__private::Entry(limit(10));
                    let __kind = ::concentric::__private::candidate(&__entry, &__stack)
                        .decide()
                        .decide()
                        .decide();
                    {
                        let concentric_found = __kind
                            .check()
                            .check()
                            .check()
                            .check()
                            .outcome();
                        concentric_found.report(&concentric_found.0)
                    }
                    let __kind = (&&__entry).kind();
                    let __fit = __kind
                        .fitting(&__entry, &__stack)
                        .decide()
                        .decide()
                        .decide();
                    {
                        let concentric_found = &__fit;
                        concentric_found.report(&concentric_found.0)
                    }
                    let __token = __kind.token(&__entry);
                    __kind
                        .onto(__stack.alternative())
                        .add(__entry, __fit)
                        .into_alternative(__token)
                })
            } else {
                ::concentric::__private::Choice::Second({
                    let __holds = is_on;
                    let __choice = if __holds {
                        ::concentric::__private::Choice::First({
                            let __entry = ::concentric::__private::Entry(limit(5));
                            let __kind = ::concentric::__private::candidate(
                                    &__entry,
                                    &__stack.without_provided(),
                                )
                                .decide()
                                .decide()
                                .decide();
                            {
                                let concentric_found = __kind
                                    .check()
                                    .check()
                                    .check()
                                    .check()
                                    .outcome();
                                concentric_found.report(&concentric_found.0)
                            }
                            let __kind = (&&__entry).kind();
                            let __fit = __kind
                                .fitting(&__entry, &__stack)
                                .decide()
                                .decide()
                                .decide();
                            {
                                let concentric_found = &__fit;
                                concentric_found.report(&concentric_found.0)
                            }
                            let __token = __kind.token(&__entry);
                            __kind
                                .onto(__stack.alternative())
                                .add(__entry, __fit)
                                .into_alternative(__token)
                        })
                    } else {
                        ::concentric::__private::Choice::Second({
                            let __entry = ::concentric::__private::Entry(
                                provides::<(Session,), _>(layer()),
                            );
                            let __kind = ::concentric::__private::candidate(
                                    &__entry,
                                    &__stack.without_provided(),
                                )
                                .decide()
                                .decide()
                                .decide();
                            {
                                let concentric_found = __kind
                                    .check()
                                    .check()
                                    .check()
                                    .check()
                                    .outcome();
                                concentric_found.report(&concentric_found.0)
                            }
                            let __kind = (&&__entry).kind();
                            let __fit = __kind
                                .fitting(&__entry, &__stack)
                                .decide()
                                .decide()
                                .decide();
                            {
                                let concentric_found = &__fit;
                                concentric_found.report(&concentric_found.0)
                            }
                            let __token = __kind.token(&__entry);
                            __kind
                                .onto(__stack.alternative())
                                .add(__entry, __fit)
                                .into_alternative(__token)
                        })
                    };
                    let __kind = (&&&&__choice).chosen();
                    {
                        let concentric_found = __kind.compare(&__choice);
                        concentric_found.report(&concentric_found.0)
                    }
                    __kind.merge(__choice)
                })
            };
            let __kind = (&&&&__choice).chosen();
            {
                let concentric_found = __kind.compare(&__choice);
                concentric_found.report(&concentric_found.0)
            }
            __kind.merge(__choice)
        };
        #[cfg(test)]
        let __stack = __stack.add_choice(__choice);
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
        let __fit = __kind.fitting(&__entry, &__stack).decide().decide().decide();
        {
            let concentric_found = &__fit;
            concentric_found.report(&concentric_found.0)
        }
        let __stack = __kind.onto(__stack).add(__entry, __fit);
        let __kind = (&&__stack).whole();
        let __list = __kind.build(__stack, &__state);
        #[allow(unused_variables)]
        let __scope = __app.list(2, __list);
        let _ = {
            let concentric_found = __app
                .declare(__scope, 2, index)
                .add_target()
                .decide()
                .decide();
            concentric_found.scope(__scope, &concentric_found.0)
        };
    }
    {
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
        let __token3 = __kind.token(&__entry);
        let __fit = __kind.fitting(&__entry, &__stack).decide().decide().decide();
        {
            let concentric_found = &__fit;
            concentric_found.report(&concentric_found.0)
        }
        let __stack = __kind.onto(__stack).add_excludable(__entry, __fit, 3);
        let __kind = (&&__stack).whole();
        let __list = __kind.build(__stack, &__state);
        #[allow(unused_variables)]
        let __scope = __app.list(3, __list);
        {
            let __scope = __root;
            let __kind = (&&::concentric::__private::remaining(&__token3, &__scope))
                .demands();
            {
                let concentric_found = __kind
                    .check()
                    .check()
                    .check()
                    .check()
                    .remaining();
                concentric_found.report(&concentric_found.0)
            }
            {
                let concentric_found = (&&::concentric::__private::remaining(
                    &__token3,
                    &__scope,
                ))
                    .satisfied();
                concentric_found.report(&concentric_found.0)
            }
            let __scope = __token3.inner(__scope);
            let __stack = __scope.stack();
            let __kind = (&&__stack).whole();
            let __list = __kind.build(__stack, &__state);
            #[allow(unused_variables)]
            let __scope = __app.list(4, __list);
            let _ = {
                let concentric_found = __app
                    .declare(__scope, 4, index)
                    .add_target()
                    .decide()
                    .decide();
                concentric_found.scope(__scope, &concentric_found.0)
            };
        }
        {
            let __scope = __root;
            let __kind = (&&::concentric::__private::remaining(
                &__token0.first(),
                &__scope,
            ))
                .demands();
            {
                let concentric_found = __kind
                    .check()
                    .check()
                    .check()
                    .check()
                    .remaining();
                concentric_found.report(&concentric_found.0)
            }
            {
                let concentric_found = (&&::concentric::__private::remaining(
                    &__token0.first(),
                    &__scope,
                ))
                    .satisfied();
                concentric_found.report(&concentric_found.0)
            }
            let __kind = (&&::concentric::__private::remaining(
                &__token0.others(),
                &__scope,
            ))
                .demands();
            {
                let concentric_found = __kind
                    .check()
                    .check()
                    .check()
                    .check()
                    .remaining();
                concentric_found.report(&concentric_found.0)
            }
            {
                let concentric_found = (&&::concentric::__private::remaining(
                    &__token0.others(),
                    &__scope,
                ))
                    .satisfied();
                concentric_found.report(&concentric_found.0)
            }
            let __scope = __token0.inner(__scope);
            let __stack = __scope.stack();
            let __kind = (&&__stack).whole();
            let __list = __kind.build(__stack, &__state);
            #[allow(unused_variables)]
            let __scope = __app.list(5, __list);
            let _ = {
                let concentric_found = __app
                    .declare(__scope, 5, index)
                    .add_target()
                    .decide()
                    .decide();
                concentric_found.scope(__scope, &concentric_found.0)
            };
        }
    }
    (&&&&&__output).finish(__app)
}

///The routes of [`app`](fn@app) and their URLs.
#[allow(dead_code, non_snake_case, unexpected_cfgs, unreachable_pub, unused_imports)]
mod app {
    /// The routes, and the middleware that run for each.
    pub const ROUTES: &::concentric::__private::RouteTable = {
        use ::concentric::__private::RouteKind;
        const APP: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            0,
            ::concentric::__private::ListOwner::App,
            ::concentric::__private::Option::None,
            &[
                ::concentric::__private::EntryInfo::new(
                        0,
                        "authenticate",
                        "authenticate if is_on else pretend(\"bob\")",
                        ::concentric::__private::Option::Some("is_on"),
                        2,
                        <__Entries as ::concentric::__private::Describe<0>>::types,
                    )
                    .or_else(&["pretend"]),
            ],
            ::core::file!(),
            2,
        );
        const STACK_2: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            2,
            ::concentric::__private::ListOwner::Route,
            ::concentric::__private::Option::Some(APP),
            &[
                #[cfg(test)]
                ::concentric::__private::EntryInfo::new(
                        1,
                        "limit",
                        "limit(10) if number == 0 else limit(5) if is_on else provides::<Session>(layer())",
                        ::concentric::__private::Option::Some("number == 0"),
                        5,
                        <__Entries as ::concentric::__private::Describe<1>>::types,
                    )
                    .or_else(&["limit", "layer"]),
                ::concentric::__private::EntryInfo::new(
                    2,
                    "log",
                    "log",
                    ::concentric::__private::Option::None,
                    6,
                    <__Entries as ::concentric::__private::Describe<2>>::types,
                ),
            ],
            ::core::file!(),
            3,
        );
        const STACK_3: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            3,
            ::concentric::__private::ListOwner::Scope(""),
            ::concentric::__private::Option::Some(APP),
            &[
                ::concentric::__private::EntryInfo::new(
                    3,
                    "log",
                    "log",
                    ::concentric::__private::Option::None,
                    8,
                    <__Entries as ::concentric::__private::Describe<2>>::types,
                ),
            ],
            ::core::file!(),
            8,
        );
        const STACK_4: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
                4,
                ::concentric::__private::ListOwner::Route,
                ::concentric::__private::Option::Some(STACK_3),
                &[],
                ::core::file!(),
                9,
            )
            .without(&[0]);
        const STACK_5: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
                5,
                ::concentric::__private::ListOwner::Route,
                ::concentric::__private::Option::Some(STACK_3),
                &[],
                ::core::file!(),
                10,
            )
            .without(&[3]);
        const METHODS: &[&[&str]] = &[&["GET"]];
        &::concentric::__private::RouteTable::new::<
            __Entries,
        >(
            &::concentric::__private::DeclaredRows {
                methods: METHODS,
                text: 30,
                served: &[
                    (RouteKind::Route, STACK_2, 1, "2,3,0,1,0,0,5,0,", "/", "index"),
                    (RouteKind::Route, STACK_4, 1, "4,9,0,4,0,0,5,0,", "/log", "index"),
                    (
                        RouteKind::Route,
                        STACK_5,
                        1,
                        "5,10,0,6,0,0,5,0,",
                        "/quiet",
                        "index",
                    ),
                ],
                unmatched: &[
                    (RouteKind::MethodNotAllowed, &[STACK_2], 1, "1,", "/"),
                    (RouteKind::MethodNotAllowed, &[STACK_4], 1, "4,", "/log"),
                    (RouteKind::MethodNotAllowed, &[STACK_5], 1, "6,", "/quiet"),
                    (RouteKind::Fallback, &[APP], 1, "8,", "/{*rest}"),
                ],
            },
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
    impl url {}
    impl ::concentric::__private::AppModule for __Entries {
        const ROUTES: &'static ::concentric::__private::RouteTable = ROUTES;
        const ROWS: ::concentric::__private::TableRows = ::concentric::__private::declared_rows::<
            __Entries,
            { ROUTES.size().rows },
        >();
        type Urls = ::concentric::__private::String;
    }
}

#[allow(unexpected_cfgs)]
const _: () = {
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<0> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            {
                use ::concentric::__private::kinds::*;
                (&&&::concentric::__private::listed(
                    ::concentric::__private::known_state::<()>(),
                    authenticate,
                ))
                    .types()
            }
                .or({
                    use ::concentric::__private::kinds::*;
                    let __list = ::concentric::__private::probed(
                        ::concentric::__private::known_state::<()>(),
                        |(is_on, number): (bool, u8)| {
                            let __entry = ::concentric::__private::Entry(pretend("bob"));
                            let __kind = (&&__entry).kind();
                            let __fit = __kind
                                .probed(&__entry)
                                .decide()
                                .decide()
                                .decide();
                            __kind.probe().add(__entry, __fit)
                        },
                    );
                    (&&&__list).types()
                })
        }
    }
    #[cfg(test)]
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<1> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            {
                use ::concentric::__private::kinds::*;
                let __list = ::concentric::__private::probed(
                    ::concentric::__private::known_state::<()>(),
                    |(is_on, number): (bool, u8)| {
                        let __entry = ::concentric::__private::Entry(limit(10));
                        let __kind = (&&__entry).kind();
                        let __fit = __kind.probed(&__entry).decide().decide().decide();
                        __kind.probe().add(__entry, __fit)
                    },
                );
                (&&&__list).types()
            }
                .or({
                    use ::concentric::__private::kinds::*;
                    let __list = ::concentric::__private::probed(
                        ::concentric::__private::known_state::<()>(),
                        |(is_on, number): (bool, u8)| {
                            let __entry = ::concentric::__private::Entry(limit(5));
                            let __kind = (&&__entry).kind();
                            let __fit = __kind
                                .probed(&__entry)
                                .decide()
                                .decide()
                                .decide();
                            __kind.probe().add(__entry, __fit)
                        },
                    );
                    (&&&__list).types()
                })
                .or({
                    use ::concentric::__private::kinds::*;
                    let __list = ::concentric::__private::probed(
                        ::concentric::__private::known_state::<()>(),
                        |(is_on, number): (bool, u8)| {
                            let __entry = ::concentric::__private::Entry(
                                provides::<(Session,), _>(layer()),
                            );
                            let __kind = (&&__entry).kind();
                            let __fit = __kind
                                .probed(&__entry)
                                .decide()
                                .decide()
                                .decide();
                            __kind.probe().add(__entry, __fit)
                        },
                    );
                    (&&&__list).types()
                })
        }
    }
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<2> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            (&&&::concentric::__private::listed(
                ::concentric::__private::known_state::<()>(),
                log,
            ))
                .types()
        }
    }
};
