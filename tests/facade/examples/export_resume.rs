//! `export`: resuming after signals, errors and crashes.

use std::fs;
use std::path::Path;
use std::time::Duration;

use github_secret_scanning::models::Alert;
use github_secret_scanning_fake::{Failure, FakeGitHub, FakeGitHubBuilder, operations};
use tempfile::TempDir;

use super::export::{checkpoint_of, partial_of};
use super::program::{Running, program, run, wait_until};

const ALERTS: u64 = 730;

fn fake() -> FakeGitHub {
    let seed = |builder: FakeGitHubBuilder, number| builder.alert("acme/widgets", Alert::new(number));
    (1..=ALERTS).fold(FakeGitHub::builder(), seed).start().unwrap()
}

fn arguments(out: &Path) -> [&str; 4] {
    ["--repo", "acme/widgets", "--out", out.to_str().unwrap()]
}

fn export(fake: &FakeGitHub, out: &Path, more: &[&str]) -> (Option<i32>, String, String) {
    run("export", fake.base_url(), &[&arguments(out), more].concat())
}

fn start(fake: &FakeGitHub, out: &Path, more: &[&str]) -> Running {
    Running::start(program("export", fake.base_url(), &[&arguments(out), more].concat()))
}

/// Returns the file of an uninterrupted run.
fn uninterrupted(fake: &FakeGitHub, directory: &TempDir, name: &str) -> Vec<u8> {
    let out = directory.path().join(name);
    let (code, _, stderr) = export(fake, &out, &[]);
    assert_eq!((code, stderr), (Some(0), format!("{ALERTS} alerts are in {}", out.display())));
    fs::read(out).unwrap()
}

/// Starts an export to an existing file, and delays all pages but the first.
fn start_with_one_page(fake: &FakeGitHub, out: &Path) -> Running {
    fs::write(out, "of an earlier export\n".repeat(100_000)).unwrap();
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::delay(Duration::ZERO));
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::delay(Duration::from_secs(3600)));
    let requests = || fake.received_for(&operations::LIST_REPO_ALERTS).len();
    let both = requests() + 2;
    let child = start(fake, out, &[]);
    // Otherwise a later run could receive the failure of the second page.
    wait_until("a request for the second page", || requests() == both);
    child
}

#[test]
fn twenty_kills_and_resumes_give_the_file_of_an_uninterrupted_run() {
    let seed = fastrand::u64(..);
    let mut random = fastrand::Rng::with_seed(seed);
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let expected = uninterrupted(&fake, &directory, "expected.ndjson");
    assert_eq!(expected.iter().filter(|byte| **byte == b'\n').count() as u64, ALERTS);
    fake.fail_next(10_000, &operations::LIST_REPO_ALERTS, Failure::delay(Duration::from_millis(10)));

    let out = directory.path().join("out.ndjson");
    let requests = || fake.received_for(&operations::LIST_REPO_ALERTS).len();
    let mut kills = 0;
    while kills < 20 {
        let mut child = start(&fake, &out, &["--resume"]);
        // First by progress, so that the kill happens within the run on a slow machine too, then at a random time.
        let until = requests() + random.usize(0..=3);
        wait_until("progress", || requests() >= until || child.has_exited());
        std::thread::sleep(Duration::from_micros(random.u64(..20_000)));
        child.kill();
        if child.code().is_none() {
            kills += 1;
            continue;
        }
        assert!(fs::read(&out).unwrap() == expected, "differs after {kills} kills; seed {seed}");
        fs::remove_file(&out).unwrap();
        fs::remove_file(checkpoint_of(&out)).unwrap();
    }
    let (code, _, stderr) = export(&fake, &out, &["--resume"]);
    assert_eq!(code, Some(0), "{stderr}; seed {seed}");
    assert!(fs::read(&out).unwrap() == expected, "differs at the end; seed {seed}");
}

#[test]
fn kill_before_the_rename_at_the_end_loses_nothing() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let expected = uninterrupted(&fake, &directory, "out.ndjson");
    let out = directory.path().join("out.ndjson");
    let requests = fake.received_for(&operations::LIST_REPO_ALERTS).len();
    fs::rename(&out, partial_of(&out)).unwrap();
    fs::write(&out, "of an earlier export\n").unwrap();
    let (code, _, stderr) = export(&fake, &out, &["--resume"]);
    assert_eq!(code, Some(0), "{stderr}");
    assert!(fs::read(&out).unwrap() == expected && !partial_of(&out).exists());
    assert_eq!(fake.received_for(&operations::LIST_REPO_ALERTS).len(), requests);
}

