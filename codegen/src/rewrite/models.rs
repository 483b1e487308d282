//! Sorts the items of progenitor's `types` module by their schema.

use std::collections::BTreeMap;

use syn::{Fields, Item, ItemImpl, ItemStruct, Type, parse_quote};

use super::never_applied;
use crate::problem::Problem;
use crate::read::Slice;

/// Schema → its type and the impls of it.
pub(super) type Models = BTreeMap<String, Vec<Item>>;

pub(super) fn by_schema(items: Vec<Item>, slice: &Slice) -> Result<Models, Problem> {
    let mut models = Models::new();
    for item in items {
        let owner = match &item {
            Item::Struct(item) => item.ident.to_string(),
            Item::Enum(item) => item.ident.to_string(),
            Item::Impl(item) => owner(item, slice).unwrap_or_default(),
            // The error of the fallible conversions, all of which the open enums replace.
            Item::Mod(item) if item.ident == "error" => continue,
            _ => String::new(),
        };
        if !slice.schemas.contains_key(&owner) {
            return Err(never_applied(
                "models",
                &format!("typify wrote `{owner}`, and no schema has this name"),
            ));
        }
        models.entry(owner).or_default().push(item);
    }
    match slice.schemas.keys().find(|name| !models.contains_key(*name)) {
        Some(name) => Err(never_applied("models", &format!("typify wrote nothing for the schema `{name}`"))),
        None => Ok(models),
    }
}

/// The type that an impl belongs to: what it is for, or for a conversion to a plain type what it is from.
fn owner(item: &ItemImpl, slice: &Slice) -> Option<String> {
    let implementor = last_segment(&item.self_ty)?;
    let source = item.trait_.as_ref().and_then(|(path, _)| {
        let conversion: Type = parse_quote!(#path);
        last_segment(argument(&conversion, "From")?)
    });
    match source {
        Some(source) if !slice.schemas.contains_key(&implementor) => Some(source),
        _ => Some(implementor),
    }
}

/// The struct of a schema.
pub(super) fn structure<'m>(models: &'m mut Models, name: &str) -> Option<&'m mut ItemStruct> {
    models.get_mut(name)?.iter_mut().find_map(|item| match item {
        Item::Struct(item) if matches!(item.fields, Fields::Named(_)) => Some(item),
        _ => None,
    })
}

/// `T` of `::a::b::Name<T>`, where the type has that name.
pub(super) fn argument<'t>(ty: &'t Type, name: &str) -> Option<&'t Type> {
    let Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last().filter(|segment| segment.ident == name)?;
    match &segment.arguments {
        syn::PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
            syn::GenericArgument::Type(ty) => Some(ty),
            _ => None,
        },
        _ => None,
    }
}

/// `Name` of `::a::b::Name`.
pub(super) fn last_segment(ty: &Type) -> Option<String> {
    let Type::Path(path) = ty else { return None };
    Some(path.path.segments.last()?.ident.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_slice;

    fn refused(file: syn::File) -> String {
        let slice = test_slice::enum_of("State", &["open"]);
        let problem = by_schema(file.items, &slice).expect_err("something is missing, or too much");
        assert!(problem.what.contains("`models` was never applied"), "{problem}");
        problem.what
    }

    #[test]
    fn a_type_and_its_impls_go_to_their_schema() {
        let file: syn::File = parse_quote! {
            pub mod error { pub struct ConversionError; }
            pub enum State { Open }
            impl ::std::fmt::Display for State {}
            impl ::std::convert::From<&self::State> for super::State {}
            impl ::std::convert::From<super::State> for u64 {}
        };
        let models =
            by_schema(file.items, &test_slice::enum_of("State", &["open"])).expect("each has a schema");
        assert_eq!(models["State"].len(), 4);
        assert_eq!(models.len(), 1);
    }

    #[test]
    fn a_type_without_a_schema_is_an_error() {
        let inline = parse_quote!(
            pub enum State {}
            pub enum AlertState {}
        );
        assert!(refused(inline).contains("typify wrote `AlertState`"));
        let imported = parse_quote!(
            pub enum State {}
            use std::fmt;
        );
        assert!(refused(imported).contains("typify wrote ``"));
    }

    #[test]
    fn a_schema_without_a_type_is_an_error() {
        assert!(refused(parse_quote!()).contains("nothing for the schema `State`"));
    }

    #[test]
    fn an_argument_is_found_by_the_last_name_of_its_type() {
        let ty: Type = parse_quote!(::std::option::Option<std::vec::Vec<u8>>);
        let inner = argument(&ty, "Option").and_then(|inner| argument(inner, "Vec"));
        assert_eq!(inner, Some(&parse_quote!(u8)));
        assert_eq!(argument(&ty, "Vec"), None);
    }
}
