//! Opens every string enum: typify's are closed, and one new value would fail the whole response.

use syn::{Item, parse_quote};

use super::models::Models;
use super::never_applied;
use crate::naming;
use crate::problem::Problem;
use crate::read::{Kind, Slice};

pub(super) fn apply(models: &mut Models, slice: &Slice) -> Result<(), Problem> {
    for schema in slice.schemas.values() {
        let Kind::Enum(values) = &schema.kind else { continue };
        let items = models.entry(schema.name.clone()).or_default();
        let Some(attributes) = items.iter().find_map(|item| match item {
            Item::Enum(item) => Some(
                item.attrs
                    .iter()
                    .filter(|attribute| attribute.path().is_ident("doc"))
                    .cloned()
                    .collect::<Vec<_>>(),
            ),
            _ => None,
        }) else {
            return Err(never_applied("open_enums", &format!("`{}` is not an enum", schema.name)));
        };
        let name = naming::ident(&schema.name);
        let variants: Vec<_> = values.iter().map(|text| naming::ident(&naming::variant(text))).collect();
        let docs = values.iter().map(|text| format!("`{text}`"));
        *items = vec![
            parse_quote! {
                #(#attributes)*
                #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
                #[non_exhaustive]
                pub enum #name {
                    #(#[doc = #docs] #variants,)*
                    /// A value unknown to this version, as text.
                    Other(crate::UnknownValue),
                }
            },
            Item::Macro(parse_quote! {
                crate::open_enum::open_enum! { #name { #(#variants = #values),* } }
            }),
        ];
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::test_slice;

    #[test]
    fn a_closed_enum_and_its_conversions_become_an_open_one() {
        let slice = test_slice::enum_of("State", &["open", "not-set"]);
        let closed: syn::File = parse_quote! {
            /// States.
            pub enum State { Open, NotSet }
            impl ::std::fmt::Display for State {}
        };
        let mut models = Models::from([("State".to_owned(), closed.items)]);
        apply(&mut models, &slice).expect("there is an enum to open");
        let items = &models["State"];
        let text = quote!(#(#items)*).to_string();
        assert!(text.contains("Other (crate :: UnknownValue)"), "{text}");
        assert!(text.contains(r#"NotSet = "not-set""#), "{text}");
        assert!(text.contains("States."), "{text}");
        assert!(!text.contains("Display"), "{text}");
    }

    #[test]
    fn a_missing_enum_is_an_error() {
        let slice = test_slice::enum_of("State", &["open"]);
        let problem = apply(&mut Models::new(), &slice).expect_err("there is no enum");
        assert!(problem.what.contains("never applied"), "{problem}");
    }
}
