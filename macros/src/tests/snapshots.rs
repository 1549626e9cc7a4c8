//! What the macros generate, to be read: `snapshots/<name>.rs` has what is written, and what becomes
//! of it. With `UPDATE_SNAPSHOTS=1` in the environment, the files are written anew.

use std::{env, fs, path::Path};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use syn::File;

use crate::tests::{invocations, mutations::regroup};

/// Each file by its name, and what is written. `app_` and `middleware_` are what it is about,
/// and `_mistake` or `_half_typed` says that it is wrong.
const CASES: [(&str, &str); 20] = [
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

#[test]
fn expansions_are_as_in_their_files() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/snapshots");
    let update = env::var_os("UPDATE_SNAPSHOTS").is_some_and(|value| value == "1");
    let mut changed = Vec::new();
    for (name, written) in CASES {
        let file = directory.join(name).with_extension("rs");
        let snapshot = snapshot(written.trim_start());
        if update {
            fs::write(&file, snapshot).expect("the snapshot can be written");
        } else if !fs::read_to_string(&file).is_ok_and(|kept| kept == snapshot) {
            changed.push(format!("{name} is now:\n{snapshot}"));
        }
    }
    assert!(
        changed.is_empty(),
        "{}\nif this is as it should be, run the test again with UPDATE_SNAPSHOTS=1",
        changed.join("\n")
    );
}

#[test]
fn each_file_has_a_case() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/snapshots");
    for file in fs::read_dir(directory).expect("the directory is there") {
        let path = file.expect("the directory can be read").path();
        let name = path.file_stem().and_then(|name| name.to_str());
        assert!(
            CASES.iter().any(|&(case, _)| Some(case) == name),
            "{} is left over",
            path.display()
        );
    }
}

/// What is written as a comment, and the expansion below.
fn snapshot(written: &str) -> String {
    let source: TokenStream = written.parse().expect("a case is made of tokens");
    let [invocation] = &invocations(source)[..] else {
        panic!("a case is one use of a macro");
    };
    let mut text = String::new();
    for line in written.lines() {
        text += format!("// {line}").trim_end();
        text.push('\n');
    }
    let file = readable(invocation.input(), invocation.expand());
    for item in file.items {
        text.push('\n');
        text += &prettyplease::unparse(&syn::parse_quote!(#item));
    }
    text
}

/// The output as a file. What is half-written stands in a `half_written!`, since it does not parse.
fn readable(input: &TokenStream, output: TokenStream) -> File {
    if let Ok(file) = syn::parse2(output.clone()) {
        return file;
    }
    let mut wrapped = Vec::new();
    // An item may be given back as it came.
    if let Some(errors) = output.to_string().strip_prefix(&input.to_string()) {
        let errors: TokenStream = errors.parse().expect("an output is made of tokens");
        wrapped.push(quote!(half_written! { #input } #errors));
    }
    wrap_one(output, &mut |output| wrapped.push(output));
    let parsed = wrapped
        .into_iter()
        .find_map(|output| syn::parse2(output).ok());
    parsed.expect("no more than one thing is half-written")
}

/// The stream with one of its groups wrapped, for each of them, those further in first.
fn wrap_one(stream: TokenStream, found: &mut dyn FnMut(TokenStream)) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        let (before, after) = (&tokens[..at], &tokens[at + 1..]);
        let mut with = |inner| {
            let group = regroup(group, inner);
            found(quote!(#(#before)* #group #(#after)*));
        };
        wrap_one(group.stream(), &mut with);
        let inner = group.stream();
        match group.delimiter() {
            Delimiter::Parenthesis => with(quote!(half_written!(#inner))),
            Delimiter::Brace => with(quote!(half_written! { #inner })),
            Delimiter::Bracket | Delimiter::None => {}
        }
    }
}
