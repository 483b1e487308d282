//! Mends progenitor's httpmock helpers, and sorts them by family.
//!
//! As they come they match a path from its very first slash, so not under a base path such as
//! `/api/v3`; they take a name for a regular expression; and they would serve redacted secrets.

use std::collections::BTreeMap;

use heck::ToPascalCase;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ExprMethodCall, FnArg, ImplItemFn, Item, LitStr, Macro, Stmt, Type, parse_quote};

use super::models::last_segment;
use super::never_applied;
use crate::naming;
use crate::problem::Problem;
use crate::read::{Kind, Shape, Slice, Success};

/// A pattern of the base path before the path of an operation.
const BASE_PATH: &str = "(?:/[^/]+)*";

pub(crate) struct Mock {
    /// Family → the wrappers of its operations.
    pub(crate) families: BTreeMap<String, Vec<Item>>,
    /// The extension trait of the server, and its implementation.
    pub(crate) server: Vec<Item>,
}

impl Mock {
    pub(super) fn items_mut(&mut self) -> impl Iterator<Item = &mut Item> {
        self.families.values_mut().flatten().chain(&mut self.server)
    }
}

pub(super) fn take_apart(file: syn::File, slice: &Slice) -> Result<Mock, Problem> {
    let mut mock = Mock { families: BTreeMap::new(), server: Vec::new() };
    for item in file.items {
        let Item::Mod(module) = item else {
            mock.server.push(item);
            continue;
        };
        for mut item in module.content.map(|(_, items)| items).unwrap_or_default() {
            let owner = match &item {
                Item::Struct(item) => item.ident.to_string(),
                Item::Impl(item) => last_segment(&item.self_ty).unwrap_or_default(),
                _ => continue,
            };
            let operation = slice.operations.iter().find(|operation| {
                let name = naming::method(&operation.id).to_pascal_case();
                owner == format!("{name}When") || owner == format!("{name}Then")
            });
            let Some(operation) = operation else {
                return Err(never_applied("mock", &format!("`{owner}` matches no operation")));
            };
            let mut fix = Fix { slice: Some(slice), ..Fix::default() };
            fix.visit_item_mut(&mut item);
            let is_when = owner.ends_with("When") && matches!(item, Item::Impl(_));
            if is_when && fix.paths != 1 + operation.path_parameters.len() {
                return Err(never_applied("mock", &format!("`{owner}` matches {} paths", fix.paths)));
            }
            let numbers = operation.path_parameters.iter();
            let numbers = numbers.filter(|parameter| matches!(parameter.shape, Shape::Number(_))).count();
            if is_when && fix.numbers != numbers {
                return Err(never_applied("mock", &format!("`{owner}` takes {} numbers", fix.numbers)));
            }
            let has_body = operation.success != Success::Nothing;
            let is_then = owner.ends_with("Then") && matches!(item, Item::Impl(_));
            if is_then && has_body && fix.bodies == 0 {
                return Err(never_applied("mock", &format!("`{owner}` serves no body with its secrets")));
            }
            mock.families.entry(operation.family.clone()).or_default().push(item);
        }
    }
    Ok(mock)
}

#[derive(Default)]
struct Fix<'s> {
    slice: Option<&'s Slice>,
    paths: usize,
    bodies: usize,
    numbers: usize,
}

impl Fix<'_> {
    /// The type of a number in a reference to it.
    fn number(&self, ty: &Type) -> Option<Type> {
        let Type::Reference(reference) = ty else { return None };
        let schema = self.slice?.schemas.get(&last_segment(&reference.elem)?)?;
        matches!(schema.kind, Kind::Number(_)).then(|| (*reference.elem).clone())
    }

    /// `^/a/.*$` → any base path, and segments that end at a slash.
    fn pattern(&mut self, literal: &LitStr) -> Option<LitStr> {
        let value = literal.value();
        let path = value.strip_prefix("^/")?;
        self.paths += 1;
        let pattern = format!("^{BASE_PATH}/{}", path.replace(".*", "[^/]+").replace("[^/]*", "[^/]+"));
        Some(LitStr::new(&pattern, literal.span()))
    }
}

