//! Files that are no part of a document, and parts that do not fit together.

use super::{assert_refused, broken, found};
use crate::small_spec::Change::{Remove, Replace, Write};

#[test]
fn a_file_that_is_no_part_of_a_document_is_refused() {
    assert_refused(&[
        broken("no root file", &[Remove("openapi.yaml")], &[found("", "", "", "there is no `openapi.yaml`")]),
        broken(
            "a bracket that nothing closes",
            &[Write("more.yaml", "paths:\n  /a: [1, 2\n")],
            &[found("more.yaml", "", "", "it is not valid YAML: error: line 2 column 7")],
        ),
        broken(
            "a key that occurs twice",
            &[Replace(
                "keys.yaml",
                "      summary: Get one key\n",
                "      summary: Get one key\n      summary: Get it\n",
            )],
            &[found("keys.yaml", "", "", "line 35 column 7: duplicate mapping key: summary")],
        ),
        broken(
            "an alias of nothing",
            &[Write("more.yaml", "paths: *a")],
            &[found("more.yaml", "", "", "line 1 column 8")],
        ),
        broken("an empty file", &[Write("more.yaml", "")], &[found("more.yaml", "", "", "it is empty")]),
        broken(
            "a file of comments",
            &[Write("more.yaml", "# soon\n")],
            &[found("more.yaml", "", "", "it is empty")],
        ),
        broken(
            "a list",
            &[Write("more.yaml", "- paths")],
            &[found("more.yaml", "", "", "it is not a mapping")],
        ),
        broken(
            "a text",
            &[Write("more.yaml", "paths")],
            &[found("more.yaml", "", "", "it is not a mapping")],
        ),
        broken(
            "two documents in one file",
            &[Write("more.yaml", "paths: {}\n---\npaths: {}\n")],
            &[found("more.yaml", "", "", "only single YAML document expected")],
        ),
        broken(
            "a file name that is no module",
            &[Write("more-keys.yaml", "paths: {}")],
            &[found("more-keys.yaml", "", "", "its name cannot name a module")],
        ),
        broken(
            "a file name in camel case",
            &[Write("moreKeys.yaml", "paths: {}")],
            &[found("moreKeys.yaml", "", "", "its name cannot name a module")],
        ),
        broken(
            "a file name with another ending",
            &[Write("more.yml", "paths: {}")],
            &[found("more.yml", "", "", "its name cannot name a module")],
        ),
        broken(
            "a file that would overwrite a module of the generator",
            &[Write("mod.yaml", "paths: {}")],
            &[found("mod.yaml", "", "", "its name cannot name a module")],
        ),
    ]);
}

#[test]
fn a_key_that_does_not_belong_into_its_file_is_refused() {
    assert_refused(&[
        broken(
            "a family file with a head",
            &[Replace("keys.yaml", "paths:\n", "info: {title: Keys}\npaths:\n")],
            &[found("keys.yaml", "", "/info", "`info` does not belong in this file")],
        ),
        broken(
            "a root file with paths",
            &[Replace("openapi.yaml", "components:", "paths: {}\ncomponents:")],
            &[found("openapi.yaml", "", "/paths", "`paths` does not belong in this file")],
        ),
        broken(
            "an extension at the top",
            &[Replace("keys.yaml", "paths:\n", "x-internal: true\npaths:\n")],
            &[found("keys.yaml", "", "/x-internal", "`x-internal` does not belong in this file")],
        ),
        broken(
            "paths that are a list",
            &[Write("more.yaml", "paths: [/a]")],
            &[found("more.yaml", "", "/paths", "it is not a mapping")],
        ),
        broken(
            "schemas that are a list",
            &[Write("more.yaml", "components: {schemas: [A]}")],
            &[found("more.yaml", "", "/components/schemas", "it is not a mapping")],
        ),
        broken(
            "components of an unknown kind",
            &[Write("more.yaml", "components: {examples: {One: {value: 1}}}")],
            &[found(
                "more.yaml",
                "the components",
                "/components/examples/One",
                "`examples` are no components that are taken",
            )],
        ),
    ]);
}

#[test]
fn a_name_in_two_files_is_a_problem_of_the_second() {
    assert_refused(&[
        broken(
            "a schema",
            &[Write("more.yaml", "components: {schemas: {User: {type: object}}}")],
            &[found("shared.yaml", "", "/components/schemas/User", "`User` is in `more.yaml` already")],
        ),
        broken(
            "a path",
            &[Write("more.yaml", "paths: {'/repos/{owner}/{repo}/keys': {}}")],
            &[found("more.yaml", "", "/paths/~1repos~1{owner}~1{repo}~1keys", "is in `keys.yaml` already")],
        ),
    ]);
}
