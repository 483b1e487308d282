//! Sorts the items of progenitor's `types` module by the schema that they stand for.

use std::collections::BTreeMap;

use syn::{Fields, Item, ItemStruct, Type};

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
            Item::Impl(item) => last_segment(&item.self_ty).unwrap_or_default(),
            // The error of the fallible conversions, all of which the open enums replace.
            Item::Mod(item) if item.ident == "error" => continue,
            _ => String::new(),
        };
        if !slice.schemas.contains_key(&owner) {
            return Err(never_applied("models", &format!("typify wrote `{owner}`, and no schema has this name")));
        }
        models.entry(owner).or_default().push(item);
    }
    match slice.schemas.keys().find(|name| !models.contains_key(*name)) {
        Some(name) => Err(never_applied("models", &format!("typify wrote nothing for the schema `{name}`"))),
        None => Ok(models),
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