#[test]
fn signal_leaves_whole_lines_and_resume_continues() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let expected = uninterrupted(&fake, &directory, "expected.ndjson");
    for name in ["TERM", "INT"] {
        let out = directory.path().join(name);
        let mut child = start_with_one_page(&fake, &out);
        child.signal(name);
        assert_eq!(child.code(), Some(130));
        let mut line = child.stderr();
        assert!(line().starts_with("no GITHUB_TOKEN"));
        let partial = partial_of(&out);
        let expected_message =
            format!("100 alerts are in {}; to resume, run the same command with --resume", partial.display());
        assert_eq!(line(), expected_message);
        let written = fs::read(partial).unwrap();
        assert!(written.ends_with(b"\n") && expected.starts_with(&written));

        assert_eq!(export(&fake, &out, &["--resume"]).0, Some(0));
        assert!(fs::read(&out).unwrap() == expected);
        let (code, _, stderr) = export(&fake, &out, &["--resume"]);
        let expected_message =
            format!("this export has finished already\n{ALERTS} alerts are in {}", out.display());
        assert_eq!((code, stderr), (Some(0), expected_message));
    }
}

#[test]
fn resume_continues_after_a_failed_request() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let expected = uninterrupted(&fake, &directory, "expected.ndjson");
    let out = directory.path().join("out.ndjson");
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::delay(Duration::ZERO));
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::status(403));
    let (code, _, stderr) = export(&fake, &out, &[]);
    assert_eq!(code, Some(1));
    assert!(stderr.starts_with("error: secret-scanning/list-alerts-for-repo (acme/widgets): "), "{stderr}");
    assert!(stderr.ends_with("to resume, run the same command with --resume"), "{stderr}");
    assert_eq!(export(&fake, &out, &["--resume"]).0, Some(0));
    assert!(fs::read(&out).unwrap() == expected);
}

#[test]
fn incomplete_line_is_removed_even_if_the_resumed_run_fails() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    drop(start_with_one_page(&fake, &out));
    let partial = partial_of(&out);
    let written = fs::read(&partial).unwrap();
    assert_eq!(written.iter().filter(|byte| **byte == b'\n').count(), 100);
    fs::write(&partial, [&written, b"{\"number\":10".as_slice()].concat()).unwrap();
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::status(403));
    let (code, _, stderr) = export(&fake, &out, &["--resume"]);
    let expected_message =
        format!("\n100 alerts are in {}; to resume, run the same command with --resume", partial.display());
    assert!(code == Some(1) && stderr.ends_with(&expected_message), "{stderr}");
    assert!(fs::read(&partial).unwrap() == written);
}

#[test]
fn second_export_to_the_same_file_is_refused() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    let first = start_with_one_page(&fake, &out);
    for more in [&[][..], &["--resume"]] {
        let (code, _, stderr) = export(&fake, &out, more);
        assert_eq!(
            (code, stderr),
            (Some(1), format!("error: another export is writing to {}", out.display()))
        );
    }
    drop(first);
    assert_eq!(export(&fake, &out, &["--resume"]).0, Some(0), "a killed run holds no lock");
}

#[test]
fn resume_is_refused_for_another_export_and_for_a_truncated_file() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    let first = start_with_one_page(&fake, &out);
    drop(first);
    let partial = partial_of(&out);
    let before = fs::read(&partial).unwrap();
    let path = out.to_str().unwrap();
    for (arguments, reason) in [
        (["--org", "acme"].as_slice(), "was started with scope repository acme/widgets"),
        (&["--repo", "acme/widgets", "--include-secrets"], "was started with --include-secrets off"),
    ] {
        let arguments = [arguments, &["--out", path, "--resume"]].concat();
        let (code, _, stderr) = run("export", fake.base_url(), &arguments);
        assert_eq!(code, Some(1));
        assert!(stderr.contains(reason), "{stderr}");
    }
    let (code, _, stderr) = run(
        "export",
        FakeGitHub::start().unwrap().base_url(),
        &[arguments(&out).as_slice(), &["--resume"]].concat(),
    );
    assert_eq!(code, Some(1));
    assert!(stderr.contains("was started with server http://"), "{stderr}");
    assert!(fs::read(&partial).unwrap() == before, "a refused export changes nothing");

    fs::OpenOptions::new().write(true).open(&partial).unwrap().set_len(before.len() as u64 - 1).unwrap();
    for reason in [" bytes, but its checkpoint has ", " is missing"] {
        let (code, _, stderr) = export(&fake, &out, &["--resume"]);
        assert_eq!(code, Some(1));
        assert!(stderr.contains("cannot resume") && stderr.contains(reason), "{stderr}");
        let _ = fs::remove_file(&partial);
    }
}
