//! Sources whose `Display` or `Debug` panics or fails.

use std::{error::Error, fmt};

use axum::Router;
use concentric::{HttpError, app, debug_errors};

use crate::support::send;

/// Writes its name, and then fails or panics.
struct Unprintable {
    panics: bool,
}

impl Unprintable {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("name")?;
        assert!(!self.panics, "on purpose");
        Err(fmt::Error)
    }
}

impl fmt::Debug for Unprintable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl fmt::Display for Unprintable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl Error for Unprintable {}

app! {
    fn site() -> Router with [debug_errors(site::ROUTES)] {
        GET "/fails" => async || {
            Err::<(), HttpError>(Unprintable { panics: false }.into())
        },
        GET "/panics" => async || {
            Err::<(), HttpError>(Unprintable { panics: true }.into())
        },
    }
}

#[tokio::test]
async fn the_page_shows_what_is_known_about_a_source_that_cannot_be_formatted() {
    for path in ["/fails", "/panics"] {
        let reply = send(&site(), "GET", path).await;
        assert_eq!(reply.status, 500, "{path}");
        for part in [
            "Unprintable: name(it cannot be formatted)\n",
            &format!("at {}:", file!()),
            &format!("takes `GET {path}`"),
        ] {
            assert!(reply.body.contains(part), "{part}: {}", reply.body);
        }
    }
}
