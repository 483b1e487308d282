//! Path templates such as `/repos/{owner}/{repo}`.

use axum::http::Method;
use github_secret_scanning_generated::{Operation, operations};
use percent_encoding::percent_decode_str;

/// A checked path template.
pub(super) struct Template(Vec<Segment>);

#[derive(Debug, PartialEq, Eq)]
enum Segment {
    Plain(String),
    Placeholder(String),
}

impl Template {
    /// Parses a template: a `/` before each segment, which is plain or one `{placeholder}`.
    ///
    /// # Errors
    ///
    /// The reason, for a person.
    pub(super) fn parse(template: &str) -> Result<Self, String> {
        let below_root = template.strip_prefix('/').ok_or("it must begin with `/`")?;
        let mut segments = Vec::new();
        for text in below_root.split('/') {
            let segment = Segment::parse(text)
                .ok_or("each segment must be plain (ASCII letters, digits, `-`, `.`, `_`, `~`) or one `{placeholder}`")?;
            if matches!(segment, Segment::Placeholder(_)) && segments.contains(&segment) {
                return Err("a placeholder must not be repeated".to_owned());
            }
            segments.push(segment);
        }
        Ok(Self(segments))
    }

    /// Returns an operation with a path that this template matches as well.
    pub(super) fn operation(&self, method: &Method) -> Option<&'static Operation> {
        // A HEAD is processed as a GET.
        let method = if method == Method::HEAD { Method::GET } else { method.clone() };
        let overlaps = |path: &str| Self::parse(path).is_ok_and(|template| self.overlaps(&template));
        let mut all = operations::ALL.iter().copied();
        all.find(|operation| method == operation.method && overlaps(operation.path))
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self.0.iter().zip(&other.0).all(|pair| match pair {
                (Segment::Plain(one), Segment::Plain(other)) => one == other,
                _ => true,
            })
    }

    /// Returns the decoded parameters of a path; `None` if the template does not match it.
    pub(super) fn parameters(&self, path: &str) -> Option<Vec<(String, String)>> {
        let texts = path.strip_prefix('/')?.split('/');
        if texts.clone().count() != self.0.len() {
            return None;
        }
        let mut parameters = Vec::new();
        for (segment, text) in self.0.iter().zip(texts) {
            match segment {
                Segment::Plain(plain) if plain == text => {}
                Segment::Placeholder(name) if !text.is_empty() => {
                    // A path that is not UTF-8 exists nowhere.
                    let value = percent_decode_str(text).decode_utf8().ok()?;
                    parameters.push((name.clone(), value.into_owned()));
                }
                _ => return None,
            }
        }
        Some(parameters)
    }
}

impl Segment {
    fn parse(text: &str) -> Option<Self> {
        let is_name = |text: &str| {
            !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        };
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        match text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
            Some(name) => is_name(name).then(|| Self::Placeholder(name.to_owned())),
            // The client sends no segments of dots.
            None if text.is_empty() || text == "." || text == ".." => None,
            None => text.bytes().all(is_plain).then(|| Self::Plain(text.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn malformed_template_is_refused() {
        for template in [
            "",
            "repos",
            "/",
            "/repos/",
            "//a",
            "/a/..",
            "/a?b",
            "/{}",
            "/{a}b",
            "/{a}/{a}",
            "/a b",
            "https://h/a",
            "/{a",
        ] {
            assert!(Template::parse(template).is_err(), "{template}");
        }
        assert!(Template::parse("/repos/{owner}/{repo}/a-b.c_d~e").is_ok());
    }

    #[test]
    fn template_overlaps_an_operation_of_its_method_whatever_the_placeholders_are_called() {
        let operation = |method, template| {
            Template::parse(template).unwrap().operation(&method).map(|operation| operation.id)
        };
        let path = "/repos/{a}/widgets/secret-scanning/alerts";
        let list = Some("secret-scanning/list-alerts-for-repo");
        assert_eq!(operation(Method::GET, path), list);
        assert_eq!(operation(Method::HEAD, path), list);
        assert_eq!(operation(Method::POST, path), None);
        assert_eq!(operation(Method::GET, "/repos/{a}/{b}/{c}/alerts"), list);
        assert_eq!(operation(Method::GET, "/repos/{a}/{b}/secret-scanning/push-protection"), None);
        assert_eq!(operation(Method::GET, "/repos/{owner}/{repo}"), None);
    }

    #[test]
    fn parameters_are_decoded_and_plain_segments_must_be_equal() {
        let template = Template::parse("/repos/{owner}/{repo}/topics").unwrap();
        let pairs = |path| {
            let parameters = template.parameters(path)?.into_iter();
            Some(parameters.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>())
        };
        assert_eq!(pairs("/repos/a%2Fb/c+d/topics").unwrap(), ["owner=a/b", "repo=c+d"]);
        for path in [
            "/repos/a/topics",
            "/repos/a/b/c",
            "/repos/a/b/topics/",
            "/repos//b/topics",
            "/repos/%ff/b/topics",
            "",
        ] {
            assert_eq!(pairs(path), None, "{path}");
        }
    }
}
