//! Every case again, and nothing of what is planted in it among all that it printed.
//!
//! Printed is what `tracing` and `log` say at their most talkative, of this crate and of every
//! other one that the client is made of (reqwest, hyper, h2, rustls, moka, tokio), and every
//! error, with its sources, in all ways that it has.

use std::collections::BTreeSet;
use std::sync::Mutex;

use crate::support::{Case, Transcript, planted};

/// All cases of this binary.
fn all() -> impl Iterator<Item = &'static Case> {
    [
        crate::answers::CASES,
        #[cfg(feature = "app")]
        crate::app::minting::CASES,
        #[cfg(feature = "app")]
        crate::app::renewal::CASES,
        crate::bodies::CASES,
        #[cfg(feature = "cache")]
        crate::cache::CASES,
        crate::cancellation::CASES,
        crate::connection::CASES,
        crate::credentials::CASES,
        crate::crowd::CASES,
        crate::deadlines::CASES,
        crate::http2::CASES,
        crate::limits::CASES,
        crate::lists::CASES,
        crate::proxies::CASES,
        crate::queue::CASES,
        crate::redirects::CASES,
        crate::retries::CASES,
        crate::timeouts::CASES,
        crate::unknown::CASES,
        crate::writes::CASES,
    ]
    .into_iter()
    .flatten()
}

/// What must not be found: what is planted, each line of the private key, and every credential
/// that a server saw.
fn needles(tokens: &[String]) -> BTreeSet<String> {
    let key = planted::app_key().lines().filter(|line| !line.starts_with("-----"));
    let tokens = tokens.iter().map(String::as_str).filter(|token| !token.is_empty());
    planted::ALL.into_iter().chain(key).chain(tokens).map(str::to_owned).collect()
}

/// The lines of `printed` that hold one of `needles`, as it is or as a list of bytes.
fn leaks<'p>(printed: &'p str, needles: &BTreeSet<String>) -> Vec<&'p str> {
    let listed = |needle: &str| {
        let bytes: Vec<_> = needle.bytes().take(8).map(|byte| byte.to_string()).collect();
        bytes.join(", ")
    };
    let searched: Vec<_> = needles.iter().flat_map(|needle| [needle.clone(), listed(needle)]).collect();
    printed.lines().filter(|line| searched.iter().any(|needle| line.contains(needle))).collect()
}

#[test]
fn no_case_prints_a_token_a_key_or_a_secret() {
    let (cases, found) = (Mutex::new(all()), Mutex::new(Vec::new()));
    let next = || cases.lock().unwrap().next();
    let search = || {
        while let Some(case) = next() {
            let played = case.play();
            let needles = needles(&played.tokens);
            let lines = leaks(&played.printed, &needles).into_iter();
            found.lock().unwrap().extend(lines.map(|line| format!("{}: {line}", case.name)));
        }
    };
    // Each case has one thread, and spends much of its time waiting.
    std::thread::scope(|scope| (0..4).for_each(|_| drop(scope.spawn(search))));
    let found = found.into_inner().unwrap();
    let first = found[..found.len().min(20)].join("\n");
    assert!(found.is_empty(), "{} lines, the first of them:\n{first}", found.len());
}

#[test]
fn the_search_would_find_what_it_searches_for() {
    let needles = needles(&["a-jwt-that-a-server-saw".to_owned()]);
    for leak in [
        format!("invalid type: string {:?}, expected u64", planted::MISPLACED),
        format!("Bearer {}", planted::TOKEN),
        format!("{:?}", planted::SECRET.as_bytes()),
        planted::app_key().to_owned(),
        "a-jwt-that-a-server-saw".to_owned(),
    ] {
        assert!(!leaks(&leak, &needles).is_empty(), "{leak}");
    }
    assert!(leaks("nothing of that kind\n", &needles).is_empty());
}

#[test]
fn what_dependencies_say_through_tracing_and_log_is_recorded_as_well() {
    let case = crate::connection::CASES.iter().find(|case| case.name.contains("unknown_authority")).unwrap();
    let printed = case.play().printed;
    for target in ["github_secret_scanning", "hyper_util", "reqwest", "rustls"] {
        assert!(printed.lines().any(|line| line.contains(&format!(" {target}::"))), "{target} said nothing");
    }
    let transcript = Transcript::begin();
    tracing::trace!(target: "h2::proto", "a word");
    assert!(transcript.text().contains("a word"));
}
