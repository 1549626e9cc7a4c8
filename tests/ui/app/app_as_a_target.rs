use axum::Router;
use concentric::app;

app! {
    fn shop(state: u32) -> Router {
        GET "/" => "shop",
    }
}

app! {
    fn site() -> Router {
        GET "/shop" => shop,
    }
}

fn main() {}
