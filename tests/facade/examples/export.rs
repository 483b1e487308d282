//! `export`: the lines of a file, and the arguments.

mod checkpoint;
mod csv;
mod existing_file;
mod own_file;
mod pagination;
mod streams;

use std::fs::{self, File, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use github_secret_scanning::models::{Alert, AlertState, Resolution};
use github_secret_scanning::{Exposed, Secret};
use github_secret_scanning_fake::{FakeGitHub, operations};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::program::run;
use crate::support::{Reply, Server};

/// Starts a fake with two alerts, one of them with CSV formulas.
fn fake() -> FakeGitHub {
    let mut first = Alert::new(1);
    first.secret = Some(Secret::from("made-up-1"));
    first.secret_type = Some("npm_access_token".to_owned());
    let mut second = Alert::new(2);
    second.secret = Some(Secret::from("=made-up-2"));
    second.state = Some(AlertState::Resolved);
    second.resolution = Some(Resolution::Revoked);
    second.resolution_comment = Some("=1+1, \"done\"\nat last".to_owned());
    FakeGitHub::builder().alert("acme/widgets", first).alert("acme/widgets", second).start().unwrap()
}

fn export(fake: &FakeGitHub, out: &Path, more: &[&str]) -> (Option<i32>, String, String) {
    let arguments = ["--repo", "acme/widgets", "--out", out.to_str().unwrap()];
    run("export", fake.base_url(), &[&arguments, more].concat())
}

/// Returns the path of the checkpoint.
pub(super) fn checkpoint_of(out: &Path) -> PathBuf {
    with_suffix(out, ".checkpoint")
}

/// Returns the path that an export is written to until it has finished.
pub(super) fn partial_of(out: &Path) -> PathBuf {
    with_suffix(out, ".partial")
}

fn with_suffix(out: &Path, suffix: &str) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn secrets_are_neither_requested_nor_written_by_default() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    assert_eq!(export(&fake, &out, &[]).0, Some(0));
    for line in fs::read_to_string(&out).unwrap().lines() {
        assert_eq!(serde_json::from_str::<Value>(line).unwrap().get("secret"), None);
    }
    let received = fake.received_for(&operations::LIST_REPO_ALERTS);
    let sent = |name: &str, value: &str| received[0].query.contains(&(name.to_owned(), value.to_owned()));
    assert!(sent("hide_secret", "true") && sent("per_page", "100"));
    assert!(sent("sort", "created") && sent("direction", "asc"));
}

#[tokio::test]
async fn include_secrets_writes_whole_alerts_to_a_fresh_file_that_only_the_owner_can_read() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let repo = fake.client().unwrap().repo("acme", "widgets").unwrap();
    let out = directory.path().join("out.ndjson");
    for exists in [false, true] {
        let mut reader = exists.then(|| {
            fs::write(&out, "of an earlier export\n").unwrap();
            fs::set_permissions(&out, Permissions::from_mode(0o644)).unwrap();
            File::open(&out).unwrap()
        });
        assert_eq!(export(&fake, &out, &["--include-secrets"]).0, Some(0));
        assert_eq!(mode(&out), 0o600);
        if let Some(reader) = &mut reader {
            assert_eq!(io::read_to_string(reader).unwrap(), "of an earlier export\n");
        }
        let mut alerts = repo.alerts().page().await.unwrap().items;
        alerts.sort_by_key(|alert| alert.number);
        let lines = alerts.iter().map(|alert| serde_json::to_string(&Exposed(alert)).unwrap() + "\n");
        assert_eq!(fs::read_to_string(&out).unwrap(), lines.collect::<String>());
    }
}

#[test]
fn csv_has_one_header_and_escapes_formulas() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.csv");
    for (more, secrets) in [(&[][..], None), (&["--include-secrets"], Some(["made-up-1", "'=made-up-2"]))] {
        assert_eq!(export(&fake, &out, more).0, Some(0));
        let mut reader = ::csv::Reader::from_path(&out).unwrap();
        let header = reader.headers().unwrap().clone();
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        let column = |name: &str| {
            let index = header.iter().position(|column| column == name)?;
            Some([rows[0].get(index).unwrap(), rows[1].get(index).unwrap()])
        };
        assert_eq!(rows.len(), 2);
        assert_eq!(column("number"), Some(["1", "2"]));
        assert_eq!(column("repository"), Some(["acme/widgets"; 2]));
        assert_eq!(column("state"), Some(["open", "resolved"]));
        assert_eq!(column("resolution_comment"), Some(["", "'=1+1, \"done\"\nat last"]));
        assert_eq!(column("secret"), secrets);
    }
}

