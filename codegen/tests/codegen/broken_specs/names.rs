//! Names that come out as Rust: none is a keyword, and no two are the same.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::{Replace, Write};

const ENUM: &str = "      enum: [active, revoked]\n";
const STATE: (&str, &str) = ("schema `KeyState`", "/components/schemas/KeyState");
const GET: &str = "operation `keys/get`";
const LIST: &str = "operation `keys/list`";

#[test]
fn names_of_types_that_collide_or_are_not_rust_are_refused() {
    assert_refused(&[
        broken(
            "two schemas with one Rust name",
            &[
                Write(
                    "more.yaml",
                    "components: {schemas: {KEYState: {type: string, description: A state., enum: [a]}}}",
                ),
                Replace(
                    "keys.yaml",
                    "{$ref: '#/components/schemas/KeyState'} # of a key",
                    "{$ref: '#/components/schemas/KEYState'}",
                ),
            ],
            &[
                found(
                    "more.yaml",
                    "schema `KEYState`",
                    "/components/schemas/KEYState",
                    "its name is not the Rust name `KeyState`",
                ),
                found("keys.yaml", STATE.0, STATE.1, "its Rust name `KeyState` is also that of `KEYState`"),
            ],
        ),
        broken(
            "a schema with a name of Rust's own",
            &[
                Write(
                    "more.yaml",
                    "components: {schemas: {Option: {type: string, description: A state., enum: [a]}}}",
                ),
                Replace(
                    "keys.yaml",
                    "{$ref: '#/components/schemas/KeyState'} # of a key",
                    "{$ref: '#/components/schemas/Option'}",
                ),
            ],
            &[found(
                "more.yaml",
                "schema `Option`",
                "/components/schemas/Option",
                "`Option` is a name of Rust's own",
            )],
        ),
        broken(
            "a request type with the name of a schema",
            &[Replace("keys.yaml", "x-request: GetKey", "x-request: Key")],
            &[found("keys.yaml", GET, "<get>/x-request", "`Key` cannot name its request type")],
        ),
        broken(
            "a request type with a name of the facade",
            &[Replace("keys.yaml", "x-request: GetKey", "x-request: Page")],
            &[found("keys.yaml", GET, "<get>/x-request", "`Page` cannot name its request type")],
        ),
        broken(
            "a request type whose module is a keyword",
            &[Replace("keys.yaml", "x-request: GetKey", "x-request: Mod")],
            &[found("keys.yaml", GET, "<get>/x-request", "`Mod` cannot name its request type")],
        ),
        broken(
            "a request type in snake case",
            &[Replace("keys.yaml", "x-request: GetKey", "x-request: get_key")],
            &[found("keys.yaml", GET, "<get>/x-request", "`get_key` cannot name its request type")],
        ),
        broken(
            "two request types of one name",
            &[Replace("keys.yaml", "x-request: GetKey", "x-request: ListKeys")],
            &[found(
                "keys.yaml",
                GET,
                "<get>/x-request",
                "its request type has the name of that of `keys/list`",
            )],
        ),
    ]);
}

#[test]
fn values_of_an_enum_that_give_no_variant_are_refused() {
    assert_refused(&[
        broken(
            "two values of one variant",
            &[Replace("keys.yaml", ENUM, "      enum: [active, revoked, Active]\n")],
            &[found("keys.yaml", STATE.0, STATE.1, "`Active` and `active` give the same Rust variant")],
        ),
        broken(
            "a value that occurs twice",
            &[Replace("keys.yaml", ENUM, "      enum: [active, revoked, active]\n")],
            &[found("keys.yaml", STATE.0, STATE.1, "`active` occurs twice")],
        ),
        broken(
            "a value that is called like the catch-all",
            &[Replace("keys.yaml", ENUM, "      enum: [active, revoked, other]\n")],
            &[found(
                "keys.yaml",
                STATE.0,
                STATE.1,
                "`other` collides with the variant `Other` that keeps unknown values",
            )],
        ),
        broken(
            "a keyword that no variant can have",
            &[Replace("keys.yaml", ENUM, "      enum: [active, revoked, self]\n")],
            &[found("keys.yaml", STATE.0, STATE.1, "`self` gives no Rust name for a variant")],
        ),
        broken(
            "a value that begins with a digit",
            &[Replace("keys.yaml", ENUM, "      enum: [active, revoked, 2fa]\n")],
            &[found("keys.yaml", STATE.0, STATE.1, "`2fa` gives no Rust name for a variant")],
        ),
        broken(
            "a value of signs",
            &[Replace("keys.yaml", ENUM, "      enum: [active, revoked, '*']\n")],
            &[found("keys.yaml", STATE.0, STATE.1, "`*` gives no Rust name for a variant")],
        ),
    ]);
}

#[test]
fn operations_whose_methods_would_collide_are_refused() {
    assert_refused(&[
        broken(
            "an operationId that occurs twice",
            &[Replace("keys.yaml", "operationId: keys/get", "operationId: keys/list")],
            &[found(
                "keys.yaml",
                LIST,
                "<get>/operationId",
                "its operationId is also that of `get /repos/{owner}/{repo}/keys`",
            )],
        ),
        broken(
            "two operationIds of one method",
            &[Replace("keys.yaml", "operationId: keys/get", "operationId: keys-list")],
            &[found(
                "keys.yaml",
                "operation `keys-list`",
                "<get>/operationId",
                "gives the same Rust method as `keys/list`",
            )],
        ),
        broken(
            "an operationId in another spelling than GitHub's",
            &[Replace("keys.yaml", "operationId: keys/get", "operationId: keys/getOne")],
            &[found(
                "keys.yaml",
                "operation `keys/getOne`",
                "<get>/operationId",
                "its operationId gives no Rust name for a method",
            )],
        ),
        broken(
            "an operationId that begins with a digit",
            &[Replace("keys.yaml", "operationId: keys/get", "operationId: 2keys/get")],
            &[found(
                "keys.yaml",
                "operation `2keys/get`",
                "<get>/operationId",
                "its operationId gives no Rust name for a method",
            )],
        ),
    ]);
}
