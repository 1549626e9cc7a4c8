use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        PSOT "/a" => index,
        GET "/:id" => index,
        GET "/b" => index,
        scope "/c" {
            GET "/d" => missing,
        }
        GET "/b" => index,
    }
}

fn main() {
    let _: Router = site();
}
