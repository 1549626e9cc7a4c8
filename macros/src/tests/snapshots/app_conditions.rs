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

fn app(is_public: bool) -> Router {
    let __state = ();
    let __stack = web::concentric::__private::outermost(&__state);
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
    let __kind = {
        #[allow(unused_imports)]
        use web::concentric::__private::kinds::*;
        (&&&&web::concentric::__private::candidate(&__entry, &__stack)).verdict()
    };
    __kind.check();
    let __kind = {
        #[allow(unused_imports)]
        use web::concentric::__private::kinds::*;
        (&&__entry).kind()
    };
    let __stack = __kind.onto(__stack).add_if(__entry);
    #[cfg(debug_assertions)]
    let __entry = web::concentric::__private::Entry(log);
    #[cfg(debug_assertions)]
    let __kind = {
        #[allow(unused_imports)]
        use web::concentric::__private::kinds::*;
        (&&&&web::concentric::__private::candidate(&__entry, &__stack)).verdict()
    };
    #[cfg(debug_assertions)] __kind.check();
    #[cfg(debug_assertions)]
    let __kind = {
        #[allow(unused_imports)]
        use web::concentric::__private::kinds::*;
        (&&__entry).kind()
    };
    #[cfg(debug_assertions)]
    let __stack = __kind.onto(__stack).add(__entry);
    let __kind = {
        #[allow(unused_imports)]
        use web::concentric::__private::kinds::*;
        (&&__stack).whole()
    };
    let __list = __kind.build(__stack, &__state);
    #[allow(unused_mut, unused_variables)]
    let (mut __app, __place) = web::concentric::__private::app(__list);
    #[cfg(feature = "metrics")]
    {
        __app
            .route(
                __place,
                web::concentric::__private::Option::Some(
                    web::concentric::__private::MethodFilter::GET,
                ),
                "/metrics",
                __place.handler(metrics),
            );
    }
    __app.finish(__state)
}
