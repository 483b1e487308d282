//! The examples without a server or without a token.

use tempfile::TempDir;

use super::program::{program, without_server};

/// A port that no process listens on.
pub(super) const CLOSED_PORT: &str = "http://127.0.0.1:1";

pub(super) const TOKEN: &str = "t0k3n-of-the-environment";

#[test]
fn refused_connection_is_a_one_line_error_without_the_token() {
    let directory = TempDir::new().unwrap();
    let out = directory.path().join("out.ndjson");
    for (name, more) in
        [("triage", [].as_slice()), ("review_bypasses", &[]), ("export", &["--out", out.to_str().unwrap()])]
    {
        let arguments = [&["--repo", "acme/widgets"], more].concat();
        let output = program(name, CLOSED_PORT, &arguments).env("GITHUB_TOKEN", TOKEN).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{name}: {stderr}");
        let errors = stderr.lines().filter(|line| line.starts_with("error: ")).count();
        assert!(errors == 1 && stderr.contains("cannot connect"), "{name}: {stderr}");
        assert!(!stderr.contains(TOKEN), "{name}: {stderr}");
    }
}

#[test]
fn remote_server_without_a_token_is_refused() {
    let output = program("triage", "https://github.invalid", &["--org", "acme"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(stderr, "error: no token: set GITHUB_TOKEN to a token for this server\n");
}

#[test]
fn fake_is_used_without_token_and_base_url_and_one_line_is_logged() {
    for (name, arguments, shown) in [
        ("triage", [].as_slice(), "npm Access Token"),
        ("review_bypasses", &["--repo", "acme/widgets"], "push rule"),
        ("export", &["--enterprise", "acme-inc", "--out", "/dev/stdout"], "acme/.github"),
    ] {
        // Some CI systems set this variable for every job.
        let output =
            without_server(name, arguments).env("GITHUB_API_URL", "http://127.0.0.1:1").output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let (stdout, stderr) = (text(output.stdout), text(output.stderr));
        assert_eq!(output.status.code(), Some(0), "{name}: {stderr}");
        assert!(stdout.contains(shown), "{name}: {stdout}");
        assert_eq!(stderr.matches("the embedded fake of GitHub").count(), 1, "{name}: {stderr}");
    }
}
