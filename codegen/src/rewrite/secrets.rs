//! Makes sure that every property that the spec marks secret has the redacting type.
//!
//! typify matches the schema of a secret exactly; anything beside the format gives a plain
//! `String`, without a word.

use quote::ToTokens;
use syn::Item;

use super::models::Models;
use super::never_applied;
use crate::problem::Problem;
use crate::read::{Kind, Shape, Slice};

pub(super) fn check(models: &Models, slice: &Slice) -> Result<(), Problem> {
    for schema in slice.schemas.values() {
        let Kind::Object { properties, .. } = &schema.kind else { continue };
        let marked = properties.iter().filter(|property| property.shape == Shape::Secret).count();
        let typed = models.get(&schema.name).into_iter().flatten().map(count).sum::<usize>();
        if marked != typed {
            let what = format!("`{}` has {marked} properties that are secret, and {typed} of the type `Secret`", schema.name);
            return Err(never_applied("secrets", &what));
        }
    }
    Ok(())
}

fn count(item: &Item) -> usize {
    let Item::Struct(item) = item else { return 0 };
    let is_secret = |field: &&syn::Field| field.ty.to_token_stream().to_string().contains("crate :: Secret");
    item.fields.iter().filter(is_secret).count()
}
