//! `x-boxed`: a component that is boxed wherever it is optional.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::{self, Replace};

/// Marks the component of `file` with this description.
const fn marked(file: &'static str, description: &'static str, with_mark: &'static str) -> Change {
    Replace(file, description, with_mark)
}

#[test]
fn a_mark_that_has_no_effect_is_refused() {
    const NOT_TRUE: &str = "`x-boxed` is not `true`";
    assert_refused(&[
        broken(
            "false",
            &[marked(
                "shared.yaml",
                "description: An account.",
                "description: An account.\n      x-boxed: false",
            )],
            &[found("shared.yaml", "schema `User`", "/components/schemas/User/x-boxed", NOT_TRUE)],
        ),
        broken(
            "a size",
            &[marked(
                "shared.yaml",
                "description: An account.",
                "description: An account.\n      x-boxed: 128",
            )],
            &[found("shared.yaml", "schema `User`", "/components/schemas/User/x-boxed", NOT_TRUE)],
        ),
        broken(
            "an enum",
            &[marked(
                "keys.yaml",
                "      enum: [active, revoked]\n",
                "      enum: [active, revoked]\n      x-boxed: true\n",
            )],
            &[found(
                "keys.yaml",
                "schema `KeyState`",
                "/components/schemas/KeyState/x-boxed",
                "the extension `x-boxed` is not in the vocabulary",
            )],
        ),
        broken(
            "a component that is never optional",
            &[marked("keys.yaml", "description: A commit.", "description: A commit.\n      x-boxed: true")],
            &[found(
                "keys.yaml",
                "schema `CommitPlace`",
                "/components/schemas/CommitPlace/x-boxed",
                "no optional property has this type",
            )],
        ),
        broken(
            "a request body",
            &[marked(
                "keys.yaml",
                "description: What to change of a key.",
                "description: What to change of a key.\n      x-boxed: true",
            )],
            &[found(
                "keys.yaml",
                "schema `KeyUpdate`",
                "/components/schemas/KeyUpdate/x-boxed",
                "a request body reaches it",
            )],
        ),
        broken(
            "a property",
            &[Replace("shared.yaml", "login: {type: string,", "login: {type: string, x-boxed: true,")],
            &[found(
                "shared.yaml",
                "schema `User`",
                "/components/schemas/User/properties/login/x-boxed",
                "the extension `x-boxed` is not in the vocabulary",
            )],
        ),
    ]);
}

#[test]
fn a_marked_object_and_a_marked_union_are_boxed_where_they_are_optional() {
    let sources = crate::small_spec::changed(&[
        marked("shared.yaml", "description: An account.", "description: An account.\n      x-boxed: true"),
        marked(
            "keys.yaml",
            "description: Where a key is used, by its kind.",
            "description: Where a key is used, by its kind.\n      x-boxed: true",
        ),
    ]);
    let files = github_secret_scanning_codegen::generate(&sources).expect("both are optional").files;
    let keys = &files["generated/src/generated/types/keys.rs"];
    for (field, ty) in [
        ("added_by", "::std::option::Option<::std::boxed::Box<User>>"),
        ("place", "::std::option::Option<::std::boxed::Box<Place>>"),
        ("origin", "::std::option::Option<Origin>"),
    ] {
        assert!(keys.contains(&format!("pub {field}: {ty},")), "{keys}");
    }
}
