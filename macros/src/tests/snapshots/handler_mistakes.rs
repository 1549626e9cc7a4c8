// #[handler(stat = Shop)]
// fn show(Json(order): Json<Order>, headers: HeaderMap) -> String {
//     order.name
// }

async fn show(Json(order): Json<Order>, headers: HeaderMap) -> String {
    order.name
}

#[allow(clippy::type_complexity, deprecated)]
fn __check_show() {
    let __argument = ::concentric::__private::checks::early::<
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
    let __argument = ::concentric::__private::checks::last::<
        HeaderMap,
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
}

::core::compile_error!("unknown option `stat`\ndid you mean `state`?")

::core::compile_error!("expected `async fn`, found `fn`\nwrite: async fn show(...)")
