//! The data that the example starts with.

use std::collections::BTreeSet;

use super::{Dependency, Grant, Krate, Owner, Registry, TokenScope, User, Version};

impl Registry {
    /// Creates a registry with three users and two crates.
    ///
    /// `ada-token`, `bob-token` and `olga-token` allow everything. `yank-token` is a token of Ada that can only yank
    /// versions of `ax*`. Olga is an admin.
    pub(crate) fn demo() -> Self {
        let registry = Self::default();
        for (id, login) in [(1, "ada"), (2, "bob"), (3, "olga")] {
            let secret = format!("{login}-token");
            registry.accounts.add_user(User {
                id,
                login: login.to_owned(),
                name: login.to_owned(),
                is_admin: login == "olga",
                ..User::default()
            });
            let accounts = &registry.accounts;
            accounts.add_token(id, "laptop".to_owned(), Grant::default(), secret);
        }
        let yank = Grant {
            endpoint_scopes: Some(vec![TokenScope::Yank]),
            crate_scopes: Some(vec!["ax*".to_owned()]),
        };
        let accounts = &registry.accounts;
        accounts.add_token(1, "yank only".to_owned(), yank, "yank-token".to_owned());
        registry.krates.add(Krate {
            name: "axle".to_owned(),
            description: "A small web framework.".to_owned(),
            keywords: words(&["http", "web"]),
            categories: words(&["web-programming"]),
            owners: BTreeSet::from([Owner::User(1)]),
            versions: vec![version("0.1.0", &[]), version("0.2.0", &["hub"])],
            ..Krate::default()
        });
        registry.krates.add(Krate {
            name: "hub".to_owned(),
            description: "Connections for wheels.".to_owned(),
            keywords: words(&["http"]),
            categories: words(&["network-programming"]),
            owners: BTreeSet::from([Owner::User(2), Owner::Team("github:wheels:core".to_owned())]),
            versions: vec![version("1.0.0", &[])],
            ..Krate::default()
        });
        registry
    }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

fn version(num: &str, dependencies: &[&str]) -> Version {
    let dependencies = dependencies.iter().map(|&name| Dependency {
        name: name.to_owned(),
        version_req: "^1".to_owned(),
    });
    Version {
        num: num.to_owned(),
        license: "MIT OR Apache-2.0".to_owned(),
        crate_size: 1024,
        readme: format!("<h1>Version {num}</h1>"),
        dependencies: dependencies.collect(),
        published_by: 1,
        ..Version::default()
    }
}
