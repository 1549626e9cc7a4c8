// #[handler(stat = Shop)]
// fn show(Json(order): Json<Order>, headers: HeaderMap) -> String {
//     order.name
// }

fn show(Json(order): Json<Order>, headers: HeaderMap) -> String {
    order.name
}

::core::compile_error!("unknown option `stat`\ndid you mean `state`?")

::core::compile_error!("expected `async fn`, found `fn`\nwrite: async fn show(...)")

#[allow(clippy::type_complexity, dead_code, deprecated)]
fn __check_show() {
    let __argument = ::concentric::__private::checks::early::<
        Json<Order>,
        (),
        _,
        ::concentric::__private::checks::ByType,
    >();
    let __verdict = {
        #[allow(unused_imports)]
        use ::concentric::__private::checks::verdicts::*;
        (&&&&&__argument).verdict()
    };
    __verdict.check::<Json<Order>>();
    let __argument = ::concentric::__private::checks::last::<
        HeaderMap,
        (),
        _,
        ::concentric::__private::checks::ByType,
    >();
    let __verdict = {
        #[allow(unused_imports)]
        use ::concentric::__private::checks::verdicts::*;
        (&&&&&__argument).verdict()
    };
    __verdict.check::<HeaderMap>();
}
