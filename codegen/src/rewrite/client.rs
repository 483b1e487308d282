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
        return Err(never_applied("client", &format!("there are {constructors} functions `Client::new`, not one")));
    }
    match slice.operations.iter().find(|operation| !client.methods.contains_key(&naming::method(&operation.id))) {
        Some(operation) => Err(never_applied("client", &format!("there is no method for `{}`", operation.id))),
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
