// app! {
//     fn app(state: Shop, settings: &Settings) -> Router
//     with [TraceLayer::new_for_http(), cors(settings)] {
//         scope "/account" with [authenticate] {
//             GET "/" => show,
//             scope with [csrf] {
//                 DELETE "/" => close with [require_role(Role::Owner)],
//             }
//             fallback => nothing_here,
//         }
//     }
// }

#[allow(unexpected_cfgs)]
fn app(state: Shop, settings: &Settings) -> Router {
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
    let __root = (&&&&&__output).root(&__state);
    let __stack = __root.stack();
    let __entry = ::concentric::__private::Entry(TraceLayer::new_for_http());
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
    let __entry = ::concentric::__private::Entry(cors(settings));
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
    #[allow(unused_mut, unused_variables)]
    let (mut __app, __scope) = ::concentric::__private::app(
        app::ROUTES,
        &__state,
        __list,
    );
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
        let __scope = {
            let concentric_found = __app
                .declare(__scope, 3, show)
                .add_target()
                .decide()
                .decide();
            concentric_found.scope(__scope, &concentric_found.0)
        };
        {
            let __stack = __scope.stack();
            let __entry = ::concentric::__private::Entry(csrf);
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
            let __scope = __app.list(4, __list);
            {
                let __stack = __scope.stack();
                let __entry = ::concentric::__private::Entry(require_role(Role::Owner));
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
                let __stack = __kind.onto(__stack).add(__entry, __fit);
                let __kind = (&&__stack).whole();
                let __list = __kind.build(__stack, &__state);
                #[allow(unused_variables)]
                let __scope = __app.list(5, __list);
                let _ = {
                    let concentric_found = __app
                        .declare(__scope, 5, close)
                        .add_target()
                        .decide()
                        .decide();
                    concentric_found.scope(__scope, &concentric_found.0)
                };
            }
        }
        let __scope = {
            let concentric_found = __app
                .declare(__scope, 6, nothing_here)
                .add_target()
                .decide()
                .decide();
            concentric_found.scope(__scope, &concentric_found.0)
        };
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
                    "TraceLayer",
                    "TraceLayer::new_for_http()",
                    ::concentric::__private::Option::None,
                    3,
                    <__Entries as ::concentric::__private::Describe<0>>::types,
                ),
                ::concentric::__private::EntryInfo::new(
                    1,
                    "cors",
                    "cors(settings)",
                    ::concentric::__private::Option::None,
                    3,
                    <__Entries as ::concentric::__private::Describe<1>>::types,
                ),
            ],
            ::core::file!(),
            2,
        );
        const STACK_2: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
                2,
                ::concentric::__private::ListOwner::Scope("/account"),
                ::concentric::__private::Option::Some(APP),
                &[
                    ::concentric::__private::EntryInfo::new(
                        2,
                        "authenticate",
                        "authenticate",
                        ::concentric::__private::Option::None,
                        4,
                        <__Entries as ::concentric::__private::Describe<2>>::types,
                    ),
                ],
                ::core::file!(),
                4,
            )
            .answers(&[(6, "nothing_here", "", 9, "")], &[]);
        const STACK_4: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            4,
            ::concentric::__private::ListOwner::Scope(""),
            ::concentric::__private::Option::Some(STACK_2),
            &[
                ::concentric::__private::EntryInfo::new(
                    3,
                    "csrf",
                    "csrf",
                    ::concentric::__private::Option::None,
                    6,
                    <__Entries as ::concentric::__private::Describe<3>>::types,
                ),
            ],
            ::core::file!(),
            6,
        );
        const STACK_5: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            5,
            ::concentric::__private::ListOwner::Route,
            ::concentric::__private::Option::Some(STACK_4),
            &[
                ::concentric::__private::EntryInfo::new(
                    4,
                    "require_role",
                    "require_role(Role::Owner)",
                    ::concentric::__private::Option::None,
                    7,
                    <__Entries as ::concentric::__private::Describe<4>>::types,
                ),
            ],
            ::core::file!(),
            7,
        );
        const METHODS: &[&[&str]] = &[&["GET"], &["DELETE"]];
        &::concentric::__private::RouteTable::new::<
            __Entries,
        >(
            &::concentric::__private::DeclaredRows {
                methods: METHODS,
                text: 48,
                served: &[
                    (
                        RouteKind::Route,
                        STACK_2,
                        1,
                        "3,5,0,8,0,4,4,0,",
                        "/account",
                        "showshow",
                    ),
                    (
                        RouteKind::Route,
                        STACK_5,
                        1,
                        "5,7,1,8,0,5,5,0,",
                        "/account",
                        "closeclose",
                    ),
                ],
                unmatched: &[
                    (
                        RouteKind::MethodNotAllowed,
                        &[STACK_2, STACK_5],
                        1,
                        "8,",
                        "/account",
                    ),
                    (RouteKind::Fallback, &[STACK_2], 1, "16,", "/account/{*rest}"),
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
    impl url {
        ///Returns the URL of `/account`.
        #[must_use]
        pub fn show() -> String {
            __urls::url0("", "/account")
        }
        ///Returns the URL of `/account`.
        #[must_use]
        pub fn close() -> String {
            __urls::url0("", "/account")
        }
    }
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
            use ::concentric::__private::kinds::*;
            let __list = ::concentric::__private::probed(
                ::concentric::__private::known_state::<Shop>(),
                |(state, settings): (Shop, &Settings)| {
                    let __entry = ::concentric::__private::Entry(
                        TraceLayer::new_for_http(),
                    );
                    let __kind = (&&__entry).kind();
                    let __fit = __kind.probed(&__entry).decide().decide().decide();
                    __kind.probe().add(__entry, __fit)
                },
            );
            (&&&__list).types()
        }
    }
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<1> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            let __list = ::concentric::__private::probed(
                ::concentric::__private::known_state::<Shop>(),
                |(state, settings): (Shop, &Settings)| {
                    let __entry = ::concentric::__private::Entry(cors(settings));
                    let __kind = (&&__entry).kind();
                    let __fit = __kind.probed(&__entry).decide().decide().decide();
                    __kind.probe().add(__entry, __fit)
                },
            );
            (&&&__list).types()
        }
    }
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<2> for app::__Entries {
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
    impl ::concentric::__private::Describe<3> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            (&&&::concentric::__private::listed(
                ::concentric::__private::known_state::<Shop>(),
                csrf,
            ))
                .types()
        }
    }
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<4> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            let __list = ::concentric::__private::probed(
                ::concentric::__private::known_state::<Shop>(),
                |(state, settings): (Shop, &Settings)| {
                    let __entry = ::concentric::__private::Entry(
                        require_role(Role::Owner),
                    );
                    let __kind = (&&__entry).kind();
                    let __fit = __kind.probed(&__entry).decide().decide().decide();
                    __kind.probe().add(__entry, __fit)
                },
            );
            (&&&__list).types()
        }
    }
};
