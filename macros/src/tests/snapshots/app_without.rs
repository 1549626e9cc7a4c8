// app! {
//     fn app(state: Shop) -> Router with [authenticate, log if state.logs] {
//         GET "/login" as login => log_in without [authenticate] with [guest],
//         #[cfg(feature = "hooks")]
//         scope "/hooks" without [log] {
//             POST "/{name}/{*rest}" => hook,
//         }
//     }
// }

/**
# Panics

Panics if a handler takes a `Path` that does not have a value for each parameter of its path. The message names the items and their lines.*/
#[allow(unexpected_cfgs)]
fn app(state: Shop) -> Router {
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
    let __token0 = __kind.token(&__entry);
    let __fit = __kind.fitting(&__entry, &__stack).decide().decide().decide();
    {
        let concentric_found = &__fit;
        concentric_found.report(&concentric_found.0)
    }
    let __stack = __kind.onto(__stack).add_excludable(__entry, __fit, 0);
    let __entry = {
        let __holds = state.logs;
        ::concentric::__private::EntryIf(
            if __holds {
                ::concentric::__private::Option::Some(log)
            } else {
                ::concentric::__private::Option::None
            },
        )
    };
    let __entry = (&&__entry).form().entry_if(__entry);
    let __kind = ::concentric::__private::candidate(&__entry, &__stack)
        .decide()
        .decide()
        .decide();
    {
        let concentric_found = __kind.check().check().check().check().outcome();
        concentric_found.report(&concentric_found.0)
    }
    let __kind = (&&__entry).kind();
    let __token1 = __kind.token(&__entry);
    let __fit = __kind.fitting(&__entry, &__stack).decide().decide().decide();
    {
        let concentric_found = &__fit;
        concentric_found.report(&concentric_found.0)
    }
    let __stack = __kind
        .onto(__stack)
        .add_if(__entry, __fit, ::concentric::__private::Option::Some(1));
    let __kind = (&&__stack).whole();
    let __list = __kind.build(__stack, &__state);
    #[allow(unused_mut, unused_variables)]
    let (mut __app, __scope) = ::concentric::__private::app(
        app::ROUTES,
        &__state,
        __list,
    );
    {
        let __scope = __root;
        let __kind = (&&::concentric::__private::remaining(&__token1, &__scope))
            .demands();
        {
            let concentric_found = __kind.check().check().check().check().remaining();
            concentric_found.report(&concentric_found.0)
        }
        {
            let concentric_found = (&&::concentric::__private::remaining(
                &__token1,
                &__scope,
            ))
                .satisfied();
            concentric_found.report(&concentric_found.0)
        }
        let __scope = __token1.inner(__scope);
        let __stack = __scope.stack();
        let __entry = ::concentric::__private::Entry(guest);
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
                .declare(__scope, 2, log_in)
                .add_target()
                .decide()
                .decide();
            concentric_found.scope(__scope, &concentric_found.0)
        };
    }
    #[cfg(feature = "hooks")]
    {
        let __scope = __root;
        let __kind = (&&::concentric::__private::remaining(&__token0, &__scope))
            .demands();
        {
            let concentric_found = __kind.check().check().check().check().remaining();
            concentric_found.report(&concentric_found.0)
        }
        {
            let concentric_found = (&&::concentric::__private::remaining(
                &__token0,
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
        let __scope = __app.list(3, __list);
        let __scope = {
            let concentric_found = __app
                .declare(__scope, 4, hook)
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
                    "authenticate",
                    "authenticate",
                    ::concentric::__private::Option::None,
                    2,
                    <__Entries as ::concentric::__private::Describe<0>>::types,
                ),
                ::concentric::__private::EntryInfo::new(
                    1,
                    "log",
                    "log if state.logs",
                    ::concentric::__private::Option::Some("state.logs"),
                    2,
                    <__Entries as ::concentric::__private::Describe<1>>::types,
                ),
            ],
            ::core::file!(),
            2,
        );
        const STACK_2: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
                2,
                ::concentric::__private::ListOwner::Route,
                ::concentric::__private::Option::Some(APP),
                &[
                    ::concentric::__private::EntryInfo::new(
                        2,
                        "guest",
                        "guest",
                        ::concentric::__private::Option::None,
                        3,
                        <__Entries as ::concentric::__private::Describe<2>>::types,
                    ),
                ],
                ::core::file!(),
                3,
            )
            .without(&[0]);
        #[cfg(feature = "hooks")]
        const STACK_3: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
                3,
                ::concentric::__private::ListOwner::Scope("/hooks"),
                ::concentric::__private::Option::Some(APP),
                &[],
                ::core::file!(),
                5,
            )
            .without(&[1]);
        const METHODS: &[&[&str]] = &[&["GET"], &["POST"]];
        &::concentric::__private::RouteTable::new::<
            __Entries,
        >(
            &::concentric::__private::DeclaredRows {
                methods: METHODS,
                text: 76,
                served: &[
                    (
                        RouteKind::Route,
                        STACK_2,
                        1,
                        "2,3,0,6,0,5,6,0,",
                        "/login",
                        "loginlog_in",
                    ),
                    #[cfg(feature = "hooks")]
                    (
                        RouteKind::Route,
                        STACK_3,
                        1,
                        "4,6,1,21,0,4,4,0,",
                        "/hooks/{name}/{*rest}",
                        "hookhook",
                    ),
                ],
                unmatched: &[
                    (RouteKind::MethodNotAllowed, &[STACK_2], 1, "6,", "/login"),
                    #[cfg(any(feature = "hooks"))]
                    (
                        RouteKind::MethodNotAllowed,
                        &[#[cfg(feature = "hooks")] STACK_3],
                        1,
                        "21,",
                        "/hooks/{name}/{*rest}",
                    ),
                    #[cfg(feature = "hooks")]
                    (RouteKind::Fallback, &[STACK_3], 1, "14,", "/hooks/{*rest}"),
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
        ///Returns the URL of `/login`.
        #[must_use]
        pub fn login() -> String {
            __urls::url0("", "/login")
        }
        #[cfg(feature = "hooks")]
        ///Returns the URL of `/hooks/{name}/{*rest}`.
        #[must_use]
        pub fn hook(name: impl Display, rest: impl Display) -> String {
            __urls::url2("", "/hooks/{name}/{*rest}", name, rest)
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
            (&&&::concentric::__private::listed(
                ::concentric::__private::known_state::<Shop>(),
                authenticate,
            ))
                .types()
        }
    }
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<1> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            (&&&::concentric::__private::listed(
                ::concentric::__private::known_state::<Shop>(),
                log,
            ))
                .types()
        }
    }
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<2> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            (&&&::concentric::__private::listed(
                ::concentric::__private::known_state::<Shop>(),
                guest,
            ))
                .types()
        }
    }
};
