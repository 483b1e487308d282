//! Finds the paths that lead out of a module. Tokens are searched, because the bodies of macros and the arguments of
//! attributes have no syntax tree.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Item, ItemUse, LitStr, UseTree};

use crate::cfg;

/// Macros whose tokens become code of another crate.
const QUOTING: [&str; 3] = ["parse_quote", "quote", "quote_spanned"];

/// A path as it is written, beginning with `crate`, `self`, `super`, or, in a `use` declaration, any name.
#[derive(Clone)]
pub(crate) struct WrittenPath {
    /// Without the `*` of a glob.
    pub(crate) segments: Vec<String>,
    pub(crate) binds: Binding,
    pub(crate) line: usize,
}

#[derive(Clone, PartialEq)]
pub(crate) enum Binding {
    Name(String),
    Glob,
    Nothing,
}

/// The paths of a `use` declaration, groups taken apart; none of one that begins with `::`.
pub(crate) fn of_use(item: &ItemUse) -> Vec<WrittenPath> {
    let mut found = Vec::new();
    if item.leading_colon.is_none() {
        flatten(&item.tree, &[], &mut found);
    }
    found
}

/// The paths inside of an item that is not a `use` declaration.
pub(crate) fn of_item(item: &Item) -> Vec<WrittenPath> {
    let mut found = Vec::new();
    search(item.to_token_stream(), false, &mut found);
    found
}

/// A name without the `r#` of a raw identifier.
pub(crate) fn plain(ident: &Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_owned()
}

fn flatten(tree: &UseTree, before: &[String], found: &mut Vec<WrittenPath>) {
    let with = |ident: &Ident| match plain(ident) {
        name if name == "self" && !before.is_empty() => before.to_vec(),
        name => [before, &[name]].concat(),
    };
    let mut add = |segments: Vec<String>, binds, ident: &Ident| {
        found.push(WrittenPath { segments, binds, line: ident.span().start().line });
    };
    match tree {
        UseTree::Path(path) => flatten(&path.tree, &with(&path.ident), found),
        UseTree::Name(name) => {
            let segments = with(&name.ident);
            let binds = Binding::Name(segments.last().cloned().unwrap_or_default());
            add(segments, binds, &name.ident);
        }
        UseTree::Rename(rename) => {
            add(with(&rename.ident), Binding::Name(plain(&rename.rename)), &rename.ident);
        }
        UseTree::Glob(glob) => {
            let line = glob.star_token.spans[0].start().line;
            found.push(WrittenPath { segments: before.to_vec(), binds: Binding::Glob, line });
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| flatten(tree, before, found)),
    }
}

/// Searches tokens; in those of an attribute, texts that begin like a path of this crate are paths.
fn search(tokens: TokenStream, is_attribute: bool, found: &mut Vec<WrittenPath>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = &tokens[at + 1..];
        at += 1;
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                let Some(content) = attribute(rest) else { continue };
                let is_doc = matches!(content.clone().into_iter().next(), Some(TokenTree::Ident(name)) if name == "doc");
                at += 1;
                if cfg::is_test_only_attribute(content.clone()) {
                    at += length_of_item(&tokens[at..]);
                } else if !is_doc {
                    search(content, true, found);
                }
            }
            TokenTree::Ident(ident) if ident == "use" => {
                let length = rest.iter().position(is(';')).map_or(0, |end| end + 2);
                let item = tokens.iter().skip(at - 1).take(length).cloned().collect();
                if let Ok(item) = syn::parse2::<ItemUse>(item) {
                    found.extend(of_use(&item));
                    at += length - 1;
                }
            }
            TokenTree::Ident(ident) if QUOTING.iter().any(|name| ident == name) => {
                at += if rest.first().is_some_and(is('!')) { 2 } else { 0 };
            }
            TokenTree::Ident(ident) if ["crate", "self", "super"].iter().any(|name| ident == name) => {
                let following = path(rest);
                at += following.len() * 3;
                if !following.is_empty() {
                    let line = ident.span().start().line;
                    let segments = [vec![ident.to_string()], following].concat();
                    found.push(WrittenPath { segments, binds: Binding::Nothing, line });
                }
            }
            TokenTree::Literal(literal) if is_attribute => {
                let Ok(text) = syn::parse2::<LitStr>(token.to_token_stream()) else { continue };
                let line = literal.span().start().line;
                let mut inside = Vec::new();
                search(text.value().parse().unwrap_or_default(), false, &mut inside);
                found.extend(inside.into_iter().map(|path| WrittenPath { line, ..path }));
            }
            TokenTree::Group(group) => search(group.stream(), is_attribute, found),
            _ => {}
        }
    }
}

fn is(char: char) -> impl Fn(&TokenTree) -> bool {
    move |token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == char)
}

/// The content of the attribute whose `#` was read. The `!` of an inner one is part of a file or a block, of which
/// the items are already chosen.
fn attribute(rest: &[TokenTree]) -> Option<TokenStream> {
    match rest.first()? {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => Some(group.stream()),
        _ => None,
    }
}

/// How many tokens an item, statement, field or arm has that begins here.
fn length_of_item(tokens: &[TokenTree]) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Punct(punct) => matches!(punct.as_char(), ';' | ','),
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    };
    tokens.iter().position(ends).map_or(tokens.len(), |end| end + 1)
}

/// The names that follow, each after a `::`.
fn path(tokens: &[TokenTree]) -> Vec<String> {
    let name = |part: &[TokenTree]| match part {
        [first, second, TokenTree::Ident(name)] if is(':')(first) && is(':')(second) => Some(plain(name)),
        _ => None,
    };
    tokens.chunks(3).map_while(name).collect()
}
