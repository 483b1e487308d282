//! Checks before sending: the limits of the spec, as calls of the facade's `check` module.

use proc_macro2::TokenStream;
use quote::quote;

use super::RequestType;
use crate::naming;
use crate::read::{Bounds, Condition, Kind, Shape};

impl RequestType<'_> {
    /// The method `check`, and the call of it; neither where there is nothing to check.
    pub(super) fn check(&self) -> (Option<TokenStream>, Option<TokenStream>) {
        let mut lines = Vec::new();
        for parameter in &self.model.path_parameters {
            let field = naming::field(&parameter.name);
            let value = match parameter.shape {
                Shape::Unsigned => quote!(Some(self.#field)),
                Shape::Number(_) => quote!(Some(self.#field.get())),
                _ => continue,
            };
            lines.extend(range(&parameter.name, &parameter.bounds, &value));
        }
        for parameter in self.settable() {
            let (name, field) = (&parameter.name, naming::field(&parameter.name));
            match parameter.shape {
                Shape::List(_) => lines.push(quote!(check::list(#name, &self.#field)?;)),
                // What is sent may come from a resume token, which is no more to be trusted.
                _ if self.is_list() && name == "per_page" => {
                    lines.extend(range(name, &parameter.bounds, &quote!(self.start.per_page(self.per_page))));
                }
                Shape::Text => lines.extend(length(name, &parameter.bounds, &quote!(self.#field.as_deref()))),
                _ => lines.extend(range(name, &parameter.bounds, &quote!(self.#field))),
            }
        }
        for (one, other) in self.exclusive() {
            let (one_set, other_set) = (self.is_set(one), self.is_set(other));
            lines.push(quote!(check::exclusive(#one, #one_set, #other, #other_set)?;));
        }
        self.body_checks(&mut lines);
        if lines.is_empty() {
            return (None, None);
        }
        let method = quote! {
            fn check(&self) -> Result<(), Error> {
                #(#lines)*
                Ok(())
            }
        };
        (Some(method), Some(quote!(self.check()?;)))
    }

    /// The pairs of exclusive parameters of all operations, each once.
    fn exclusive(&self) -> Vec<&(String, String)> {
        let mut pairs = Vec::<&(String, String)>::new();
        for pair in self.parts.iter().flat_map(|part| &part.operation.exclusive) {
            if !pairs
                .iter()
                .any(|(one, other)| (one, other) == (&pair.0, &pair.1) || (one, other) == (&pair.1, &pair.0))
            {
                pairs.push(pair);
            }
        }
        pairs
    }

    /// Whether a query parameter is set.
    fn is_set(&self, name: &str) -> TokenStream {
        let field = naming::field(name);
        let parameter = self.settable().into_iter().find(|parameter| parameter.name == name);
        match parameter.map(|parameter| &parameter.shape) {
            Some(Shape::List(_)) => quote!(!self.#field.is_empty()),
            _ => quote!(self.#field.is_some()),
        }
    }

    fn body_checks(&self, lines: &mut Vec<TokenStream>) {
        for property in self.properties() {
            let (name, field) = (&property.name, naming::field(&property.name));
            let value = match (property.required, property.nullable) {
                (true, _) => quote!(Some(self.body.#field.as_str())),
                (false, false) => quote!(self.body.#field.as_deref()),
                (false, true) => quote!(self.body.#field.as_ref().and_then(Option::as_deref)),
            };
            if property.shape == Shape::Text {
                lines.extend(length(name, &property.bounds, &value));
            }
        }
        let Some(Kind::Object { at_least_one, conditions, .. }) = self.body() else { return };
        if !at_least_one.is_empty() {
            let set = at_least_one.iter().map(|name| {
                let field = naming::field(name);
                quote!((#name, self.body.#field.is_some()))
            });
            lines.push(quote!(check::at_least_one(&[#(#set),*])?;));
        }
        for condition in conditions {
            self.condition(condition, lines);
        }
    }

    fn condition(&self, condition: &Condition, lines: &mut Vec<TokenStream>) {
        let Condition { property, is, required, absent } = condition;
        let holds = {
            let field = naming::field(property);
            quote!(self.body.#field.as_ref().is_some_and(|value| value.as_str() == #is))
        };
        // A null counts as absent.
        let has_value = |name: &String| {
            let field = naming::field(name);
            let nullable =
                self.properties().iter().any(|property| &property.name == name && property.nullable);
            if nullable {
                quote!(matches!(self.body.#field, Some(Some(_))))
            } else {
                quote!(self.body.#field.is_some())
            }
        };
        for name in required {
            let value = has_value(name);
            lines.push(quote!(check::required_when(#name, #value, #property, #is, #holds)?;));
        }
        for name in absent {
            let value = has_value(name);
            lines.push(quote!(check::absent_when(#name, #value, #property, #is, #holds)?;));
        }
    }
}

fn range(name: &str, bounds: &Bounds, value: &TokenStream) -> Option<TokenStream> {
    let (low, high) = (bounds.minimum.unwrap_or(0), bounds.maximum.unwrap_or(u64::MAX));
    let limited = bounds.minimum.is_some_and(|low| low > 0) || bounds.maximum.is_some();
    limited.then(|| quote!(check::range(#name, #value, #low, #high)?;))
}

fn length(name: &str, bounds: &Bounds, value: &TokenStream) -> Option<TokenStream> {
    let low = usize::try_from(bounds.min_length.unwrap_or(0)).unwrap_or(usize::MAX);
    let high = bounds.max_length.and_then(|high| usize::try_from(high).ok()).unwrap_or(usize::MAX);
    (low > 0 || high < usize::MAX).then(|| quote!(check::length(#name, #value, #low, #high)?;))
}
