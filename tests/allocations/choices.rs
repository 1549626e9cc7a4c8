//! An entry that is one of several.

use axum::Router;
use concentric::{Next, Request, Response, app, middleware};
use tower::util::MapRequestLayer;

use crate::{
    allocations, bare, hello,
    layers::{layered, same},
    other, pass,
};

app! {
    fn plain_entries() -> Router with [pass, other] {
        GET "/" => hello,
        GET "/without" => hello without [other],
    }
}

app! {
    fn chosen(number: u8) -> Router with [
        pass if number == 0 else other,
        pass if number == 0 else other if number == 1 else third,
    ] {
        GET "/" => hello,
        GET "/without" => hello without [third],
    }
}

#[middleware]
async fn third(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[test]
fn a_choice_between_middleware_allocates_as_often_as_one_middleware() {
    for path in ["/", "/without"] {
        let plain = allocations(plain_entries(), path);
        for number in 0..3 {
            assert_eq!(allocations(chosen(number), path), plain, "{number} {path}");
        }
    }
}

app! {
    fn chosen_layer(is_on: bool) -> Router
    with [pass if is_on else MapRequestLayer::new(same::<Request>)] {
        GET "/" => hello,
    }
}

#[test]
fn a_choice_beside_a_layer_adds_one_allocation() {
    assert_eq!(
        allocations(chosen_layer(true), "/"),
        allocations(bare(), "/") + 1
    );
    assert_eq!(
        allocations(chosen_layer(false), "/"),
        allocations(layered(), "/") + 1
    );
}
