//! Keeps structs open to new properties, and gives each a way to be built.
//!
//! A struct of a response is `#[non_exhaustive]`, so that a property that GitHub adds is no
//! breaking change; what a request body is made of is built by services, and is not. A struct with
//! required properties gets `new`, which takes them; one without has `Default` from typify.

use std::collections::BTreeSet;

use quote::quote;
use syn::{Item, parse_quote};

use super::models::{Models, last_segment, structure};
use super::never_applied;
use crate::naming;
use crate::problem::Problem;
use crate::read::{Kind, Slice};

pub(super) fn apply(models: &mut Models, slice: &Slice, bodies: &BTreeSet<String>) -> Result<(), Problem> {
    for schema in slice.schemas.values() {
        let Kind::Object { properties, .. } = &schema.kind else { continue };
        let required: BTreeSet<_> = properties
            .iter()
            .filter(|property| property.required)
            .map(|property| naming::field(&property.name))
            .collect();
        let Some(item) = structure(models, &schema.name) else {
            return Err(never_applied("non_exhaustive", &format!("`{}` is not a struct", schema.name)));
        };
        if !bodies.contains(&schema.name) {
            item.attrs.push(parse_quote!(#[non_exhaustive]));
        }
        if required.is_empty() {
            continue;
        }
        let (mut arguments, mut values) = (Vec::new(), Vec::new());
        for field in &item.fields {
            let (name, ty) = (&field.ident, &field.ty);
            if !name.as_ref().is_some_and(|name| required.contains(name)) {
                values.push(quote!(#name: ::std::default::Default::default()));
            } else if last_segment(ty).as_deref() == Some("String") {
                arguments.push(quote!(#name: impl ::std::convert::Into<::std::string::String>));
                values.push(quote!(#name: #name.into()));
            } else {
                arguments.push(quote!(#name: #ty));
                values.push(quote!(#name));
            }
        }
        let name = &item.ident;
        let new: Item = parse_quote! {
            impl #name {
                /// Builds one from its required properties; the others are left out.
                pub fn new(#(#arguments),*) -> Self {
                    Self { #(#values),* }
                }
            }
        };
        models.entry(schema.name.clone()).or_default().push(new);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Property, Shape};
    use crate::test_slice;

    fn slice() -> Slice {
        let required = |name, shape| Property { required: true, ..test_slice::property(name, shape) };
        let properties = vec![
            required("type", Shape::Text),
            required("number", Shape::Unsigned),
            test_slice::property("state", Shape::Text),
        ];
        test_slice::object("Alert", properties)
    }

    fn applied(bodies: &BTreeSet<String>) -> String {
        let item = parse_quote! {
            pub struct Alert {
                pub type_: ::std::string::String,
                pub number: u64,
                pub state: ::std::option::Option<::std::string::String>,
            }
        };
        let mut models = Models::from([("Alert".to_owned(), vec![item])]);
        apply(&mut models, &slice(), bodies).expect("there is a struct");
        let items = &models["Alert"];
        quote!(#(#items)*).to_string()
    }

    #[test]
    fn an_answer_may_grow_and_a_body_is_built_by_services() {
        assert!(applied(&BTreeSet::new()).starts_with("# [non_exhaustive]"));
        assert!(!applied(&["Alert".to_owned()].into()).contains("non_exhaustive"));
    }

    #[test]
    fn new_takes_what_is_required_and_leaves_out_the_rest() {
        let text = applied(&BTreeSet::new());
        let arguments = "pub fn new (type_ : impl :: std :: convert :: Into < :: std :: string :: String > , number : u64)";
        assert!(text.contains(arguments), "{text}");
        assert!(text.contains("state : :: std :: default :: Default :: default ()"), "{text}");
    }

    #[test]
    fn a_schema_without_a_struct_is_an_error() {
        let wrapper = parse_quote!(
            pub struct Alert(pub ::serde_json::Value);
        );
        for mut models in [Models::new(), Models::from([("Alert".to_owned(), vec![wrapper])])] {
            let problem = apply(&mut models, &slice(), &BTreeSet::new()).expect_err("there is no struct");
            assert!(problem.what.contains("`non_exhaustive` was never applied"), "{problem}");
        }
    }
}
