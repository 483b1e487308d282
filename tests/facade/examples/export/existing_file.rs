//! `export`: what stays of an older file, and for how long.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use github_secret_scanning_fake::{Failure, FakeGitHub, operations};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{checkpoint, export, fake};
use crate::examples::program::{Running, program, run, wait_until};
use crate::support::{Answer, Server};

const YESTERDAY: &str = "of yesterday\n";

fn of_yesterday(directory: &TempDir, fake: &FakeGitHub) -> PathBuf {
    let out = directory.path().join("out.ndjson");
    assert_eq!(export(fake, &out, &[]).0, Some(0));
    fs::write(&out, YESTERDAY).unwrap();
    out
}

fn resumes_at_the_start(fake: &FakeGitHub, out: &Path) {
    assert_eq!(fs::read_to_string(out).unwrap(), YESTERDAY);
    assert_eq!(export(fake, out, &["--resume"]).0, Some(0));
    let written = fs::read_to_string(out).unwrap();
    let alerts: Vec<Value> = written.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(alerts.iter().map(|alert| &alert["number"]).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn a_first_request_that_fails_leaves_the_file_and_resume_begins_anew() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = of_yesterday(&directory, &fake);
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::status(403));
    let (code, _, stderr) = export(&fake, &out, &[]);
    assert_eq!(code, Some(1));
    assert!(stderr.ends_with(&format!("\nnothing was written to {}", out.display())), "{stderr}");
    resumes_at_the_start(&fake, &out);
}

#[test]
fn a_kill_or_a_stop_before_the_first_page_leaves_the_file_and_resume_begins_anew() {
    for signal in ["KILL", "TERM"] {
        let (fake, directory) = (fake(), TempDir::new().unwrap());
        let out = of_yesterday(&directory, &fake);
        fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::delay(Duration::from_secs(3600)));
        let arguments = ["--repo", "acme/widgets", "--out", out.to_str().unwrap()];
        let mut child = Running::begin(program("export", fake.base_url(), &arguments));
        wait_until("a request", || fake.received_for(&operations::LIST_REPO_ALERTS).len() == 2);
        child.signal(signal);
        assert_eq!(child.code(), (signal == "TERM").then_some(130));
        resumes_at_the_start(&fake, &out);
    }
}

#[test]
fn a_list_without_alerts_empties_the_file() {
    let (fake, directory) =
        (FakeGitHub::builder().repo("acme/widgets").start().unwrap(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    fs::write(&out, YESTERDAY).unwrap();
    let (code, _, stderr) = export(&fake, &out, &[]);
    assert_eq!((code, stderr), (Some(0), format!("0 alerts are in {}", out.display())));
    assert_eq!(fs::read(&out).unwrap(), b"");
    assert_eq!(export(&fake, &out, &["--resume"]).0, Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_moved_or_replaced_meanwhile_is_not_said_to_have_the_alerts() {
    for replaced in [false, true] {
        let directory = TempDir::new().unwrap();
        let out = directory.path().join("out.ndjson");
        let there = out.clone();
        let server = Server::start(move |_| {
            fs::rename(&there, there.with_extension("moved")).unwrap();
            if replaced {
                fs::write(&there, YESTERDAY).unwrap();
            }
            Answer::ok(&json!([{ "number": 1 }]))
        })
        .await;
        let arguments = ["--repo", "acme/widgets", "--out", out.to_str().unwrap()];
        let (code, _, stderr) = tokio::task::block_in_place(|| run("export", server.url(), &arguments));
        let path = out.display();
        let said = format!(
            "error: {path}: it was moved or deleted during the export\n\
             1 alerts were written to {path}; this cannot be resumed"
        );
        assert_eq!((code, stderr), (Some(1), said));
        assert!(!fs::read_to_string(checkpoint(&out)).unwrap().contains("\"finished\": true"));
    }
}
