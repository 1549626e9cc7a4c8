//! The inputs whose expansions have snapshots.

/// The name and the input of each file. The prefix is the macro, and `_mistake` or `_half_typed`
/// marks invalid input.
pub(super) const CASES: [(&str, &str); 22] = [
    (
        "middleware_plain",
        r"
/// Logs one line a request.
#[middleware]
pub async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}
",
    ),
    (
        "middleware_context",
        r"
#[middleware]
async fn authenticate(
    State(users): State<Users>,
    session: Provided<Session>,
    req: Request,
    next: Next<CurrentUser>,
) -> Result<Response, HttpError> {
    let user = users.of(&session).await?;
    Ok(next.provide(user).run(req).await)
}
",
    ),
    (
        "middleware_config",
        r"
#[middleware]
pub(crate) async fn limit(
    #[config] most: &usize,
    #[config] name: &str,
    #[config] hosts: &[Host],
    req: Request,
    next: Next,
) -> Response {
    next.run(req).await
}
",
    ),
    (
        "middleware_options",
        r#"
#[middleware(outside(authenticate), inside(log, trace), crate = web::concentric)]
#[cfg(feature = "cors")]
#[tracing::instrument(skip_all)]
async fn cors(req: Request, next: Next) -> Response {
    next.run(req).await
}
"#,
    ),
    (
        "middleware_generic",
        r"
#[middleware]
async fn cache<'a, K, const N: usize>(
    #[config] keys: &[K; N],
    req: Request,
    next: Next<(Cached<K>, Age)>,
) -> impl IntoResponse
where
    K: Key,
{
    next.provide(look_up(keys, &req)).run(req).await
}
",
    ),
    (
        "middleware_mistakes",
        r"
#[middleware(outsde(log))]
fn limit(#[config] most: usize, Json(body): Json<Body>, req: Request, next: Next) -> Response {
    next.run(req).await
}
",
    ),
    (
        "middleware_method_mistake",
        r"
#[middleware]
async fn log(&self, req: Request, next: Next) -> Response {
    next.run(req).await
}
",
    ),
    (
        "middleware_half_typed_body",
        r"
#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.
}
",
    ),
    (
        "middleware_half_typed_parameter",
        r"
#[middleware]
async fn log(req: Request, next: ) -> Response {
    next.run(req).await
}
",
    ),
    (
        "handler_plain",
        r"
#[handler]
pub async fn show(Path(id): Path<u32>, user: Provided<User>, Json(order): Json<Order>) -> Json<u32> {
    Json(id)
}
",
    ),
    (
        "handler_generic",
        r"
#[handler(state = Shop)]
async fn list<T: Item>(State(shop): State<Shop>) -> Result<Json<Vec<T>>, HttpError> {
    shop.all().await.map(Json)
}
",
    ),
    (
        "handler_mistakes",
        r"
#[handler(stat = Shop)]
fn show(Json(order): Json<Order>, headers: HeaderMap) -> String {
    order.name
}
",
    ),
    (
        "app_routes",
        r#"
app! {
    /// A small one.
    pub fn app() -> Router {
        GET "/" => index,
        PUT | POST "/{id}" => |Path(id): Path<u32>| async move { id },
        ANY "/{*rest}" => anything,
    }
}
"#,
    ),
    (
        "app_scopes",
        r#"
app! {
    fn app(state: Shop, settings: &Settings) -> Router
    with [TraceLayer::new_for_http(), cors(settings)] {
        scope "/account" with [authenticate] {
            GET "/" => show,
            scope with [csrf] {
                DELETE "/" => close with [require_role(Role::Owner)],
            }
            fallback => nothing_here,
        }
    }
}
"#,
    ),
    (
        "app_conditions",
        r#"
app! {
    #[concentric(crate = web::concentric)]
    fn app(is_public: bool) -> Router
    with [
        limit(10) if is_public,
        #[cfg(debug_assertions)]
        log,
    ] {
        #[cfg(feature = "metrics")]
        GET "/metrics" => metrics,
    }
}
"#,
    ),
    (
        "app_services",
        r#"
app! {
    fn app(health: Router) -> Router {
        mount "/static" => ServeDir::new("static") with [CompressionLayer::new()],
        scope "/internal" {
            merge health with [log],
        }
        method_not_allowed => not_allowed,
        fallback => async || StatusCode::NOT_FOUND,
    }
}
"#,
    ),
    (
        "app_part",
        r#"
app! {
    pub fn orders(state: Orders) -> Part<User> with [log] {
        GET "/" => list,
        GET "/{id}" => show if state.is_open,
        scope "/{id}/items" if state.has_items {
            include items::items() as items,
        }
    }
}
"#,
    ),
    (
        "app_includes",
        r#"
app! {
    fn shop(state: Shop) -> Router {
        GET "/" => index,
        scope "/orders" with [authenticate] {
            include orders::orders(state.orders.clone()) if state.is_open with [log],
        }
        #[cfg(feature = "admin")]
        include admin(),
        GET "/health" => health,
    }
}
"#,
    ),
    (
        "app_without",
        r#"
app! {
    fn app(state: Shop) -> Router with [authenticate, log if state.logs] {
        GET "/login" as login => log_in without [authenticate] with [guest],
        #[cfg(feature = "hooks")]
        scope "/hooks" without [log] {
            POST "/{name}/{*rest}" => hook,
        }
    }
}
"#,
    ),
    (
        "app_stacks",
        r#"
app! {
    fn app() -> Router before routing [rewrite] with [..common] {
        stack common = [#[cfg(debug_assertions)] trace, session],
        stack unused = [log],
        GET "/" => index with [..common],
    }
}
"#,
    ),
    (
        "app_mistakes",
        r#"
app! {
    fn app() -> Router
    with [log limit] {
        PSOT "/a" => index,
        GET "/:id" => index,
        GET "/b" => index,
        GET "/b" => index,
        GET "/c" =>
    }
}
"#,
    ),
    (
        "app_half_typed_handler",
        r#"
app! {
    fn app() -> Router {
        GET "/a" => handlers::,
        GET "/b" => index,
    }
}
"#,
    ),
];
