// app! {
//     pub fn orders(state: Orders) -> Part<User> with [log] {
//         GET "/" => list,
//         GET "/{id}" => show if state.is_open,
//         scope "/{id}/items" if state.has_items {
//             include items::items() as items,
//         }
//     }
// }

#[allow(unexpected_cfgs)]
pub fn orders(state: Orders) -> Part<User> {
    #[allow(unused_imports)]
    use ::concentric::__private::kinds::*;
    let __kind = (&&::concentric::__private::declared_state(&state)).checked();
    {
        let concentric_found = &__kind;
        concentric_found.report(&concentric_found.0)
    }
    let __state = __kind.take(&state);
    let __output = ::concentric::__private::output::<Part<User>>();
    {
        let concentric_found = (&&&&&__output).checked();
        concentric_found.report(&concentric_found.0)
    }
    #[allow(unused_mut)]
    let mut __rules = <::concentric::__private::Rules as ::core::default::Default>::default();
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
    {
        let __token = __kind.token(&__entry);
        let __own = __rules.add(0, &__token);
        (&&::concentric::__private::rule_probe(&__token)).order(__own);
        (&&::concentric::__private::rule_probe(&__token)).demand(__own);
    };
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
        orders::ROUTES,
        &__state,
        __list,
    );
    let __scope = {
        let concentric_found = __app
            .declare(__scope, 2, list)
            .add_target()
            .decide()
            .decide();
        concentric_found.scope(__scope, &concentric_found.0)
    };
    if state.is_open {
        let concentric_found = __app
            .declare(__scope, 3, show)
            .add_target()
            .decide()
            .decide();
        concentric_found.scope(__scope, &concentric_found.0);
    } else {
        __app.leave_out(3);
    }
    if state.has_items {
        let __stack = __scope.stack();
        let __kind = (&&__stack).whole();
        let __list = __kind.build(__stack, &__state);
        #[allow(unused_variables)]
        let __scope = __app.list(4, __list);
        {
            let __part = items::items();
            {
                #[diagnostic::on_unimplemented(
                    message = "no outer middleware provides `{T}`, which `items` requires",
                    label = "list a middleware with `next: Next<{T}>`, or `provides::<{T}>(layer)`, around this `include`"
                )]
                trait ProvideForThePart<T> {
                    fn report_part(
                        &self,
                        _: &::core::marker::PhantomData<fn() -> (T,)>,
                    ) {}
                }
                #[diagnostic::do_not_recommend]
                impl<T: ::concentric::__private::Impossible> ProvideForThePart<T>
                for ::concentric::__private::AroundThePart {}
                let __kind = ::concentric::__private::included(&__part);
                let __found = (&&&&__kind)
                    .demands(__scope, &__part)
                    .decide()
                    .check()
                    .check()
                    .check()
                    .check()
                    .check()
                    .check()
                    .check()
                    .check()
                    .included();
                {
                    let concentric_found = &__found;
                    concentric_found.report(&concentric_found.0)
                }
                __found.0.report_part(&__found.1);
                (&&&&__kind).add(&mut __app, 5, __part);
            }
        }
    } else {
        __app.leave_out(4);
    }
    __app.rules(__rules);
    (&&&&&__output).finish(__app)
}

