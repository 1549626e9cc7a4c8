//! Generates the impl for `requires(...)`.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::parse_quote;

use crate::{
    middleware::{definition::Definition, parse::Options},
    paths::Runtime,
};

/// Generates the impl. A type with a `_` becomes a type parameter that equals it, as the runtime's
/// `depends_on` module explains.
pub(super) fn depends_on(
    definition: &Definition,
    options: &Options,
    runtime: &Runtime,
) -> Option<TokenStream> {
    if options.requires.is_empty() {
        return None;
    }
    let (trait_, equals, hole) = (runtime.depends_on(), runtime.equals(), runtime.hole());
    let name = &definition.name;
    let cfgs = definition.cfgs();
    let plain = definition.item_generics();
    let (_, arguments, _) = plain.split_for_impl();
    let mut generics = plain.clone();

    let mut holes: Vec<Ident> = Vec::new();
    let mut types: Vec<TokenStream> = Vec::new();
    for ty in &options.requires {
        let first = holes.len();
        let written = fill(ty.to_token_stream(), &mut holes, &hole);
        if holes.len() == first {
            types.push(written);
            continue;
        }
        let parameter = format_ident!("__Required{}", types.len());
        let clause = generics.make_where_clause();
        clause
            .predicates
            .push(parse_quote!(for<'__a> #written: #equals<'__a, #parameter>));
        generics.params.push(parse_quote!(#parameter));
        types.push(parameter.to_token_stream());
    }
    let more = (!holes.is_empty()).then(|| quote!(, (#(#holes,)*), __Filled));
    if !holes.is_empty() {
        generics.params.push(parse_quote!(__Filled));
        let clause = generics.make_where_clause();
        for hole_name in &holes {
            clause
                .predicates
                .push(parse_quote!(__Filled: for<'__a> #hole<'__a, #hole_name>));
        }
        generics.params.extend(
            holes
                .iter()
                .map(|hole| -> syn::GenericParam { parse_quote!(#hole) }),
        );
    }
    let (parameters, _, bounds) = generics.split_for_impl();
    Some(quote! {
        #(#cfgs)*
        #[allow(deprecated)]
        impl #parameters #trait_<(#(#types,)*) #more> for #name #arguments #bounds {}
    })
}

/// Replaces each `_` with a parameter, whose name is added to `holes`.
fn fill(tokens: TokenStream, holes: &mut Vec<Ident>, hole: &TokenStream) -> TokenStream {
    let mut filled = TokenStream::new();
    let mut after_quote = false;
    for token in tokens {
        let is_lifetime = std::mem::replace(
            &mut after_quote,
            matches!(&token, TokenTree::Punct(mark) if mark.as_char() == '\''),
        );
        match token {
            TokenTree::Group(group) => {
                let inner = fill(group.stream(), holes, hole);
                let mut replaced = Group::new(group.delimiter(), inner);
                replaced.set_span(group.span());
                filled.extend([TokenTree::Group(replaced)]);
            }
            TokenTree::Ident(ident) if ident == "_" && !is_lifetime => {
                let name = format_ident!("__Any{}", holes.len());
                filled.extend(quote!(<__Filled as #hole<'__a, #name>>::Type));
                holes.push(name);
            }
            token => filled.extend([token]),
        }
    }
    filled
}
