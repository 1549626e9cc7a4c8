
#[derive(Clone)]
pub struct Tag$N(#[allow(dead_code)] pub u64);

#[middleware]
pub async fn tag_$N(req: Request, next: Next<Tag$N>) -> Response {
    let tag = Tag$N(req.uri().path().len() as u64);
    next.provide(tag).run(req).await
}
