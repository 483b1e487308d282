//! Setters: each parameter and property gives one, in snake case, beside the methods of its request type.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::Replace;

const LIST: &str = "operation `keys/list`";
const UPDATE: &str = "operation `keys/update`";

#[test]
fn setters_that_would_collide_are_refused() {
    const TITLE: &str =
        "title: {type: string, nullable: true, maxLength: 40, description: What the key is called.}";
    assert_refused(&[
        broken(
            "a parameter that is called `stream`",
            &[
                Replace("keys.yaml", "{name: tags, in: query", "{name: stream, in: query"),
                Replace("keys.yaml", "      x-exclusive: [[state, tags]]\n", ""),
            ],
            &[found(
                "keys.yaml",
                LIST,
                "<list>",
                "the parameter `stream` would be a setter of the same name as a method",
            )],
        ),
        broken(
            "a parameter in camel case",
            &[
                Replace("keys.yaml", "{name: tags, in: query", "{name: keyTags, in: query"),
                Replace("keys.yaml", "      x-exclusive: [[state, tags]]\n", ""),
            ],
            &[found("keys.yaml", LIST, "<list>", "the parameter `keyTags` is not in snake case")],
        ),
        broken(
            "a property in camel case",
            &[Replace("shared.yaml", "login: {type: string", "loginName: {type: string")],
            &[found(
                "shared.yaml",
                "schema `User`",
                "/components/schemas/User/properties/loginName",
                "the property `loginName` is not in snake case",
            )],
        ),
        broken(
            "a property that begins with a digit",
            &[Replace("shared.yaml", "login: {type: string", "2fa: {type: string")],
            &[found(
                "shared.yaml",
                "schema `User`",
                "/components/schemas/User/properties/2fa",
                "the property `2fa` is not in snake case",
            )],
        ),
        broken(
            "a property of a body that is called `send`",
            &[Replace(
                "keys.yaml",
                TITLE,
                "title: {type: string, nullable: true, maxLength: 40, description: What the key is called.}\n        send: {type: boolean, description: Whether to send a mail.}",
            )],
            &[found(
                "keys.yaml",
                UPDATE,
                "<update>",
                "the property `send` of its body would be a setter that conflicts with an existing method",
            )],
        ),
        broken(
            "a property of a body that is called like a parameter of the path",
            &[Replace(
                "keys.yaml",
                TITLE,
                "title: {type: string, nullable: true, maxLength: 40, description: What the key is called.}\n        key_number: {type: integer, format: int64, description: The number.}",
            )],
            &[found(
                "keys.yaml",
                UPDATE,
                "<update>",
                "the property `key_number` of its body would be a setter that conflicts with an existing method",
            )],
        ),
        broken(
            "a property that is called like the setter that clears another",
            &[Replace(
                "keys.yaml",
                TITLE,
                "title: {type: string, nullable: true, maxLength: 40, description: What the key is called.}\n        clear_title: {type: boolean, description: Whether to clear it.}",
            )],
            &[found(
                "keys.yaml",
                UPDATE,
                "<update>",
                "the property `clear_title` of its body would be a setter that conflicts with an existing method",
            )],
        ),
    ]);
}
