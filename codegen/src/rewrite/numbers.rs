//! Makes each named number a type of its own: typify's derefs to a plain integer.

use syn::{Fields, Item, ItemStruct, parse_quote};

use super::models::{Models, last_segment};
use super::never_applied;
use crate::naming;
use crate::problem::Problem;
use crate::read::{Kind, Slice};

pub(super) fn apply(models: &mut Models, slice: &Slice) -> Result<(), Problem> {
    for schema in slice.schemas.values() {
        let Kind::Number(minimum) = &schema.kind else { continue };
        let items = models.entry(schema.name.clone()).or_default();
        let Some(written) = items.iter().find_map(|item| match item {
            Item::Struct(item) if is_unsigned(item) => Some(item),
            _ => None,
        }) else {
            return Err(never_applied("numbers", &format!("`{}` does not wrap a `u64`", schema.name)));
        };
        let docs = written.attrs.iter().filter(|attribute| attribute.path().is_ident("doc"));
        let name = naming::ident(&schema.name);
        *items = vec![
            parse_quote! {
                #(#docs)*
                #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, ::serde::Deserialize, ::serde::Serialize)]
                #[serde(transparent)]
                pub struct #name(u64);
            },
            Item::Macro(parse_quote! { crate::number::number! { #name { #minimum } } }),
        ];
    }
    Ok(())
}

fn is_unsigned(item: &ItemStruct) -> bool {
    match &item.fields {
        Fields::Unnamed(fields) => {
            let mut types = fields.unnamed.iter().map(|field| last_segment(&field.ty));
            types.next().flatten().as_deref() == Some("u64") && types.next().is_none()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::test_slice;

    fn slice() -> Slice {
        test_slice::of("AlertNumber", Kind::Number(1))
    }

    #[test]
    fn a_wrapper_and_its_conversions_become_a_number_of_its_own() {
        let written: syn::File = parse_quote! {
            #[doc = "The number of an alert."]
            pub struct AlertNumber(pub u64);
            impl ::std::ops::Deref for AlertNumber {}
        };
        let mut models = Models::from([("AlertNumber".to_owned(), written.items)]);
        apply(&mut models, &slice()).expect("there is a wrapper");
        let items = &models["AlertNumber"];
        let text = quote!(#(#items)*).to_string();
        assert!(text.contains("pub struct AlertNumber (u64) ;") && text.contains("The number of"), "{text}");
        assert!(text.contains("number ! { AlertNumber { 1u64 } }"), "{text}");
        assert!(!text.contains("Deref"), "{text}");
    }

    #[test]
    fn anything_but_a_wrapper_of_an_unsigned_integer_is_an_error() {
        let signed: Item = parse_quote!(
            pub struct AlertNumber(pub i64);
        );
        let two: Item = parse_quote!(
            pub struct AlertNumber(pub u64, pub u64);
        );
        let named: Item = parse_quote!(
            pub struct AlertNumber {
                pub number: u64,
            }
        );
        for items in [vec![signed], vec![two], vec![named], vec![]] {
            let mut models = Models::from([("AlertNumber".to_owned(), items)]);
            let problem = apply(&mut models, &slice()).expect_err("it wraps no `u64`");
            assert!(problem.what.contains("`numbers` was never applied: `AlertNumber`"), "{problem}");
        }
    }
}
