
#[derive(Clone)]
pub struct Tag$N(#[allow(dead_code)] pub u64);

pub async fn tag_$N(mut req: Request, next: Next) -> Response {
    let tag = Tag$N(req.uri().path().len() as u64);
    req.extensions_mut().insert(tag);
    next.run(req).await
}
