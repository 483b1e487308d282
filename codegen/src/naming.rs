//! How names of the spec become names of Rust.

use heck::{ToPascalCase, ToShoutySnakeCase, ToSnakeCase};
use proc_macro2::{Ident, Span};

/// The variant of an open enum or union for values unknown to this version.
pub(crate) const CATCH_ALL: &str = "Other";

/// The variant of an enum value: `not-set` → `NotSet`.
pub(crate) fn variant(text: &str) -> String {
    text.to_pascal_case()
}

/// The method of progenitor's client: `repos/get-x` → `repos_get_x`.
pub(crate) fn method(operation_id: &str) -> String {
    operation_id.to_snake_case()
}

/// The row of the operations table: `GetAlert` → `GET_ALERT`.
pub(crate) fn row(request: &str) -> Ident {
    ident(&request.to_shouty_snake_case())
}

/// The type of a sub-scope: `alert` → `AlertScope`.
pub(crate) fn sub_scope(segment: &str) -> String {
    format!("{}Scope", segment.to_pascal_case())
}

/// The field or method of a property or parameter: `type` → `type_`, as typify has it.
pub(crate) fn field(name: &str) -> Ident {
    if is_field_name(name) { ident(name) } else { ident(&format!("{name}_")) }
}

/// An identifier; the name has passed the checks of `read::names`.
pub(crate) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

pub(crate) fn is_type_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.is_ascii()
        && syn::parse_str::<Ident>(name).is_ok()
}

pub(crate) fn is_field_name(name: &str) -> bool {
    // `gen` is a keyword since edition 2024; typify escapes it, and syn accepts it as an identifier.
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.is_ascii()
        && name != "gen"
        && syn::parse_str::<Ident>(name).is_ok()
}

/// Whether `name` can name a module and its file, neither of which can have an underscore added.
pub(crate) fn is_module_name(name: &str) -> bool {
    is_field_name(name) && name.to_snake_case() == name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_keyword_gets_an_underscore() {
        assert_eq!(field("type"), "type_");
        assert_eq!(field("gen"), "gen_");
        assert_eq!(field("state"), "state");
    }

    #[test]
    fn self_names_no_variant() {
        assert!(!is_type_name(&variant("self")));
        assert!(is_type_name(&variant("not-set")));
    }
}
