//! The `Link` header (RFC 8288), as far as pagination needs it.
//!
//! Only the query parameters of a target are read, never the rest of its URL: a header cannot send a token to
//! another host, and a proxy may leave URLs unchanged.

use http::HeaderMap;
use http::header::LINK;
use url::form_urlencoded;

/// The targets of the links of one response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Links {
    pub(crate) next: Option<LinkTarget>,
    pub(crate) last: Option<LinkTarget>,
    /// Whether a header is damaged, or mentions `next`, in a form that yields no `next`: the list may
    /// continue.
    pub(crate) next_is_lost: bool,
}

/// The query parameters of a link that name a position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LinkTarget {
    pub(crate) page: Option<String>,
    pub(crate) after: Option<String>,
    pub(crate) before: Option<String>,
}

impl Links {
    /// Reads all `Link` headers. Of two links with one relation the first applies; malformed links are
    /// ignored.
    pub(crate) fn read(headers: &HeaderMap) -> Self {
        let mut links = Self::default();
        for value in headers.get_all(LINK) {
            links.add(&String::from_utf8_lossy(value.as_bytes()));
        }
        links.next_is_lost &= links.next.is_none();
        links
    }

    fn add(&mut self, header: &str) {
        let mut rest = header;
        while let Some((before, uri, parameters)) = next_uri(rest) {
            let (relations, after) = read_relations(parameters);
            let read = &parameters[..parameters.len() - after.len()];
            let is_damaged = !is_separator(before) || relations.is_empty() || ends_within_quotes(read);
            self.next_is_lost |= is_damaged || mentions_next(read);
            rest = after;
            for relation in relations.split_ascii_whitespace() {
                let slot = if relation.eq_ignore_ascii_case("next") {
                    &mut self.next
                } else if relation.eq_ignore_ascii_case("last") {
                    &mut self.last
                } else {
                    continue;
                };
                slot.get_or_insert_with(|| LinkTarget::read(uri));
            }
        }
        self.next_is_lost |= !is_separator(rest);
    }
}

/// Returns whether `text` is what separates links, and no part of a damaged one.
fn is_separator(text: &str) -> bool {
    text.chars().all(|character| character == ',' || character.is_whitespace())
}

/// Returns whether the parameters of a link end within a quoted value.
fn ends_within_quotes(parameters: &str) -> bool {
    let (mut quoted, mut characters) = (false, parameters.chars());
    while let Some(character) = characters.next() {
        match character {
            '"' => quoted = !quoted,
            '\\' if quoted => drop(characters.next()),
            _ => {}
        }
    }
    quoted
}

/// Returns whether the parameters of a link contain the word `next`.
fn mentions_next(parameters: &str) -> bool {
    let mut words = parameters.split(|character: char| !character.is_ascii_alphanumeric());
    words.any(|word| word.eq_ignore_ascii_case("next"))
}

impl LinkTarget {
    fn read(uri: &str) -> Self {
        let mut target = Self::default();
        let without_fragment = uri.split('#').next().unwrap_or_default();
        let query = without_fragment.split_once('?').map_or("", |(_, query)| query);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let slot = match &*name {
                "page" => &mut target.page,
                "after" => &mut target.after,
                "before" => &mut target.before,
                _ => continue,
            };
            slot.get_or_insert_with(|| value.into_owned());
        }
        target
    }
}

/// Returns what precedes the next `<URI>`, the URI, and the rest. Commas and semicolons within belong to
/// the URI.
fn next_uri(text: &str) -> Option<(&str, &str, &str)> {
    let (before, from_uri) = text.split_once('<')?;
    let (uri, after) = from_uri.split_once('>')?;
    Some((before, uri, after))
}

/// Returns the first `rel` among the parameters of a link, and the rest after the link.
fn read_relations(text: &str) -> (String, &str) {
    let mut relations: Option<String> = None;
    let mut rest = text.trim_start();
    while let Some(parameter) = rest.strip_prefix(';') {
        let parameter = parameter.trim_start();
        let name_end = parameter.find(['=', ';', ',']).unwrap_or(parameter.len());
        let (name, after_name) = parameter.split_at(name_end);
        let (value, after) = match after_name.strip_prefix('=') {
            Some(value) => read_value(value.trim_start()),
            None => (String::new(), after_name),
        };
        if name.trim_end().eq_ignore_ascii_case("rel") {
            relations.get_or_insert(value);
        }
        rest = after.trim_start();
    }
    (relations.unwrap_or_default(), rest)
}

