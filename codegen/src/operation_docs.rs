//! The texts about an operation in the documentation of the facade.

use crate::doc_comment::sentence;
use crate::read::{Operation, Permissions};

/// The endpoint, in code.
pub(crate) fn endpoint(operation: &Operation) -> String {
    format!("`{} {}`", operation.method.to_uppercase(), operation.path)
}

/// The paragraphs after the first line: description, endpoint with a link to GitHub's page,
/// permissions and availability.
pub(crate) fn details(operation: &Operation) -> String {
    [
        operation.description.clone(),
        format!("{} ([GitHub's documentation]({})).", endpoint(operation), operation.docs),
        format!("{} {}", permissions(&operation.permissions), availability(&operation.availability)),
    ]
    .join("\n\n")
}

/// The summary as the first line of a doc comment.
pub(crate) fn summary(operation: &Operation) -> String {
    sentence(&operation.summary)
}

/// The words that the summaries of several operations begin with, as a sentence.
pub(crate) fn common_summary<'o>(operations: impl Iterator<Item = &'o Operation>) -> String {
    const CONNECTING: &[&str] = &["a", "an", "for", "in", "of", "the"];
    let mut common: Option<Vec<&str>> = None;
    for operation in operations {
        let words = operation.summary.split_whitespace();
        common = Some(match common {
            None => words.collect(),
            Some(before) => {
                let equal = before.into_iter().zip(words).take_while(|(one, other)| one == other);
                equal.map(|(word, _)| word).collect()
            }
        });
    }
    let mut words = common.unwrap_or_default();
    while words.last().is_some_and(|word| CONNECTING.contains(word)) {
        words.pop();
    }
    if words.is_empty() { "Sends one of several requests.".to_owned() } else { sentence(&words.join(" ")) }
}

/// Which token may call it.
pub(crate) fn permissions(permissions: &Permissions) -> String {
    let code = |names: &[String], word| listed(names.iter().map(|name| format!("`{name}`")), word);
    let scopes = match permissions.classic.as_slice() {
        [] => "a classic token, whose scope GitHub does not document".to_owned(),
        [only] => format!("a classic token with the OAuth scope `{only}`"),
        several => format!("a classic token with the OAuth scope {}", code(several, "or")),
    };
    let fine_grained = match permissions.fine_grained.as_slice() {
        [] => format!("Requires {scopes}. Fine-grained tokens are not supported."),
        [only] => format!("Requires the fine-grained permission `{only}`, or {scopes}."),
        several => format!("Requires the fine-grained permissions {}, or {scopes}.", code(several, "and")),
    };
    let installation =
        if permissions.installation { "" } else { " Installation access tokens are not supported." };
    fine_grained + installation
}

/// Where it exists: editions, and the range of Enterprise Server versions.
pub(crate) fn availability(editions: &[String]) -> String {
    let (servers, others): (Vec<_>, Vec<_>) =
        editions.iter().partition(|edition| edition.starts_with("ghes-"));
    let names = others.into_iter().map(|edition| match edition.as_str() {
        "dotcom" => "GitHub.com".to_owned(),
        "ghec" => "GitHub Enterprise Cloud".to_owned(),
        other => format!("`{other}`"),
    });
    let versions: Vec<_> = servers.iter().filter_map(|edition| edition.strip_prefix("ghes-")).collect();
    let servers = match versions.as_slice() {
        [] => None,
        [only] => Some(format!("GitHub Enterprise Server {only}")),
        [first, .., last] => Some(format!("GitHub Enterprise Server {first} to {last}")),
    };
    format!("Available on {}.", listed(names.chain(servers), "and"))
}

/// `a`, `a and b`, or `a, b, and c`.
pub(crate) fn listed(items: impl Iterator<Item = String>, word: &str) -> String {
    let mut items: Vec<String> = items.collect();
    match items.len() {
        0 | 1 => items.concat(),
        2 => items.join(&format!(" {word} ")),
        _ => {
            let last = items.pop().unwrap_or_default();
            format!("{}, {word} {last}", items.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn availability_names_editions_and_a_range_of_versions() {
        let text = availability(&owned(&["dotcom", "ghec", "ghes-3.17", "ghes-3.18", "ghes-3.19"]));
        let all =
            "Available on GitHub.com, GitHub Enterprise Cloud, and GitHub Enterprise Server 3.17 to 3.19.";
        assert_eq!(text, all);
        let text = availability(&owned(&["ghec", "ghes-3.19"]));
        assert_eq!(text, "Available on GitHub Enterprise Cloud and GitHub Enterprise Server 3.19.");
    }

    #[test]
    fn a_common_summary_has_the_words_that_all_begin_with() {
        let with = |summary: &str| {
            let slice = crate::test_slice::operation("a/b", crate::read::Success::Nothing);
            let operation = slice.operations.into_iter().next().expect("the slice has one");
            Operation { summary: summary.to_owned(), ..operation }
        };
        let operations =
            [with("Lists the alerts of an organization"), with("Lists the alerts of a repository")];
        assert_eq!(common_summary(operations.iter()), "Lists the alerts.");
        let operations = [with("Lists keys"), with("Removes a key")];
        assert_eq!(common_summary(operations.iter()), "Sends one of several requests.");
    }

    #[test]
    fn permissions_name_what_each_kind_of_token_needs() {
        let of = |fine_grained: &[&str], classic: &[&str], installation| {
            permissions(&Permissions {
                fine_grained: owned(fine_grained),
                classic: owned(classic),
                installation,
            })
        };
        assert_eq!(
            of(&["secret_scanning_alerts=read"], &["repo", "security_events"], true),
            "Requires the fine-grained permission `secret_scanning_alerts=read`, or a classic token with the \
             OAuth scope `repo` or `security_events`."
        );
        assert_eq!(
            of(&[], &["admin:enterprise"], false),
            "Requires a classic token with the OAuth scope `admin:enterprise`. Fine-grained tokens are not supported. \
             Installation access tokens are not supported."
        );
        assert_eq!(
            of(&["contents=write"], &[], true),
            "Requires the fine-grained permission `contents=write`, or a classic token, whose scope GitHub does \
             not document."
        );
    }
}
