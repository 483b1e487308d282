//! Makes sure that every property that the spec marks secret has the redacting type.
//!
//! typify matches the schema of a secret exactly; anything beside the format gives a plain
//! `String`.

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
            let what = format!(
                "`{}` has {marked} properties that are secret, and {typed} of the type `Secret`",
                schema.name
            );
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

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;
    use crate::test_slice;

    fn slice() -> Slice {
        let properties =
            vec![test_slice::property("secret", Shape::Secret), test_slice::property("name", Shape::Text)];
        test_slice::object("Alert", properties)
    }

    fn models(item: Item) -> Models {
        Models::from([("Alert".to_owned(), vec![item])])
    }

    #[test]
    fn a_secret_that_does_not_print_passes() {
        let models = models(parse_quote! {
            pub struct Alert {
                pub secret: ::std::option::Option<crate::Secret>,
                pub name: ::std::option::Option<::std::string::String>,
            }
        });
        check(&models, &slice()).expect("the secret has its type");
    }

    #[test]
    fn a_secret_that_became_a_plain_string_is_an_error() {
        let plain = models(parse_quote!(
            pub struct Alert {
                pub secret: ::std::option::Option<::std::string::String>,
            }
        ));
        for models in [plain, Models::new()] {
            let problem = check(&models, &slice()).expect_err("the secret is a string");
            assert!(problem.what.contains("`secrets` was never applied: `Alert` has 1"), "{problem}");
        }
    }
}
