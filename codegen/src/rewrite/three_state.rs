//! Lets the three-state properties of bodies read a null as a null.
//!
//! The types come from `normalize::three_state`; here it is made sure that typify has taken them,
//! because it silently falls back to a JSON value where it does not.

use std::collections::BTreeSet;

use syn::parse_quote;

use super::models::{Models, argument, structure};
use super::never_applied;
use crate::naming;
use crate::problem::Problem;
use crate::read::{Kind, Slice};

pub(super) fn apply(models: &mut Models, slice: &Slice, bodies: &BTreeSet<String>) -> Result<(), Problem> {
    for schema in slice.schemas.values().filter(|schema| bodies.contains(&schema.name)) {
        let Kind::Object { properties, .. } = &schema.kind else { continue };
        for property in properties.iter().filter(|property| property.nullable) {
            let name = naming::field(&property.name);
            let field = structure(models, &schema.name)
                .and_then(|item| item.fields.iter_mut().find(|field| field.ident.as_ref() == Some(&name)))
                .filter(|field| argument(&field.ty, "Option").and_then(|inner| argument(inner, "Option")).is_some());
            let Some(field) = field else {
                let what = format!("`{}::{name}` is not an option of an option", schema.name);
                return Err(never_applied("three_state", &what));
            };
            field.attrs.push(parse_quote!(#[serde(default, deserialize_with = "crate::three_state::deserialize")]));
        }
    }
    Ok(())
}
