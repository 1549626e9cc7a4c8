#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8000").await?;
    axum::serve(listener, app(AppState::default())).await
}

async fn not_found() -> ApiError {
    ApiError::not_found("nothing here")
}
