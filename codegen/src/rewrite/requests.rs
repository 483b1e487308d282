//! Turns progenitor's methods into functions that build a request and send nothing.
//!
//! A method of progenitor builds a request, sends it and decodes the response. Its errors contain
//! bodies and headers, and it reads the body outside of the facade's limits. So everything after
//! `.build()` goes, together with the header `api-version`, which GitHub does not have. What is
//! removed must be exactly what is expected here.

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::visit_mut::{self, VisitMut};
use syn::{
    Block, Expr, ImplItem, ImplItemFn, Item, Lit, Local, Pat, Signature, Stmt, TypeReference, parse_quote,
};

use super::never_applied;
use crate::naming;
use crate::problem::Problem;
use crate::read::{Operation, Slice, Success};

const PASS: &str = "requests";

/// What remains of progenitor's client.
pub(super) struct Parts {
    pub(super) types: Vec<Item>,
    /// progenitor's name of the operation → the function that builds its request.
    pub(super) builders: BTreeMap<String, ImplItemFn>,
}

pub(super) fn apply(file: syn::File, slice: &Slice) -> Result<Parts, Problem> {
    let (types, mut methods) = take_apart(file)?;
    let mut builders = BTreeMap::new();
    for operation in &slice.operations {
        let name = naming::method(&operation.id);
        let Some(method) = methods.remove(&name) else {
            return Err(never_applied(PASS, &format!("there is no method for `{}`", operation.id)));
        };
        builders.insert(name, builder(operation, method)?);
    }
    match methods.into_keys().next() {
        Some(name) => Err(never_applied(PASS, &format!("the method `{name}` matches no operation"))),
        None => Ok(Parts { types, builders }),
    }
}

/// The models, and the methods of the client by name, without its constructors.
fn take_apart(file: syn::File) -> Result<(Vec<Item>, BTreeMap<String, ImplItemFn>), Problem> {
    let (mut types, mut methods) = (Vec::new(), BTreeMap::new());
    for item in file.items {
        match item {
            Item::Mod(module) if module.ident == "types" => {
                types = module.content.map(|(_, items)| items).unwrap_or_default();
            }
            Item::Impl(item) if item.trait_.is_none() => {
                methods.extend(item.items.into_iter().filter_map(method));
            }
            // The client itself: `RequestBuilders` replaces it.
            Item::Struct(_) | Item::Impl(_) | Item::Use(_) => {}
            Item::Mod(module) if module.ident == "prelude" => {}
            _ => return Err(never_applied(PASS, "progenitor wrote an item of an unknown kind")),
        }
    }
    Ok((types, methods))
}

fn method(item: ImplItem) -> Option<(String, ImplItemFn)> {
    match item {
        ImplItem::Fn(function) if !["new", "new_with_client"].iter().any(|new| function.sig.ident == new) => {
            Some((function.sig.ident.to_string(), function))
        }
        _ => None,
    }
}

