use concentric::app;

async fn index() {}

app! {
    fn site() -> String {
        GET "/" => index,
    }
}

fn main() {
    let _: String = site();
}
