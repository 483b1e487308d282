//! `x-type`: operations that share a request type agree on everything that they share.

use super::{Found, assert_refused, broken, found};
use crate::small_spec::Change::{self, Replace};
use crate::small_spec::changed;

const REPO_TYPE: &str = "<list>/x-type";
const REPO: &str = "operation `keys/list`";

/// The type of the list of a repository.
const SHARED: Change = Replace(
    "keys.yaml",
    "      x-request: ListKeys\n",
    "      x-request: ListKeys\n      x-type: ListAllKeys\n",
);

/// A list of an organization that shares it, and has a filter more.
const ORG_LIST: Change = Replace("keys.yaml", "components:\n  schemas:\n    Key:\n", ORG_LIST_TEXT);
const ORG_LIST_TEXT: &str = "  /orgs/{org}/keys:
    get:
      operationId: keys/list-for-org
      tags: [keys]
      summary: Lists the keys of an organization
      description: Lists the keys of all repositories.
      externalDocs: {url: 'https://docs.github.com/rest/keys#list-for-org'}
      x-family: keys
      x-request: ListOrgKeys
      x-type: ListAllKeys
      x-call: org.keys
      x-pagination: page
      x-idempotent: true
      x-permissions: {fine-grained: [keys=read], classic: [repo], installation: true}
      x-availability: [dotcom]
      x-exclusive: [[tags, state]]
      parameters:
        - {name: org, in: path, required: true, description: The organization., schema: {type: string}}
        - {name: repository, in: query, description: The repository to keep., schema: {type: string}}
        - {name: state, in: query, description: The state to keep., schema: {$ref: '#/components/schemas/KeyState'}} # of all
        - {name: tags, in: query, description: The tags to keep., style: form, explode: false, schema: {type: array, items: {type: string}}} # of all
        - {name: per_page, in: query, description: How many keys a page holds., schema: {type: integer, minimum: 1, maximum: 100}}
        - $ref: '#/components/parameters/Page'
      responses:
        '200':
          description: One page of keys.
          headers: {Link: {$ref: '#/components/headers/Link'}}
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Key'}}}} # of all
        '404': {$ref: '#/components/responses/NotFound'}
components:
  schemas:
    Key:
";

/// Both changes, and a third to the text of the second.
fn refused(change: &'static str, old: &'static str, new: &'static str, problems: &[Found]) {
    assert_refused(&[broken(change, &[SHARED, ORG_LIST, Replace("keys.yaml", old, new)], problems)]);
}

#[test]
fn a_shared_type_is_generic_and_offers_to_each_scope_what_it_has() {
    let files = github_secret_scanning_codegen::generate(&changed(&[SHARED, ORG_LIST]))
        .unwrap_or_else(|problems| panic!("{problems}"))
        .files;
    let text = &files["src/generated/requests/list_all_keys.rs"];
    let (shared, org) =
        text.split_once("impl ListAllKeys<Org> {").expect("the organization has a setter of its own");
    assert!(shared.contains("impl<S> ListAllKeys<S> {"));
    assert!(shared.contains("pub fn state(") && !shared.contains("pub fn repository("));
    assert!(org.contains("pub fn repository("));
    assert!(!text.contains("impl ListAllKeys<Repo>"));
}

#[test]
fn shared_parameters_that_disagree_are_refused() {
    let differs = |what| [found("keys.yaml", REPO, REPO_TYPE, what)];
    refused(
        "another type",
        "The state to keep., schema: {$ref: '#/components/schemas/KeyState'}} # of all",
        "The state to keep., schema: {type: string}}",
        &differs(
            "its parameter `state` differs from that of `keys/list-for-org`, whose request type `ListAllKeys` it shares",
        ),
    );
    refused(
        "another limit",
        "{name: per_page, in: query, description: How many keys a page holds., schema: {type: integer, minimum: 1, maximum: 100}}",
        "{name: per_page, in: query, description: How many keys a page holds., schema: {type: integer, minimum: 1, maximum: 50}}",
        &differs("its parameter `per_page` differs"),
    );
    refused(
        "another description",
        "description: The tags to keep., style: form, explode: false, schema: {type: array, items: {type: string}}} # of all",
        "description: The tags that are kept., style: form, explode: false, schema: {type: array, items: {type: string}}}",
        &differs("its parameter `tags` differs"),
    );
    refused(
        "one value instead of a list",
        "description: The tags to keep., style: form, explode: false, schema: {type: array, items: {type: string}}} # of all",
        "description: The tags to keep., schema: {type: string}}",
        &differs("its parameter `tags` differs"),
    );
    refused(
        "a pair that is exclusive for one of them",
        "      x-exclusive: [[tags, state]]\n",
        "",
        &differs("its `x-exclusive` for `state` and `tags` differs"),
    );
}

