use concentric::{Part, Provided, app};

#[derive(Clone)]
struct CurrentUser;

async fn list(_user: Provided<CurrentUser>) {}

app! {
    fn orders() -> Part {
        GET "/" => list,
    }
}

fn main() {}
