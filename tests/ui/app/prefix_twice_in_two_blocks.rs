use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        scope "/a" {
            scope "/{id}" {
                GET "/x" => index,
            }
        }
        scope "/a/{id}" {
            POST "/y" => index,
        }
    }
}

fn main() {
    let _: Router = site();
}
