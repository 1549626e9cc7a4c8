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

fn app() -> Router {
    let __state = ();
    let __stack = ::concentric::__private::outermost(&__state);
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
    #[allow(unused_mut, unused_variables)]
    let (mut __app, __place) = ::concentric::__private::app(__list);
    {
        __app
            .route(
                __place,
                ::concentric::__private::Option::Some(
                    ::concentric::__private::MethodFilter::GET,
                ),
                "/:id",
                __place.handler(index),
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

::core::compile_error!("a comma is missing before this")

::core::compile_error!("`PSOT` is not a method\ndid you mean `POST`?")

::core::compile_error!(
    "a handler is missing here\nwrite: => handler, where `handler` is an `async fn` or a closure",
)

::core::compile_error!("`:id` is how axum 0.7 wrote a parameter\nwrite: {id}")

::core::compile_error!(
    "`GET /b` is declared twice\nthe other is on line 6: take one of them out",
)