#[test]
fn pipe_gets_the_same_bytes_without_a_checkpoint_and_cannot_be_resumed() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    assert_eq!(export(&fake, &out, &[]).0, Some(0));
    let (code, stdout, _) = export(&fake, Path::new("/dev/stdout"), &[]);
    assert_eq!(code, Some(0));
    assert_eq!(stdout, fs::read_to_string(&out).unwrap());
    let (code, _, stderr) = export(&fake, Path::new("/dev/stdout"), &["--resume"]);
    let expected = "error: cannot resume: /dev/stdout is not a regular file";
    assert_eq!((code, stderr.as_str()), (Some(1), expected));
    let files = fs::read_dir(directory.path()).unwrap().count();
    assert_eq!(files, 2, "the regular one and its checkpoint");
}

#[test]
fn exactly_one_scope_is_required() {
    let arguments = ["--out", "x"];
    assert_eq!(run("export", "http://127.0.0.1:1", &arguments).0, Some(2));
    let two = [&arguments[..], &["--org", "acme", "--repo", "acme/widgets"]].concat();
    assert_eq!(run("export", "http://127.0.0.1:1", &two).0, Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn malformed_items_and_unrequested_secrets_are_skipped() {
    let alert = |number: u64| json!({ "number": number, "secret": "made-up" });
    let first = json!([alert(1), { "number": "made-up" }, alert(3)]);
    let first = Reply::ok(&first).header("link", "<https://h/?page=2>; rel=next");
    let second = Reply::ok(&json!([alert(4), { "number": 5, "created_at": "made-up" }]));
    let server = Server::script([first, second]);
    let directory = TempDir::new().unwrap();
    let out = directory.path().join("out.ndjson");
    let arguments = ["--repo", "acme/widgets", "--out", out.to_str().unwrap()];
    let (code, _, stderr) = tokio::task::block_in_place(|| run("export", server.url(), &arguments));
    assert_eq!(code, Some(2));
    let expected = format!(
        "warning: item 2 of the list is malformed: cannot decode `number`\n\
         warning: item 5 of the list is malformed: cannot decode `created_at`\n\
         3 alerts are in {}\n\
         malformed items that were skipped: 2",
        out.display(),
    );
    assert_eq!(stderr, expected);
    assert_eq!(fs::read_to_string(&out).unwrap(), "{\"number\":1}\n{\"number\":3}\n{\"number\":4}\n");

    let again = [&arguments[..], &["--resume"]].concat();
    let (code, _, stderr) = tokio::task::block_in_place(|| run("export", server.url(), &again));
    assert_eq!(code, Some(2), "finished with the same malformed items");
    assert!(stderr.starts_with("this export has finished already\n3 alerts are in "), "{stderr}");
    assert!(stderr.ends_with("that were skipped: 2"), "{stderr}");
    assert_eq!(server.received().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn hidden_characters_are_escapes_of_json() {
    let comment = "\u{1b}\u{9b}\u{202e}\u{feff}x";
    let alert = json!({ "number": 1, "resolution_comment": comment });
    let server = Server::script([Reply::ok(&json!([alert]))]);
    let arguments = ["--repo", "acme/widgets", "--out", "/dev/stdout"];
    let (code, stdout, _) = tokio::task::block_in_place(|| run("export", server.url(), &arguments));
    assert_eq!(code, Some(0));
    assert!(stdout.contains(r#"\u001b\u009b\u202e\ufeffx""#), "{stdout}");
    let parsed: Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(parsed["resolution_comment"], comment);
}

#[test]
fn invalid_name_does_not_change_the_file() {
    let directory = TempDir::new().unwrap();
    let out = directory.path().join("out.ndjson");
    fs::write(&out, "of an earlier export\n").unwrap();
    for repo in ["acme", "acme/wid gets"] {
        let arguments = ["--repo", repo, "--out", out.to_str().unwrap()];
        let (code, _, stderr) = run("export", "http://127.0.0.1:1", &arguments);
        assert_eq!(code, Some(1));
        assert!(stderr.starts_with("error: `full_name` "), "{stderr}");
        assert_eq!(fs::read_to_string(&out).unwrap(), "of an earlier export\n");
    }
}
