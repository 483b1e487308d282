//! Request types of lists: `.page()`, `.pages()`, `.stream()`, `.entries()` and `.collect_all()`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{RequestType, rust_type};
use crate::doc_comment::attributes;
use crate::naming;
use crate::read::{Pagination, Root, Shape, Success};

pub(super) fn list(request: &RequestType) -> TokenStream {
    let (name, generics, scope) = (request.ident(), request.generics(), request.scopes().ident());
    let wrapper = request.wrapper(&attributes(&request.docs()));
    let marker = request.marker();
    let (own, own_types): (Vec<_>, Vec<_>) = request.own_parameters().into_iter().unzip();
    let fields = request.query_fields();
    let names: Vec<_> = request.settable().iter().map(|parameter| naming::field(&parameter.name)).collect();
    let item = match &request.model.success {
        Success::List(item) => rust_type(&Shape::Named(item.clone())),
        // `read` accepts `x-pagination` on lists only.
        Success::One(_) | Success::Nothing => quote!(()),
    };
    let setters = request.query_setters();
    let public = setters.iter().map(|setter| &setter.public);
    let core = setters.iter().map(|setter| &setter.core);
    let (everywhere, scoped) = offered_by_some(request);
    let core_of_some = request.setters_of_some().1;
    let by_cursor = request.parts.iter().any(|part| by_cursor(part.operation.pagination)).then(|| {
        quote! {
            fn by_cursor(&mut self) {
                self.start = self.start.clone().by_cursor();
            }
        }
    });
    let operation = request.operation();
    let (check, checked) = request.check();
    let build = request.build(None);
    quote! {
        #wrapper

        impl #generics #name #generics {
            pub(crate) fn new(scope: #scope #(, #own: #own_types)*) -> Self {
                let inner = Inner {
                    scope,
                    start: Start::first(),
                    #(#own,)*
                    #(#names: Default::default(),)*
                };
                Self { inner #marker }
            }

            #(#public)*

            #everywhere

            /// Resumes the list where `token` was made, with the page size of
            /// the token instead of `per_page`.
            ///
            /// A token has no filters; set them again. A token of another list, also of another
            /// enterprise, organization, repository or alert, is refused before anything is sent.
            pub fn resume(mut self, token: &ResumeToken) -> Self {
                self.inner.start = Start::resume(token);
                self
            }

            /// Returns one page: the first, or the one of the resume token.
            ///
            /// # Errors
            ///
            /// Every kind of [`Error`]. A malformed item is not an error: it is in
            /// [`Page::malformed`].
            pub fn page(self) -> BoxFuture<'static, Result<Page<#item>, Error>> {
                self.inner.first_page()
            }

            /// Returns the list page by page; a page is requested when the stream is polled for it.
            pub fn pages(self) -> Pages<#item> {
                self.inner.pages()
            }

            /// Returns the list item by item; a page is requested when the stream is polled for its
            /// first item. Malformed items are passed over, and named by one error after the last item.
            pub fn stream(self) -> Items<#item> {
                Items::new(self.entries())
            }

            /// Returns the list entry by entry: each is an item or a malformed item, in its place.
            pub fn entries(self) -> Entries<#item> {
                Entries::new(self.inner.pages())
            }

            /// Requests all pages, and returns the items and the malformed items of the list.
            ///
            /// The limits of a client apply to each page, and none to the list: a server that always names a next
            /// page is read until the future is dropped.
            ///
            /// # Errors
            ///
            /// Every kind of [`Error`] for a failed request, with its malformed items so far, but not its
            /// items; to keep those, read them from [`stream`](Self::stream) or [`pages`](Self::pages).
            pub fn collect_all(self) -> BoxFuture<'static, Result<Collected<#item>, Error>> {
                self.inner.collect_all()
            }
        }

        #(#scoped)*

        #[derive(Clone, Debug)]
        pub(crate) struct Inner {
            scope: #scope,
            start: Start,
            #(#own: #own_types,)*
            #(#fields)*
        }

        impl Inner {
            #(#core)*

            #(#core_of_some)*

            #by_cursor

            fn first_page(self) -> BoxFuture<'static, Result<Page<#item>, Error>> {
                Box::pin(self.pages().first())
            }

            fn pages(self) -> Pages<#item> {
                Pages::new(self.start.clone(), self.per_page, self)
            }

            fn collect_all(self) -> BoxFuture<'static, Result<Collected<#item>, Error>> {
                Box::pin(Entries::new(self.pages()).collect_all())
            }

            #operation

            /// Checks the arguments, and builds the request of the page at `at`.
            fn build(&self, at: &Position) -> Result<reqwest::Request, Error> {
                #checked
                self.build_unchecked(at)
            }

            fn build_unchecked(&self, at: &Position) -> Result<reqwest::Request, Error> {
                #build
            }

            #check
        }

        impl Fetch for Inner {
            type Item = #item;

            fn head(&self) -> RequestHead {
                self.operation().into()
            }

            fn target(&self) -> Option<Target> {
                // Unchecked, because the error of an invalid argument is that of the first page.
                let request = self.build_unchecked(&Position::First).ok()?;
                exchange::target(self.head(), request.url())
            }

            fn fetch(&self, at: Position) -> BoxFuture<'static, Result<Page<#item>, Error>> {
                let (client, operation) = (self.scope.client().clone(), self.operation());
                let (request, per_page) = (self.build(&at), self.start.per_page(self.per_page));
                Box::pin(async move { call::page(&client, operation, request, at, per_page).await })
            }
        }
    }
}

/// What every scope offers beside the setters, and an impl for each scope that offers more.
fn offered_by_some(request: &RequestType) -> (Option<TokenStream>, Vec<TokenStream>) {
    let by_cursor_of = |root: Root| {
        let part = request.parts.iter().find(|part| part.root == root);
        part.is_some_and(|part| by_cursor(part.operation.pagination))
    };
    let scopes = request.scopes();
    let everywhere = scopes.roots().all(by_cursor_of);
    let setters = request.setters_of_some().0;
    let name = request.ident();
    let scoped = scopes.roots().filter_map(|root| {
        let setters = setters.iter().filter(|(other, _)| *other == root).map(|(_, setters)| setters);
        let setters: Vec<_> =
            setters.cloned().chain((!everywhere && by_cursor_of(root)).then(by_cursor_setter)).collect();
        let scope = naming::ident(root.type_name());
        (!setters.is_empty()).then(|| quote!(impl #name<#scope> { #(#setters)* }))
    });
    (everywhere.then(by_cursor_setter), scoped.collect())
}

fn by_cursor(pagination: Option<Pagination>) -> bool {
    pagination == Some(Pagination::PageAndCursor)
}

fn by_cursor_setter() -> TokenStream {
    quote! {
        /// Pages by cursor instead of by page number: no item is skipped or repeated when the list
        /// changes in between.
        pub fn by_cursor(mut self) -> Self {
            self.inner.by_cursor();
            self
        }
    }
}
