//! Formats doc comments: an attribute for each line, with a space before the text.

use syn::visit_mut::VisitMut;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, parse_quote};

use super::Rewritten;
use super::models::structure;
use crate::doc_comment;
use crate::naming;
use crate::read::{Kind, Slice};

pub(super) fn apply(rewritten: &mut Rewritten, slice: &Slice) {
    describe_references(rewritten, slice);
    for item in rewritten.models.values_mut().flatten().chain(rewritten.mock.items_mut()) {
        Docs.visit_item_mut(item);
    }
    for builder in rewritten.builders.values_mut() {
        Docs.visit_impl_item_fn_mut(builder);
    }
}

/// No key is allowed beside a `$ref`, so typify writes no doc comment for such a field.
fn describe_references(rewritten: &mut Rewritten, slice: &Slice) {
    for schema in slice.schemas.values() {
        let Kind::Object { properties, .. } = &schema.kind else { continue };
        let Some(item) = structure(&mut rewritten.models, &schema.name) else { continue };
        for field in &mut item.fields {
            let property =
                properties.iter().find(|property| field.ident == Some(naming::field(&property.name)));
            if let Some(property) = property
                && !field.attrs.iter().any(|attribute| attribute.path().is_ident("doc"))
            {
                let description = &property.description;
                field.attrs.insert(0, parse_quote!(#[doc = #description]));
            }
        }
    }
}

struct Docs;

impl VisitMut for Docs {
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        *attributes = std::mem::take(attributes).into_iter().flat_map(lines).collect();
    }
}

fn lines(attribute: Attribute) -> Vec<Attribute> {
    let Some(text) = text(&attribute) else { return vec![attribute] };
    doc_comment::lines(&text).into_iter().map(|line| parse_quote!(#[doc = #line])).collect()
}

/// The text of a doc comment.
pub(super) fn text(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn a_block_becomes_lines_with_a_space_before_each() {
        let mut item: syn::Item = parse_quote! {
            #[doc = "One\n\nTwo\n"]
            pub struct A;
        };
        Docs.visit_item_mut(&mut item);
        let expected: syn::Item = parse_quote! {
            #[doc = " One"]
            #[doc = ""]
            #[doc = " Two"]
            pub struct A;
        };
        assert_eq!(quote!(#item).to_string(), quote!(#expected).to_string());
    }
}
