//! Tower layers in a list.

use axum::Router;
use concentric::{Request, Response, app};
use tower::util::{MapRequestLayer, MapResponseLayer};

use crate::{allocations, hello};

app! {
    pub(crate) fn layered() -> Router with [MapRequestLayer::new(same::<Request>)] {
        GET "/" => hello,
    }
}

app! {
    fn layered_five_times() -> Router with [
        MapRequestLayer::new(same::<Request>),
        MapResponseLayer::new(same::<Response>),
        MapRequestLayer::new(same::<Request>),
        MapResponseLayer::new(same::<Response>),
        MapRequestLayer::new(same::<Request>),
    ] {
        GET "/" => hello,
    }
}

pub(crate) fn same<T>(it: T) -> T {
    it
}

#[test]
fn five_adjacent_layers_allocate_as_often_as_one() {
    assert_eq!(
        allocations(layered_five_times(), "/"),
        allocations(layered(), "/")
    );
}
