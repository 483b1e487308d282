//! `export`: an existing file keeps its content until the export has finished.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use github_secret_scanning_fake::{Failure, FakeGitHub, operations};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{checkpoint_of, export, fake, partial_of};
use crate::examples::program::{Running, program, run, wait_until};
use crate::support::{Reply, Server};

const OLD: &str = "of yesterday\n";

fn old_file(directory: &TempDir, fake: &FakeGitHub) -> PathBuf {
    let out = directory.path().join("out.ndjson");
    assert_eq!(export(fake, &out, &[]).0, Some(0));
    fs::write(&out, OLD).unwrap();
    out
}

fn assert_resumes_at_the_start(fake: &FakeGitHub, out: &Path) {
    assert_eq!(fs::read_to_string(out).unwrap(), OLD);
    assert_eq!(export(fake, out, &["--resume"]).0, Some(0));
    let written = fs::read_to_string(out).unwrap();
    let alerts: Vec<Value> = written.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(alerts.iter().map(|alert| &alert["number"]).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn failed_first_request_keeps_the_file_and_resume_starts_again() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = old_file(&directory, &fake);
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::status(403));
    let (code, _, stderr) = export(&fake, &out, &[]);
    assert_eq!(code, Some(1));
    assert!(stderr.ends_with(&format!("\nnothing was written to {}", out.display())), "{stderr}");
    assert_resumes_at_the_start(&fake, &out);
}

#[test]
fn signal_before_the_first_page_keeps_the_file_and_resume_starts_again() {
    for signal in ["KILL", "TERM"] {
        let (fake, directory) = (fake(), TempDir::new().unwrap());
        let out = old_file(&directory, &fake);
        fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::delay(Duration::from_secs(3600)));
        let arguments = ["--repo", "acme/widgets", "--out", out.to_str().unwrap()];
        let mut child = Running::start(program("export", fake.base_url(), &arguments));
        wait_until("a request", || fake.received_for(&operations::LIST_REPO_ALERTS).len() == 2);
        child.signal(signal);
        assert_eq!(child.code(), (signal == "TERM").then_some(130));
        assert_resumes_at_the_start(&fake, &out);
    }
}

#[test]
fn empty_list_truncates_the_file() {
    let (fake, directory) =
        (FakeGitHub::builder().repo("acme/widgets").start().unwrap(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    fs::write(&out, OLD).unwrap();
    let (code, _, stderr) = export(&fake, &out, &[]);
    assert_eq!((code, stderr), (Some(0), format!("0 alerts are in {}", out.display())));
    assert_eq!(fs::read(&out).unwrap(), b"");
    assert_eq!(export(&fake, &out, &["--resume"]).0, Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn file_that_is_moved_or_replaced_during_the_export_is_an_error() {
    for replaced in [false, true] {
        let directory = TempDir::new().unwrap();
        let out = directory.path().join("out.ndjson");
        let path = partial_of(&out);
        let server = Server::start(move |_| {
            fs::rename(&path, path.with_extension("moved")).unwrap();
            if replaced {
                fs::write(&path, OLD).unwrap();
            }
            Reply::ok(&json!([{ "number": 1 }]))
        });
        let arguments = ["--repo", "acme/widgets", "--out", out.to_str().unwrap()];
        let (code, _, stderr) = tokio::task::block_in_place(|| run("export", server.url(), &arguments));
        let partial = partial_of(&out);
        let path = partial.display();
        let expected = format!(
            "error: {path}: it was moved or deleted during the export\n\
             1 alerts were written to {path}; this cannot be resumed"
        );
        assert_eq!((code, stderr), (Some(1), expected));
        assert!(!fs::read_to_string(checkpoint_of(&out)).unwrap().contains("\"finished\": true"));
    }
}
