// app! {
//     fn app() -> Router with [provides::<Session>(SessionLayer::new(store).with_secure(true))] {
//         GET "/" => index with [(concentric::provides::<(Theme, Locale)>(layers()))],
//         GET "/a" => index with [provides::<(Theme,), _>(layer), provides(layer), provides::<Theme>(a, b)],
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
    let __entry = ::concentric::__private::Entry(
        provides::<(Session,), _>(SessionLayer::new(store).with_secure(true)),
    );
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
        let __entry = ::concentric::__private::Entry(
            (concentric::provides::<(Theme, Locale), _>(layers())),
        );
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
        let __entry = ::concentric::__private::Entry(provides::<(Theme,), _>(layer));
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
        let __entry = ::concentric::__private::Entry(provides(layer));
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
        let __entry = ::concentric::__private::Entry(provides::<Theme>(a, b));
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
        let __scope = __app.list(3, __list);
        let _ = {
            let concentric_found = __app
                .declare(__scope, 3, index)
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
                    "SessionLayer",
                    "provides::<Session>(SessionLayer::new(store).with_secure(true))",
                    ::concentric::__private::Option::None,
                    2,
                    <__Entries as ::concentric::__private::Describe<0>>::types,
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
                    1,
                    "layers",
                    "(concentric::provides::<(Theme, Locale)>(layers()))",
                    ::concentric::__private::Option::None,
                    3,
                    <__Entries as ::concentric::__private::Describe<1>>::types,
                ),
            ],
            ::core::file!(),
            3,
        );
        const STACK_3: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            3,
            ::concentric::__private::ListOwner::Route,
            ::concentric::__private::Option::Some(APP),
            &[
                ::concentric::__private::EntryInfo::new(
                    2,
                    "layer",
                    "provides::<(Theme,), _>(layer)",
                    ::concentric::__private::Option::None,
                    4,
                    <__Entries as ::concentric::__private::Describe<2>>::types,
                ),
                ::concentric::__private::EntryInfo::new(
                    3,
                    "provides",
                    "provides(layer)",
                    ::concentric::__private::Option::None,
                    4,
                    <__Entries as ::concentric::__private::Describe<3>>::types,
                ),
                ::concentric::__private::EntryInfo::new(
                    4,
                    "provides",
                    "provides::<Theme>(a, b)",
                    ::concentric::__private::Option::None,
                    4,
                    <__Entries as ::concentric::__private::Describe<4>>::types,
                ),
            ],
            ::core::file!(),
            4,
        );
        const METHODS: &[&[&str]] = &[&["GET"]];
        &::concentric::__private::RouteTable::new::<
            __Entries,
        >(
            &::concentric::__private::DeclaredRows {
                methods: METHODS,
                text: 14,
                served: &[
                    (RouteKind::Route, STACK_2, 1, "2,3,0,1,0,0,5,0,", "/", "index"),
                    (RouteKind::Route, STACK_3, 1, "3,4,0,2,0,0,5,0,", "/a", "index"),
                ],
                unmatched: &[
                    (RouteKind::MethodNotAllowed, &[STACK_2], 1, "1,", "/"),
                    (RouteKind::MethodNotAllowed, &[STACK_3], 1, "2,", "/a"),
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
                |(): ()| {
                    let __entry = ::concentric::__private::Entry(
                        provides::<
                            (Session,),
                            _,
                        >(SessionLayer::new(store).with_secure(true)),
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
                ::concentric::__private::known_state::<()>(),
                |(): ()| {
                    let __entry = ::concentric::__private::Entry(
                        (concentric::provides::<(Theme, Locale), _>(layers())),
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
    impl ::concentric::__private::Describe<2> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            let __list = ::concentric::__private::probed(
                ::concentric::__private::known_state::<()>(),
                |(): ()| {
                    let __entry = ::concentric::__private::Entry(
                        provides::<(Theme,), _>(layer),
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
    impl ::concentric::__private::Describe<3> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            let __list = ::concentric::__private::probed(
                ::concentric::__private::known_state::<()>(),
                |(): ()| {
                    let __entry = ::concentric::__private::Entry(provides(layer));
                    let __kind = (&&__entry).kind();
                    let __fit = __kind.probed(&__entry).decide().decide().decide();
                    __kind.probe().add(__entry, __fit)
                },
            );
            (&&&__list).types()
        }
    }
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<4> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            let __list = ::concentric::__private::probed(
                ::concentric::__private::known_state::<()>(),
                |(): ()| {
                    let __entry = ::concentric::__private::Entry(
                        provides::<Theme>(a, b),
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
