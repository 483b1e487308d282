//! Takes progenitor's client apart: its models, itself, and a method for each operation.

use std::collections::BTreeMap;

use syn::{ImplItem, ImplItemFn, Item, ItemImpl};

use super::never_applied;
use crate::naming;
use crate::problem::Problem;
use crate::read::Slice;

pub(super) struct Client {
    pub(super) types: Vec<Item>,
    pub(super) items: Vec<Item>,
    pub(super) methods: BTreeMap<String, ImplItemFn>,
}

pub(super) fn take_apart(file: syn::File, slice: &Slice) -> Result<Client, Problem> {
    let mut client = Client { types: Vec::new(), items: Vec::new(), methods: BTreeMap::new() };
    let mut constructors = 0;
    for item in file.items {
        match item {
            Item::Mod(module) if module.ident == "types" => {
                client.types = module.content.map(|(_, items)| items).unwrap_or_default();
            }
            // Written anew for each file, by `render`.
            Item::Use(_) => {}
            // One `use` of the client, which is at the root of the crate already.
            Item::Mod(module) if module.ident == "prelude" => {}
            Item::Impl(mut item) if item.trait_.is_none() => {
                constructors += remove_panicking_constructor(&mut item);
                if is_operations(&item, slice) {
                    client.methods.extend(item.items.into_iter().filter_map(method));
                } else {
                    client.items.push(Item::Impl(item));
                }
            }
            Item::Struct(_) | Item::Impl(_) | Item::Const(_) => client.items.push(item),
            _ => return Err(never_applied("client", "progenitor wrote an item of a kind that is not known")),
        }
    }
    if constructors != 1 {
        return Err(never_applied(
            "client",
            &format!("there are {constructors} functions `Client::new`, not one"),
        ));
    }
    match slice
        .operations
        .iter()
        .find(|operation| !client.methods.contains_key(&naming::method(&operation.id)))
    {
        Some(operation) => {
            Err(never_applied("client", &format!("there is no method for `{}`", operation.id)))
        }
        None => Ok(client),
    }
}

/// `Client::new` builds its own HTTP client and panics where that fails; the facade brings one.
fn remove_panicking_constructor(item: &mut ItemImpl) -> usize {
    let before = item.items.len();
    item.items.retain(|item| !matches!(item, ImplItem::Fn(function) if function.sig.ident == "new"));
    before - item.items.len()
}

fn is_operations(item: &ItemImpl, slice: &Slice) -> bool {
    item.items.iter().any(|item| match item {
        ImplItem::Fn(function) => {
            slice.operations.iter().any(|operation| function.sig.ident == naming::method(&operation.id))
        }
        _ => false,
    })
}

fn method(item: ImplItem) -> Option<(String, ImplItemFn)> {
    match item {
        ImplItem::Fn(function) => Some((function.sig.ident.to_string(), function)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;
    use syn::parse_quote;

    use super::*;
    use crate::read::Success;
    use crate::test_slice;

    fn slice() -> Slice {
        test_slice::operation("repos/get-thing", Success::Nothing)
    }

    fn file() -> syn::File {
        parse_quote! {
            use progenitor_client::ClientHooks;
            pub mod types { pub struct Thing; }
            pub struct Client { inner: u8 }
            impl Client {
                pub fn new(url: &str) -> Self { todo!() }
                pub fn new_with_client(url: &str) -> Self { todo!() }
            }
            impl Client {
                pub async fn repos_get_thing(&self) {}
            }
            pub mod prelude { pub use super::Client; }
        }
    }

    #[test]
    fn models_client_and_operations_come_apart() {
        let client = take_apart(file(), &slice()).expect("this is a client");
        assert_eq!(client.types.len(), 1);
        assert_eq!(client.methods.keys().collect::<Vec<_>>(), ["repos_get_thing"]);
        let items = &client.items;
        let text = quote!(#(#items)*).to_string();
        assert!(text.contains("new_with_client") && !text.contains("fn new ("), "{text}");
        assert!(!text.contains("use") && !text.contains("repos_get_thing"), "{text}");
    }

    fn refused(file: syn::File) -> String {
        let problem = take_apart(file, &slice()).err().expect("something is missing");
        assert!(problem.what.contains("`client` was never applied"), "{problem}");
        problem.what
    }

    #[test]
    fn an_operation_without_a_method_is_never_passed_over() {
        let mut file = file();
        file.items.remove(4);
        assert!(refused(file).contains("no method for `repos/get-thing`"));
    }

    #[test]
    fn a_constructor_that_is_gone_or_came_twice_is_never_passed_over() {
        let (mut without, mut twice) = (file(), file());
        let constructors = without.items.remove(3);
        assert!(refused(without).contains("there are 0 functions `Client::new`"));
        twice.items.push(constructors);
        assert!(refused(twice).contains("there are 2 functions `Client::new`"));
    }

    #[test]
    fn an_item_of_a_new_kind_is_never_passed_over() {
        let mut file = file();
        file.items.push(parse_quote!(
            pub trait ClientExt {}
        ));
        assert!(refused(file).contains("a kind that is not known"));
    }
}
