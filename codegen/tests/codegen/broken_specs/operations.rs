//! Operations: their place, their words, and their extensions.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::Replace;

const GET: &str = "operation `keys/get`";

#[test]
fn an_operation_without_one_of_its_words_is_refused() {
    assert_refused(&[
        broken(
            "no operationId",
            &[Replace("keys.yaml", "      operationId: keys/get\n", "")],
            &[found(
                "keys.yaml",
                "operation `get /repos/{owner}/{repo}/keys/{key_number}`",
                "<get>",
                "`operationId` is missing",
            )],
        ),
        broken(
            "no summary",
            &[Replace("keys.yaml", "      summary: Get one key\n", "")],
            &[found("keys.yaml", GET, "<get>", "`summary` is missing")],
        ),
        broken(
            "neither a description nor a request type",
            &[
                Replace("keys.yaml", "      description: Fetches one key.\n", "      description: ''\n"),
                Replace("keys.yaml", "      x-request: GetKey\n", ""),
            ],
            &[
                found("keys.yaml", GET, "<get>", "`description` is missing"),
                found("keys.yaml", GET, "<get>", "`x-request` is missing"),
            ],
        ),
        broken(
            "no page of documentation",
            &[Replace(
                "keys.yaml",
                "      externalDocs: {url: 'https://docs.github.com/rest/keys#get'}\n",
                "",
            )],
            &[found("keys.yaml", GET, "<get>/externalDocs", "an object is required")],
        ),
        broken(
            "idempotence in words",
            &[Replace("keys.yaml", "x-idempotent: false", "x-idempotent: no")],
            &[found("keys.yaml", "operation `keys/update`", "<update>", "`x-idempotent` is missing")],
        ),
        broken(
            "no edition",
            &[Replace(
                "keys.yaml",
                "x-permissions: {fine-grained: [keys=write], classic: [repo], installation: true}\n      x-availability: [dotcom]",
                "x-permissions: {fine-grained: [keys=write], classic: [repo], installation: true}",
            )],
            &[found("keys.yaml", "operation `keys/update`", "<update>", "it has no `x-availability`")],
        ),
        broken(
            "a permission of a new kind",
            &[Replace(
                "keys.yaml",
                "{fine-grained: [keys=write], classic: [repo], installation: true}",
                "{fine-grained: [keys=write], classic: [repo], installation: true, oauth: []}",
            )],
            &[found(
                "keys.yaml",
                "operation `keys/update`",
                "<update>/x-permissions/oauth",
                "`oauth` is outside of the accepted subset",
            )],
        ),
        broken(
            "a permission that is no list",
            &[Replace("keys.yaml", "[keys=write]", "keys=write")],
            &[found(
                "keys.yaml",
                "operation `keys/update`",
                "<update>/x-permissions/fine-grained",
                "an array of strings is required",
            )],
        ),
    ]);
}

#[test]
fn a_word_of_an_operation_that_the_generator_does_not_know_is_refused() {
    assert_refused(&[
        broken(
            "an unknown extension",
            &[Replace(
                "keys.yaml",
                "      x-request: GetKey\n",
                "      x-request: GetKey\n      x-preview: true\n",
            )],
            &[found(
                "keys.yaml",
                GET,
                "<get>/x-preview",
                "the extension `x-preview` is not in the vocabulary",
            )],
        ),
        broken(
            "an unknown key",
            &[Replace(
                "keys.yaml",
                "      x-request: GetKey\n",
                "      x-request: GetKey\n      deprecated: true\n",
            )],
            &[found("keys.yaml", GET, "<get>/deprecated", "`deprecated` is outside of the accepted subset")],
        ),
        broken(
            "parameters beside the operations of a path",
            &[Replace(
                "keys.yaml",
                "  /repos/{owner}/{repo}/keys:\n",
                "  /repos/{owner}/{repo}/keys:\n    parameters: []\n",
            )],
            &[found(
                "keys.yaml",
                "path `/repos/{owner}/{repo}/keys`",
                "/paths/~1repos~1{owner}~1{repo}~1keys/parameters",
                "`parameters` is outside",
            )],
        ),
        broken(
            "a family that is not its file",
            &[Replace(
                "keys.yaml",
                "      x-family: keys\n      x-request: GetKey\n",
                "      x-family: locks\n      x-request: GetKey\n",
            )],
            &[found("keys.yaml", GET, "<get>/x-family", "its `x-family` is `locks`")],
        ),
        broken(
            "a tag that is not its family",
            &[Replace(
                "keys.yaml",
                "      tags: [keys]\n      summary: Get one key",
                "      tags: [locks]\n      summary: Get one key",
            )],
            &[found("keys.yaml", GET, "<get>/tags", "its tag is not its family")],
        ),
    ]);
}

#[test]
fn a_path_that_no_request_can_go_to_is_refused() {
    const MOVED: &str = "/paths/~1users~1{owner}~1keys/get";
    assert_refused(&[
        broken(
            "a path outside of every scope",
            &[
                Replace("keys.yaml", "  /repos/{owner}/{repo}/keys:", "  /users/{owner}/keys:"),
                Replace(
                    "keys.yaml",
                    "        - $ref: '#/components/parameters/Repo'\n        - {name: state",
                    "        - {name: state",
                ),
            ],
            &[found(
                "keys.yaml",
                "operation `keys/list`",
                MOVED,
                "the facade has no scope for `/users/{owner}/keys`",
            )],
        ),
        broken(
            "a path without a slash before it",
            &[Replace("keys.yaml", "  /repos/{owner}/{repo}/keys:", "  repos/{owner}/{repo}/keys:")],
            &[found(
                "keys.yaml",
                "operation `keys/list`",
                "/paths/repos~1{owner}~1{repo}~1keys/get",
                "this is not a path template",
            )],
        ),
        broken(
            "a name within a segment",
            &[Replace("keys.yaml", "  /repos/{owner}/{repo}/keys:", "  /repos/{owner}/{repo}/keys:{repo}:")],
            &[found(
                "keys.yaml",
                "operation `keys/list`",
                "/paths/~1repos~1{owner}~1{repo}~1keys:{repo}/get",
                "this is not a path template",
            )],
        ),
        broken(
            "a name that occurs twice",
            &[Replace("keys.yaml", "  /repos/{owner}/{repo}/keys:", "  /repos/{owner}/{repo}/keys/{repo}:")],
            &[found(
                "keys.yaml",
                "operation `keys/list`",
                "/paths/~1repos~1{owner}~1{repo}~1keys~1{repo}/get",
                "this is not a path template",
            )],
        ),
    ]);
}
