use concentric::handler;

trait Pages {
    #[handler]
    async fn index(&self) -> String;
}

fn main() {}
