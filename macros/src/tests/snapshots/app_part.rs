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
    let __output = ::concentric::__private::output::<Part<User>>();
    #[allow(unused_mut)]
    let mut __rules = <::concentric::__private::Rules as ::core::default::Default>::default();
    let __root = {
        #[allow(unused_imports)]
        use ::concentric::__private::kinds::*;
        (&&&&__output).root(&state)
    };
    let __stack = __root.stack();
    let __entry = ::concentric::__private::Entry(log);
    let __entry = {
        #[allow(unused_imports)]
        use ::concentric::__private::kinds::*;
        (&&__entry).form()
    }
        .entry(__entry);
    let __kind = {
        #[allow(unused_imports)]
        use ::concentric::__private::kinds::*;
        (&&&&&::concentric::__private::candidate(&__entry, &__stack)).verdict()
    };
    ::concentric::__private::HasOuter::accept(
        __kind.check().check().check().check().outcome(),
    );
    let __kind = {
        #[allow(unused_imports)]
        use ::concentric::__private::kinds::*;
        (&&__entry).kind()
    };
    {
        let __token = __kind.token(&__entry);
        let __own = __rules.add(0, &__token);
        {
            #[allow(unused_imports)]
            use ::concentric::__private::kinds::*;
            (&&::concentric::__private::rule_probe(&__token)).order(__own);
            (&&::concentric::__private::rule_probe(&__token)).demand(__own)
        }
    };
    let __stack = __kind.onto(__stack).add(__entry);
    let __kind = {
        #[allow(unused_imports)]
        use ::concentric::__private::kinds::*;
        (&&__stack).whole()
    };
    let __list = __kind.build(__stack, &state);
    #[allow(unused_mut, unused_variables)]
    let (mut __app, __scope) = ::concentric::__private::app(
        orders::ROUTES,
        &state,
        __list,
    );
    {
        let __target = ::concentric::__private::Declared(__scope, list);
        {
            #[allow(unused_imports)]
            use ::concentric::__private::target_kinds::*;
            (&__target).kind().decide()
        }
            .add(&mut __app, 2, &__target.1);
    }
    if state.is_open {
        let __target = ::concentric::__private::Declared(__scope, show);
        {
            #[allow(unused_imports)]
            use ::concentric::__private::target_kinds::*;
            (&__target).kind().decide()
        }
            .add(&mut __app, 3, &__target.1);
    } else {
        __app.leave_out(3);
    }
    if state.has_items {
        let __stack = __scope.stack();
        let __kind = {
            #[allow(unused_imports)]
            use ::concentric::__private::kinds::*;
            (&&__stack).whole()
        };
        let __list = __kind.build(__stack, &state);
        #[allow(unused_variables)]
        let __scope = __app.list(4, __list);
        {
            let __part = items::items();
            {
                #[allow(unused_imports)]
                use ::concentric::__private::kinds::*;
                #[diagnostic::on_unimplemented(
                    message = "no outer middleware provides `{T}`, which `items` requires",
                    label = "list a middleware with `next: Next<{T}>`, or `provides::<{T}>(layer)`, around this `include`"
                )]
                trait HasOuter<T> {
                    fn accept(_: ::concentric::__private::Outcome<Self, T>) {}
                }
                #[diagnostic::do_not_recommend]
                impl HasOuter<()> for ::concentric::__private::Accepted {}
                let __kind = ::concentric::__private::included(&__part);
                HasOuter::accept(
                    (&&&&__kind)
                        .demands(__scope, &__part)
                        .check()
                        .check()
                        .check()
                        .check()
                        .check()
                        .check()
                        .check()
                        .check()
                        .outcome(),
                );
                (&&&&__kind).add(&mut __app, 5, __part);
            }
        }
    } else {
        __app.leave_out(4);
    }
    __app.rules(__rules);
    {
        #[allow(unused_imports)]
        use ::concentric::__private::kinds::*;
        (&&&&__output).finish(__app)
    }
}

