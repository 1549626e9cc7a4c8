use concentric::{Part, app};

mod shared {
    use concentric::{Part, app};

    app! {
        pub(crate) fn categories() -> Part {
            GET "/categories" => async || "categories",
        }
    }
}

app! {
    fn categories() -> Part {
        include shared::categories(),
        scope "/{category}" {
            include categories(),
        }
    }
}

fn main() {}
