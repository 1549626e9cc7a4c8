//! The names of types in the printed routes.

use std::any::type_name;

/// Returns the name of a type without modules: `Vec<User>` for `alloc::vec::Vec<shop::auth::User>`.
pub(crate) fn short_name<T>() -> String {
    let mut short = String::new();
    for part in
        type_name::<T>().split_inclusive(|c: char| !c.is_alphanumeric() && c != '_' && c != ':')
    {
        short.push_str(part.rsplit("::").next().unwrap_or(part));
    }
    short
}

#[cfg(test)]
mod tests {
    use super::short_name;

    #[test]
    fn a_name_is_without_modules() {
        assert_eq!(short_name::<u8>(), "u8");
        assert_eq!(short_name::<Vec<String>>(), "Vec<String>");
        assert_eq!(
            short_name::<(Option<&'static str>, [std::sync::Arc<u8>; 2])>(),
            "(Option<&str>, [Arc<u8>; 2])"
        );
        assert_eq!(
            short_name::<fn(String) -> std::io::Error>(),
            "fn(String) -> Error"
        );
    }
}
