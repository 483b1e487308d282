//! Environment variables of the examples, and a closed standard output.

use std::process::Output;

use github_secret_scanning::models::Alert;
use github_secret_scanning_fake::{FakeGitHub, TOKEN};

use super::program::{Running, program, without_server};

/// Runs `triage` with a token and a base URL in the environment; no other server can be reached.
fn triage(token: &str, base_url: &str) -> Output {
    let mut triage = without_server("triage", &["--org", "acme"]);
    triage
        .env("GITHUB_TOKEN", token)
        .env("GITHUB_API_URL", base_url)
        .env("HTTPS_PROXY", "http://127.0.0.1:1");
    triage.output().unwrap()
}

#[test]
fn server_and_token_of_the_environment_are_used() {
    let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(3)).start().unwrap();
    let output = triage(TOKEN, fake.base_url());
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), stderr.as_str()), (Some(0), ""));
    let received = fake.received();
    assert_eq!(received.len(), 1, "{received:?}");
    assert_eq!(received[0].login.as_deref(), Some("octocat"));
}

#[test]
fn loopback_bypasses_the_proxy_of_the_environment() {
    let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(3)).start().unwrap();
    let mut triage = program("triage", fake.base_url(), &["--org", "acme"]);
    for variable in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        triage.env(variable, "http://127.0.0.1:1");
    }
    triage.env_remove("NO_PROXY").env_remove("no_proxy");
    assert!(triage.output().unwrap().status.success());
    assert_eq!(fake.received().len(), 1);
}

#[test]
fn empty_token_counts_as_missing() {
    let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(3)).start().unwrap();
    let output = triage("", fake.base_url());
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    assert!(stderr.contains("the embedded fake of GitHub"), "{stderr}");
    assert!(fake.received().is_empty());
}

#[test]
fn closed_stdout_is_a_success_without_a_message() {
    let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(3)).start().unwrap();
    let mut triage = program("triage", fake.base_url(), &["--org", "acme"]);
    triage.env("GITHUB_TOKEN", TOKEN);
    let mut triage = Running::start(triage);
    triage.close_stdout();
    let (code, stderr) = triage.finish();
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
}
