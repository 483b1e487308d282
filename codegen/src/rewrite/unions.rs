//! Opens every union of objects: a kind that is not known keeps its JSON instead of failing. Converts a
//! union without kinds into the one of the same schemas that names them.

use syn::{Item, ItemEnum, parse_quote};

use super::models::Models;
use super::never_applied;
use crate::naming;
use crate::problem::Problem;
use crate::read::{Kind, Slice, TaggedVariant, UntaggedVariant};

pub(super) fn apply(models: &mut Models, slice: &Slice) -> Result<(), Problem> {
    for schema in slice.schemas.values() {
        let name = naming::ident(&schema.name);
        let (representation, parts, conversion): (_, Vec<_>, Item) = match &schema.kind {
            Kind::Tagged(parts) => {
                let variants = parts.iter().map(|part| naming::ident(&naming::variant(&part.text)));
                let texts = parts.iter().map(|part| &part.text);
                (
                    "tag = \"type\" , content = \"details\"",
                    parts.iter().map(|part| (naming::variant(&part.text), &part.schema)).collect(),
                    Item::Macro(parse_quote! {
                        crate::union::tagged_union! { #name ("type", "details") { #(#variants = #texts),* } }
                    }),
                )
            }
            Kind::Untagged(parts) => {
                let arms = parts.iter().map(|part| {
                    let (variant, required) = (naming::ident(&part.schema), &part.required);
                    quote::quote!(#variant [#(#required),*])
                });
                (
                    "untagged",
                    parts.iter().map(|part| (part.schema.clone(), &part.schema)).collect(),
                    Item::Macro(parse_quote! { crate::union::untagged_union! { #name { #(#arms),* } } }),
                )
            }
            _ => continue,
        };
        let items = models.entry(schema.name.clone()).or_default();
        let Some(written) = items.iter().find_map(|item| match item {
            Item::Enum(item) if is_serde(item, representation) => Some(item),
            _ => None,
        }) else {
            let what = format!("`{}` is not an enum with `serde({representation})`", schema.name);
            return Err(never_applied("unions", &what));
        };
        let docs = written.attrs.iter().filter(|attribute| attribute.path().is_ident("doc"));
        let variants = parts.iter().map(|(variant, content)| {
            let doc = format!("An object of the shape [`{content}`].");
            let (variant, content) = (naming::ident(variant), naming::ident(content));
            quote::quote!(#[doc = #doc] #variant(#content))
        });
        *items = vec![
            parse_quote! {
                #(#docs)*
                #[derive(Clone, Debug, PartialEq)]
                #[non_exhaustive]
                pub enum #name {
                    #(#variants,)*
                    /// An object of a kind unknown to this version, as JSON.
                    Other(crate::UnknownObject),
                }
            },
            conversion,
        ];
        if let Kind::Untagged(parts) = &schema.kind {
            items.extend(into_tagged(&schema.name, parts, slice));
        }
    }
    Ok(())
}

/// Converts the union `name` into each union that has all of its schemas, with their kinds.
fn into_tagged(name: &str, parts: &[UntaggedVariant], slice: &Slice) -> Vec<Item> {
    let conversion = |tagged_name: &str, tagged: &[TaggedVariant]| -> Option<Item> {
        let arms: Option<Vec<_>> = parts
            .iter()
            .map(|part| {
                let kind = tagged.iter().find(|kind| kind.schema == part.schema)?;
                let (from, into) = (naming::ident(&part.schema), naming::ident(&naming::variant(&kind.text)));
                Some(quote::quote!(#from => #into))
            })
            .collect();
        let (arms, name, tagged) = (arms?, naming::ident(name), naming::ident(tagged_name));
        Some(Item::Macro(parse_quote! {
            crate::union::into_tagged_union! { #name => #tagged ("type", "details") { #(#arms),* } }
        }))
    };
    let tagged = slice.schemas.values().filter_map(|schema| match &schema.kind {
        Kind::Tagged(tagged) => conversion(&schema.name, tagged),
        _ => None,
    });
    tagged.collect()
}

/// Whether typify took the union for what it is; its guess changes with the shapes.
fn is_serde(item: &ItemEnum, representation: &str) -> bool {
    item.attrs.iter().any(|attribute| {
        attribute.path().is_ident("serde")
            && matches!(&attribute.meta, syn::Meta::List(list) if list.tokens.to_string() == representation)
    })
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::test_slice;

    fn tagged() -> Slice {
        let part = TaggedVariant { text: "wiki_page".to_owned(), schema: "WikiPlace".to_owned() };
        test_slice::of("Place", Kind::Tagged(vec![part]))
    }

    fn untagged() -> Slice {
        let required = vec!["sha".to_owned(), "path".to_owned()];
        let part = UntaggedVariant { schema: "CommitPlace".to_owned(), required };
        test_slice::of("Place", Kind::Untagged(vec![part]))
    }

    fn written(attribute: syn::Attribute) -> Models {
        let file: syn::File = parse_quote! {
            /// Places.
            #attribute
            pub enum Place { Written(Content) }
            impl ::std::convert::From<Content> for Place {}
        };
        Models::from([("Place".to_owned(), file.items)])
    }

    fn applied(mut models: Models, slice: &Slice) -> String {
        apply(&mut models, slice).expect("there is a union to open");
        let items = &models["Place"];
        quote!(#(#items)*).to_string()
    }

    #[test]
    fn a_tagged_union_keeps_what_it_does_not_know() {
        let text = applied(written(parse_quote!(#[serde(tag = "type", content = "details")])), &tagged());
        assert!(text.contains("Other (crate :: UnknownObject)"), "{text}");
        assert!(text.contains("WikiPage (WikiPlace)"), "{text}");
        assert!(
            text.contains(r#"tagged_union ! { Place ("type" , "details") { WikiPage = "wiki_page" } }"#),
            "{text}"
        );
        assert!(text.contains("Places.") && !text.contains("From"), "{text}");
    }

    #[test]
    fn an_untagged_union_is_told_apart_by_what_its_shapes_require() {
        let text = applied(written(parse_quote!(#[serde(untagged)])), &untagged());
        assert!(text.contains("Other (crate :: UnknownObject)"), "{text}");
        assert!(text.contains(r#"untagged_union ! { Place { CommitPlace ["sha" , "path"] } }"#), "{text}");
    }

    #[test]
    fn a_union_without_kinds_converts_into_the_union_that_names_them() {
        let part = |schema: &str| UntaggedVariant { schema: schema.to_owned(), required: vec!["sha".into()] };
        let kind =
            |text: &str, schema: &str| TaggedVariant { text: text.to_owned(), schema: schema.to_owned() };
        let parts = [part("CommitPlace"), part("WikiPlace")];
        let of = |kinds: Vec<TaggedVariant>| test_slice::of("Place", Kind::Tagged(kinds));
        let all = of(vec![kind("wiki_page", "WikiPlace"), kind("commit", "CommitPlace")]);
        let items = into_tagged("First", &parts, &all);
        let text = quote!(#(#items)*).to_string();
        assert!(text.contains(r#"First => Place ("type" , "details")"#), "{text}");
        assert!(text.contains("CommitPlace => Commit , WikiPlace => WikiPage"), "{text}");
        assert!(into_tagged("First", &parts, &of(vec![kind("commit", "CommitPlace")])).is_empty());
    }

    #[test]
    fn a_union_of_an_unexpected_form_is_an_error() {
        let taken = written(parse_quote!(#[serde(untagged)]));
        for (mut models, slice) in [(taken, tagged()), (Models::new(), tagged()), (Models::new(), untagged())]
        {
            let problem = apply(&mut models, &slice).expect_err("there is no such union");
            assert!(problem.what.contains("`unions` was never applied"), "{problem}");
        }
    }
}
