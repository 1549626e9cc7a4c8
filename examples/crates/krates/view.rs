//! Crates and versions as clients see them.

use serde_json::{Value, json};

use crate::{
    crates,
    store::{Krate, Version},
};

/// Returns a crate with links to everything about it.
pub(crate) fn crate_view(krate: &Krate) -> Value {
    let urls = crates::url::krates();
    let name = &krate.name;
    json!({
        "id": name,
        "name": name,
        "description": krate.description,
        "downloads": krate.downloads(),
        "max_stable_version": krate.newest().map(|version| &version.num),
        "trustpub_only": krate.trustpub_only,
        "links": {
            "version_downloads": urls.crate_downloads(name),
            "versions": urls.versions(name).list_versions(),
            "owners": urls.owners(name).list_owners(),
            "reverse_dependencies": urls.reverse_dependencies(name),
        },
    })
}

/// Returns a version with links to everything about it.
pub(super) fn version_view(krate: &Krate, version: &Version) -> Value {
    let urls = crates::url::krates().versions(&krate.name);
    json!({
        "crate": krate.name,
        "num": version.num,
        "license": version.license,
        "downloads": version.downloads,
        "yanked": version.yanked,
        "dl_path": urls.download(&version.num),
        "readme_path": urls.readme(&version.num),
        "links": { "dependencies": urls.dependencies(&version.num) },
    })
}
