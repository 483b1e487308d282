//! What an operation answers: one success, named schemas, JSON alone.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::Replace;

const GET: &str = "operation `keys/get`";
const UPDATE: &str = "operation `keys/update`";
const KEY: &str = "'200': {description: The key., content: {application/json: {schema: {$ref: '#/components/schemas/Key'}}}}";

#[test]
fn an_operation_without_exactly_one_success_is_refused() {
    assert_refused(&[
        broken(
            "two success types",
            &[Replace(
                "keys.yaml",
                "        '204': {description: The key is changed.}\n",
                "        '204': {description: The key is changed.}\n        '202': {description: The key will change.}\n",
            )],
            &[found("keys.yaml", UPDATE, "<update>/responses", "it has 2 success types")],
        ),
        broken(
            "no success",
            &[Replace("keys.yaml", "        '204': {description: The key is changed.}\n", "")],
            &[found("keys.yaml", UPDATE, "<update>/responses", "it has 0 success types")],
        ),
        broken(
            "no responses",
            &[Replace(
                "keys.yaml",
                "      responses:\n        '204': {description: The key is changed.}\n        '404': {$ref: '#/components/responses/NotFound'}\n",
                "",
            )],
            &[found("keys.yaml", UPDATE, "<update>/responses", "an object is required")],
        ),
        broken(
            "a default",
            &[Replace(
                "keys.yaml",
                "        '204': {description: The key is changed.}\n",
                "        '204': {description: The key is changed.}\n        default: {$ref: '#/components/responses/NotFound'}\n",
            )],
            &[found("keys.yaml", UPDATE, "<update>/responses/default", "`default` is not a status code")],
        ),
        broken(
            "a status that is no number",
            &[Replace(
                "keys.yaml",
                "        '204': {description: The key is changed.}\n",
                "        '204': {description: The key is changed.}\n        abc: {description: Nothing.}\n",
            )],
            &[found("keys.yaml", UPDATE, "<update>/responses/abc", "`abc` is not a status code")],
        ),
        broken(
            "a range of statuses",
            &[Replace(
                "keys.yaml",
                "'204': {description: The key is changed.}\n",
                "'204': {description: The key is changed.}\n        '4XX': {description: Nothing.}\n",
            )],
            &[found("keys.yaml", UPDATE, "<update>/responses/4XX", "`4XX` is not a status code")],
        ),
        broken(
            "a status with a sign",
            &[Replace("keys.yaml", "'204': {description", "'+204': {description")],
            &[
                found("keys.yaml", UPDATE, "<update>/responses/+204", "`+204` is not a status code"),
                found("keys.yaml", UPDATE, "<update>/responses", "it has 0 success types"),
            ],
        ),
    ]);
}

#[test]
fn a_response_that_the_client_cannot_read_is_refused() {
    assert_refused(&[
        broken(
            "two media types",
            &[Replace(
                "keys.yaml",
                KEY,
                "'200': {description: The key., content: {application/json: {schema: {$ref: '#/components/schemas/Key'}}, text/plain: {schema: {type: string}}}}",
            )],
            &[found(
                "keys.yaml",
                GET,
                "<get>/responses/200/content",
                "its media types are not `application/json` alone",
            )],
        ),
        broken(
            "another media type",
            &[Replace(
                "keys.yaml",
                KEY,
                "'200': {description: The key., content: {application/xml: {schema: {$ref: '#/components/schemas/Key'}}}}",
            )],
            &[found(
                "keys.yaml",
                GET,
                "<get>/responses/200/content",
                "its media types are not `application/json` alone",
            )],
        ),
        broken(
            "an inline answer",
            &[Replace(
                "keys.yaml",
                KEY,
                "'200': {description: The key., content: {application/json: {schema: {type: string}}}}",
            )],
            &[found(
                "keys.yaml",
                GET,
                "<get>/responses/200/content/application~1json/schema",
                "its response has no name",
            )],
        ),
        broken(
            "an answer that may be null",
            &[Replace(
                "keys.yaml",
                KEY,
                "'200': {description: The key., content: {application/json: {schema: {nullable: true, allOf: [{$ref: '#/components/schemas/Key'}]}}}}",
            )],
            &[found(
                "keys.yaml",
                GET,
                "<get>/responses/200/content/application~1json/schema",
                "its response has no name",
            )],
        ),
        broken(
            "a list of texts",
            &[Replace(
                "keys.yaml",
                "schema: {type: array, items: {$ref: '#/components/schemas/Key'}}",
                "schema: {type: array, items: {type: string}}",
            )],
            &[found(
                "keys.yaml",
                "operation `keys/list`",
                "<list>/responses/200/content/application~1json/schema/items",
                "the items of its list have no name",
            )],
        ),
        broken(
            "an inline error",
            &[
                Replace(
                    "shared.yaml",
                    "{schema: {$ref: '#/components/schemas/ErrorBody'}}",
                    "{schema: {type: string}}",
                ),
                Replace(
                    "shared.yaml",
                    "message: {type: string, description: A sentence for a person.}",
                    "message: {$ref: '#/components/schemas/User'}",
                ),
            ],
            &[
                found(
                    "shared.yaml",
                    "response `NotFound`",
                    "/components/responses/NotFound/content/application~1json/schema",
                    "its error response has no name",
                ),
                found(
                    "shared.yaml",
                    "schema `ErrorBody`",
                    "/components/schemas/ErrorBody",
                    "nothing refers to it",
                ),
            ],
        ),
        broken(
            "a response without a description",
            &[Replace("keys.yaml", "'204': {description: The key is changed.}", "'204': {}")],
            &[found("keys.yaml", UPDATE, "<update>/responses/204", "`description` is missing")],
        ),
        broken(
            "a response with links",
            &[Replace(
                "keys.yaml",
                "'204': {description: The key is changed.}",
                "'204': {description: The key is changed., links: {}}",
            )],
            &[found(
                "keys.yaml",
                UPDATE,
                "<update>/responses/204/links",
                "`links` is outside of the accepted subset",
            )],
        ),
        broken(
            "a header that is a number",
            &[Replace(
                "shared.yaml",
                "Where the neighbouring pages are., schema: {type: string}",
                "Where the neighbouring pages are., schema: {type: integer}",
            )],
            &[found("shared.yaml", "header `Link`", "/components/headers/Link/schema", "a header is a text")],
        ),
    ]);
}
