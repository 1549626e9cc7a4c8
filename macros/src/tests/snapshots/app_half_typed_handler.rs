// app! {
//     fn app() -> Router {
//         GET "/a" => handlers::,
//         GET "/b" => index,
//     }
// }

fn app() -> Router {
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
        __app
            .route(
                __place,
                ::concentric::__private::Option::Some(
                    ::concentric::__private::MethodFilter::GET,
                ),
                "/a",
                __place.handler(half_written!(handlers::)),
            );
    }
    {
        __app
            .route(
                __place,
                ::concentric::__private::Option::Some(
                    ::concentric::__private::MethodFilter::GET,
                ),
                "/b",
                __place.handler(index),
            );
    }
    __app.finish(__state)
}
