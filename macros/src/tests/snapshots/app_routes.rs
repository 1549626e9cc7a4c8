// app! {
//     /// A small one.
//     pub fn app() -> Router {
//         GET "/" => index,
//         PUT | POST "/{id}" => |Path(id): Path<u32>| async move { id },
//         ANY "/{*rest}" => anything,
//     }
// }

/// A small one.
pub fn app() -> Router {
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
                "/",
                __place.handler(index),
            );
    }
    {
        __app
            .route(
                __place,
                ::concentric::__private::Option::Some(
                    ::concentric::__private::MethodFilter::PUT
                        .or(::concentric::__private::MethodFilter::POST),
                ),
                "/{id}",
                __place.handler(|Path(id): Path<u32>| async move { id }),
            );
    }
    {
        __app
            .route(
                __place,
                ::concentric::__private::Option::None,
                "/{*rest}",
                __place.handler(anything),
            );
    }
    __app.finish(__state)
}

::core::compile_error!(
    "`/{*rest}` conflicts with `/{id}`, which is on line 5\nsome request would fit both, and neither is more specific: change one of the paths",
)
