//! The body and the headers of an error response.

#![no_main]

use github_secret_scanning::raw::operations::{GET_ALERT, UPDATE_ALERT};
use github_secret_scanning::{ErrorKind, fuzzing};
use github_secret_scanning_fuzz::{Response, TOKEN, check_error, now};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Response { status, headers, body } = Response::parse(input);
    if status.is_success() {
        return;
    }
    for operation in [&GET_ALERT, &UPDATE_ALERT] {
        let error_of = |body| fuzzing::refused(operation, status, headers.clone(), body, TOKEN, now());
        let error = error_of(body);
        check_error(&error, TOKEN);
        assert_eq!(error.status(), Some(status.as_u16()));

        // A shortened text has an ellipsis in addition.
        let fits =
            |text: Option<&str>, limit: usize| text.is_none_or(|text| text.chars().count() <= limit + 1);
        assert!(fits(error.message(), 500));
        assert!(fits(error.documentation_url(), 300));
        for text in [error.message(), error.documentation_url()].into_iter().flatten() {
            assert!(!text.contains("ghp_") && !text.contains("github_pat_"), "not masked: {text}");
        }
        assert!(error.details().len() <= 20);
        for detail in error.details() {
            for part in [&detail.resource, &detail.field, &detail.code, &detail.message] {
                assert!(fits(part.as_deref(), 200));
            }
        }

        // The body can turn a 403 into a rate limit, and affects no other kind.
        let without_body = error_of(b"");
        if status != 403 {
            assert_eq!(error.kind(), without_body.kind());
        } else if error.kind() != without_body.kind() {
            let kinds = [error.kind(), without_body.kind()];
            assert!(kinds.contains(&ErrorKind::RateLimited) && kinds.contains(&ErrorKind::Forbidden));
        }
        assert_eq!(error.request_id(), without_body.request_id());
        assert_eq!(error.outcome_unknown(), without_body.outcome_unknown());
    }
});
