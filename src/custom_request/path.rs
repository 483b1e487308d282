//! The path template of a custom request, and the values of its placeholders.

use std::collections::HashSet;
use std::fmt::Write;

use crate::error::Error;

/// The argument that an error about a template names.
const ARGUMENT: &str = "path_template";

/// A checked path template such as `/repos/{owner}/{repo}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PathTemplate(Vec<Segment>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Segment {
    Plain(&'static str),
    Placeholder(&'static str),
}

impl PathTemplate {
    /// Parses a template: a `/` before each segment, which is plain or one `{placeholder}`.
    ///
    /// Only characters that no URL parser changes are accepted, so a template has neither a scheme, a
    /// host, a query nor a fragment.
    pub(super) fn parse(template: &'static str) -> Result<Self, Error> {
        let refused = |reason: &'static str| Error::invalid_argument(ARGUMENT, reason);
        let below_root = template.strip_prefix('/').ok_or_else(|| refused("must begin with `/`"))?;
        let segments = below_root.split('/').map(|text| Segment::parse(text).map_err(refused));
        let segments: Vec<_> = segments.collect::<Result<_, _>>()?;
        let mut names = HashSet::new();
        if !placeholders(&segments).all(|name| names.insert(name)) {
            return Err(refused("must not repeat a placeholder"));
        }
        Ok(Self(segments))
    }

    /// Returns the path with `values` in place of the placeholders; each must be given exactly once.
    ///
    /// Whatever the values, the path has as many segments as the template.
    pub(super) fn fill(&self, values: &[(&'static str, String)]) -> Result<String, Error> {
        for (name, value) in values {
            let reason = match () {
                () if placeholders(&self.0).all(|placeholder| placeholder != *name) => {
                    "must be a placeholder of the path template"
                }
                () if values.iter().filter(|(other, _)| other == name).count() > 1 => "must be set once",
                () => match check(value) {
                    Ok(()) => continue,
                    Err(reason) => reason,
                },
            };
            return Err(Error::invalid_argument(name, reason));
        }
        let mut path = String::new();
        for segment in &self.0 {
            path.push('/');
            match segment {
                Segment::Plain(text) => path.push_str(text),
                Segment::Placeholder(name) => {
                    let value = values.iter().find(|(given, _)| given == name);
                    let (_, value) = value.ok_or_else(|| Error::invalid_argument(name, "must be set"))?;
                    push_encoded(&mut path, value);
                }
            }
        }
        Ok(path)
    }
}

impl Segment {
    fn parse(text: &'static str) -> Result<Self, &'static str> {
        let name = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
        if let Some(name) = name {
            let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
            let is_name = !name.is_empty() && name.bytes().all(fits);
            return if is_name {
                Ok(Self::Placeholder(name))
            } else {
                Err("must have ASCII letters, digits and `_` in its placeholders")
            };
        }
        match text {
            "" => Err("must not have an empty segment"),
            "." | ".." => Err("must not have a segment `.` or `..`"),
            text if text.bytes().all(is_unreserved) => Ok(Self::Plain(text)),
            _ => Err("must consist of segments of ASCII letters, digits, `-`, `.`, `_` and `~`, or of one \
                      `{placeholder}` each, without a host, a query or a fragment"),
        }
    }
}

fn placeholders(segments: &[Segment]) -> impl Iterator<Item = &'static str> + '_ {
    segments.iter().filter_map(|segment| match segment {
        Segment::Placeholder(name) => Some(*name),
        Segment::Plain(_) => None,
    })
}

/// Checks the value of a placeholder; an error is the reason, and does not contain the value.
///
/// A value may contain `/`, which is sent as `%2F`: refs and file names do. A dot segment within is
/// refused, because a proxy that decodes the path before it routes would fold it away.
fn check(value: &str) -> Result<(), &'static str> {
    if value.is_empty() {
        Err("must not be empty")
    } else if value.split(['/', '\\']).any(|part| matches!(part, "." | "..")) {
        Err("must not be or contain a segment `.` or `..`")
    } else {
        Ok(())
    }
}

/// Returns whether a byte is an unreserved character (RFC 3986, section 2.3), which is never encoded.
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

fn push_encoded(path: &mut String, value: &str) {
    for byte in value.bytes() {
        if is_unreserved(byte) {
            path.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(path, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use url::{Url, form_urlencoded};

    use super::*;

    const TEMPLATE: &str = "/repos/{owner}/{repo}/hooks";

    fn fill(values: &[(&'static str, &str)]) -> Result<String, Error> {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        PathTemplate::parse(TEMPLATE)?.fill(&values)
    }

    fn refused(error: Option<Error>) -> Option<&'static str> {
        error.and_then(|error| error.argument())
    }

    #[test]
    fn placeholders_are_replaced_in_any_order() -> Result<(), Error> {
        assert_eq!(fill(&[("repo", "widgets"), ("owner", "acme")])?, "/repos/acme/widgets/hooks");
        assert_eq!(PathTemplate::parse("/rate_limit")?.fill(&[])?, "/rate_limit");
        assert_eq!(PathTemplate::parse("/a.b/~c/...")?.fill(&[])?, "/a.b/~c/...");
        Ok(())
    }

    #[test]
    fn a_value_is_percent_encoded_except_for_unreserved_characters() -> Result<(), Error> {
        let path = fill(&[("owner", "feature/ä b+%2e?#"), ("repo", "a-Z_0.~")])?;
        assert_eq!(path, "/repos/feature%2F%C3%A4%20b%2B%252e%3F%23/a-Z_0.~/hooks");
        Ok(())
    }

    #[test]
    fn each_placeholder_must_be_set_exactly_once() {
        assert_eq!(refused(fill(&[("owner", "acme")]).err()), Some("repo"));
        assert_eq!(refused(fill(&[]).err()), Some("owner"));
        let twice = [("owner", "acme"), ("repo", "a"), ("owner", "b")];
        assert_eq!(refused(fill(&twice).err()), Some("owner"));
        let unknown = [("owner", "acme"), ("repo", "a"), ("org", "b")];
        assert_eq!(refused(fill(&unknown).err()), Some("org"));
    }

    #[test]
    fn a_value_that_could_leave_its_segment_is_refused_without_being_shown() {
        for value in ["", ".", "..", "../hunter2", "hunter2/..", "a/./hunter2", "..\\hunter2"] {
            let error = fill(&[("owner", value), ("repo", "widgets")]).unwrap_err();
            assert_eq!(error.argument(), Some("owner"), "{value}");
            assert!(!format!("{error} {error:?}").contains("hunter2"));
        }
    }

    #[test]
    fn a_template_that_is_no_plain_path_is_refused() {
        for template in [
            "",
            "/",
            "repos",
            "//evil.example/x",
            "/a//b",
            "/a/",
            "/.",
            "/a/..",
            "/a/../b",
            "https://evil.example/x",
            "/a?b=c",
            "/a#b",
            "/a%2e",
            "/a b",
            "/a\\b",
            "/ä",
            "/a@b",
            "/a:b",
            "/{}",
            "/{a b}",
            "/{a",
            "/a}",
            "/{a}b",
            "/{a}...{b}",
            "/{a}/{a}",
            "/{{a}}",
        ] {
            assert_eq!(refused(PathTemplate::parse(template).err()), Some(ARGUMENT), "{template}");
        }
    }

    proptest! {
        #[test]
        fn any_accepted_value_is_exactly_one_segment_that_decodes_to_it(
            value in "\\PC{1,12}|[-_.~a-zA-Z0-9]{1,12}|[.%/\\\\ ?#@:;+&=2eEfF\\x00\\r\\n]{1,8}|[.%2e]{1,6}",
        ) {
            let Ok(path) = fill(&[("owner", &value), ("repo", &value)]) else { return Ok(()) };
            let url = Url::parse(&format!("https://host:8443/api/v3{path}")).unwrap();
            let segments: Vec<_> = url.path_segments().into_iter().flatten().collect();
            let [api, v3, repos, owner, repo, hooks] = segments[..] else {
                return Err(TestCaseError::fail(format!("{segments:?}")));
            };
            prop_assert_eq!([api, v3, repos, hooks], ["api", "v3", "repos", "hooks"]);
            for segment in [owner, repo] {
                // Without `+`, both encodings decode alike.
                prop_assert!(!segment.contains('+'));
                let decoded = form_urlencoded::parse(segment.as_bytes()).next().unwrap();
                prop_assert_eq!(decoded.0.as_ref(), value.as_str());
            }
            prop_assert_eq!((url.host_str(), url.port()), (Some("host"), Some(8443)));
            prop_assert_eq!((url.query(), url.fragment(), url.username()), (None, None, ""));
        }
    }
}