/// The function that builds the request of `operation`.
fn builder(operation: &Operation, mut method: ImplItemFn) -> Result<ImplItemFn, Problem> {
    let failed = |what: &str| never_applied(PASS, &format!("`{}`: {what}", operation.id));
    let inputs = &method.sig.inputs;
    let name = &method.sig.ident;
    let success = success_type(&operation.success);
    let signature: Signature =
        parse_quote!(async fn #name<'a>(#inputs) -> Result<ResponseValue<#success>, Error<()>,>);
    same(&method.sig, &signature).map_err(|what| failed(&what))?;

    let Some(locals) = Locals::of(&method.block) else {
        return Err(failed("its body is not ten statements of the expected kinds"));
    };
    for (found, expected) in method.block.stmts.iter().zip(&locals.expected(operation).stmts) {
        same(found, expected).map_err(|what| failed(&what))?;
    }
    let Locals { url, mut chain, .. } = locals;
    if !replace_root(&mut chain, &parse_quote!(self.client), parse_quote!(self.http)) {
        return Err(failed("its calls do not begin with `self.client`"));
    }
    let url_value = url_of(operation, &quote!(self.base_url));
    method.block = parse_quote!({
        let #url = #url_value;
        #chain.build()
    });
    method.sig.asyncness = None;
    method.sig.generics = syn::Generics::default();
    method.sig.output = parse_quote!(-> Result<reqwest::Request, reqwest::Error>);
    Lifetimes.visit_signature_mut(&mut method.sig);
    let (verb, row) = (operation.method.to_uppercase(), naming::row(&operation.request));
    let docs = format!("Builds `{verb} {}`; see [`{row}`](crate::operations::{row}).", operation.path);
    method.attrs = vec![parse_quote!(#[doc = #docs])];
    Ok(method)
}

/// The URL of the request, as progenitor writes it.
fn url_of(operation: &Operation, base_url: &TokenStream) -> Expr {
    let (mut template, mut values) = (String::from("{}"), Vec::new());
    for segment in operation.path.split('/').skip(1) {
        template.push('/');
        match segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(name) => {
                let name = naming::field(name);
                template.push_str("{}");
                values.push(quote!(encode_path(&#name.to_string())));
            }
            None => template.push_str(segment),
        }
    }
    parse_quote!(format!(#template, #base_url, #(#values,)*))
}

/// Replaces what the first of several chained calls is made on; whether it was `old`.
fn replace_root(chain: &mut Expr, old: &Expr, new: Expr) -> bool {
    match chain {
        Expr::MethodCall(call) => replace_root(&mut call.receiver, old, new),
        root if root == old => {
            *root = new;
            true
        }
        _ => false,
    }
}

/// Elides the lifetimes of references, which an `async fn` needed.
struct Lifetimes;

impl VisitMut for Lifetimes {
    fn visit_receiver_mut(&mut self, receiver: &mut syn::Receiver) {
        *receiver = parse_quote!(&self);
    }

    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        reference.lifetime = None;
        visit_mut::visit_type_reference_mut(self, reference);
    }
}

fn success_type(success: &Success) -> TokenStream {
    let model = |name: &str| {
        let name = naming::ident(name);
        quote!(types::#name)
    };
    match success {
        Success::Nothing => quote!(()),
        Success::One(name) => model(name),
        Success::List(name) => {
            let item = model(name);
            quote!(::std::vec::Vec<#item>)
        }
    }
}

/// The parts of a method's body that differ from one operation to the next. progenitor renames a
/// variable where a parameter has its name.
struct Locals {
    url: Ident,
    request: Ident,
    /// The calls on the HTTP client before `.headers(header_map)`.
    chain: Expr,
    result: Ident,
    response: Ident,
    /// The pattern of the status that is a success.
    status: Pat,
}

impl Locals {
    fn of(block: &Block) -> Option<Self> {
        let [url, _, _, request, _, _, result, _, response, Stmt::Expr(Expr::Match(decode), None)] =
            block.stmts.as_slice()
        else {
            return None;
        };
        let (url, _) = local(url)?;
        let (request, built) = local(request)?;
        // `chain.headers(header_map).build()?`
        let Expr::Try(built) = built else { return None };
        let Expr::MethodCall(build) = *built.expr else { return None };
        let Expr::MethodCall(headers) = *build.receiver else { return None };
        let (result, _) = local(result)?;
        let (response, _) = local(response)?;
        let status = decode.arms.first()?.pat.clone();
        is_success(&status).then_some(())?;
        Some(Self { url, request, chain: *headers.receiver, result, response, status })
    }

    /// The whole body, as it must be.
    fn expected(&self, operation: &Operation) -> Block {
        let Self { url, request, chain, result, response, status } = self;
        let url_value = url_of(operation, &quote!(self.baseurl));
        let id = naming::method(&operation.id);
        let decode = match operation.success {
            Success::Nothing => quote!(Ok(ResponseValue::empty(#response))),
            Success::One(_) | Success::List(_) => quote!(ResponseValue::from_response(#response).await),
        };
        parse_quote!({
            let #url = #url_value;
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map.append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
            #[allow(unused_mut)]
            let mut #request = #chain.headers(header_map).build()?;
            let info = OperationInfo { operation_id: #id, };
            self.pre(&mut #request, &info).await?;
            let #result = self.exec(#request, &info).await;
            self.post(&#result, &info).await?;
            let #response = #result?;
            match #response.status().as_u16() {
                #status => { #decode }
                _ => Err(Error::UnexpectedResponse(#response)),
            }
        })
    }
}

/// Name and value of `let name = value;`.
fn local(statement: &Stmt) -> Option<(Ident, Expr)> {
    let Stmt::Local(Local { pat: Pat::Ident(pattern), init: Some(init), .. }) = statement else {
        return None;
    };
    Some((pattern.ident.clone(), (*init.expr).clone()))
}

fn is_success(pattern: &Pat) -> bool {
    match pattern {
        Pat::Lit(literal) => match &literal.lit {
            Lit::Int(status) => status.base10_parse().is_ok_and(|status: u16| (200..300).contains(&status)),
            _ => false,
        },
        _ => false,
    }
}

/// Compares the tokens.
fn same(found: &impl ToTokens, expected: &impl ToTokens) -> Result<(), String> {
    let (found, expected) = (found.to_token_stream().to_string(), expected.to_token_stream().to_string());
    if found == expected { Ok(()) } else { Err(format!("expected `{expected}`, found `{found}`")) }
}

#[cfg(test)]
mod tests;
