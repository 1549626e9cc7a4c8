use axum::Router;
use concentric::app;

struct Settings;

async fn index() {}

app! {
    fn site(state: Settings) -> Router {
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site(Settings);
}
