// app! {
//     fn app() -> Router {
//         GET "/a" => handlers::,
//         GET "/b" => index,
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
            .declare(half_written!(__scope, 2, handlers::))
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
        );
        const METHODS: &[&[&str]] = &[&["GET"]];
        &::concentric::__private::RouteTable::new::<
            __Entries,
        >(
            &::concentric::__private::DeclaredRows {
                methods: METHODS,
                text: 16,
                served: &[
                    (
                        RouteKind::Route,
                        APP,
                        2,
                        "2,3,0,2,0,0,10,0,3,4,0,2,0,5,5,0,",
                        "/a/b",
                        "handlers::indexindex",
                    ),
                ],
                unmatched: &[
                    (RouteKind::MethodNotAllowed, &[APP], 2, "2,2,", "/a/b"),
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
        ///Returns the URL of `/b`.
        #[must_use]
        pub fn index() -> String {
            __urls::url0("", "/b")
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
