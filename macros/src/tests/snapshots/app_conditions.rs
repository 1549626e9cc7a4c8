// app! {
//     #[concentric(crate = web::concentric)]
//     fn app(is_public: bool) -> Router
//     with [
//         limit(10) if is_public,
//         #[cfg(debug_assertions)]
//         log,
//     ] {
//         #[cfg(feature = "metrics")]
//         GET "/metrics" => metrics,
//     }
// }

#[allow(unexpected_cfgs)]
fn app(is_public: bool) -> Router {
    #[allow(unused_imports)]
    use web::concentric::__private::kinds::*;
    let __state = ();
    let __output = web::concentric::__private::output::<Router>();
    {
        let concentric_found = (&&&&&__output).checked();
        concentric_found.report(&concentric_found.0)
    }
    let __root = (&&&&&__output).root(&__state);
    let __stack = __root.stack();
    let __entry = {
        let __holds = is_public;
        web::concentric::__private::EntryIf(
            if __holds {
                web::concentric::__private::Option::Some(limit(10))
            } else {
                web::concentric::__private::Option::None
            },
        )
    };
    let __kind = web::concentric::__private::candidate(&__entry, &__stack)
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
    let __stack = __kind
        .onto(__stack)
        .add_if(__entry, __fit, web::concentric::__private::Option::None);
    #[cfg(debug_assertions)]
    let __entry = web::concentric::__private::Entry(log);
    #[cfg(debug_assertions)]
    let __entry = (&&__entry).form().entry(__entry);
    #[cfg(debug_assertions)]
    let __kind = web::concentric::__private::candidate(&__entry, &__stack)
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
    let __kind = (&&__stack).whole();
    let __list = __kind.build(__stack, &__state);
    #[allow(unused_mut, unused_variables)]
    let (mut __app, __scope) = web::concentric::__private::app(
        app::ROUTES,
        &__state,
        __list,
    );
    #[cfg(feature = "metrics")]
    let __scope = {
        let concentric_found = __app
            .declare(__scope, 2, metrics)
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
    #[allow(unused_imports)]
    use super::*;
    /// The routes, and the middleware that run for each.
    pub const ROUTES: &web::concentric::__private::RouteTable = {
        use web::concentric::__private::RouteKind;
        const APP: &web::concentric::__private::StackInfo = &web::concentric::__private::StackInfo::new(
            0,
            web::concentric::__private::ListOwner::App,
            web::concentric::__private::Option::None,
            &[
                web::concentric::__private::EntryInfo::new(
                    0,
                    "limit",
                    "limit(10) if is_public",
                    web::concentric::__private::Option::Some("is_public"),
                    5,
                    <__Entries as web::concentric::__private::Describe<0>>::types,
                ),
                #[cfg(debug_assertions)]
                web::concentric::__private::EntryInfo::new(
                    1,
                    "log",
                    "log",
                    web::concentric::__private::Option::None,
                    7,
                    <__Entries as web::concentric::__private::Describe<1>>::types,
                ),
            ],
            ::core::file!(),
            3,
        );
        const METHODS: &[&[&str]] = &[&["GET"]];
        &web::concentric::__private::RouteTable::new::<
            __Entries,
        >(
            &web::concentric::__private::DeclaredRows {
                methods: METHODS,
                text: 24,
                served: &[
                    #[cfg(feature = "metrics")]
                    (
                        RouteKind::Route,
                        APP,
                        1,
                        "2,10,0,8,0,7,7,0,",
                        "/metrics",
                        "metricsmetrics",
                    ),
                ],
                unmatched: &[
                    #[cfg(any(feature = "metrics"))]
                    (
                        RouteKind::MethodNotAllowed,
                        &[#[cfg(feature = "metrics")] APP],
                        1,
                        "8,",
                        "/metrics",
                    ),
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
    use web::concentric::__private::urls as __urls;
    /// The URLs of the named routes, without the prefix under which the application is nested.
    #[allow(non_camel_case_types)]
    #[derive(::core::fmt::Debug)]
    pub enum url {}
    impl url {
        #[cfg(feature = "metrics")]
        ///Returns the URL of `/metrics`.
        #[must_use]
        pub fn metrics() -> String {
            __urls::url0("", "/metrics")
        }
    }
    impl web::concentric::__private::AppModule for __Entries {
        const ROUTES: &'static web::concentric::__private::RouteTable = ROUTES;
        const ROWS: web::concentric::__private::TableRows = web::concentric::__private::declared_rows::<
            __Entries,
            { ROUTES.size().rows },
        >();
        type Urls = web::concentric::__private::String;
    }
}

#[allow(unexpected_cfgs)]
const _: () = {
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl web::concentric::__private::Describe<0> for app::__Entries {
        fn types() -> web::concentric::__private::EntryTypes {
            use web::concentric::__private::kinds::*;
            let __list = web::concentric::__private::probed(
                web::concentric::__private::known_state::<()>(),
                |(is_public,): (bool,)| {
                    let __entry = web::concentric::__private::EntryIf(
                        web::concentric::__private::Option::Some(limit(10)),
                    );
                    let __kind = (&&__entry).kind();
                    let __fit = __kind.probed(&__entry).decide().decide().decide();
                    __kind
                        .probe()
                        .add_if(__entry, __fit, web::concentric::__private::Option::None)
                },
            );
            (&&&__list).types()
        }
    }
    #[cfg(debug_assertions)]
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl web::concentric::__private::Describe<1> for app::__Entries {
        fn types() -> web::concentric::__private::EntryTypes {
            use web::concentric::__private::kinds::*;
            (&&&web::concentric::__private::listed(
                web::concentric::__private::known_state::<()>(),
                log,
            ))
                .types()
        }
    }
};
