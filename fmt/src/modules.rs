//! Finds the files of a crate.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{LitStr, parse::Parser};

/// Returns a file and the files of its modules, without those that do not exist.
///
/// # Examples
///
/// ```
/// let files = concentric_fmt::files_of("src/lib.rs");
/// assert!(files.contains(&"src/lex.rs".into()));
/// ```
pub fn files_of(root: impl AsRef<Path>) -> Vec<PathBuf> {
    let root = root.as_ref();
    let mut files = Files::default();
    files.file(root, root.parent().unwrap_or(root));
    files.found
}

#[derive(Default)]
struct Files {
    found: Vec<PathBuf>,
    seen: HashSet<PathBuf>,
}

impl Files {
    /// Adds a file and those of its modules, which are in a folder.
    fn file(&mut self, file: &Path, folder: &Path) {
        let Ok(real) = file.canonicalize() else {
            return;
        };
        if self.seen.insert(real) {
            self.found.push(file.to_owned());
            let text = fs::read_to_string(file).unwrap_or_default();
            // Lexing is slow, and most files declare no modules.
            if text.contains("mod ")
                && let Ok(tokens) = text.parse()
            {
                self.modules(tokens, folder, file.parent().unwrap_or(folder));
            }
        }
    }

    /// Adds the modules that these tokens declare. Paths in attributes are relative to `beside`.
    fn modules(&mut self, tokens: TokenStream, folder: &Path, beside: &Path) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut path = None;
        for (at, token) in tokens.iter().enumerate() {
            match (token, tokens.get(at + 1), tokens.get(at + 2)) {
                (TokenTree::Punct(mark), Some(TokenTree::Group(attribute)), _)
                    if mark.as_char() == '#' =>
                {
                    path = path.or(path_in(attribute.stream()));
                }
                (TokenTree::Ident(word), Some(TokenTree::Ident(name)), Some(next))
                    if word == "mod" =>
                {
                    let name = name.to_string();
                    let name = name.trim_start_matches("r#");
                    let path = path.take();
                    match next {
                        TokenTree::Punct(end) if end.as_char() == ';' => match path {
                            Some(path) => {
                                let file = beside.join(path);
                                self.file(&file, file.parent().unwrap_or(beside));
                            }
                            None => self.module(name, folder),
                        },
                        TokenTree::Group(content) if content.delimiter() == Delimiter::Brace => {
                            let inner = folder.join(path.as_deref().unwrap_or(name));
                            self.modules(content.stream(), &inner, &inner);
                        }
                        _ => {}
                    }
                }
                (TokenTree::Punct(end), ..) if end.as_char() == ';' => path = None,
                _ => {}
            }
        }
    }

    /// Adds the file of a module, in one of its two places.
    fn module(&mut self, name: &str, folder: &Path) {
        let inner = folder.join(name);
        self.file(&folder.join(format!("{name}.rs")), &inner);
        self.file(&inner.join("mod.rs"), &inner);
    }
}

/// Returns the path in `path = "..."`.
fn path_in(attribute: TokenStream) -> Option<String> {
    let parser = |input: syn::parse::ParseStream<'_>| {
        let name: syn::Ident = input.parse()?;
        input.parse::<syn::Token![=]>()?;
        Ok((name, input.parse::<LitStr>()?.value()))
    };
    let (name, path) = parser.parse2(attribute).ok()?;
    (name == "path").then_some(path)
}
