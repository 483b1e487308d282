//! Redirects request builders and mocks to the models of internal operations, which have a module of their own.

use std::collections::BTreeSet;

use syn::visit_mut::{self, VisitMut};
use syn::{Path, parse_quote};

use super::{Rewritten, never_applied};
use crate::naming;
use crate::problem::Problem;
use crate::read::{Slice, Success};

pub(super) fn apply(
    rewritten: &mut Rewritten,
    slice: &Slice,
    internal: &BTreeSet<String>,
) -> Result<(), Problem> {
    let mut redirect = Redirect { internal, found: BTreeSet::new() };
    rewritten.builders.values_mut().for_each(|builder| redirect.visit_impl_item_fn_mut(builder));
    rewritten.mock.items_mut().for_each(|item| redirect.visit_item_mut(item));
    for operation in &slice.operations {
        let (Success::One(name) | Success::List(name)) = &operation.success else { continue };
        if internal.contains(name) && !redirect.found.contains(name) {
            let what = format!("no mock of `{}` serves `types::{name}`", operation.id);
            return Err(never_applied("internal_types", &what));
        }
    }
    Ok(())
}

struct Redirect<'s> {
    internal: &'s BTreeSet<String>,
    found: BTreeSet<String>,
}

impl VisitMut for Redirect<'_> {
    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let [.., module, name] = names.as_slice() else { return };
        if module == "types" && self.internal.contains(name) {
            self.found.insert(name.clone());
            let name = naming::ident(name);
            *path = parse_quote!(crate::internal_types::#name);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use quote::quote;

    use super::*;
    use crate::rewrite::Mock;
    use crate::test_slice;

    fn applied(served: syn::Type) -> Result<String, Problem> {
        let item = parse_quote! {
            impl Then {
                pub fn ok(self, value: &#served, other: &types::Thing) -> Self { self }
            }
        };
        let mock = Mock { families: [("apps".to_owned(), vec![item])].into(), server: Vec::new() };
        let mut rewritten = Rewritten { models: BTreeMap::new(), builders: BTreeMap::new(), mock };
        let slice = test_slice::operation("apps/create-token", Success::One("Token".to_owned()));
        apply(&mut rewritten, &slice, &["Token".to_owned()].into())?;
        let items = &rewritten.mock.families["apps"];
        Ok(quote!(#(#items)*).to_string())
    }

    #[test]
    fn a_mock_serves_the_internal_model_and_others_stay() {
        let text = applied(parse_quote!(types::Token)).expect("the mock serves it");
        assert!(
            text.contains("value : & crate :: internal_types :: Token , other : & types :: Thing"),
            "{text}"
        );
    }

    #[test]
    fn a_mock_that_serves_something_else_is_an_error() {
        let problem = applied(parse_quote!(::serde_json::Value)).expect_err("the mock serves JSON");
        assert!(problem.what.contains("`internal_types` was never applied"), "{problem}");
    }
}
