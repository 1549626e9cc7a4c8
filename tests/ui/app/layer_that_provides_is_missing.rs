use axum::Router;
use concentric::{Provided, app};
use tower_sessions::{Session, cookie::time::Duration};

async fn visits(session: Provided<Session>) -> String {
    session.set_expiry(Some(tower_sessions::Expiry::OnInactivity(Duration::hours(1))));
    "visited".to_owned()
}

app! {
    fn site() -> Router {
        GET "/" => visits,
    }
}

fn main() {}
