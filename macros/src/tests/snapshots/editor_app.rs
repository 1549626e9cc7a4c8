// app! {
//     fn shop(state: Shop) -> Router with [log if state.logs else audit] {
//         stack signed_in = [authenticate],
//         GET | POST "/" => home if state.is_open without [log],
//         #[cfg(test)]
//         scope "/orders" with [..signed_in] {
//             include orders::orders(state.orders),
//         }
//         sco
//         include orders::ord,
//         #[cfg(test)]
//         GET | PO
//         scope "/account" with [log if state.logs, ..sig]
//         fallback => missing,
//     }
// }

#[allow(unused_variables)]
/**
# Panics

Panics if a merged router has a route that conflicts with another one, or a fallback and no routes. Panics if two items conflict, and the conditions of both are true. Panics if a handler takes a `Path` that does not have a value for each parameter of its path. Panics if an entry of a part and the entries around the part break an order rule. The message names the items and their lines.*/
#[allow(unexpected_cfgs)]
fn shop(state: Shop) -> Router {
    let _ = ::concentric::__private::keywords::sco;
    let _ = ::concentric::__private::keywords::include;
    let _ = orders::ord;
    let _ = ::concentric::__private::keywords::GET;
    let _ = ::concentric::__private::keywords::PO;
    let _ = ::concentric::__private::keywords::scope;
    let _ = log;
    let _ = sig;
    let _ = ::concentric::__private::keywords::anchor;
    {
        let _ = log;
        let _: bool = state.logs;
        let _ = audit;
    }
    let signed_in = {
        {
            let _ = authenticate;
        }
    };
    {
        let _ = ::concentric::__private::keywords::stack;
    }
    {
        let _ = ::concentric::__private::keywords::GET;
        let _: bool = state.is_open;
        let _ = log;
        let _ = ::concentric::__private::keywords::POST;
        let _ = home;
    }
    #[cfg(test)]
    {
        let _ = ::concentric::__private::keywords::scope;
        {
            let _ = signed_in;
        }
        {
            let _ = ::concentric::__private::keywords::include;
            let _ = orders::orders(state.orders);
        }
    }
    {
        let _ = ::concentric::__private::keywords::fallback;
        let _ = missing;
    }
    return ::concentric::__private::never();
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
                &[
                    ::concentric::__private::EntryInfo::new(
                            0,
                            "log",
                            "log if state.logs else audit",
                            ::concentric::__private::Option::Some("state.logs"),
                            2,
                            <__Entries as ::concentric::__private::Describe<0>>::types,
                        )
                        .or_else(&["audit"]),
                ],
                ::core::file!(),
                2,
            )
            .answers(&[(5, "missing", "", 14, "")], &[]);
        const STACK_2: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
                2,
                ::concentric::__private::ListOwner::Route,
                ::concentric::__private::Option::Some(APP),
                &[],
                ::core::file!(),
                4,
            )
            .without(&[0]);
        #[cfg(test)]
        const STACK_3: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
            3,
            ::concentric::__private::ListOwner::Scope("/orders"),
            ::concentric::__private::Option::Some(APP),
            &[
                ::concentric::__private::EntryInfo::new(
                    1,
                    "authenticate",
                    "authenticate",
                    ::concentric::__private::Option::None,
                    3,
                    <__Entries as ::concentric::__private::Describe<1>>::types,
                ),
            ],
            ::core::file!(),
            6,
        );
        const METHODS: &[&[&str]] = &[&["GET", "POST"]];
        const SIZE: ::concentric::__private::Size = ROUTES.size();
        const MAY_CONFLICT: bool = ROUTES.may_conflict();
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
                                STACK_2,
                                1,
                                "2,4,0,1,13,4,4,0,",
                                "/state.is_open",
                                "homehome",
                            ),
                        ],
                        unmatched: &[
                            (RouteKind::MethodNotAllowed, &[STACK_2], 1, "1,", "/"),
                            #[cfg(test)]
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
                #[cfg(test)]
                ::concentric::__private::Piece::Part(
                    <<__Entries as ::concentric::__private::Includes<
                        4,
                    >>::Part as ::concentric::__private::AppModule>::ROUTES
                        .part(
                            (4, "orders::orders", "", 7, ""),
                            "/orders",
                            STACK_3,
                            STACK_3,
                        ),
                ),
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
        pub fn home() -> String {
            __urls::url0("", "/")
        }
        #[cfg(test)]
        ///Returns the URLs of the part that is included at `/orders`.
        #[must_use]
        pub fn orders() -> <<__Entries as ::concentric::__private::Includes<
            4,
        >>::Part as ::concentric::__private::AppModule>::Urls {
            ::concentric::__private::From::from(__urls::url0("", "/orders"))
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
                    #[cfg(test)]
                    <<__Entries as ::concentric::__private::Includes<
                        4,
                    >>::Part as ::concentric::__private::AppModule>::ROWS,
                ],
            );
    }
}

#[allow(unexpected_cfgs)]
const _: () = {};

#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(test)]
    impl ::concentric::__private::Includes<4> for shop::__Entries {
        type Part = orders::orders::__Entries;
    }
};

::core::compile_error!("unknown keyword `sco`\ndid you mean `scope`?")

::core::compile_error!(
    "expected the arguments of the part\nwrite: include orders::ord()",
)

::core::compile_error!("unknown method `PO`\ndid you mean `POST`?")

::core::compile_error!("expected `{`\nwrite: scope \"/account\" { ... }")
