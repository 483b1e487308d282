//! The pass on methods as progenitor writes them, and on changed ones.

use super::*;
use crate::test_slice;

fn slice() -> Slice {
    test_slice::operation("tests/get-thing", Success::One("Thing".to_owned()))
}

/// What progenitor writes for the slice.
fn written() -> syn::File {
    parse_quote! {
        use progenitor_client::ClientHooks;
        pub mod types { pub struct Thing; }
        pub struct Client { baseurl: String, client: reqwest::Client }
        impl Client {
            pub fn new(url: &str) -> Self { todo!() }
            pub fn new_with_client(url: &str) -> Self { todo!() }
        }
        impl ClientInfo<()> for Client {}
        impl Client {
            /// Sends a request.
            pub async fn tests_get_thing<'a>(
                &'a self,
                request: &'a str,
            ) -> Result<ResponseValue<types::Thing>, Error<()>,> {
                let url = format!("{}/test", self.baseurl,);
                let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
                header_map.append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(Self::api_version()),
                );
                #[allow(unused_mut)]
                let mut _request = self.client.get(url).query(&request).headers(header_map).build()?;
                let info = OperationInfo { operation_id: "tests_get_thing", };
                self.pre(&mut _request, &info).await?;
                let result = self.exec(_request, &info).await;
                self.post(&result, &info).await?;
                let response = result?;
                match response.status().as_u16() {
                    200u16 => { ResponseValue::from_response(response).await }
                    _ => Err(Error::UnexpectedResponse(response)),
                }
            }
        }
        pub mod prelude { pub use super::Client; }
    }
}

/// Applies the pass to what progenitor writes, where `old` is replaced by `new`.
fn applied_with(old: &str, new: &str) -> Result<Parts, Problem> {
    let text = written().into_token_stream().to_string();
    assert_eq!(text.matches(old).count(), 1, "`{old}` in {text}");
    apply(syn::parse_str(&text.replace(old, new)).expect("the change leaves it Rust"), &slice())
}

fn refused_with(old: &str, new: &str) -> String {
    let problem = applied_with(old, new).err().unwrap_or_else(|| panic!("`{new}` is not refused"));
    assert!(problem.what.contains("`requests` was never applied"), "{problem}");
    problem.what
}

#[test]
fn method_becomes_a_function_that_builds_the_request_and_sends_nothing() {
    let parts = apply(written(), &slice()).expect("this is what progenitor writes");
    assert_eq!(parts.types.len(), 1);
    assert_eq!(parts.builders.keys().collect::<Vec<_>>(), ["tests_get_thing"]);
    let expected: ImplItemFn = parse_quote! {
        #[doc = "Builds `GET /test`; see [`REQUEST`](crate::operations::REQUEST)."]
        pub fn tests_get_thing(&self, request: &str,) -> Result<reqwest::Request, reqwest::Error> {
            let url = format!("{}/test", self.base_url,);
            self.http.get(url).query(&request).build()
        }
    };
    let found = parts.builders["tests_get_thing"].to_token_stream().to_string();
    assert_eq!(found, expected.into_token_stream().to_string());
}

#[test]
fn changed_tail_is_refused() {
    let changes = [
        ("self . pre (& mut _request , & info) . await ? ;", "self . pre (& mut _request) . await ? ;"),
        ("self . exec (_request , & info) . await", "self . execute (_request , & info) . await"),
        (
            "self . post (& result , & info) . await ? ;",
            "self . post (& result , & info) . await ? ; return ;",
        ),
        ("let response = result ? ;", "let response = result . unwrap () ;"),
        ("200u16 =>", "200u16 ..= 299u16 =>"),
        ("200u16 =>", "404u16 =>"),
        ("ResponseValue :: from_response (response) . await", "Ok (ResponseValue :: empty (response))"),
        ("_ => Err (Error :: UnexpectedResponse (response))", "_ => Err (Error :: Custom (response))"),
        ("operation_id : \"tests_get_thing\"", "operation_id : \"tests_list_things\""),
        (". build () ?", ". try_clone () ?"),
    ];
    for (old, new) in changes {
        let what = refused_with(old, new);
        assert!(what.contains("`tests/get-thing`"), "{what}");
    }
}

#[test]
fn changed_statement_is_shown_beside_the_expected_one() {
    let what = refused_with("let response = result ? ;", "let response = retried (result) ? ;");
    let both = "expected `let response = result ? ;`, found `let response = retried (result) ? ;`";
    assert!(what.contains(both), "{what}");
}

#[test]
fn changed_header_is_refused() {
    for (old, new) in [
        ("\"api-version\"", "\"x-api-version\""),
        ("with_capacity (1usize)", "with_capacity (2usize)"),
        (". headers (header_map)", ". headers (other_map)"),
    ] {
        refused_with(old, new);
    }
    let one_more = "header_map . append (\"x-more\" , more) ; # [allow (unused_mut)]";
    refused_with("# [allow (unused_mut)]", one_more);
}

#[test]
fn changed_url_signature_or_client_is_refused() {
    for (old, new) in [
        ("\"{}/test\"", "\"{}/test/{}\""),
        ("-> Result < ResponseValue < types :: Thing >", "-> Result < ResponseValue < types :: Other >"),
        ("async fn tests_get_thing", "fn tests_get_thing"),
        ("self . client . get (url)", "self . inner . get (url)"),
    ] {
        refused_with(old, new);
    }
}

#[test]
fn missing_method_is_refused() {
    assert!(refused_with("fn tests_get_thing", "fn new").contains("no method for `tests/get-thing`"));
}

#[test]
fn method_without_an_operation_is_refused() {
    let what = refused_with("fn new_with_client", "fn new_with_token");
    assert!(what.contains("the method `new_with_token` matches no operation"), "{what}");
}

#[test]
fn item_of_an_unknown_kind_is_refused() {
    let what = refused_with("pub mod prelude", "pub trait ClientExt { } pub mod prelude");
    assert!(what.contains("an item of an unknown kind"), "{what}");
}
