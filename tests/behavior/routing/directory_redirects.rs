//! The redirects of mounted directories: the guide `trailing_slashes`.

use std::{env, fs, path::PathBuf, process};

use axum::Router;
use concentric::app;
use tower_http::{normalize_path::NormalizePathLayer, services::ServeDir};

use crate::support::{Reply, send};

async fn brief(app: &Router, path: &str) -> String {
    send(app, "GET", path).await.brief()
}

/// A directory with `guide/index.html`, which is removed when it is dropped.
struct Files(PathBuf);

impl Files {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("concentric-slashes-{name}-{}", process::id()));
        fs::create_dir_all(path.join("guide")).unwrap();
        fs::write(path.join("guide/index.html"), "the guide").unwrap();
        fs::write(path.join("plain.txt"), "plain").unwrap();
        Self(path)
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

app! {
    fn with_files(files: PathBuf) -> Router {
        mount "/lost" => ServeDir::new(&files),
        mount "/kept" => ServeDir::new(&files).redirect_path_prefix("/kept"),
        mount "/silent" => ServeDir::new(&files).redirect_to_trailing_slash(false),
        scope "/deep/{version}" {
            mount "/lost" => ServeDir::new(&files),
        }
        fallback => ServeDir::new(&files),
    }
}

fn target(reply: &Reply) -> (u16, Vec<&str>) {
    (reply.status, reply.header("location"))
}

#[tokio::test]
async fn the_redirect_of_a_mounted_directory_lacks_the_prefix_of_the_mount() {
    let files = Files::new("lost");
    let app = with_files(files.0.clone());
    for path in ["/lost/guide", "/deep/2/lost/guide"] {
        let reply = send(&app, "GET", path).await;
        assert_eq!(target(&reply), (307, vec!["/guide/"]), "{path}");
    }
    assert_eq!(brief(&app, "/lost/guide/").await, "200 the guide");
}

#[tokio::test]
async fn redirect_path_prefix_restores_the_prefix() {
    let files = Files::new("kept");
    let app = with_files(files.0.clone());
    let reply = send(&app, "GET", "/kept/guide?a=b").await;
    assert_eq!(target(&reply), (307, vec!["/kept/guide/?a=b"]));
    assert_eq!(brief(&app, "/kept/guide/").await, "200 the guide");
}

#[tokio::test]
async fn without_redirects_a_directory_answers_with_its_index() {
    let files = Files::new("silent");
    let app = with_files(files.0.clone());
    assert_eq!(brief(&app, "/silent/guide").await, "200 the guide");
    assert_eq!(brief(&app, "/silent/guide/").await, "200 the guide");
}

#[tokio::test]
async fn a_directory_as_a_fallback_sees_the_whole_path_and_redirects_to_it() {
    let files = Files::new("fallback");
    let app = with_files(files.0.clone());
    let reply = send(&app, "GET", "/guide").await;
    assert_eq!(target(&reply), (307, vec!["/guide/"]));
    assert_eq!(brief(&app, "/guide/").await, "200 the guide");
}

#[tokio::test]
async fn a_file_with_a_trailing_slash_is_not_found() {
    let files = Files::new("file");
    let app = with_files(files.0.clone());
    assert_eq!(brief(&app, "/kept/plain.txt").await, "200 plain");
    assert_eq!(send(&app, "GET", "/kept/plain.txt/").await.status, 404);
}

app! {
    fn trimmed_files(files: PathBuf) -> Router
    before routing [NormalizePathLayer::trim_trailing_slash()] {
        mount "/loop" => ServeDir::new(&files).redirect_path_prefix("/loop"),
        mount "/silent" => ServeDir::new(&files).redirect_to_trailing_slash(false),
    }
}

#[tokio::test]
async fn trimmed_before_routing_the_redirect_of_a_directory_leads_to_itself() {
    let files = Files::new("loop");
    let app = trimmed_files(files.0.clone());
    for path in ["/loop/guide", "/loop/guide/"] {
        let reply = send(&app, "GET", path).await;
        assert_eq!(target(&reply), (307, vec!["/loop/guide/"]), "{path}");
    }
    assert_eq!(brief(&app, "/silent/guide/").await, "200 the guide");
}
