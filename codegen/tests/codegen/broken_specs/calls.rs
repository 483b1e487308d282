//! `x-call`: it fits the path, names each argument once, and gives a method of a free name.

use super::{Broken, assert_refused, broken, found};
use crate::small_spec::Change::{self, Replace};

const GET: &str = "operation `keys/get`";
const LIST: &str = "operation `keys/list`";
const UPDATE: &str = "operation `keys/update`";

const fn get(call: &'static str) -> Change {
    Replace("keys.yaml", "x-call: repo.key(key_number).get", call)
}

const fn update(call: &'static str) -> Change {
    Replace("keys.yaml", "x-call: repo.key(key_number).update", call)
}

#[test]
fn a_call_that_does_not_fit_its_operation_is_refused() {
    assert_refused(&[
        broken(
            "no call",
            &[Replace("keys.yaml", "      x-call: repo.keys\n", "")],
            &[found("keys.yaml", LIST, "<list>", "`x-call` is missing")],
        ),
        broken(
            "a call that is a list",
            &[get("x-call: [repo, get]")],
            &[found("keys.yaml", GET, "<get>/x-call", "a string is required")],
        ),
        broken(
            "a call of three segments",
            &[get("x-call: repo.key(key_number).more.get")],
            &[found("keys.yaml", GET, "<get>/x-call", "is not a call")],
        ),
        broken(
            "a call with a keyword",
            &[get("x-call: repo.key(key_number).type")],
            &[found("keys.yaml", GET, "<get>/x-call", "is not a call")],
        ),
        broken(
            "a call of another scope than that of the path",
            &[get("x-call: org.key(key_number).get")],
            &[found(
                "keys.yaml",
                GET,
                "<get>/x-call",
                "the call begins with `org`, and the path with the scope `repo`",
            )],
        ),
        broken(
            "a call of an internal operation",
            &[get("x-internal: true\n      x-call: repo.key(key_number).get")],
            &[found("keys.yaml", GET, "<get>/x-call", "`x-call` on an internal operation")],
        ),
    ]);
}

#[test]
fn a_call_whose_arguments_are_not_those_of_its_operation_is_refused() {
    assert_refused(&[
        broken(
            "a parameter of the path that the call lacks",
            &[get("x-call: repo.get_key")],
            &[found("keys.yaml", GET, "<get>/x-call", "`key_number` is not an argument of its call")],
        ),
        broken(
            "an argument in two segments",
            &[get("x-call: repo.key(key_number).get(key_number)")],
            &[found("keys.yaml", GET, "<get>/x-call", "the argument `key_number` occurs twice")],
        ),
        broken(
            "an argument that the operation lacks",
            &[get("x-call: repo.key(key_number).get(title)")],
            &[found("keys.yaml", GET, "<get>/x-call", "the argument `title` is neither")],
        ),
        broken(
            "an argument that the body does not require",
            &[update("x-call: repo.key(key_number).update(title)")],
            &[found("keys.yaml", UPDATE, "<update>/x-call", "the argument `title` is neither")],
        ),
        broken(
            "a required property that the call lacks",
            &[NOTE],
            &[found("keys.yaml", UPDATE, "<update>/x-call", "`note` is not an argument of its call")],
        ),
        broken(
            "a property of the body in the sub-scope",
            &[
                NOTE,
                get("x-call: repo.key(key_number).get"),
                update("x-call: repo.noted_key(key_number, note).update"),
            ],
            &[found("keys.yaml", UPDATE, "<update>/x-call", "`note` is a property of the body")],
        ),
    ]);
}

/// A property that the body of the update requires.
const NOTE: Change = Replace(
    "keys.yaml",
    "      description: What to change of a key.\n      properties:\n",
    "      description: What to change of a key.\n      required: [note]\n      properties:\n        note: {type: string, description: Why.}\n",
);

#[test]
fn a_call_whose_names_are_taken_is_refused() {
    const TAKEN: &[Broken] = &[
        broken(
            "a method of every scope",
            &[Replace("keys.yaml", "x-call: repo.keys", "x-call: repo.client")],
            &[found("keys.yaml", LIST, "<list>/x-call", "`client` is a method that the scope already has")],
        ),
        broken(
            "a method with the name of an argument of its sub-scope",
            &[get("x-call: repo.key(key_number).key_number")],
            &[found("keys.yaml", GET, "<get>/x-call", "`key_number` is a method that the scope already has")],
        ),
        broken(
            "two operations of one call",
            &[update("x-call: repo.key(key_number).get")],
            &[found("keys.yaml", UPDATE, "<update>/x-call", "its call is also that of `keys/get`")],
        ),
        broken(
            "a sub-scope with the name of a method",
            &[Replace("keys.yaml", "x-call: repo.keys", "x-call: repo.key")],
            &[
                found(
                    "keys.yaml",
                    GET,
                    "<get>/x-call",
                    "its sub-scope `key` has the name of the method of `keys/list`",
                ),
                found("keys.yaml", UPDATE, "<update>/x-call", "its sub-scope `key` has the name"),
            ],
        ),
        broken(
            "a sub-scope with other arguments",
            &[update("x-call: repo.key.update(key_number)")],
            &[found(
                "keys.yaml",
                UPDATE,
                "<update>/x-call",
                "its sub-scope `key` differs from that of `keys/get`",
            )],
        ),
        broken(
            "a request type with the name of a sub-scope",
            &[Replace("keys.yaml", "x-request: ListKeys", "x-request: KeyScope")],
            &[found("keys.yaml", LIST, "<list>/x-request", "`KeyScope` cannot name its request type")],
        ),
    ];
    assert_refused(TAKEN);
}
