// app! {
//     fn app() -> Router before routing [rewrite] with [..common] {
//         stack common = [#[cfg(debug_assertions)] trace, session],
//         stack unused = [log],
//         GET "/" => index with [..common],
//     }
// }

#[allow(unexpected_cfgs)]
fn app() -> Router {
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
    let __entry = ::concentric::__private::Entry(rewrite);
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
    let __before = __list;
    let __stack = __before.within();
    #[cfg(debug_assertions)]
    let __entry = ::concentric::__private::Entry(trace);
    #[cfg(debug_assertions)]
    let __entry = (&&__entry).form().entry(__entry);
    #[cfg(debug_assertions)]
    let __kind = ::concentric::__private::candidate(&__entry, &__stack)
        .decide()
        .decide()
        .decide();
    #[cfg(debug_assertions)]
    {
        let concentric_found = __kind.check().check().check().check().outcome();
        concentric_found.report(&concentric_found.0)
    }
    #[cfg(debug_assertions)]
    let __kind = (&&__entry).kind();
    #[cfg(debug_assertions)]
    let __fit = __kind.fitting(&__entry, &__stack).decide().decide().decide();
    #[cfg(debug_assertions)]
    {
        let concentric_found = &__fit;
        concentric_found.report(&concentric_found.0)
    }
    #[cfg(debug_assertions)]
    let __stack = __kind.onto(__stack).add(__entry, __fit);
    let __entry = ::concentric::__private::Entry(session);
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
    #[allow(unused_mut, unused_variables)]
    let (mut __app, __scope) = ::concentric::__private::app(
        app::ROUTES,
        &__state,
        __list,
    );
    {
        let concentric_found = (&&&&&__output).before_routing(&mut __app, __before);
        concentric_found.report(&concentric_found.0)
    }
    {
        #[allow(dead_code, clippy::let_unit_value)]
        mod __unused {
            fn stacks() {
                let unused = ();
            }
        }
    }
    {
        let __stack = __scope.stack();
        #[cfg(debug_assertions)]
        let __entry = ::concentric::__private::Entry(trace);
        #[cfg(debug_assertions)]
        let __entry = (&&__entry).form().entry(__entry);
        #[cfg(debug_assertions)]
        let __kind = ::concentric::__private::candidate(&__entry, &__stack)
            .decide()
            .decide()
            .decide();
        #[cfg(debug_assertions)]
        {
            let concentric_found = __kind.check().check().check().check().outcome();
            concentric_found.report(&concentric_found.0)
        }
        #[cfg(debug_assertions)]
        let __kind = (&&__entry).kind();
        #[cfg(debug_assertions)]
        let __fit = __kind.fitting(&__entry, &__stack).decide().decide().decide();
        #[cfg(debug_assertions)]
        {
            let concentric_found = &__fit;
            concentric_found.report(&concentric_found.0)
        }
        #[cfg(debug_assertions)]
        let __stack = __kind.onto(__stack).add(__entry, __fit);
        let __entry = ::concentric::__private::Entry(session);
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
    (&&&&&__output).finish(__app)
}

///The routes of [`app`](fn@app) and their URLs.
#[allow(dead_code, non_snake_case, unexpected_cfgs, unreachable_pub, unused_imports)]
mod app {
    /// The routes, and the middleware that run for each.
    pub const ROUTES: &::concentric::__private::RouteTable = {
        use ::concentric::__private::RouteKind;
        const BEFORE_ROUTING: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            1,
            ::concentric::__private::ListOwner::BeforeRouting,
            ::concentric::__private::Option::None,
            &[
                ::concentric::__private::EntryInfo::new(
                    0,
                    "rewrite",
                    "rewrite",
                    ::concentric::__private::Option::None,
                    2,
                    <__Entries as ::concentric::__private::Describe<0>>::types,
                ),
            ],
            ::core::file!(),
            2,
        );
        const APP: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            0,
            ::concentric::__private::ListOwner::App,
            ::concentric::__private::Option::Some(BEFORE_ROUTING),
            &[
                #[cfg(debug_assertions)]
                ::concentric::__private::EntryInfo::new(
                    1,
                    "trace",
                    "trace",
                    ::concentric::__private::Option::None,
                    3,
                    <__Entries as ::concentric::__private::Describe<1>>::types,
                ),
                ::concentric::__private::EntryInfo::new(
                    2,
                    "session",
                    "session",
                    ::concentric::__private::Option::None,
                    3,
                    <__Entries as ::concentric::__private::Describe<2>>::types,
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
                #[cfg(debug_assertions)]
                ::concentric::__private::EntryInfo::new(
                    3,
                    "trace",
                    "trace",
                    ::concentric::__private::Option::None,
                    3,
                    <__Entries as ::concentric::__private::Describe<3>>::types,
                ),
                ::concentric::__private::EntryInfo::new(
                    4,
                    "session",
                    "session",
                    ::concentric::__private::Option::None,
                    3,
                    <__Entries as ::concentric::__private::Describe<2>>::types,
                ),
            ],
            ::core::file!(),
            5,
        );
        const METHODS: &[&[&str]] = &[&["GET"]];
        &::concentric::__private::RouteTable::new::<
            __Entries,
        >(
            &::concentric::__private::DeclaredRows {
                methods: METHODS,
                text: 10,
                served: &[
                    (RouteKind::Route, STACK_2, 1, "2,5,0,1,0,5,5,0,", "/", "indexindex"),
                ],
                unmatched: &[
                    (RouteKind::MethodNotAllowed, &[STACK_2], 1, "1,", "/"),
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
        ///Returns the URL of `/`.
        #[must_use]
        pub fn index() -> String {
            __urls::url0("", "/")
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
                ::concentric::__private::known_state::<()>(),
                rewrite,
            ))
                .types()
        }
    }
    #[cfg(debug_assertions)]
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<1> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            (&&&::concentric::__private::listed(
                ::concentric::__private::known_state::<()>(),
                trace,
            ))
                .types()
        }
    }
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<2> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            (&&&::concentric::__private::listed(
                ::concentric::__private::known_state::<()>(),
                session,
            ))
                .types()
        }
    }
    #[cfg(debug_assertions)]
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<3> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            (&&&::concentric::__private::listed(
                ::concentric::__private::known_state::<()>(),
                trace,
            ))
                .types()
        }
    }
};
