//! The OpenAPI document, whose paths and security are those of the routes, and the page that shows it.

use axum::{Json, response::Html};
use utoipa::{
    Modify, OpenApi,
    openapi::security::{Flow, OAuth2, Password, Scopes, SecurityRequirement, SecurityScheme},
};
use utoipa_scalar::Scalar;

use crate::{api::backend, items, login, private, users, utils};

#[derive(OpenApi)]
#[openapi(
    info(title = "Full Stack FastAPI Project", version = "0.1.0"),
    paths(
        login::log_in, login::test_token, login::recover_password, login::reset_password,
        login::show_recovery_email,
        users::list_users, users::create_user, users::sign_up, users::show_me, users::update_me,
        users::update_my_password, users::delete_me, users::show_user, users::update_user,
        users::delete_user,
        items::list_items, items::create_item, items::show_item, items::update_item,
        items::delete_item,
        utils::test_email, utils::health_check, private::create_private_user,
    ),
    modifiers(&FromRoutes)
)]
pub(crate) struct Document;

/// Returns the document as a response, which is the same for each request.
pub(crate) fn document() -> Json<utoipa::openapi::OpenApi> {
    Json(Document::openapi())
}

/// Returns a page with the document, which loads Scalar from a CDN.
pub(crate) fn page() -> Html<String> {
    Html(Scalar::new(Document::openapi()).to_html())
}

/// Returns the path of the route that has the ID of an operation as its name.
pub(crate) fn path_of<Operation: utoipa::Path>() -> String {
    // By default, both are the name of the handler.
    let id = Operation::operation().operation_id.unwrap_or_default();
    let route = backend::ROUTES.iter().find(|row| row.name() == Some(&id));
    // Without a route, the ID takes the place of the path, which the test reports.
    route.map_or(id, |row| row.path().to_owned())
}

/// Groups the operations by their paths, and requires a token for each whose route runs `current_user`.
struct FromRoutes;

impl Modify for FromRoutes {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let flow = Flow::Password(Password::new("/api/v1/login/access-token", Scopes::new()));
        let scheme = SecurityScheme::OAuth2(OAuth2::new([flow]));
        document
            .components
            .get_or_insert_default()
            .add_security_scheme("token", scheme);

        for (path, item) in &mut document.paths.paths {
            for (method, operation) in [
                ("GET", &mut item.get),
                ("POST", &mut item.post),
                ("PUT", &mut item.put),
                ("PATCH", &mut item.patch),
                ("DELETE", &mut item.delete),
            ] {
                let Some(operation) = operation else {
                    continue;
                };
                // `users` for `/api/v1/users/me`.
                operation.tags = path.split('/').nth(3).map(|tag| vec![tag.to_owned()]);
                if backend::ROUTES
                    .explain(method, path)
                    .route()
                    .has("current_user")
                {
                    operation.security = Some(vec![SecurityRequirement::new("token", [""; 0])]);
                }
            }
        }
    }
}
