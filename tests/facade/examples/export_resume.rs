//! `export`, stopped and killed, and going on.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use github_secret_scanning::models::Alert;
use github_secret_scanning_fake::{Failure, FakeGitHub, FakeGitHubBuilder, operations};
use tempfile::TempDir;

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

fn begin(fake: &FakeGitHub, out: &Path, more: &[&str]) -> Running {
    Running::begin(program("export", fake.base_url(), &[&arguments(out), more].concat()))
}

/// The file of a run that nothing interrupted.
fn uninterrupted(fake: &FakeGitHub, directory: &TempDir, name: &str) -> Vec<u8> {
    let out = directory.path().join(name);
    let (code, _, stderr) = export(fake, &out, &[]);
    assert_eq!((code, stderr), (Some(0), format!("{ALERTS} alerts are in {}", out.display())));
    fs::read(out).unwrap()
}

/// Begins an export to a file that is there already, and lets nothing but its first page through.
fn begun_with_one_page(fake: &FakeGitHub, out: &Path) -> Running {
    fs::write(out, "what an earlier export has left\n".repeat(100_000)).unwrap();
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::delay(Duration::ZERO));
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::delay(Duration::from_secs(3600)));
    let requests = || fake.received_for(&operations::LIST_REPO_ALERTS).len();
    let both = requests() + 2;
    let child = begin(fake, out, &[]);
    // The second one has its failure then, and leaves none for a later run.
    wait_until("a request for the second page", || requests() == both);
    child
}

fn checkpoint(out: &Path) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(".checkpoint");
    name.into()
}

#[test]
fn an_export_that_is_killed_twenty_times_gives_the_file_of_an_uninterrupted_one() {
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
        let mut child = begin(&fake, &out, &["--resume"]);
        // By its progress, so that kills land inside on a slow machine as well, and then at any moment.
        let until = requests() + random.usize(0..=3);
        wait_until("progress", || requests() >= until || child.has_ended());
        std::thread::sleep(Duration::from_micros(random.u64(..20_000)));
        child.kill();
        if child.code().is_none() {
            kills += 1;
            continue;
        }
        assert!(fs::read(&out).unwrap() == expected, "differs after {kills} kills; seed {seed}");
        fs::remove_file(&out).unwrap();
        fs::remove_file(checkpoint(&out)).unwrap();
    }
    let (code, _, stderr) = export(&fake, &out, &["--resume"]);
    assert_eq!(code, Some(0), "{stderr}; seed {seed}");
    assert!(fs::read(&out).unwrap() == expected, "differs at the end; seed {seed}");
}

#[test]
fn sigterm_leaves_whole_lines_that_resume_goes_on_from() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let expected = uninterrupted(&fake, &directory, "expected.ndjson");
    for name in ["TERM", "INT"] {
        let out = directory.path().join(name);
        let mut child = begun_with_one_page(&fake, &out);
        child.signal(name);
        assert_eq!(child.code(), Some(130));
        let mut line = child.stderr();
        assert!(line().starts_with("no GITHUB_TOKEN"));
        let said = format!("100 alerts are in {}; go on with the same command and --resume", out.display());
        assert_eq!(line(), said);
        let written = fs::read(&out).unwrap();
        assert!(written.ends_with(b"\n") && expected.starts_with(&written));

        assert_eq!(export(&fake, &out, &["--resume"]).0, Some(0));
        assert!(fs::read(&out).unwrap() == expected);
        let (code, _, stderr) = export(&fake, &out, &["--resume"]);
        let said = format!("this export is finished already\n{ALERTS} alerts are in {}", out.display());
        assert_eq!((code, stderr), (Some(0), said));
    }
}

#[test]
fn a_request_that_fails_leaves_a_file_that_resume_goes_on_from() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let expected = uninterrupted(&fake, &directory, "expected.ndjson");
    let out = directory.path().join("out.ndjson");
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::delay(Duration::ZERO));
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::status(403));
    let (code, _, stderr) = export(&fake, &out, &[]);
    assert_eq!(code, Some(1));
    assert!(stderr.starts_with("error: secret-scanning/list-alerts-for-repo: "), "{stderr}");
    assert!(stderr.ends_with("go on with the same command and --resume"), "{stderr}");
    assert_eq!(export(&fake, &out, &["--resume"]).0, Some(0));
    assert!(fs::read(&out).unwrap() == expected);
}

#[test]
fn half_a_line_that_a_kill_left_is_taken_off_even_if_going_on_fails() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    drop(begun_with_one_page(&fake, &out));
    let written = fs::read(&out).unwrap();
    assert_eq!(written.iter().filter(|byte| **byte == b'\n').count(), 100);
    fs::write(&out, [&written, b"{\"number\":10".as_slice()].concat()).unwrap();
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::status(403));
    let (code, _, stderr) = export(&fake, &out, &["--resume"]);
    let said = format!("\n100 alerts are in {}; go on with the same command and --resume", out.display());
    assert!(code == Some(1) && stderr.ends_with(&said), "{stderr}");
    assert!(fs::read(&out).unwrap() == written);
}

#[test]
fn a_second_export_to_the_same_file_is_refused() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    let first = begun_with_one_page(&fake, &out);
    for more in [&[][..], &["--resume"]] {
        let (code, _, stderr) = export(&fake, &out, more);
        assert_eq!((code, stderr), (Some(1), format!("error: another export writes {}", out.display())));
    }
    drop(first);
    assert_eq!(export(&fake, &out, &["--resume"]).0, Some(0), "a killed one holds nothing");
}

#[test]
fn resume_is_refused_for_another_export_and_for_a_file_that_lost_something() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    let first = begun_with_one_page(&fake, &out);
    drop(first);
    let before = fs::read(&out).unwrap();
    let path = out.to_str().unwrap();
    for (arguments, reason) in [
        (["--org", "acme"].as_slice(), "began with scope repository acme/widgets"),
        (&["--repo", "acme/widgets", "--include-secrets"], "began with --include-secrets off"),
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
    assert!(stderr.contains("began with server http://"), "{stderr}");
    assert!(fs::read(&out).unwrap() == before, "a refusal changes nothing");

    fs::OpenOptions::new().write(true).open(&out).unwrap().set_len(before.len() as u64 - 1).unwrap();
    let (code, _, stderr) = export(&fake, &out, &["--resume"]);
    assert_eq!(code, Some(1));
    assert!(stderr.contains("cannot resume"), "{stderr}");
}