///The routes of [`orders`](fn@orders) and their URLs.
#[allow(dead_code, non_snake_case, unexpected_cfgs, unreachable_pub, unused_imports)]
pub mod orders {
    /// The routes, and the middleware that run for each.
    #[allow(long_running_const_eval)]
    pub const ROUTES: &::concentric::__private::RouteTable = {
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
        const PIECES: &[::concentric::__private::Piece] = &[
            ::concentric::__private::Piece::Rows(
                &[
                    ::concentric::__private::RouteInfo::route(
                        ::concentric::__private::ItemInfo::new(2, "list", "", 3),
                        &["GET"],
                        "/",
                        ::concentric::__private::Option::Some("list"),
                        APP,
                    ),
                    ::concentric::__private::RouteInfo::route(
                        ::concentric::__private::ItemInfo::new(3, "show", "", 4)
                            .only_if("state.is_open"),
                        &["GET"],
                        "/{id}",
                        ::concentric::__private::Option::Some("show"),
                        APP,
                    ),
                    ::concentric::__private::RouteInfo::method_not_allowed("/", &[APP]),
                    ::concentric::__private::RouteInfo::method_not_allowed(
                        "/{id}",
                        &[APP],
                    ),
                    ::concentric::__private::RouteInfo::fallback(
                        "/{id}/items/{*rest}",
                        STACK_4,
                    ),
                    ::concentric::__private::RouteInfo::fallback("/{*rest}", APP),
                ],
            ),
            ::concentric::__private::Piece::Part(
                ::concentric::__private::IncludedPart::new(
                    <<__Entries as ::concentric::__private::Includes<
                        5,
                    >>::Part as ::concentric::__private::AppModule>::ROUTES,
                    ::concentric::__private::ItemInfo::new(5, "items::items", "", 6),
                    "/{id}/items",
                    STACK_4,
                    STACK_4,
                ),
            ),
        ];
        const SIZE: ::concentric::__private::Size = ::concentric::__private::Size::of(
            PIECES,
        );
        const TEXT: &[u8] = &::concentric::__private::text::<{ SIZE.text }>(PIECES);
        const PARTS: &[::concentric::__private::Inclusion] = &::concentric::__private::inclusions::<
            { SIZE.inclusions },
        >(PIECES, TEXT);
        const ROWS: &[::concentric::__private::RouteInfo] = &::concentric::__private::rebase::<
            { SIZE.rows },
        >(PIECES, TEXT, PARTS);
        const ARRANGED: &::concentric::__private::Arranged<{ SIZE.rows }> = &::concentric::__private::arrange(
            PIECES,
            ROWS,
        );
        #[allow(long_running_const_eval)]
        const _: () = ::concentric::__private::check(PIECES, ROWS, 5);
        &::concentric::__private::RouteTable::with_parts::<
            __Entries,
        >(&ARRANGED.rows, ARRANGED.count, PARTS)
    };
    #[doc(hidden)]
    #[derive(::core::fmt::Debug)]
    pub struct __Entries;
    ///The URLs of the named routes of [`orders`](fn@super::orders), where it is included.
    #[derive(::core::clone::Clone, ::core::fmt::Debug)]
    pub struct Urls(::concentric::__private::String);
    impl Urls {
        ///Returns the URL of `/`.
        #[must_use]
        pub fn list(&self) -> ::std::string::String {
            let __url = ::core::clone::Clone::clone(&self.0);
            let __url = ::concentric::__private::urls::root(__url);
            __url
        }
        ///Returns the URL of `/{id}`.
        #[must_use]
        pub fn show(&self, id: impl ::core::fmt::Display) -> ::std::string::String {
            let __url = ::core::clone::Clone::clone(&self.0);
            let __url = __url + "/";
            let __url = ::concentric::__private::urls::segment(__url, id);
            __url
        }
        ///Returns the URLs of the part that is included at `/{id}/items`.
        #[must_use]
        pub fn items(
            &self,
            id: impl ::core::fmt::Display,
        ) -> <<__Entries as ::concentric::__private::Includes<
            5,
        >>::Part as ::concentric::__private::AppModule>::Urls {
            ::concentric::__private::From::from({
                let __url = ::core::clone::Clone::clone(&self.0);
                let __url = __url + "/";
                let __url = ::concentric::__private::urls::segment(__url, id);
                let __url = __url + "/items";
                __url
            })
        }
    }
    impl ::concentric::__private::From<::concentric::__private::String> for Urls {
        fn from(prefix: ::concentric::__private::String) -> Self {
            Self(prefix)
        }
    }
    impl ::concentric::__private::AppModule for __Entries {
        const ROUTES: &'static ::concentric::__private::RouteTable = ROUTES;
        type Urls = Urls;
    }
}

#[allow(unexpected_cfgs)]
const _: () = {
    #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
    impl ::concentric::__private::Describe<0> for orders::__Entries {
        fn types() -> ::concentric::__private::EntryTypes {
            let __list = ::concentric::__private::probed(
                ::concentric::__private::known_state::<Orders>(),
                |(state,): (Orders,)| {
                    let __entry = ::concentric::__private::Entry(log);
                    let __entry = {
                        use ::concentric::__private::kinds::*;
                        (&&__entry).form()
                    }
                        .entry(__entry);
                    {
                        use ::concentric::__private::kinds::*;
                        (&&__entry).kind()
                    }
                        .probe()
                        .add(__entry)
                },
            );
            {
                use ::concentric::__private::kinds::*;
                (&&&__list).types()
            }
        }
    }
};

#[allow(unexpected_cfgs)]
const _: () = {
    impl ::concentric::__private::Includes<5> for orders::__Entries {
        type Part = items::items::__Entries;
    }
};
