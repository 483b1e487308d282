//! Boxes the components that the spec marks, wherever a property of theirs is optional.
//!
//! Inline, an absent value takes the space of a present one, and each move of a model copies it.

use syn::parse_quote;

use super::models::{Models, argument, last_segment, structure};
use super::never_applied;
use crate::naming;
use crate::problem::Problem;
use crate::read::{Shape, Slice};

pub(super) fn apply(models: &mut Models, slice: &Slice) -> Result<(), Problem> {
    for schema in slice.schemas.values() {
        for property in schema.kind.properties().iter().filter(|property| property.is_optional()) {
            let Shape::Named(content) = &property.shape else { continue };
            if !slice.schemas.get(content).is_some_and(|content| content.boxed) {
                continue;
            }
            let name = naming::field(&property.name);
            let field = structure(models, &schema.name)
                .and_then(|item| item.fields.iter_mut().find(|field| field.ident.as_ref() == Some(&name)))
                .filter(|field| {
                    argument(&field.ty, "Option").and_then(last_segment).as_ref() == Some(content)
                });
            let Some(field) = field else {
                let what = format!("`{}::{name}` is not an option of `{content}`", schema.name);
                return Err(never_applied("boxed", &what));
            };
            let content = naming::ident(content);
            field.ty = parse_quote!(::std::option::Option<::std::boxed::Box<#content>>);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::read::Property;
    use crate::test_slice;

    fn slice() -> Slice {
        let user = |name| test_slice::property(name, Shape::Named("User".to_owned()));
        let properties = vec![
            user("closed_by"),
            Property { required: true, ..user("opened_by") },
            Property { required: true, nullable: true, ..user("assignee") },
            test_slice::property("watchers", Shape::List(Box::new(Shape::Named("User".to_owned())))),
        ];
        let mut slice = test_slice::object("Alert", properties);
        let users = test_slice::object("User", vec![test_slice::property("login", Shape::Text)]);
        slice.schemas.extend(users.schemas);
        if let Some(user) = slice.schemas.get_mut("User") {
            user.boxed = true;
        }
        slice
    }

    fn models(item: syn::Item) -> Models {
        Models::from([("Alert".to_owned(), vec![item])])
    }

    #[test]
    fn a_marked_component_is_boxed_where_it_is_optional_and_nowhere_else() {
        let mut models = models(parse_quote! {
            pub struct Alert {
                pub closed_by: ::std::option::Option<User>,
                pub opened_by: User,
                pub assignee: ::std::option::Option<User>,
                pub watchers: ::std::option::Option<::std::vec::Vec<User>>,
            }
        });
        apply(&mut models, &slice()).expect("there are options to box");
        let items = &models["Alert"];
        let expected: syn::Item = parse_quote! {
            pub struct Alert {
                pub closed_by: ::std::option::Option<::std::boxed::Box<User>>,
                pub opened_by: User,
                pub assignee: ::std::option::Option<::std::boxed::Box<User>>,
                pub watchers: ::std::option::Option<::std::vec::Vec<User>>,
            }
        };
        assert_eq!(quote!(#(#items)*).to_string(), quote!(#expected).to_string());
    }

    #[test]
    fn a_property_that_is_no_option_of_the_component_is_an_error() {
        let required = models(parse_quote!(
            pub struct Alert {
                pub closed_by: User,
            }
        ));
        let json = models(parse_quote!(
            pub struct Alert {
                pub closed_by: ::std::option::Option<::serde_json::Value>,
            }
        ));
        for mut models in [required, json, Models::new()] {
            let problem = apply(&mut models, &slice()).expect_err("there is no such option");
            assert!(problem.what.contains("`boxed` was never applied: `Alert::closed_by`"), "{problem}");
        }
    }
}
