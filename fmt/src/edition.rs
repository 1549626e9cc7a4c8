//! Finds the edition of a package.

use std::{fs, path::Path};

use toml::Table;

/// Returns the edition in the manifest of the package that a folder is part of, or 2024.
pub(crate) fn edition_of(folder: &Path) -> String {
    let folder = folder.canonicalize().unwrap_or_default();
    let mut is_inherited = false;
    for folder in folder.ancestors() {
        let Some(manifest) = read(&folder.join("Cargo.toml")) else {
            continue;
        };
        let workspace = manifest
            .get("workspace")
            .and_then(|table| table.get("package"));
        let package = manifest.get("package").filter(|_| !is_inherited);
        let edition =
            |table: Option<&toml::Value>| Some(table?.get("edition")?.as_str()?.to_owned());
        if let Some(edition) = edition(package).or_else(|| edition(workspace)) {
            return edition;
        }
        // `edition.workspace = true`
        is_inherited = true;
    }
    "2024".to_owned()
}

fn read(manifest: &Path) -> Option<Table> {
    fs::read_to_string(manifest).ok()?.parse().ok()
}
