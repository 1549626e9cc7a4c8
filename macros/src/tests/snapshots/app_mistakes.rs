// app! {
//     fn app() -> Router
//     with [log limit] {
//         PSOT "/a" => index,
//         GET "/:id" => index,
//         GET "/b" => index,
//         GET "/b" => index,
//         GET "/c" =>
//     }
// }

#[allow(unused_variables)]
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
    let __entry = ::concentric::__private::Entry(limit);
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
    let __scope = {
        let concentric_found = __app
            .declare(__scope, 2, index)
            .add_target()
            .decide()
            .decide();
        concentric_found.scope(__scope, &concentric_found.0)
    };
    let __scope = {
        let concentric_found = __app
            .declare(__scope, 3, index)
            .add_target()
            .decide()
            .decide();
        concentric_found.scope(__scope, &concentric_found.0)
    };
    let __scope = {
        let concentric_found = __app
            .declare(__scope, 4, index)
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
            &[
                ::concentric::__private::EntryInfo::new(
                    0,
                    "log",
                    "log",
                    ::concentric::__private::Option::None,
                    3,
                    <__Entries as ::concentric::__private::Describe<0>>::types,
                ),
                ::concentric::__private::EntryInfo::new(
                    1,
                    "limit",
                    "limit",
                    ::concentric::__private::Option::None,
                    3,
                    <__Entries as ::concentric::__private::Describe<1>>::types,
                ),
            ],
            ::core::file!(),
            2,
        );
        const METHODS: &[&[&str]] = &[&["GET"]];
        &::concentric::__private::RouteTable::new::<
            __Entries,
        >(
            &::concentric::__private::DeclaredRows {
                methods: METHODS,
                text: 22,
                served: &[
                    (
                        RouteKind::Route,
                        APP,
                        3,
                        "2,5,0,4,0,0,5,0,3,6,0,2,0,0,5,0,4,7,0,2,0,0,5,0,",
                        "/:id/b/b",
                        "indexindexindex",
                    ),
                ],
                unmatched: &[
                    (RouteKind::MethodNotAllowed, &[APP], 2, "4,2,", "/:id/b"),
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
            (&&&::concentric::__private::listed(
                ::concentric::__private::known_state::<()>(),
                log,
            ))
                .types()
        }
    }
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<1> for app::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            (&&&::concentric::__private::listed(
                ::concentric::__private::known_state::<()>(),
                limit,
            ))
                .types()
        }
    }
};

::core::compile_error!("expected `,` before this")

::core::compile_error!("unknown method `PSOT`\ndid you mean `POST`?")

::core::compile_error!(
    "expected a handler after `=>`\nwrite: => handler, where `handler` is an `async fn`, a service or a response",
)

::core::compile_error!("expected a parameter in braces, found `:id`\nwrite: \"/{id}\"")

::core::compile_error!(
    "duplicate route `GET /b`\nthe other one is on line 6: remove one of them",
)
