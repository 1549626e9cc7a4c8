// app! {
//     fn app(health: Router) -> Router {
//         mount "/static" => ServeDir::new("static") with [CompressionLayer::new()],
//         scope "/internal" {
//             merge health with [log],
//         }
//         method_not_allowed => not_allowed,
//         fallback => async || StatusCode::NOT_FOUND,
//     }
// }

/**
# Panics

Panics if a merged router has a route that conflicts with another one, or a fallback and no routes. The message names the items and their lines.*/
#[allow(unexpected_cfgs)]
fn app(health: Router) -> Router {
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
        let __entry = ::concentric::__private::Entry(CompressionLayer::new());
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
        let __target = ServeDir::new("static");
        let __kind = ::concentric::__private::mounted(&__target).decide();
        {
            let concentric_found = &__kind;
            concentric_found.report(&concentric_found.0)
        }
        __kind.mount(&mut __app, 2, __target);
    }
    {
        let __stack = __scope.stack();
        let __kind = (&&__stack).whole();
        let __list = __kind.build(__stack, &__state);
        #[allow(unused_variables)]
        let __scope = __app.list(3, __list);
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
            let __target = health;
            let __kind = ::concentric::__private::merged(&__target).decide();
            {
                let concentric_found = &__kind;
                concentric_found.report(&concentric_found.0)
            }
            __kind.merge(&mut __app, 4, __target);
        }
    }
    let __scope = {
        let concentric_found = __app
            .declare(__scope, 5, not_allowed)
            .add_target()
            .decide()
            .decide();
        concentric_found.scope(__scope, &concentric_found.0)
    };
    let __scope = {
        let concentric_found = __app
            .declare(__scope, 6, async || StatusCode::NOT_FOUND)
            .add_target()
            .decide()
            .decide();
        concentric_found.scope(__scope, &concentric_found.0)
    };
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
                &[],
                ::core::file!(),
                2,
            )
            .answers(&[(6, "{closure}", "", 8, "")], &[(5, "not_allowed", "", 7, "")]);
        const STACK_2: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            2,
            ::concentric::__private::ListOwner::Route,
            ::concentric::__private::Option::Some(APP),
            &[
                ::concentric::__private::EntryInfo::new(
                    0,
                    "CompressionLayer",
                    "CompressionLayer::new()",
                    ::concentric::__private::Option::None,
                    3,
                    <__Entries as ::concentric::__private::Describe<0>>::types,
                ),
            ],
            ::core::file!(),
            3,
        );
        const STACK_3: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            3,
            ::concentric::__private::ListOwner::Scope("/internal"),
            ::concentric::__private::Option::Some(APP),
            &[],
            ::core::file!(),
            4,
        );
        const STACK_4: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            4,
            ::concentric::__private::ListOwner::Route,
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
        const METHODS: &[&[&str]] = &[&[]];
        &::concentric::__private::RouteTable::new::<
            __Entries,
        >(
            &::concentric::__private::DeclaredRows {
                methods: METHODS,
                text: 41,
                served: &[
                    (
                        RouteKind::Mount,
                        STACK_2,
                        1,
                        "2,3,0,7,0,0,23,0,",
                        "/static",
                        "ServeDir::new(\"static\")",
                    ),
                    (
                        RouteKind::Merge,
                        STACK_4,
                        1,
                        "4,5,0,9,0,0,6,0,",
                        "/internal",
                        "health",
                    ),
                ],
                unmatched: &[
                    (RouteKind::Fallback, &[STACK_3], 1, "17,", "/internal/{*rest}"),
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
            use ::concentric::__private::kinds::*;
            let __list = ::concentric::__private::probed(
                ::concentric::__private::known_state::<()>(),
                |(health,): (Router,)| {
                    let __entry = ::concentric::__private::Entry(
                        CompressionLayer::new(),
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
            (&&&::concentric::__private::listed(
                ::concentric::__private::known_state::<()>(),
                log,
            ))
                .types()
        }
    }
};
