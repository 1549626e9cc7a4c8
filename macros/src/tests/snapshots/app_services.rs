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

fn app(health: Router) -> Router {
    let __state = ();
    let __stack = ::concentric::__private::outermost(&__state);
    let __kind = {
        #[allow(unused_imports)]
        use ::concentric::__private::kinds::*;
        (&&__stack).whole()
    };
    let __list = __kind.build(__stack, &__state);
    #[allow(unused_mut, unused_variables)]
    let (mut __app, __place) = ::concentric::__private::app(__list);
    {
        let __stack = __place.stack();
        let __entry = ::concentric::__private::Entry(CompressionLayer::new());
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
        let __list = __kind.build(__stack, &__state);
        let __place = __app.item(__place, __list);
        __app.mount(__place, "/static", ServeDir::new("static"));
    }
    {
        let __stack = __place.stack();
        let __kind = {
            #[allow(unused_imports)]
            use ::concentric::__private::kinds::*;
            (&&__stack).whole()
        };
        let __list = __kind.build(__stack, &__state);
        #[allow(unused_variables)]
        let __place = __app
            .scope(__place, ::concentric::__private::Option::Some("/internal"), __list);
        {
            let __stack = __place.stack();
            let __entry = ::concentric::__private::Entry(log);
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
            let __list = __kind.build(__stack, &__state);
            let __place = __app.item(__place, __list);
            __app.merge(__place, "/internal", health);
        }
    }
    {
        __app.method_not_allowed(__place, __place.handler(not_allowed));
    }
    {
        __app.fallback(__place, __place.handler(async || StatusCode::NOT_FOUND));
    }
    __app.finish(__state)
}
