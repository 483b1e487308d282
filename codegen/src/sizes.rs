//! Writes the sizes of the components, by which a test finds one that should be boxed.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::naming;
use crate::read::{Kind, Schema, Slice, Success};

pub(crate) fn sizes(slice: &Slice, internal: &BTreeSet<String>) -> TokenStream {
    let components =
        slice.schemas.values().filter(|schema| !matches!(schema.kind, Kind::Enum(_) | Kind::Number(_)));
    let rows = components.map(|schema| row(slice, schema, internal.contains(&schema.name)));
    quote! {
        use crate::component_sizes::Component;

        /// Every object and every union.
        pub(crate) const COMPONENTS: &[Component] = &[#(#rows),*];
    }
}

fn row(slice: &Slice, schema: &Schema, is_internal: bool) -> TokenStream {
    let Schema { name, boxed, .. } = schema;
    let module = naming::ident(if is_internal { "internal_types" } else { "types" });
    let ty = naming::ident(name);
    let optional = slice.is_optional_somewhere(name);
    let returned = slice.operations.iter().any(|operation| match &operation.success {
        Success::One(response) | Success::List(response) => response == name,
        Success::Nothing => false,
    });
    quote! {
        Component {
            name: #name,
            size: size_of::<crate::#module::#ty>(),
            optional: #optional,
            boxed: #boxed,
            returned: #returned,
        }
    }
}
