//! What the programs do without a server, or without a token for it.

use tempfile::TempDir;

use super::program::{alone, program};

/// Nobody listens there, and no other test ever will.
pub(super) const NOBODY: &str = "http://127.0.0.1:1";

pub(super) const TOKEN: &str = "t0k3n-of-the-environment";

#[test]
fn a_server_that_is_gone_is_one_line_without_the_token() {
    let directory = TempDir::new().unwrap();
    let out = directory.path().join("out.ndjson");
    for (name, more) in
        [("triage", [].as_slice()), ("review_bypasses", &[]), ("export", &["--out", out.to_str().unwrap()])]
    {
        let arguments = [&["--repo", "acme/widgets"], more].concat();
        let output = program(name, NOBODY, &arguments).env("GITHUB_TOKEN", TOKEN).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{name}: {stderr}");
        let errors = stderr.lines().filter(|line| line.starts_with("error: ")).count();
        assert!(errors == 1 && stderr.contains("cannot connect"), "{name}: {stderr}");
        assert!(!stderr.contains(TOKEN), "{name}: {stderr}");
    }
}

#[test]
fn a_server_elsewhere_is_not_asked_without_a_token() {
    let output = program("triage", "https://github.invalid", &["--org", "acme"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(stderr, "error: no token: set GITHUB_TOKEN to one for this server\n");
}

#[test]
fn with_neither_a_token_nor_an_address_it_is_the_made_up_github_and_one_line_says_so() {
    for (name, arguments, shown) in [
        ("triage", [].as_slice(), "npm Access Token"),
        ("review_bypasses", &["--repo", "acme/widgets"], "push rule"),
        ("export", &["--enterprise", "acme-inc", "--out", "/dev/stdout"], "acme/.github"),
    ] {
        // Some CI sets it everywhere.
        let output = alone(name, arguments).env("GITHUB_API_URL", "http://127.0.0.1:1").output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let (stdout, stderr) = (text(output.stdout), text(output.stderr));
        assert_eq!(output.status.code(), Some(0), "{name}: {stderr}");
        assert!(stdout.contains(shown), "{name}: {stdout}");
        assert_eq!(stderr.matches("a made-up GitHub").count(), 1, "{name}: {stderr}");
    }
}
