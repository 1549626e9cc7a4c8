//! The handlers in an application.

use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

use crate::{
    free::{self, Shop, User},
    generic, methods, shadowed,
};

#[middleware]
async fn identify(req: Request, next: Next<(User, u8)>) -> Response {
    next.provide((User("you".to_owned()), 7)).run(req).await
}

app! {
    pub(crate) fn site(state: Shop) -> Router with [identify] {
        GET "/" => free::index,
        GET "/opaque" => free::opaque,
        GET "/fallible" => free::fallible,
        POST "/axum/{id}/{name}" => free::axum_extractors,
        POST "/form" => free::form,
        POST "/bytes" => free::bytes,
        GET "/whole" => free::whole,
        GET "/stateful" => free::stateful,
        POST "/part" => free::part,
        GET "/name" => free::no_state_itself,
        GET "/parts" => free::parts,
        POST "/some" => free::of_some_state,
        POST "/named" => free::named,
        GET "/greet" => free::greet,
        GET "/greet/last" => free::greet_last,
        GET "/sixteen" => free::sixteen,
        GET "/bounded" => generic::bounded::<u8>,
        GET "/parsed" => generic::parsed::<u8>,
        GET "/stateless" => generic::stateful::<Shop>,
        GET "/api" => methods::Api::same_name,
        GET "/shadowed" => shadowed::index,
        GET "/margin" => crate::at_the_margin,
        GET "/drop" => crate::drop,
    }
}
