// #[handler]
// pub async fn show(Path(id): Path<u32>, user: Provided<User>, Json(order): Json<Order>) -> Json<u32> {
//     Json(id)
// }

pub async fn show(
    Path(id): Path<u32>,
    user: Provided<User>,
    Json(order): Json<Order>,
) -> Json<u32> {
    Json(id)
}

#[allow(clippy::type_complexity, deprecated)]
fn __check_show() {
    let __argument = ::concentric::__private::checks::early::<
        Path<u32>,
        (),
        _,
        ::concentric::__private::checks::ByType,
    >();
    {
        let concentric_found = {
            #[allow(unused_imports)]
            use ::concentric::__private::checks::verdicts::*;
            (&&&&&__argument).verdict().decide()
        };
        concentric_found.report(&concentric_found.0)
    }
    let __argument = ::concentric::__private::checks::early::<
        Provided<User>,
        (),
        _,
        ::concentric::__private::checks::ByType,
    >();
    {
        let concentric_found = {
            #[allow(unused_imports)]
            use ::concentric::__private::checks::verdicts::*;
            (&&&&&__argument).verdict().decide()
        };
        concentric_found.report(&concentric_found.0)
    }
    let __argument = ::concentric::__private::checks::last::<
        Json<Order>,
        (),
        _,
        ::concentric::__private::checks::ByType,
    >();
    {
        let concentric_found = {
            #[allow(unused_imports)]
            use ::concentric::__private::checks::verdicts::*;
            (&&&&&__argument).verdict().decide()
        };
        concentric_found.report(&concentric_found.0)
    }
    {
        let concentric_found = {
            #[allow(unused_imports)]
            use ::concentric::__private::checks::verdicts::*;
            ::concentric::__private::checks::response::<Json<u32>>().decide()
        };
        concentric_found.report(&concentric_found.0)
    }
    let __function = {
        #[allow(non_snake_case)]
        fn show() {}
        {
            #[allow(unused_imports, clippy::wildcard_imports)]
            use self::*;
            show
        }
    };
    let __asked = ::concentric::__private::checks::function::<
        (Path<u32>, Provided<User>, Json<Order>),
        _,
    >(&__function);
    {
        let concentric_found = {
            #[allow(unused_imports)]
            use ::concentric::__private::checks::verdicts::*;
            __asked.decide()
        };
        concentric_found.report(&concentric_found.0)
    }
}
