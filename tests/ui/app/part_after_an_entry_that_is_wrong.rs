use axum::Router;
use concentric::{HttpError, Next, Part, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct User;

#[derive(Clone)]
struct Role;

#[middleware]
async fn authenticate(_req: Request, _next: Next<User>) -> HttpError {
    HttpError::unauthorized("nobody")
}

#[middleware]
async fn check_role(_user: Provided<User>, req: Request, next: Next<Role>) -> Response {
    next.provide(Role).run(req).await
}

#[middleware]
async fn level(#[config] level: &u8, req: Request, next: Next<User>) -> Response {
    let _ = level;
    next.provide(User).run(req).await
}

async fn plain(req: Request, _next: Next<'_>) -> Request {
    req
}

app! {
    fn orders() -> Part<(User, Role)> {
        GET "/orders" => async || "orders",
    }
}

app! {
    fn with_a_condition(is_on: bool) -> Router with [authenticate if is_on, check_role] {
        include orders(),
    }
}

app! {
    fn misordered() -> Router with [check_role, authenticate] {
        include orders(),
    }
}

app! {
    fn without_config() -> Router with [level, check_role] {
        include orders(),
    }
}

app! {
    fn with_a_function() -> Router with [plain] {
        include orders(),
    }
}

fn main() {}
