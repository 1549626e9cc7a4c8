use axum::Router;
use concentric::app;

async fn count() {
    let count = std::rc::Rc::new(1);
    std::future::ready(()).await;
    drop(count);
}


app! {
    fn site() -> Router {
        GET "/" => count,
    }
}

fn main() {
    let _: Router = site();
}
