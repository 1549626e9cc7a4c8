// Error: a middleware that is written by hand, for another state.

use axum::Router;
use concentric::{Chain, Middleware, Next, Provides, Request, Response, app};

app! {
    fn site(state: Shop) -> Router with [Log] {
        GET "/" => index,
    }
}

#[derive(Clone)]
struct Shop;

#[derive(Clone)]
struct Library;

#[derive(Clone)]
struct Log;

impl Provides for Log {
    type Types = ();
}

impl Middleware<Library> for Log {
    async fn handle<'a, C: Chain<Library>>(
        &'a self,
        req: Request,
        next: Next<'a, (), Library, C>,
    ) -> Response {
        next.run(req).await
    }
}

async fn index() {}

fn main() {}
