// app! {
//     fn app(state: Shop, settings: &Settings) -> Router
//     with [TraceLayer::new_for_http(), cors(settings)] {
//         scope "/account" with [authenticate] {
//             GET "/" => show,
//             scope with [csrf] {
//                 DELETE "/" => close with [require_role(Role::Owner)],
//             }
//             fallback => nothing_here,
//         }
//     }
// }

fn app(state: Shop, settings: &Settings) -> Router {
    let __stack = ::concentric::__private::outermost(&state);
    let __entry = ::concentric::__private::Entry(TraceLayer::new_for_http());
    let __kind = {
        #[allow(unused_imports)]
        use ::concentric::__private::kinds::*;
        (&&&&::concentric::__private::candidate(&__entry, &__stack)).verdict()
    };
    __kind.check();
    let __kind = {
        #[allow(unused_imports)]
        use ::concentric::__private::kinds::*;
        (&&__entry).kind()
    };
    let __stack = __kind.onto(__stack).add(__entry);
    let __entry = ::concentric::__private::Entry(cors(settings));
    let __kind = {
        #[allow(unused_imports)]
        use ::concentric::__private::kinds::*;
        (&&&&::concentric::__private::candidate(&__entry, &__stack)).verdict()
    };
    __kind.check();
    let __kind = {
        #[allow(unused_imports)]
        use ::concentric::__private::kinds::*;
        (&&__entry).kind()
    };
    let __stack = __kind.onto(__stack).add(__entry);
    let __kind = {
        #[allow(unused_imports)]
        use ::concentric::__private::kinds::*;
        (&&__stack).whole()
    };
    let __list = __kind.build(__stack, &state);
    #[allow(unused_mut, unused_variables)]
    let (mut __app, __place) = ::concentric::__private::app(__list);
    {
        let __stack = __place.stack();
        let __entry = ::concentric::__private::Entry(authenticate);
        let __kind = {
            #[allow(unused_imports)]
            use ::concentric::__private::kinds::*;
            (&&&&::concentric::__private::candidate(&__entry, &__stack)).verdict()
        };
        __kind.check();
        let __kind = {
            #[allow(unused_imports)]
            use ::concentric::__private::kinds::*;
            (&&__entry).kind()
        };
        let __stack = __kind.onto(__stack).add(__entry);
        let __kind = {
            #[allow(unused_imports)]
            use ::concentric::__private::kinds::*;
            (&&__stack).whole()
        };
        let __list = __kind.build(__stack, &state);
        #[allow(unused_variables)]
        let __place = __app
            .scope(__place, ::concentric::__private::Option::Some("/account"), __list);
        {
            __app
                .route(
                    __place,
                    ::concentric::__private::Option::Some(
                        ::concentric::__private::MethodFilter::GET,
                    ),
                    "/account",
                    __place.handler(show),
                );
        }
        {
            let __stack = __place.stack();
            let __entry = ::concentric::__private::Entry(csrf);
            let __kind = {
                #[allow(unused_imports)]
                use ::concentric::__private::kinds::*;
                (&&&&::concentric::__private::candidate(&__entry, &__stack)).verdict()
            };
            __kind.check();
            let __kind = {
                #[allow(unused_imports)]
                use ::concentric::__private::kinds::*;
                (&&__entry).kind()
            };
            let __stack = __kind.onto(__stack).add(__entry);
            let __kind = {
                #[allow(unused_imports)]
                use ::concentric::__private::kinds::*;
                (&&__stack).whole()
            };
            let __list = __kind.build(__stack, &state);
            #[allow(unused_variables)]
            let __place = __app
                .scope(__place, ::concentric::__private::Option::None, __list);
            {
                let __stack = __place.stack();
                let __entry = ::concentric::__private::Entry(require_role(Role::Owner));
                let __kind = {
                    #[allow(unused_imports)]
                    use ::concentric::__private::kinds::*;
                    (&&&&::concentric::__private::candidate(&__entry, &__stack))
                        .verdict()
                };
                __kind.check();
                let __kind = {
                    #[allow(unused_imports)]
                    use ::concentric::__private::kinds::*;
                    (&&__entry).kind()
                };
                let __stack = __kind.onto(__stack).add(__entry);
                let __kind = {
                    #[allow(unused_imports)]
                    use ::concentric::__private::kinds::*;
                    (&&__stack).whole()
                };
                let __list = __kind.build(__stack, &state);
                let __place = __app.item(__place, __list);
                __app
                    .route(
                        __place,
                        ::concentric::__private::Option::Some(
                            ::concentric::__private::MethodFilter::DELETE,
                        ),
                        "/account",
                        __place.handler(close),
                    );
            }
        }
        {
            __app.fallback(__place, __place.handler(nothing_here));
        }
    }
    __app.finish(state)
}
