//! `Link` headers; each line of the input is the value of one.

#![no_main]

use github_secret_scanning::fuzzing::{Target, empty_page, links};
use github_secret_scanning::raw::operations::{
    LIST_ALERT_LOCATIONS, LIST_ENTERPRISE_ALERTS, LIST_REPO_ALERTS,
};
use github_secret_scanning::{ResumeToken, models};
use http::header::LINK;
use http::{HeaderMap, HeaderValue};
use libfuzzer_sys::fuzz_target;

/// The longest token that can be parsed, in bytes.
const MAX_TOKEN: usize = 8 * 1024;

fuzz_target!(|input: &[u8]| {
    let mut headers = HeaderMap::new();
    let mut expected: (Option<Target>, Option<Target>) = (None, None);
    for line in input.split(|byte| *byte == b'\n').take(100) {
        let Ok(value) = HeaderValue::from_bytes(line) else { continue };
        headers.append(LINK, value.clone());
        let (next, last) = links(&HeaderMap::from_iter([(LINK, value)]));
        expected.0 = expected.0.or(next);
        expected.1 = expected.1.or(last);
    }
    let found = links(&headers);
    assert_eq!(found, expected, "a header changed the links of another one");

    // One list for each kind of pagination.
    for operation in [&LIST_REPO_ALERTS, &LIST_ENTERPRISE_ALERTS, &LIST_ALERT_LOCATIONS] {
        let page: github_secret_scanning::Page<models::Alert> = empty_page(operation, &headers);
        assert!(page.last.is_none_or(|last| last > 0 && found.1.is_some()));
        let Some(next) = page.next else { continue };
        assert!(found.0.is_some());
        let text = next.to_string();
        if text.len() <= MAX_TOKEN {
            assert_eq!(
                text.parse::<ResumeToken>().ok(),
                Some(next),
                "does not parse to the same token: {text}"
            );
        }
    }
});
