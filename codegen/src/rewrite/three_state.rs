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
                .filter(|field| {
                    argument(&field.ty, "Option").and_then(|inner| argument(inner, "Option")).is_some()
                });
            let Some(field) = field else {
                let what = format!("`{}::{name}` is not an option of an option", schema.name);
                return Err(never_applied("three_state", &what));
            };
            field
                .attrs
                .push(parse_quote!(#[serde(default, deserialize_with = "crate::three_state::deserialize")]));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::read::{Property, Shape};
    use crate::test_slice;

    fn slice() -> Slice {
        let cleared = Property { nullable: true, ..test_slice::property("type", Shape::Text) };
        test_slice::object("Update", vec![cleared, test_slice::property("state", Shape::Text)])
    }

    fn models(item: syn::Item) -> Models {
        Models::from([("Update".to_owned(), vec![item])])
    }

    #[test]
    fn a_property_of_three_states_reads_a_null_as_a_null() {
        let mut models = models(parse_quote! {
            pub struct Update {
                pub type_: ::std::option::Option<std::option::Option<::std::string::String>>,
                pub state: ::std::option::Option<::std::string::String>,
            }
        });
        apply(&mut models, &slice(), &["Update".to_owned()].into()).expect("there is an option of an option");
        let items = &models["Update"];
        let text = quote!(#(#items)*).to_string();
        assert_eq!(text.matches("crate::three_state::deserialize").count(), 1, "{text}");
        assert!(
            text.contains(r#"deserialize_with = "crate::three_state::deserialize")] pub type_"#),
            "{text}"
        );
    }

    #[test]
    fn a_property_of_two_states_is_an_error_where_three_are_needed() {
        let two = models(parse_quote!(
            pub struct Update {
                pub type_: ::std::option::Option<::std::string::String>,
            }
        ));
        let json = models(parse_quote!(
            pub struct Update {
                pub type_: ::std::option::Option<::serde_json::Value>,
            }
        ));
        for mut models in [two, json, Models::new()] {
            let problem =
                apply(&mut models, &slice(), &["Update".to_owned()].into()).expect_err("it has two states");
            assert!(problem.what.contains("`three_state` was never applied: `Update::type_`"), "{problem}");
        }
    }

    #[test]
    fn a_property_of_an_answer_has_two_states() {
        apply(&mut Models::new(), &slice(), &BTreeSet::new()).expect("nothing is looked for");
    }
}
