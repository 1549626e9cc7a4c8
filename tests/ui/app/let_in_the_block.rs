use axum::Router;
use concentric::app;

app! {
    fn site() -> Router {
        let path = "files";
        mount "/files" => service(path),
    }
}

fn main() {
    let _: Router = site();
}
