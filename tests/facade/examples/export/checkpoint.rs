//! `export`: checkpoints.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use github_secret_scanning_fake::{FakeGitHub, operations};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{checkpoint_of, export, fake};

/// Reads the checkpoint of a file.
fn checkpoint(out: &Path) -> Value {
    serde_json::from_slice(&fs::read(checkpoint_of(out)).unwrap()).unwrap()
}

fn requests(fake: &FakeGitHub) -> usize {
    fake.received_for(&operations::LIST_REPO_ALERTS).len()
}

#[test]
fn finished_export_keeps_its_checkpoint_and_resume_changes_nothing() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    assert_eq!(export(&fake, &out, &[]).0, Some(0));
    let (data, saved) = (fs::read(&out).unwrap(), checkpoint(&out));
    assert_eq!(saved["bytes"], data.len());
    assert_eq!((&saved["finished"], &saved["alerts"]), (&true.into(), &2.into()));

    let before = requests(&fake);
    let (code, _, stderr) = export(&fake, &out, &["--resume"]);
    let expected = format!("this export has finished already\n2 alerts are in {}", out.display());
    assert_eq!((code, stderr), (Some(0), expected));
    let (code, _, stderr) = export(&fake, &out, &["--resume", "--include-secrets"]);
    assert_eq!(code, Some(1));
    assert!(stderr.contains("was started with --include-secrets off"), "{stderr}");
    for changed in [&data[1..], &[&data, b"more".as_slice()].concat(), b""] {
        fs::write(&out, changed).unwrap();
        let (code, _, stderr) = export(&fake, &out, &["--resume"]);
        assert_eq!(code, Some(1));
        assert!(stderr.starts_with("error: cannot resume: "), "{stderr}");
        assert!(stderr.ends_with("run without --resume to start again"), "{stderr}");
        assert_eq!(fs::read(&out).unwrap(), changed);
    }
    assert_eq!(requests(&fake), before);
    assert_eq!(export(&fake, &out, &[]).0, Some(0));
    assert_eq!(fs::read(&out).unwrap(), data);
}

#[test]
fn resume_without_a_checkpoint_starts_only_with_an_empty_file() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let path = |name: &str| directory.path().join(name);
    fs::write(path("empty"), "").unwrap();
    for name in ["none", "empty"] {
        assert_eq!(export(&fake, &path(name), &["--resume"]).0, Some(0));
        assert_eq!(fs::read_to_string(path(name)).unwrap().lines().count(), 2);
    }
    let full = directory.path().canonicalize().unwrap().join("full");
    fs::write(&full, "of another program\n").unwrap();
    let (code, _, stderr) = export(&fake, &full, &["--resume"]);
    let (shown, missing) = (full.display(), checkpoint_of(&full));
    let missing_path = missing.display();
    let expected =
        format!("error: {shown} has no checkpoint {missing_path}: run without --resume to start again");
    assert_eq!((code, stderr), (Some(1), expected));
    assert_eq!(fs::read_to_string(&full).unwrap(), "of another program\n");
    assert!(!missing.exists());
}

/// Writes a file with the mode of a checkpoint.
fn write_own(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
    fs::set_permissions(path, Permissions::from_mode(0o600)).unwrap();
}

#[test]
fn file_that_is_not_a_checkpoint_is_not_replaced() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    fs::write(&out, "data\n").unwrap();
    let too_large = " ".repeat(2 * 1024 * 1024);
    let nested = format!("{{\"server\":{}", "[".repeat(100_000));
    for (text, reason) in [
        ("notes of mine", "it is not a JSON document"),
        ("{\"server\": \"htt", "it is not a JSON document"),
        (&nested, "it is not a JSON document"),
        ("{}", "a property is missing or has another type"),
        (&too_large, "it is too large"),
    ] {
        write_own(&checkpoint_of(&out), text);
        for more in [&[][..], &["--resume"]] {
            let (code, _, stderr) = export(&fake, &out, more);
            assert_eq!(code, Some(1));
            let expected = format!(".checkpoint is not a checkpoint of an export: {reason}; move it away");
            assert!(stderr.contains(&expected), "{stderr}");
            assert!(stderr.ends_with("and run without --resume to start again"), "{stderr}");
            assert_eq!(fs::read_to_string(&out).unwrap(), "data\n");
            assert_eq!(fs::read_to_string(checkpoint_of(&out)).unwrap(), text);
        }
    }
    assert_eq!(requests(&fake), 0);
}

#[test]
fn checkpoint_with_impossible_values_is_refused() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    assert_eq!(export(&fake, &out, &[]).0, Some(0));
    let (finished, before) = (checkpoint(&out), requests(&fake));
    let next = |skip: &str| {
        let start =
            format!("secret-scanning/list-alerts-for-repo?after=c&per_page=100{skip}&target=acme%2Fwidgets");
        json!(format!("{start}&length={}", start.len()))
    };
    let max = json!(u64::MAX);
    for (changes, reason) in [
        (vec![("bytes", max.clone())], "a number is too large"),
        (vec![("alerts", max.clone())], "a number is too large"),
        (vec![("malformed", max.clone())], "a number is too large"),
        (vec![("finished", false.into()), ("next", next("")), ("alerts", max)], "a number is too large"),
        (vec![("bytes", (-1).into())], "a property is missing or has another type"),
        (vec![("bytes", json!(1e300))], "a property is missing or has another type"),
        (vec![("next", json!("?page=1"))], "a property is missing or has another type"),
        (vec![("next", next("&skip=99999999999999999999"))], "a property is missing or has another type"),
        (vec![("next", next(""))], "it has finished, and has a next page"),
        (vec![("finished", false.into())], "it has progress, and no next page"),
        (vec![("bytes", (1u64 << 53).into())], "but its checkpoint has 9007199254740992"),
    ] {
        let mut changed = finished.clone();
        for (name, value) in changes {
            changed[name] = value;
        }
        fs::write(checkpoint_of(&out), changed.to_string()).unwrap();
        let (code, _, stderr) = export(&fake, &out, &["--resume"]);
        assert_eq!(code, Some(1), "{changed}: {stderr}");
        assert!(stderr.contains(reason), "{changed}: {stderr}");
    }
    assert_eq!(requests(&fake), before);
}

#[test]
fn temporary_checkpoint_of_a_killed_run_is_replaced_and_a_file_of_another_program_is_not() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    let new = directory.path().join("out.ndjson.checkpoint.new");
    fs::write(&new, "half of a check").unwrap();
    fs::set_permissions(&new, Permissions::from_mode(0o644)).unwrap();
    assert_eq!(export(&fake, &out, &[]).0, Some(1));
    assert_eq!(fs::read_to_string(&new).unwrap(), "half of a check");
    fs::set_permissions(&new, Permissions::from_mode(0o600)).unwrap();
    assert_eq!(export(&fake, &out, &["--resume"]).0, Some(0));
    assert!(!new.exists());
    assert_eq!(checkpoint(&out)["finished"], true);
}
