use axum::Router;
use concentric::app;

app! {
    fn site(router: Router) -> Router {
        fallback => router,
    }
}

fn main() {}