#[test]
fn operations_of_other_kinds_responses_or_bodies_share_no_type() {
    refused(
        "another item",
        "{type: array, items: {$ref: '#/components/schemas/Key'}}}} # of all",
        "{type: array, items: {$ref: '#/components/schemas/User'}}}}",
        &[found("keys.yaml", REPO, REPO_TYPE, "its response differs from that of `keys/list-for-org`")],
    );
    assert_refused(&[
        broken(
            "a list and a single request",
            &[
                ORG_LIST,
                Replace(
                    "keys.yaml",
                    "      x-request: GetKey\n",
                    "      x-request: GetKey\n      x-type: ListAllKeys\n",
                ),
            ],
            &[found("keys.yaml", "operation `keys/get`", "<get>/x-type", "its kind of request differs")],
        ),
        broken(
            "two operations of one scope",
            &[
                SHARED,
                Replace(
                    "keys.yaml",
                    "      x-request: GetKey\n",
                    "      x-request: GetKey\n      x-type: ListAllKeys\n",
                ),
            ],
            &[found("keys.yaml", "operation `keys/get`", "<get>/x-type", "its scope is that of `keys/list`")],
        ),
        broken(
            "another body",
            &[
                Replace(
                    "keys.yaml",
                    "      x-request: UpdateKey\n",
                    "      x-request: UpdateKey\n      x-type: ChangeKey\n",
                ),
                Replace("keys.yaml", "components:\n  schemas:\n    Key:\n", ORG_UPDATE),
            ],
            &[
                found("keys.yaml", "operation `keys/update`", "<update>/x-type", "its body differs"),
                found(
                    "keys.yaml",
                    "operation `keys/update`",
                    "<update>/x-type",
                    "its list of path parameters differs",
                ),
            ],
        ),
        broken(
            "a type with the name of another request",
            &[SHARED, Replace("keys.yaml", "x-request: GetKey", "x-request: ListAllKeys")],
            &[found(
                "keys.yaml",
                "operation `keys/get`",
                "<get>/x-request",
                "its request type has the name of the shared type of `keys/list`",
            )],
        ),
        broken(
            "a type in snake case",
            &[Replace("keys.yaml", "x-request: ListKeys\n", "x-request: ListKeys\n      x-type: list_all\n")],
            &[found("keys.yaml", REPO, REPO_TYPE, "`list_all` cannot name its request type")],
        ),
        broken(
            "a type with a name of the facade",
            &[Replace(
                "keys.yaml",
                "x-request: ListKeys\n",
                "x-request: ListKeys\n      x-type: OrgOrRepo\n",
            )],
            &[found("keys.yaml", REPO, REPO_TYPE, "`OrgOrRepo` cannot name its request type")],
        ),
    ]);
}

const ORG_UPDATE: &str = "  /orgs/{org}/keys:
    patch:
      operationId: keys/update-for-org
      tags: [keys]
      summary: Changes the keys of an organization
      description: Changes the keys of all repositories.
      externalDocs: {url: 'https://docs.github.com/rest/keys#update-for-org'}
      x-family: keys
      x-request: UpdateOrgKeys
      x-type: ChangeKey
      x-call: org.update_keys
      x-idempotent: false
      x-permissions: {fine-grained: [keys=write], classic: [repo], installation: true}
      x-availability: [dotcom]
      parameters:
        - {name: org, in: path, required: true, description: The organization., schema: {type: string}}
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/OrgKeyUpdate'}}}
      responses:
        '204': {description: The keys are changed.}
        '404': {$ref: '#/components/responses/NotFound'}
components:
  schemas:
    OrgKeyUpdate:
      type: object
      description: What to change of all keys.
      properties: {title: {type: string, description: What the keys are called.}}
    Key:
";
