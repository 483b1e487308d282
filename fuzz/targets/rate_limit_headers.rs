//! The headers of a rate limit, of an error response and of a success.

#![no_main]

use std::time::Duration;

use github_secret_scanning::raw::operations::{GET_ALERT, UPDATE_ALERT};
use github_secret_scanning::{ErrorKind, fuzzing};
use github_secret_scanning_fuzz::{Response, TOKEN, check_error, now};
use libfuzzer_sys::fuzz_target;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

fuzz_target!(|input: &[u8]| {
    let Response { status, headers, body } = Response::parse(input);
    let dated = fuzzing::date(&headers).is_some();

    let limit = fuzzing::rate_limit(&headers);
    if let Some(limit) = &limit {
        let resource = limit.resource.as_deref().unwrap_or("core");
        assert!((1..=128).contains(&resource.len()) && !resource.contains(char::is_whitespace));
        let wait = |now| fuzzing::window(limit, &headers, now);
        let window = wait(now());
        assert!(window.is_none_or(|wait| wait >= Duration::from_secs(1) && wait <= DAY), "{window:?}");
        assert!(!dated || window == wait(now() + DAY), "not relative to the date header");
    }
    if status.is_success() {
        return;
    }

    for operation in [&GET_ALERT, &UPDATE_ALERT] {
        let error_at = |now| fuzzing::refused(operation, status, headers.clone(), body, TOKEN, now);
        let error = error_at(now());
        check_error(&error, TOKEN);
        assert_eq!(error.status(), Some(status.as_u16()));
        assert!(error.retry_after().is_none_or(|wait| wait <= DAY), "{:?}", error.retry_after());
        assert!(
            !dated || error.retry_after() == error_at(now() + DAY).retry_after(),
            "not relative to the date header"
        );
        let limited = error.kind() == ErrorKind::RateLimited;
        match status.as_u16() {
            429 => assert!(limited),
            // Forbidden, unless there is a sign of a rate limit.
            403 if limited => {
                let exhausted = limit.as_ref().is_some_and(|limit| limit.remaining == Some(0));
                assert!(exhausted || headers.contains_key("retry-after") || !body.is_empty());
            }
            403 => assert_eq!(error.kind(), ErrorKind::Forbidden),
            _ => assert!(!limited),
        }
        if limited {
            assert!(error.retry_after().is_some() && !error.outcome_unknown());
        }
    }
});
