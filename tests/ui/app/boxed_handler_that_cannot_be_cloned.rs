use axum::Router;
use concentric::app;

type Index = Box<dyn FnOnce() -> std::future::Ready<()> + Send + Sync>;

app! {
    fn site(index: Index) -> Router {
        GET "/" => index,
    }
}

fn main() {}
