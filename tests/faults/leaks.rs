//! Runs all cases again, and searches their output for planted values.
//!
//! The output has all events of `tracing` and `log`, also those of dependencies (reqwest, hyper, h2, rustls, tokio), and
//! all forms of each error and its sources.

use std::sync::Mutex;

use crate::support::{Case, Transcript, leaks, needles, planted};

/// Returns all cases of this binary.
fn all() -> impl Iterator<Item = &'static Case> {
    [
        crate::responses::CASES,
        #[cfg(feature = "app")]
        crate::app::first_token::CASES,
        #[cfg(feature = "app")]
        crate::app::refresh::CASES,
        crate::bodies::CASES,
        #[cfg(feature = "cache")]
        crate::cache::CASES,
        crate::cancellation::CASES,
        crate::connection::CASES,
        crate::connection_failures::CASES,
        crate::credentials::CASES,
        crate::concurrency::CASES,
        crate::deadlines::CASES,
        crate::http2::CASES,
        crate::loopback::CASES,
        crate::rate_limits::CASES,
        crate::pagination::CASES,
        crate::panics::CASES,
        crate::panics::clock::CASES,
        crate::panics::token_provider::CASES,
        #[cfg(feature = "app")]
        crate::app::panics::CASES,
        crate::proxies::CASES,
        crate::permits::CASES,
        crate::redirects::CASES,
        crate::retries::CASES,
        crate::timeouts::CASES,
        crate::unknown_values::CASES,
        #[cfg(feature = "cache")]
        crate::validators::CASES,
        crate::writes::CASES,
    ]
    .into_iter()
    .flatten()
}

#[test]
fn output_of_no_case_contains_a_token_a_key_or_a_secret() {
    let (cases, found) = (Mutex::new(all()), Mutex::new(Vec::new()));
    let next = || cases.lock().unwrap().next();
    let search = || {
        while let Some(case) = next() {
            let result = case.run();
            let needles = needles(&result.tokens);
            let lines = leaks(&result.output, &needles).into_iter();
            found.lock().unwrap().extend(lines.map(|line| format!("{}: {line}", case.name)));
        }
    };
    // More threads than cores: cases mostly wait.
    std::thread::scope(|scope| (0..4).for_each(|_| drop(scope.spawn(search))));
    let found = found.into_inner().unwrap();
    let first = found[..found.len().min(20)].join("\n");
    assert!(found.is_empty(), "{} lines, the first of them:\n{first}", found.len());
}

#[test]
fn search_finds_planted_values() {
    let needles = needles(&["a-jwt-of-a-request".to_owned()]);
    for leak in [
        format!("invalid type: string {:?}, expected u64", planted::MISPLACED),
        format!("Bearer {}", planted::TOKEN),
        format!("{:?}", planted::SECRET.as_bytes()),
        planted::app_key().to_owned(),
        "a-jwt-of-a-request".to_owned(),
    ] {
        assert!(!leaks(&leak, &needles).is_empty(), "{leak}");
    }
    assert!(leaks("no planted value\n", &needles).is_empty());
}

#[test]
fn events_of_dependencies_are_recorded() {
    let case = crate::connection::CASES.iter().find(|case| case.name.contains("unknown_authority")).unwrap();
    let output = case.run().output;
    for target in ["github_secret_scanning", "hyper_util", "reqwest", "rustls"] {
        assert!(output.lines().any(|line| line.contains(&format!(" {target}::"))), "no event of {target}");
    }
    let transcript = Transcript::begin();
    tracing::trace!(target: "h2::proto", "an event");
    assert!(transcript.text().contains("an event"));
}
