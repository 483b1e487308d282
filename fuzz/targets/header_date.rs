//! The dates of headers: each line of the input is one.

#![no_main]

use std::time::{Duration, SystemTime};

use github_secret_scanning::fuzzing::{date, retry_after};
use github_secret_scanning_fuzz::now;
use http::header::{DATE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue};
use libfuzzer_sys::fuzz_target;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The last date that a header can have: its year has four digits.
const LAST: Duration = Duration::from_secs(253_402_300_800);

fuzz_target!(|input: &[u8]| {
    for value in
        input.split(|byte| *byte == b'\n').take(20).filter_map(|line| HeaderValue::from_bytes(line).ok())
    {
        let found = date(&HeaderMap::from_iter([(DATE, value.clone())]));
        if let Some(found) = found {
            let since =
                found.duration_since(SystemTime::UNIX_EPOCH).expect("no header has a date before 1970");
            assert!(since < LAST && since.subsec_nanos() == 0, "{found:?}");
        }

        let headers = HeaderMap::from_iter([(RETRY_AFTER, value.clone())]);
        let wait = retry_after(&headers, now());
        assert!(wait.is_none_or(|wait| wait <= DAY), "{wait:?}");
        if let Some(found) = found {
            let left = found.duration_since(now()).unwrap_or_default();
            assert_eq!(wait, Some(left.min(DAY)), "the same date has another meaning");
        }
        // Relative to the date of the response, whatever the clock of the client.
        let dated = HeaderMap::from_iter([(RETRY_AFTER, value.clone()), (DATE, value)]);
        if found.is_some() {
            assert_eq!(retry_after(&dated, now()), Some(Duration::ZERO));
        }
    }
});
