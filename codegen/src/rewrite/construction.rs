//! Gives each model with required properties a way to be built.
//!
//! Up to three of them are the arguments of `new`, in the order of the spec. A model with more has `Default` and a method
//! for each, so that every value is named where it is given. One without required properties has `Default` from typify.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{ItemStruct, parse_quote};

use super::docs;
use super::models::{Models, last_segment, structure};
use super::never_applied;
use crate::naming;
use crate::problem::Problem;
use crate::read::{Property, Shape, Slice};

pub(super) fn apply(models: &mut Models, slice: &Slice, internal: &BTreeSet<String>) -> Result<(), Problem> {
    for schema in slice.schemas.values() {
        let required = schema.kind.required();
        if required.is_empty() {
            continue;
        }
        let Some(item) = structure(models, &schema.name) else {
            return Err(never_applied("construction", &format!("`{}` is not a struct", schema.name)));
        };
        let methods = if schema.kind.is_built_by_name() {
            let module = if internal.contains(&schema.name) { "internal_types" } else { "types" };
            by_name(&format!("{module}::{}", schema.name), &required, item)
        } else {
            by_position(&required, item)
        };
        let Some(methods) = methods else {
            let what = format!("`{}` lacks a required property or its description", schema.name);
            return Err(never_applied("construction", &what));
        };
        let name = &item.ident;
        let methods = parse_quote!(impl #name { #methods });
        models.entry(schema.name.clone()).or_default().push(methods);
    }
    Ok(())
}

/// The type of an argument, and the value of the field.
fn argument(item: &ItemStruct, property: &Property) -> Option<(TokenStream, TokenStream)> {
    let name = naming::field(&property.name);
    let ty = &item.fields.iter().find(|field| field.ident.as_ref() == Some(&name))?.ty;
    if matches!(property.shape, Shape::Number(_)) && !property.nullable {
        return Some((quote!(impl ::std::convert::Into<#ty>), quote!(#name.into())));
    }
    Some(match last_segment(ty).as_deref() {
        Some("String") => (quote!(impl ::std::convert::Into<::std::string::String>), quote!(#name.into())),
        _ => (quote!(#ty), quote!(#name)),
    })
}

fn by_position(required: &[&Property], item: &ItemStruct) -> Option<TokenStream> {
    let names: Vec<_> = required.iter().map(|property| naming::field(&property.name)).collect();
    let arguments: Option<Vec<_>> = required.iter().map(|property| argument(item, property)).collect();
    let (types, values): (Vec<_>, Vec<_>) = arguments?.into_iter().unzip();
    let fields = names.iter().zip(values).map(|(name, value)| match *name == value.to_string() {
        true => quote!(#name),
        false => quote!(#name: #value),
    });
    let optional = item.fields.iter().filter_map(|field| field.ident.as_ref());
    let optional = optional.filter(|name| !names.contains(name));
    let mut doc = "Builds one from its required properties; the others are left out.\n".to_owned();
    for property in required {
        doc += &format!("\n- `{}`: {}", naming::field(&property.name), property.description);
    }
    Some(quote! {
        #[doc = #doc]
        pub fn new(#(#names: #types),*) -> Self {
            Self { #(#fields,)* #(#optional: ::std::default::Default::default()),* }
        }
    })
}

fn by_name(path: &str, required: &[&Property], item: &mut ItemStruct) -> Option<TokenStream> {
    let mut methods = TokenStream::new();
    for property in required {
        let (name, (ty, value)) = (naming::field(&property.name), argument(item, property)?);
        let doc = format!("Sets `{name}`.\n\n{}", property.description);
        methods.extend(quote! {
            #[doc = #doc]
            pub fn #name(mut self, #name: #ty) -> Self {
                self.#name = #value;
                self
            }
        });
    }
    let doc = item.attrs.iter_mut().find(|attribute| attribute.path().is_ident("doc"))?;
    let text = format!("{}\n\n{}", docs::text(doc)?, example(path, &item.ident, required));
    *doc = parse_quote!(#[doc = #text]);
    item.attrs.push(parse_quote!(#[derive(Default)]));
    Some(methods)
}

/// The compiled example of the model at `path`, which has no `new`.
fn example(path: &str, name: &Ident, required: &[&Property]) -> String {
    let sets: String = required
        .iter()
        .map(|property| {
            let value = match property.shape {
                _ if property.nullable => "Default::default()".to_owned(),
                Shape::Text => format!("\"{}\"", property.name),
                Shape::Unsigned | Shape::Signed => "12".to_owned(),
                Shape::Boolean => "true".to_owned(),
                _ => "Default::default()".to_owned(),
            };
            format!("\n    .{}({value})", naming::field(&property.name))
        })
        .collect();
    format!(
        "Its default has empty texts and zeros; each required property has a method that sets it:\n\n\
         ```\n# use github_secret_scanning_generated::{path};\nlet built = {name}::default(){sets};\n```"
    )
}

#[cfg(test)]
mod tests {
    use syn::Item;

    use super::*;
    use crate::test_slice;

    fn required(names: &[&str]) -> Vec<Property> {
        let shape = |name: &str| if name == "number" { Shape::Unsigned } else { Shape::Text };
        let property = |name: &&str| Property {
            required: true,
            description: format!("The {name}."),
            ..test_slice::property(name, shape(name))
        };
        names.iter().map(property).collect()
    }

    fn slice(names: &[&str]) -> Slice {
        let mut properties = required(names);
        properties.push(test_slice::property("state", Shape::Text));
        test_slice::object("Alert", properties)
    }

    fn item() -> Item {
        parse_quote! {
            #[doc = "An alert."]
            pub struct Alert {
                pub number: u64,
                pub owner: ::std::string::String,
                pub repo: ::std::string::String,
                pub state: ::std::option::Option<::std::string::String>,
                pub type_: ::std::string::String,
            }
        }
    }

    fn applied(names: &[&str]) -> String {
        let mut models = Models::from([("Alert".to_owned(), vec![item()])]);
        apply(&mut models, &slice(names), &BTreeSet::new()).expect("there is a struct");
        let items = &models["Alert"];
        quote!(#(#items)*).to_string()
    }

    #[test]
    fn new_takes_what_is_required_in_the_order_of_the_spec() {
        let text = applied(&["type", "number"]);
        let arguments = "pub fn new (type_ : impl :: std :: convert :: Into < :: std :: string :: String > , number : u64)";
        assert!(text.contains(arguments), "{text}");
        assert!(text.contains("state : :: std :: default :: Default :: default ()"), "{text}");
        assert!(text.contains("- `number`: The number."), "{text}");
        assert!(!text.contains("derive (Default)"), "{text}");
    }

    #[test]
    fn more_than_three_required_properties_are_set_by_name() {
        assert!(applied(&["number", "owner", "repo"]).contains("pub fn new"));
        let text = applied(&["number", "owner", "repo", "type"]);
        assert!(!text.contains("pub fn new"), "{text}");
        assert!(text.contains("# [derive (Default)]"), "{text}");
        for method in ["number (mut self , number : u64)", "type_ (mut self , type_ : impl :: std"] {
            assert!(text.contains(&format!("pub fn {method}")), "{method}: {text}");
        }
        assert!(text.contains("Sets `owner`.") && !text.contains("Sets `state`."), "{text}");
        assert!(
            text.contains(r#"An alert.\n\n"#) && text.contains(r#".number(12)\n    .owner(\"owner\")"#),
            "{text}"
        );
    }

    #[test]
    fn a_schema_without_its_struct_is_an_error() {
        let wrapper: ItemStruct = parse_quote!(
            pub struct Alert(pub ::serde_json::Value);
        );
        let empty: ItemStruct = parse_quote!(
            pub struct Alert {}
        );
        let models =
            |item: &ItemStruct| Models::from([("Alert".to_owned(), vec![Item::Struct(item.clone())])]);
        for names in [&["number"][..], &["number", "owner", "repo", "type"]] {
            for mut models in [Models::new(), models(&wrapper), models(&empty)] {
                let problem =
                    apply(&mut models, &slice(names), &BTreeSet::new()).expect_err("there is no such struct");
                assert!(problem.what.contains("`construction` was never applied"), "{problem}");
            }
        }
    }
}
