use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site(self) -> Router {
        GET "/" => index,
    }
}

fn main() {
    let _: Router = todo!();
}
