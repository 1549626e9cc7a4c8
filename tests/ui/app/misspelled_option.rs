use axum::Router;
use concentric::app;

app! {
    #[concentric(crat = concentric)]
    fn site() -> Router {}
}

fn main() {
    let _: Router = site();
}
