//! What the programs take from their environment, and a reader that goes away.

use std::process::Output;

use github_secret_scanning::models::Alert;
use github_secret_scanning_fake::{FakeGitHub, TOKEN};

use super::program::{Running, alone, program};

/// `triage` with this token and this address, and no way to any other server.
fn triage(token: &str, address: &str) -> Output {
    let mut triage = alone("triage", &["--org", "acme"]);
    triage.env("GITHUB_TOKEN", token).env("GITHUB_API_URL", address).env("HTTPS_PROXY", "http://127.0.0.1:1");
    triage.output().unwrap()
}

#[test]
fn the_server_of_the_environment_is_asked_with_the_token_of_the_environment() {
    let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(3)).start().unwrap();
    let output = triage(TOKEN, fake.base_url());
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), stderr.as_str()), (Some(0), ""));
    let received = fake.received();
    assert_eq!(received.len(), 1, "{received:?}");
    assert_eq!(received[0].login.as_deref(), Some("octocat"));
}

#[test]
fn a_server_on_this_machine_is_reached_past_the_proxy_of_the_environment() {
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
fn an_empty_token_is_none() {
    let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(3)).start().unwrap();
    let output = triage("", fake.base_url());
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    assert!(stderr.contains("a made-up GitHub"), "{stderr}");
    assert!(fake.received().is_empty());
}

#[test]
fn nobody_who_reads_on_is_a_quiet_end() {
    let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(3)).start().unwrap();
    let mut triage = program("triage", fake.base_url(), &["--org", "acme"]);
    triage.env("GITHUB_TOKEN", TOKEN);
    let mut triage = Running::begin(triage);
    triage.close_stdout();
    let (code, stderr) = triage.end();
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
}
