//! Keeps structs open to new properties.
//!
//! A struct of a response is `#[non_exhaustive]`, so that a property that GitHub adds is no
//! breaking change; what a request body is made of is built by services, and is not.

use std::collections::BTreeSet;

use syn::parse_quote;

use super::models::{Models, structure};
use super::never_applied;
use crate::problem::Problem;
use crate::read::{Kind, Slice};

pub(super) fn apply(models: &mut Models, slice: &Slice, bodies: &BTreeSet<String>) -> Result<(), Problem> {
    for schema in slice.schemas.values().filter(|schema| matches!(schema.kind, Kind::Object { .. })) {
        let Some(item) = structure(models, &schema.name) else {
            return Err(never_applied("non_exhaustive", &format!("`{}` is not a struct", schema.name)));
        };
        if !bodies.contains(&schema.name) {
            item.attrs.push(parse_quote!(#[non_exhaustive]));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::read::Shape;
    use crate::test_slice;

    fn slice() -> Slice {
        test_slice::object("Alert", vec![test_slice::property("number", Shape::Unsigned)])
    }

    fn applied(bodies: &BTreeSet<String>) -> String {
        let item = parse_quote! {
            pub struct Alert {
                pub number: u64,
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
