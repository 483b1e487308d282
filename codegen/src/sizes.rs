//! Writes the sizes of the components, by which a test finds one that should be boxed.

use proc_macro2::TokenStream;
use quote::quote;

use crate::naming;
use crate::read::{Kind, Schema, Slice, Success};

pub(crate) fn sizes(slice: &Slice) -> TokenStream {
    let components = slice.schemas.values().filter(|schema| !matches!(schema.kind, Kind::Enum(_)));
    let rows = components.map(|schema| row(slice, schema));
    quote! {
        use crate::component_sizes::Component;
        use crate::types;

        /// Every object and every union.
        pub(crate) const COMPONENTS: &[Component] = &[#(#rows),*];
    }
}

fn row(slice: &Slice, schema: &Schema) -> TokenStream {
    let Schema { name, boxed, .. } = schema;
    let ty = naming::ident(name);
    let optional = slice.is_optional_somewhere(name);
    let returned = slice.operations.iter().any(|operation| match &operation.success {
        Success::One(response) | Success::List(response) => response == name,
        Success::Nothing => false,
    });
    quote! {
        Component {
            name: #name,
            size: size_of::<types::#ty>(),
            optional: #optional,
            boxed: #boxed,
            returned: #returned,
        }
    }
}
