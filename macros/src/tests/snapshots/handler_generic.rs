// #[handler(state = Shop)]
// async fn list<T: Item>(State(shop): State<Shop>) -> Result<Json<Vec<T>>, HttpError> {
//     shop.all().await.map(Json)
// }

async fn list<T: Item>(State(shop): State<Shop>) -> Result<Json<Vec<T>>, HttpError> {
    shop.all().await.map(Json)
}

#[allow(clippy::type_complexity, deprecated)]
#[allow(
    clippy::extra_unused_lifetimes,
    clippy::extra_unused_type_parameters,
    clippy::multiple_bound_locations,
    clippy::needless_lifetimes,
    clippy::type_repetition_in_bounds,
    single_use_lifetimes,
    unused_lifetimes
)]
fn __check_list<T: Item>() {
    let __argument = ::concentric::__private::checks::last::<
        State<Shop>,
        Shop,
        _,
        ::concentric::__private::checks::ForState,
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
