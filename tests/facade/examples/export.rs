//! `export`: what it writes, and where to.

mod paging;
mod record;
mod rows;
mod streams;
mod untouched;

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use github_secret_scanning::models::{Alert, AlertState, Resolution};
use github_secret_scanning::{Secret, expose_secrets};
use github_secret_scanning_fake::{FakeGitHub, operations};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::program::run;
use crate::support::{Answer, Server};

/// Two alerts whose text is meant to do harm.
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

/// The file that stands beside it.
fn checkpoint(out: &Path) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(".checkpoint");
    name.into()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn secrets_are_not_asked_for_and_not_written_unless_that_is_asked_for() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    assert_eq!(export(&fake, &out, &[]).0, Some(0));
    for line in fs::read_to_string(&out).unwrap().lines() {
        assert_eq!(serde_json::from_str::<Value>(line).unwrap().get("secret"), None);
    }
    let received = fake.received_for(&operations::LIST_REPO_ALERTS);
    let asked = |name: &str, value: &str| received[0].query.contains(&(name.to_owned(), value.to_owned()));
    assert!(asked("hide_secret", "true") && asked("per_page", "100"));
    assert!(asked("sort", "created") && asked("direction", "asc"));
}

#[tokio::test]
async fn with_include_secrets_a_line_is_the_whole_alert_in_a_file_for_its_owner_alone() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let repo = fake.client().unwrap().repo("acme", "widgets").unwrap();
    let out = directory.path().join("out.ndjson");
    for there_already in [false, true] {
        if there_already {
            fs::set_permissions(&out, Permissions::from_mode(0o644)).unwrap();
        }
        assert_eq!(export(&fake, &out, &["--include-secrets"]).0, Some(0));
        assert_eq!(mode(&out), 0o600);
        let mut alerts = repo.alerts().page().await.unwrap().items;
        alerts.sort_by_key(|alert| alert.number);
        let lines =
            alerts.iter().map(|alert| expose_secrets(|| serde_json::to_string(alert)).unwrap() + "\n");
        assert_eq!(fs::read_to_string(&out).unwrap(), lines.collect::<String>());
    }
}

#[test]
fn csv_has_one_header_and_no_cell_that_a_spreadsheet_would_run() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.csv");
    for (more, secrets) in [(&[][..], None), (&["--include-secrets"], Some(["made-up-1", "'=made-up-2"]))] {
        assert_eq!(export(&fake, &out, more).0, Some(0));
        let mut reader = csv::Reader::from_path(&out).unwrap();
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
fn a_pipe_gets_the_same_bytes_and_no_checkpoint_and_cannot_be_resumed() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    assert_eq!(export(&fake, &out, &[]).0, Some(0));
    let (code, stdout, _) = export(&fake, Path::new("/dev/stdout"), &[]);
    assert_eq!(code, Some(0));
    assert_eq!(stdout, fs::read_to_string(&out).unwrap());
    let (code, _, stderr) = export(&fake, Path::new("/dev/stdout"), &["--resume"]);
    let said = "error: cannot resume: /dev/stdout is no regular file";
    assert_eq!((code, stderr.as_str()), (Some(1), said));
    let files = fs::read_dir(directory.path()).unwrap().count();
    assert_eq!(files, 2, "the regular one and its checkpoint");
}

#[test]
fn exactly_one_of_the_three_scopes_is_needed() {
    let arguments = ["--out", "x"];
    assert_eq!(run("export", "http://127.0.0.1:1", &arguments).0, Some(2));
    let two = [&arguments[..], &["--org", "acme", "--repo", "acme/widgets"]].concat();
    assert_eq!(run("export", "http://127.0.0.1:1", &two).0, Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_named_and_left_out_and_so_is_a_secret_that_nobody_asked_for() {
    let alert = |number: u64| json!({ "number": number, "secret": "made-up" });
    let first = json!([alert(1), { "number": "made-up" }, alert(3)]);
    let first = Answer::ok(&first).header("link", "<https://h/?page=2>; rel=next");
    let second = Answer::ok(&json!([alert(4), { "number": 5, "created_at": "made-up" }]));
    let server = Server::script([first, second]).await;
    let directory = TempDir::new().unwrap();
    let out = directory.path().join("out.ndjson");
    let arguments = ["--repo", "acme/widgets", "--out", out.to_str().unwrap()];
    let (code, _, stderr) = tokio::task::block_in_place(|| run("export", server.url(), &arguments));
    assert_eq!(code, Some(2));
    let said = format!(
        "warning: entry 2 of the list cannot be read at `number`\n\
         warning: entry 5 of the list cannot be read at `created_at`\n\
         3 alerts are in {}\n\
         entries that could not be read, and are not in it: 2",
        out.display(),
    );
    assert_eq!(stderr, said);
    assert_eq!(fs::read_to_string(&out).unwrap(), "{\"number\":1}\n{\"number\":3}\n{\"number\":4}\n");

    let again = [&arguments[..], &["--resume"]].concat();
    let (code, _, stderr) = tokio::task::block_in_place(|| run("export", server.url(), &again));
    assert_eq!(code, Some(2), "finished, and no better than before");
    assert!(stderr.starts_with("this export is finished already\n3 alerts are in "), "{stderr}");
    assert!(stderr.ends_with("and are not in it: 2"), "{stderr}");
    assert_eq!(server.received().len(), 2);
}

#[test]
fn a_name_that_cannot_be_one_leaves_the_file_as_it_is() {
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
