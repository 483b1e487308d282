//! `export`: streams instead of regular files.

use std::fs::{self, OpenOptions};
use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};

use github_secret_scanning::models::Alert;
use github_secret_scanning_fake::FakeGitHub;
use tempfile::TempDir;

use crate::examples::program::{program, wait_until};

/// Starts a fake with one page that is larger than the buffer of a pipe.
fn fake() -> FakeGitHub {
    let mut alert = Alert::new(1);
    alert.resolution_comment = Some("made-up ".repeat(500_000));
    FakeGitHub::builder().alert("acme/widgets", alert).start().unwrap()
}

fn export_to(fake: &FakeGitHub, out: &str) -> Command {
    program("export", fake.base_url(), &["--repo", "acme/widgets", "--out", out])
}

#[test]
fn signal_ends_an_export_that_is_blocked_on_a_pipe() {
    let fake = fake();
    let mut child = export_to(&fake, "/dev/stdout").spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0]).unwrap();
    // Not INT, which a shell makes background processes and their children ignore.
    Command::new("kill").args(["-s", "TERM", &child.id().to_string()]).status().unwrap();
    wait_until("the end", || child.try_wait().unwrap().is_some());
    assert_eq!(child.wait().unwrap().signal(), Some(15));
}

#[test]
fn closed_pipe_ends_an_export_without_a_message() {
    let fake = fake();
    let mut child = export_to(&fake, "/dev/stdout").spawn().unwrap();
    child.stdout.take().unwrap().read_exact(&mut [0]).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(141));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.lines().all(|line| line.starts_with("no GITHUB_TOKEN")), "{stderr}");
}

#[test]
fn redirected_standard_output_is_not_truncated() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let redirected = directory.path().join("redirected");
    fs::write(&redirected, "before\n").unwrap();
    let file = OpenOptions::new().append(true).open(&redirected).unwrap();
    let child = export_to(&fake, "/dev/stdout").stdout(Stdio::from(file)).spawn().unwrap();
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(0));
    let written = fs::read_to_string(&redirected).unwrap();
    assert!(written.starts_with("before\n{\"created_at\":") && written.ends_with("}\n"));
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1, "no checkpoint");
}

#[test]
fn pipe_that_was_closed_before_the_start_does_not_hang() {
    let fake = fake();
    let mut child = export_to(&fake, "/dev/stdout").spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(141));
}
