use axum::{Router, extract::State};
use concentric::{HttpError, Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
pub struct Users;

#[derive(Clone)]
pub struct CurrentUser {
    name: String,
}

#[middleware]
pub async fn authenticate(
    State(Users): State<Users>,
    req: Request,
    next: Next<CurrentUser>,
) -> Result<Response, HttpError> {
    let name = "Ada".to_owned();
    Ok(next.provide(CurrentUser { name }).run(req).await)
}

async fn show_account(user: Provided<CurrentUser>) -> String {
    format!("Hello, {}!", user.name)
}

app! {
    pub fn shop(state: Users) -> Router {
        scope "/account" {
            GET "/" => show_account,
        }
    }
}

fn main() {}