///The routes of [`orders`](fn@orders) and their URLs.
#[allow(dead_code, non_snake_case, unexpected_cfgs, unreachable_pub, unused_imports)]
pub mod orders {
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
                    "log",
                    ::concentric::__private::Option::None,
                    2,
                    <__Entries as ::concentric::__private::Describe<0>>::types,
                ),
            ],
            ::core::file!(),
            2,
        );
        const STACK_4: &::concentric::__private::StackInfo = &::concentric::__private::StackInfo::new(
                4,
                ::concentric::__private::ListOwner::Scope("/{id}/items"),
                ::concentric::__private::Option::Some(APP),
                &[],
                ::core::file!(),
                5,
            )
            .only_if("state.has_items");
        const METHODS: &[&[&str]] = &[&["GET"]];
        const SIZE: ::concentric::__private::Size = ROUTES.size();
        const MAY_CONFLICT: bool = ROUTES.may_conflict();
        #[allow(long_running_const_eval)]
        const _: () = ::concentric::__private::check::<
            __Entries,
            { SIZE.rows },
            { SIZE.text },
            { SIZE.inclusions },
        >(MAY_CONFLICT, 5);
        &::concentric::__private::RouteTable::with_parts::<
            __Entries,
        >(
            &[
                {
                    const DECLARED: &::concentric::__private::DeclaredRows = &::concentric::__private::DeclaredRows {
                        methods: METHODS,
                        text: 39,
                        served: &[
                            (
                                RouteKind::Route,
                                APP,
                                2,
                                "2,3,0,1,0,4,4,0,3,4,0,5,13,4,4,0,",
                                "//{id}state.is_open",
                                "listlistshowshow",
                            ),
                        ],
                        unmatched: &[
                            (RouteKind::MethodNotAllowed, &[APP], 2, "1,5,", "//{id}"),
                            (
                                RouteKind::Fallback,
                                &[STACK_4],
                                1,
                                "19,",
                                "/{id}/items/{*rest}",
                            ),
                            (RouteKind::Fallback, &[APP], 1, "8,", "/{*rest}"),
                        ],
                    };
                    ::concentric::__private::Piece::Rows(
                        DECLARED,
                        &DECLARED.rows::<{ DECLARED.count() }>(),
                    )
                },
                ::concentric::__private::Piece::Part(
                    <<__Entries as ::concentric::__private::Includes<
                        5,
                    >>::Part as ::concentric::__private::AppModule>::ROUTES
                        .part(
                            (5, "items::items", "", 6, ""),
                            "/{id}/items",
                            STACK_4,
                            STACK_4,
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
    ///The URLs of the named routes of [`orders`](fn@super::orders), where it is included.
    #[derive(::core::clone::Clone, ::core::fmt::Debug)]
    pub struct Urls(::concentric::__private::String);
    impl Urls {
        ///Returns the URL of `/`.
        #[must_use]
        pub fn list(&self) -> String {
            __urls::url0(&self.0, "/")
        }
        ///Returns the URL of `/{id}`.
        #[must_use]
        pub fn show(&self, id: impl Display) -> String {
            __urls::url1(&self.0, "/{id}", id)
        }
        ///Returns the URLs of the part that is included at `/{id}/items`.
        #[must_use]
        pub fn items(
            &self,
            id: impl Display,
        ) -> <<__Entries as ::concentric::__private::Includes<
            5,
        >>::Part as ::concentric::__private::AppModule>::Urls {
            ::concentric::__private::From::from(__urls::url1(&self.0, "/{id}/items", id))
        }
    }
    impl ::concentric::__private::From<::concentric::__private::String> for Urls {
        fn from(prefix: ::concentric::__private::String) -> Self {
            Self(prefix)
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
        type Urls = Urls;
    }
    impl ::concentric::__private::HasPieces for __Entries {
        const PIECES: &'static [::concentric::__private::Piece] = &ROUTES
            .pieces::<
                { ROUTES.piece_count() },
            >(
                &[
                    <<__Entries as ::concentric::__private::Includes<
                        5,
                    >>::Part as ::concentric::__private::AppModule>::ROWS,
                ],
            );
    }
}

#[allow(unexpected_cfgs)]
const _: () = {
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<0> for orders::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            use ::concentric::__private::kinds::*;
            (&&&::concentric::__private::listed(
                ::concentric::__private::known_state::<Orders>(),
                log,
            ))
                .types()
        }
    }
};

#[allow(unexpected_cfgs)]
const _: () = {
    impl ::concentric::__private::Includes<5> for orders::__Entries {
        type Part = items::items::__Entries;
    }
};
