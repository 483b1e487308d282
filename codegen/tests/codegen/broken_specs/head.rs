//! The head of the document: version, title, servers, tags, and security.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::{Replace, Write};

#[test]
fn another_version_of_openapi_is_refused() {
    assert_refused(&[
        broken(
            "OpenAPI 3.1",
            &[Replace("openapi.yaml", "openapi: 3.0.3", "openapi: 3.1.0")],
            &[found("openapi.yaml", "", "/openapi", "this is \"3.1.0\"")],
        ),
        broken(
            "OpenAPI 2",
            &[Replace("openapi.yaml", "openapi: 3.0.3", "swagger: '2.0'")],
            &[found("openapi.yaml", "", "/swagger", "`swagger` does not belong in this file")],
        ),
        broken(
            "no version",
            &[Replace("openapi.yaml", "openapi: 3.0.3\n", "")],
            &[found("", "", "/openapi", "this is \"\"")],
        ),
        broken(
            "a version that is a number",
            &[Replace("openapi.yaml", "openapi: 3.0.3", "openapi: 3.0")],
            &[found("openapi.yaml", "", "/openapi", "the generator reads OpenAPI 3.0")],
        ),
    ]);
}

#[test]
fn a_head_that_says_too_little_or_too_much_is_refused() {
    assert_refused(&[
        broken(
            "no title",
            &[Replace("openapi.yaml", "  title: Keys\n", "")],
            &[found("openapi.yaml", "the title", "/info", "`title` is missing")],
        ),
        broken(
            "no API version",
            &[Replace("openapi.yaml", "  version: '2022-11-28'\n", "")],
            &[found("openapi.yaml", "the title", "/info", "`version` is missing")],
        ),
        broken(
            "an API version that would forge a header",
            &[Replace("openapi.yaml", "version: '2022-11-28'", "version: \"2022-11-2\\nx\"")],
            &[found("openapi.yaml", "the title", "/info/version", "is not the date of an API version")],
        ),
        broken(
            "an API version that is a number",
            &[Replace("openapi.yaml", "version: '2022-11-28'", "version: 2022")],
            &[found("openapi.yaml", "the title", "/info/version", "a string is required")],
        ),
        broken(
            "a summary in the title, as 3.1 has it",
            &[Replace("openapi.yaml", "  title: Keys\n", "  title: Keys\n  summary: Keys\n")],
            &[found(
                "openapi.yaml",
                "the title",
                "/info/summary",
                "`summary` is outside of the accepted subset",
            )],
        ),
        broken(
            "a server without an address",
            &[Replace("openapi.yaml", "  - url: https://api.github.com\n    description", "  - description")],
            &[found("openapi.yaml", "the servers", "/servers/0", "`url` is missing")],
        ),
        broken(
            "a server variable without a value",
            &[Replace(
                "openapi.yaml",
                "    description: GitHub.com.\n",
                "    variables: {host: {description: A name.}}\n",
            )],
            &[found("openapi.yaml", "the servers", "/servers/0/variables/host", "`default` is missing")],
        ),
        broken(
            "a family without a tag",
            &[Replace("openapi.yaml", "  - name: keys\n    description: Keys of a repository.\n", "  []\n")],
            &[found("openapi.yaml", "the tags", "/tags", "the family `keys` has no tag")],
        ),
        broken(
            "a tag without a family",
            &[Replace("openapi.yaml", "tags:\n", "tags:\n  - {name: locks, description: Locks.}\n")],
            &[found("openapi.yaml", "the tags", "/tags/0", "the tag `locks` names no family")],
        ),
        broken(
            "security that nothing defines",
            &[Replace("openapi.yaml", "  - bearer: []", "  - basic: []")],
            &[found("openapi.yaml", "the security", "/security/0", "there is no security scheme `basic`")],
        ),
        broken(
            "a token in the query",
            &[Replace("openapi.yaml", "scheme: bearer,", "scheme: basic,")],
            &[found(
                "openapi.yaml",
                "the security",
                "/components/securitySchemes/bearer",
                "bearer tokens alone",
            )],
        ),
        broken(
            "a component name that is no word",
            &[Write("more.yaml", "components: {responses: {Not-Here: {description: Nothing.}}}")],
            &[
                found(
                    "more.yaml",
                    "the components",
                    "/components/responses/Not-Here",
                    "`Not-Here` cannot name a component",
                ),
                found(
                    "more.yaml",
                    "response `Not-Here`",
                    "/components/responses/Not-Here",
                    "nothing refers to it",
                ),
            ],
        ),
    ]);
}
