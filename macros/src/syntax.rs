//! What more than one of the macros reads or writes of Rust's syntax.

use quote::ToTokens;
use syn::{Token, parse::ParseStream};

/// Whether what follows begins like a function.
pub(crate) fn is_function(input: ParseStream<'_>) -> bool {
    let begins = input.peek(Token![fn])
        || input.peek(Token![async])
        || input.peek(Token![unsafe])
        || input.peek(Token![extern]);
    begins || (input.peek(Token![const]) && !input.peek2(syn::Ident))
}

/// A type as a person would write it: without the spaces that tokens have around them.
pub(crate) fn readable(ty: &impl ToTokens) -> String {
    let mut text = ty.to_token_stream().to_string();
    for tight in ["::", "<", ">", ",", "&", "(", ")", "[", "]"] {
        text = text.replace(&format!(" {tight}"), tight);
        if tight != "," && tight != ">" {
            text = text.replace(&format!("{tight} "), tight);
        }
    }
    text
}
