use axum::Router;
use concentric::app;

app! {
    fn site() -> Router {
        GET "/" => (req, res) => { res.send("hello") },
    }
}

fn main() {
    let _: Router = site();
}
