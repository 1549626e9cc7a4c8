
pub fn routes(state: &AppState) -> Router<AppState> {
    Router::new()
        .route("/", get(list).post(create))
        .route("/{id}", get(show).put(replace).delete(remove))
        .route("/{id}/notes", get(notes).post(add_note))
        .route("/search", get(search))
        .route("/count", get(count))
        .route("/{id}/owner", get(owner))
        .layer($LAYERS)
}