/// Returns a quoted or plain value, and the rest.
fn read_value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([';', ',']).unwrap_or(text.len());
        let (value, rest) = text.split_at(end);
        return (value.trim_end().to_owned(), rest);
    };
    let mut value = String::new();
    let mut characters = quoted.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => value.extend(characters.next()),
            _ => value.push(character),
        }
    }
    (value, characters.as_str())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use proptest::prelude::*;

    use super::*;

    fn read(values: &[&str]) -> Links {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(LINK, HeaderValue::from_bytes(value.as_bytes()).unwrap());
        }
        Links::read(&headers)
    }

    fn next_page(value: &str) -> Option<String> {
        read(&[value]).next.and_then(|target| target.page)
    }

    #[test]
    fn the_form_of_github_is_read() {
        let links = read(&[
            r#"<https://api.github.com/repositories/1/x?per_page=5&page=2>; rel="next", <https://api.github.com/repositories/1/x?page=9>; rel="last""#,
        ]);
        assert_eq!(links.next.and_then(|t| t.page).as_deref(), Some("2"));
        assert_eq!(links.last.and_then(|t| t.page).as_deref(), Some("9"));
    }

    #[test]
    fn separators_inside_a_uri_do_not_end_it() {
        let value = r#"<https://h/x?q=a,b;rel="prev"&page=2>; rel="next""#;
        assert_eq!(next_page(value).as_deref(), Some("2"));
    }

    #[test]
    fn separators_inside_a_quoted_parameter_do_not_end_it() {
        let value = r#"<https://h/?page=2>; title="a, <b?page=7>; rel=\"prev\""; rel="next""#;
        assert_eq!(next_page(value).as_deref(), Some("2"));
    }

    #[test]
    fn relations_may_be_bare_several_and_in_any_case() {
        for value in ["<?page=2>;rel=next", "<?page=2> ; REL = \"prev NEXT\"", "<?page=2>;a;b=c;rel=next;d"] {
            assert_eq!(next_page(value).as_deref(), Some("2"), "{value}");
        }
        assert_eq!(next_page("<?page=2>; rel=prev; rel=next"), None);
    }

    #[test]
    fn several_headers_are_one_list() {
        let links = read(&["<?page=1>; rel=prev", "<?page=3>; rel=next", "<?page=4>; rel=next"]);
        assert_eq!(links.next.and_then(|t| t.page).as_deref(), Some("3"));
    }

    #[test]
    fn cursors_are_decoded() {
        let links = read(&["<https://h/?after=Y3%3D%3D%26a+b&before=>; rel=next"]);
        let target = links.next.unwrap();
        assert_eq!(target.after.as_deref(), Some("Y3==&a b"));
        assert_eq!(target.before.as_deref(), Some(""));
    }

    #[test]
    fn the_parameters_of_a_foreign_or_relative_uri_are_read() {
        assert_eq!(next_page("<https://evil.example/?page=2#page=9>; rel=next").as_deref(), Some("2"));
        assert_eq!(next_page("</x?page=2>; rel=next").as_deref(), Some("2"));
    }

    #[test]
    fn malformed_headers_have_no_links() {
        for value in ["", "<", "<?page=2", "<?page=2>", "?page=2; rel=next", "<?page=2>; rel", ";;,,<>"] {
            let links = read(&[value]);
            assert_eq!((links.next, links.last), (None, None), "{value}");
        }
    }

    #[test]
    fn a_damaged_header_without_a_next_link_is_not_the_end_of_the_list() {
        for value in [
            "<https://h/?page=2; rel=\"next\"",
            "https://h/?page=2>; rel=\"next\"",
            "https://h/?page=2; rel=next",
            "<https://h/?page=2>; rel=\"nex",
            "<https://h/?page=2>; rel",
            "<https://h/?page=2>",
            "<https://h/?pa",
            "<?page=2>; rel=prev; rel=next",
            "<?page=1>; rel=prev, <?page=3",
            "<?page=2>; relation=next; rel=",
        ] {
            assert!(read(&[value]).next_is_lost, "{value}");
        }
        assert!(!read(&["<?page=2", "<?page=2>; rel=next"]).next_is_lost, "another header has it");
    }

    #[test]
    fn the_last_page_of_a_list_is_its_end() {
        for value in [
            "",
            " , ",
            "<https://h/?page=1>; rel=\"prev\", <https://h/?page=1>; rel=\"first\"",
            // Names and cursors may contain the word.
            "<https://h/enterprises/next/x?after=next>; rel=\"prev\"",
            "<?page=1>; rel=prev; title=\"nextdoor\"",
        ] {
            assert!(!read(&[value]).next_is_lost, "{value}");
        }
        assert!(!Links::read(&HeaderMap::new()).next_is_lost);
    }

    proptest! {
        #[test]
        fn any_header_is_read_without_a_panic(value in "[<>;,=\"\\\\ a-z?&%#é]{0,60}|\\PC{0,60}") {
            Links::default().add(&value);
        }

        #[test]
        fn a_written_link_reads_back(cursor in "\\PC{0,20}", page in 1u64.., title in "[ -!#-\\[\\]-~]{0,12}") {
            let query: String = form_urlencoded::Serializer::new(String::new())
                .append_pair("after", &cursor)
                .append_pair("page", &page.to_string())
                .finish();
            let header = format!("<https://h/a,b;c?{query}>; title=\"{title}\"; rel=\"next\"");
            let mut links = Links::default();
            links.add(&header);
            let expected = LinkTarget { page: Some(page.to_string()), after: Some(cursor), before: None };
            prop_assert_eq!(links.next, Some(expected));
        }

        #[test]
        fn a_next_link_that_is_cut_anywhere_is_never_the_end(length in 1usize..=42) {
            let header = "<https://h/?page=2&per_page=5>; rel=\"next\"";
            let links = read(&[&header[..length]]);
            prop_assert!(links.next.is_some() || links.next_is_lost);
        }
    }
}
