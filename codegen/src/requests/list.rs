//! Request types of lists: `.page()`, `.pages()` and `.stream()`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Request, rust_type};
use crate::doc_comment::attributes;
use crate::read::{Pagination, Shape, Success};

pub(super) fn list(request: &Request) -> TokenStream {
    let (name, row, scope) = (request.name(), request.row(), &request.scope.name);
    let docs = attributes(&request.docs());
    let (own, own_types): (Vec<_>, Vec<_>) = request.own_parameters().into_iter().unzip();
    let (fields, types): (Vec<_>, Vec<_>) = request.query_fields().unzip();
    let item = match &request.operation.success {
        Success::List(item) => rust_type(&Shape::Named(item.clone())),
        // `read` lets `x-pagination` stand on lists alone.
        Success::One(_) | Success::Nothing => quote!(()),
    };
    let by_cursor = (request.operation.pagination == Some(Pagination::PageAndCursor)).then(by_cursor);
    let setters = request.query_setters();
    let (check, checked) = request.check();
    let build = request.build(checked);
    quote! {
        #docs
        #[must_use = "a request does nothing until it is sent"]
        #[derive(Clone, Debug)]
        pub struct #name {
            scope: #scope,
            start: Start,
            #(#own: #own_types,)*
            #(#fields: #types,)*
        }

        impl #name {
            pub(crate) fn new(scope: &#scope #(, #own: #own_types)*) -> Self {
                Self {
                    scope: scope.clone(),
                    start: Start::first(),
                    #(#own,)*
                    #(#fields: Default::default(),)*
                }
            }

            #(#setters)*

            #by_cursor

            /// Resumes the list where `token` was made, with the page size of then in place of
            /// `per_page`.
            ///
            /// A token has no filters; set them again. A token of another list is refused before
            /// anything is sent.
            pub fn resume(mut self, token: &ResumeToken) -> Self {
                self.start = Start::resume(token);
                self
            }

            /// Returns one page: the first, or the one of the resume token.
            ///
            /// # Errors
            ///
            /// Every kind of [`Error`]. A malformed item is not an error: it is in
            /// [`Page::malformed`].
            pub async fn page(self) -> Result<Page<#item>, Error> {
                self.pages().first().await
            }

            /// Returns the list page by page; a page is requested when the stream is polled for it.
            pub fn pages(self) -> Pages<#item> {
                Pages::new(self.start.clone(), self.per_page, self)
            }

            /// Returns the list item by item; a page is requested when the stream is polled for its
            /// first item.
            pub fn stream(self) -> Items<#item> {
                Items::new(self.pages())
            }

            /// Checks the arguments, and builds the request of the page at `at`.
            pub(crate) fn build(&self, at: &Position) -> Result<reqwest::Request, Error> {
                #build
            }

            #check
        }

        impl Fetch for #name {
            type Item = #item;

            fn head(&self) -> RequestHead {
                (&operations::#row).into()
            }

            fn fetch(&self, at: Position) -> BoxFuture<'static, Result<Page<#item>, Error>> {
                let (client, request) = (self.scope.client().clone(), self.build(&at));
                let per_page = self.start.per_page(self.per_page);
                Box::pin(async move {
                    call::page(&client, &operations::#row, request, at, per_page).await
                })
            }
        }
    }
}

fn by_cursor() -> TokenStream {
    quote! {
        /// Pages by cursor instead of by page number: no item is skipped or repeated when the list
        /// changes in between.
        pub fn by_cursor(mut self) -> Self {
            self.start = self.start.by_cursor();
            self
        }
    }
}
