//! The body of a refusal, with the headers that are read with it.

#![no_main]

use answers::{Answer, TOKEN, check_error, now};
use github_secret_scanning::raw::operations::{GET_ALERT, UPDATE_ALERT};
use github_secret_scanning::{ErrorKind, fuzzing};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Answer { status, headers, body } = Answer::read(input);
    if status.is_success() {
        return;
    }
    for operation in [&GET_ALERT, &UPDATE_ALERT] {
        let refused = |body| fuzzing::refused(operation, status, headers.clone(), body, TOKEN, now());
        let error = refused(body);
        check_error(&error, TOKEN);
        assert_eq!(error.status(), Some(status.as_u16()));

        // A character more stands for what was cut.
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

        // Words make a limit of a 403, and of nothing else anything else.
        let silent = refused(b"");
        if status != 403 {
            assert_eq!(error.kind(), silent.kind());
        } else if error.kind() != silent.kind() {
            let kinds = [error.kind(), silent.kind()];
            assert!(kinds.contains(&ErrorKind::RateLimited) && kinds.contains(&ErrorKind::Forbidden));
        }
        assert_eq!(error.request_id(), silent.request_id());
        assert_eq!(error.outcome_unknown(), silent.outcome_unknown());
    }
});
