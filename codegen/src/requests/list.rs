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
    let wire_call = request.wire_call();
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

            /// Goes on from where an earlier page or stream says, with its page size whatever
            /// `per_page` says.
            ///
            /// The filters are the caller's to set again. A token of another list is refused
            /// before anything is sent.
            pub fn resume(mut self, resume: &Resume) -> Self {
                self.start = Start::resume(resume);
                self
            }

            /// Asks for one page: the first, or the one to resume at.
            ///
            /// # Errors
            ///
            /// Every kind of [`Error`]; a malformed item is no error, and stands in `rejected`.
            pub async fn page(self) -> Result<Page<#item>, Error> {
                self.pages().first().await
            }

            /// Follows the list page by page, asking for each when it is polled for.
            pub fn pages(self) -> Pages<#item> {
                Pages::new(self.start.clone(), self.per_page, self)
            }

            /// Follows the list item by item, asking for a page when its first item is polled for.
            pub fn stream(self) -> Items<#item> {
                Items::new(self.pages())
            }

            #check
        }

        impl Fetch for #name {
            type Item = #item;

            fn operation(&self) -> &'static Operation {
                &operations::#row
            }

            fn fetch(&self, at: Position) -> BoxFuture<'static, Result<Page<#item>, Error>> {
                let request = self.clone();
                Box::pin(async move {
                    let call = Call::new(request.scope.client(), &operations::#row);
                    #checked
                    let per_page = request.start.per_page(request.per_page);
                    let result = #wire_call;
                    call.page(result, at, per_page)
                })
            }
        }
    }
}

fn by_cursor() -> TokenStream {
    quote! {
        /// Pages by cursor instead of by number, which neither skips nor repeats an item when the
        /// list changes meanwhile.
        pub fn by_cursor(mut self) -> Self {
            self.start = self.start.by_cursor();
            self
        }
    }
}
