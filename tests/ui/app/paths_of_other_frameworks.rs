use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        GET "/rocket/<id>" => index,
        GET "/rocket/rest/<path..>" => index,
        GET "django/<int:id>/" => index,
        GET "/express/:id?" => index,
        GET "/express/:id.json" => index,
        GET "/express/files/*" => index,
        GET "/fastapi/{id:int}" => index,
        GET "/fastapi/{rest:path}" => index,
        GET "/actix/{id:[0-9]+}" => index,
        GET "/go/{rest...}" => index,
        GET "/next/[id]" => index,
        GET "/template/${id}" => index,
        GET "/spaces/{ id }" => index,
        GET "^/regex$" => index,
        GET "^/regex.*$" => index,
        GET "/all/<id>/:x/{y:int}/*" => index,
    }
}

fn main() {
    let _: Router = site();
}
