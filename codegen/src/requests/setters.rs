//! Setters: one for each query parameter, and one or two for each property of a body.
//!
//! The public ones convert and delegate: whatever is generic is compiled once for each type that it
//! is used with, in the crate that uses it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{RequestType, rust_type};
use crate::doc_comment::attributes;
use crate::naming;
use crate::read::{Bounds, Parameter, Property, Root, Shape};

/// A setter of the public type, and the one of the core that it calls.
pub(super) struct Setter {
    pub(super) public: TokenStream,
    pub(super) core: TokenStream,
}

impl RequestType<'_> {
    /// The fields that hold the query parameters: name and type.
    pub(super) fn query_fields(&self) -> Vec<TokenStream> {
        let field = |parameter: &&Parameter| {
            let (name, ty) = (naming::field(&parameter.name), rust_type(&parameter.shape));
            let ty = if matches!(parameter.shape, Shape::List(_)) { ty } else { quote!(Option<#ty>) };
            quote!(#name: #ty,)
        };
        self.settable().iter().map(field).collect()
    }

    /// The setters of query parameters that every scope has.
    pub(super) fn query_setters(&self) -> Vec<Setter> {
        self.settable().into_iter().filter(|parameter| self.everywhere(parameter)).map(query_setter).collect()
    }

    /// The setters of query parameters that some scopes lack: those of each scope, public, and all of
    /// the core.
    pub(super) fn setters_of_some(&self) -> (Vec<(Root, TokenStream)>, Vec<TokenStream>) {
        let some: Vec<_> =
            self.settable().into_iter().filter(|parameter| !self.everywhere(parameter)).collect();
        let mut public = Vec::new();
        for part in &self.parts {
            let own = |parameter: &&&Parameter| {
                part.operation.query.iter().any(|other| other.name == parameter.name)
            };
            let setters: Vec<_> =
                some.iter().filter(own).map(|parameter| query_setter(parameter).public).collect();
            if !setters.is_empty() {
                public.push((part.root, quote!(#(#setters)*)));
            }
        }
        (public, some.into_iter().map(|parameter| query_setter(parameter).core).collect())
    }

    fn everywhere(&self, parameter: &Parameter) -> bool {
        self.parts.iter().all(|part| part.operation.query.iter().any(|other| other.name == parameter.name))
    }

    /// Setters of the optional properties; the required ones are arguments of `new`.
    pub(super) fn body_setters(&self) -> Vec<Setter> {
        self.properties().iter().filter(|property| !property.required).flat_map(body_setters).collect()
    }
}

fn query_setter(parameter: &Parameter) -> Setter {
    let name = naming::field(&parameter.name);
    let wrap = match parameter.shape {
        Shape::List(_) => Wrap::Plain,
        _ => Wrap::Some,
    };
    setter(
        &name,
        &documented(&parameter.description, &parameter.bounds),
        &parameter.shape,
        &quote!(self.#name),
        wrap,
    )
}

fn body_setters(property: &Property) -> Vec<Setter> {
    let name = naming::field(&property.name);
    let place = quote!(self.body.#name);
    let docs = documented(&property.description, &property.bounds);
    let wrap = match (&property.shape, property.nullable) {
        (Shape::List(_), _) => Wrap::Plain,
        (_, false) => Wrap::Some,
        (_, true) => Wrap::Twice,
    };
    let set = setter(&name, &docs, &property.shape, &place, wrap);
    if wrap != Wrap::Twice {
        return vec![set];
    }
    let clear = format_ident!("clear_{name}");
    let doc = format!(" Sends null for `{}`, which clears it.", property.name);
    let public = quote! {
        #[doc = #doc]
        pub fn #clear(mut self) -> Self {
            self.inner.#clear();
            self
        }
    };
    let core = quote! {
        fn #clear(&mut self) {
            #place = Some(None);
        }
    };
    vec![set, Setter { public, core }]
}

/// How a value is stored.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrap {
    Plain,
    Some,
    /// In two options: absent, null, or a value.
    Twice,
}

fn setter(name: &proc_macro2::Ident, docs: &str, shape: &Shape, place: &TokenStream, wrap: Wrap) -> Setter {
    let stored = rust_type(shape);
    let (argument, value, more) = match shape {
        Shape::List(items) => {
            let (item, convert) = argument(items);
            let convert = convert.map(|convert| quote!(.map(#convert)));
            let more = "\n\nAccepts an array or a `Vec`. An empty one is not sent.";
            (quote!(impl IntoIterator<Item = #item>), quote!(#name.into_iter() #convert .collect()), more)
        }
        shape => {
            let (ty, convert) = argument(shape);
            (ty, if convert.is_some() { quote!(#name.into()) } else { quote!(#name) }, "")
        }
    };
    let docs = attributes(&format!("{docs}{more}"));
    let wrapped = match wrap {
        Wrap::Plain => quote!(#name),
        Wrap::Some => quote!(Some(#name)),
        Wrap::Twice => quote!(Some(Some(#name))),
    };
    Setter {
        public: quote! {
            #docs
            pub fn #name(mut self, #name: #argument) -> Self {
                self.inner.#name(#value);
                self
            }
        },
        core: quote! {
            fn #name(&mut self, #name: #stored) {
                #place = #wrapped;
            }
        },
    }
}

/// The type that a setter takes, and how it becomes the one that is stored.
pub(crate) fn argument(shape: &Shape) -> (TokenStream, Option<TokenStream>) {
    match shape {
        Shape::Text => (quote!(impl Into<String>), Some(quote!(Into::into))),
        Shape::Number(_) => {
            let number = rust_type(shape);
            (quote!(impl Into<#number>), Some(quote!(Into::into)))
        }
        shape => (rust_type(shape), None),
    }
}

/// The description, with the limits that are checked before anything is sent.
fn documented(description: &str, bounds: &Bounds) -> String {
    let limits = match *bounds {
        Bounds { minimum: Some(low), maximum: Some(high), .. } => format!("From {low} to {high}."),
        Bounds { minimum: Some(low), maximum: None, .. } if low > 0 => format!("At least {low}."),
        Bounds { maximum: Some(high), .. } => format!("At most {high}."),
        Bounds { min_length: Some(low), max_length: Some(high), .. } if low == high => {
            format!("Exactly {low} characters.")
        }
        Bounds { max_length: Some(high), .. } => format!("At most {high} characters."),
        _ => return description.to_owned(),
    };
    format!("{description}\n\n{limits} Checked before sending.")
}
