use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn concentric() -> Router {
        GET "/" => index,
    }
}

fn main() {
    let _: Router = self::concentric();
}