impl VisitMut for Fix<'_> {
    /// A number is taken as the facade takes it, so that a literal is enough.
    fn visit_impl_item_fn_mut(&mut self, function: &mut ImplItemFn) {
        visit_mut::visit_impl_item_fn_mut(self, function);
        for input in &mut function.sig.inputs {
            let FnArg::Typed(input) = input else { continue };
            let Some(number) = self.number(&input.ty) else { continue };
            let name = &input.pat;
            let converted: Stmt = parse_quote!(let #name: #number = #name.into(););
            function.block.stmts.insert(0, converted);
            *input.ty = parse_quote!(impl ::std::convert::Into<#number>);
            self.numbers += 1;
        }
    }

    fn visit_lit_str_mut(&mut self, literal: &mut LitStr) {
        if let Some(pattern) = self.pattern(literal) {
            *literal = pattern;
        }
    }

    fn visit_macro_mut(&mut self, call: &mut Macro) {
        let parse = |input: syn::parse::ParseStream| {
            let literal: LitStr = input.parse()?;
            input.parse::<syn::Token![,]>()?;
            Ok((literal, input.parse::<Expr>()?))
        };
        if let Ok((literal, value)) = call.parse_body_with(parse)
            && let Some(pattern) = self.pattern(&literal)
        {
            *call = parse_quote!(format!(#pattern, crate::mocking::path_segment(&#value)));
        }
    }

    fn visit_expr_method_call_mut(&mut self, call: &mut ExprMethodCall) {
        visit_mut::visit_expr_method_call_mut(self, call);
        if call.method == "json_body_obj" {
            self.bodies += 1;
            let value = &call.args;
            let json = parse_quote!(crate::mocking::json_with_secrets(#value));
            call.method = naming::ident("json_body");
            call.args = std::iter::once::<Expr>(json).collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::test_slice;

    fn mended(expression: Expr) -> String {
        let mut expression = expression;
        Fix::default().visit_expr_mut(&mut expression);
        quote!(#expression).to_string()
    }

    #[test]
    fn a_path_matches_under_any_base_path() {
        let text = mended(parse_quote!(Regex::new("^/repos/[^/]*/alerts$")));
        assert!(text.contains(r#""^(?:/[^/]+)*/repos/[^/]+/alerts$""#), "{text}");
    }

    #[test]
    fn a_name_is_matched_literally() {
        let text = mended(parse_quote!(format!("^/repos/{}/.*$", value.to_string())));
        assert!(text.contains(r#""^(?:/[^/]+)*/repos/{}/[^/]+$""#), "{text}");
        assert!(text.contains("path_segment (& value . to_string ())"), "{text}");
    }

    #[test]
    fn a_body_is_served_with_its_secrets() {
        let text = mended(parse_quote!(self.0.status(200).json_body_obj(value)));
        assert!(text.contains("json_body (crate :: mocking :: json_with_secrets (value))"), "{text}");
    }
    fn wrappers(path: Expr, answer: Expr) -> syn::File {
        parse_quote! {
            pub mod operations {
                pub struct ReposGetThingWhen(::httpmock::When);
                impl ReposGetThingWhen {
                    pub fn new(inner: ::httpmock::When) -> Self { Self(inner.path_matches(#path)) }
                }
                pub struct ReposGetThingThen(::httpmock::Then);
                impl ReposGetThingThen {
                    pub fn ok(self, value: &types::Thing) -> Self { Self(#answer) }
                }
            }
            pub trait MockServerExt {}
        }
    }

    fn path() -> Expr {
        parse_quote!(Regex::new("^/things$"))
    }

    fn answer() -> Expr {
        parse_quote!(self.0.status(200).json_body_obj(value))
    }

    #[test]
    fn the_wrappers_of_an_operation_go_to_its_family() {
        let slice = test_slice::operation("repos/get-thing", Success::One("Thing".to_owned()));
        let mock = take_apart(wrappers(path(), answer()), &slice).expect("these are mocks");
        assert_eq!(mock.families["test"].len(), 4);
        assert_eq!(mock.server.len(), 1);
    }

    #[test]
    fn a_missing_mock_is_an_error() {
        let things = test_slice::operation("repos/get-thing", Success::One("Thing".to_owned()));
        let others = test_slice::operation("repos/get-other", Success::Nothing);
        let cases = [
            (wrappers(parse_quote!("/things"), answer()), &things, "matches 0 paths"),
            (
                wrappers(path(), parse_quote!(self.0.json_body(value))),
                &things,
                "serves no body with its secrets",
            ),
            (wrappers(path(), answer()), &others, "matches no operation"),
        ];
        for (file, slice, what) in cases {
            let problem = take_apart(file, slice).err().expect("something is missing");
            assert!(
                problem.what.contains("`mock` was never applied") && problem.what.contains(what),
                "{problem}"
            );
        }
    }
}
