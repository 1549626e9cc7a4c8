use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        scope "/flask/<int:id>" {
            GET "/<name>" => index,
        }
        scope "/spring/**" {
            GET "/" => index,
        }
        scope "/*" {
            GET "/nginx" => index,
        }
        mount "/express/*" => Router::new(),
        mount "/symfony/{id}/" => Router::new(),
    }
}

fn main() {
    let _: Router = site();
}
