//! The types of texts that have rules. Their errors begin with FastAPI's type.

use std::ops::Deref;

use email_address::{EmailAddress, Options};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Generates types that a text converts to, if the function returns one.
macro_rules! texts {
    ($($(#[$attribute:meta])* $name:ident: $parse:expr;)*) => {$(
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
        #[serde(try_from = "String")]
        $(#[$attribute])*
        pub(crate) struct $name(String);

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(text: String) -> Result<Self, String> {
                $parse(&text).map(Self)
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }
    )*};
}

texts! {
    /// An email address. Its domain is in lower case.
    #[schema(format = Email)]
    Email: email;

    Password: length::<8, 128>;

    Title: length::<1, 255>;

    /// The name of a user, or the description of an item.
    Short: length::<0, 255>;
}

fn email(text: &str) -> Result<String, String> {
    let options = Options::default()
        .with_required_tld()
        .without_domain_literal()
        .without_display_text();
    match EmailAddress::parse_with_options(text, options) {
        Ok(email) if text.len() < 255 => {
            let domain = email.domain().to_lowercase();
            Ok(format!("{}@{domain}", email.local_part()))
        }
        _ => Err("value_error: value is not a valid email address".to_owned()),
    }
}

/// Requires `MIN` to `MAX` characters.
fn length<const MIN: usize, const MAX: usize>(text: &str) -> Result<String, String> {
    let (kind, bound, limit) = match text.chars().count() {
        length if length < MIN => ("string_too_short", "least", MIN),
        length if length > MAX => ("string_too_long", "most", MAX),
        _ => return Ok(text.to_owned()),
    };
    let plural = if limit == 1 { "" } else { "s" };
    Err(format!(
        "{kind}: String should have at {bound} {limit} character{plural}"
    ))
}
