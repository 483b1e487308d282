//! `export`: checkpoints.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use github_secret_scanning_fake::{Failure, FakeGitHub, operations};
use serde_json::Value;
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

#[test]
fn file_that_is_not_a_checkpoint_is_not_replaced() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    fs::write(&out, "data\n").unwrap();
    for text in ["notes of mine", "{}", "{\"server\": \"htt"] {
        fs::write(checkpoint_of(&out), text).unwrap();
        for more in [&[][..], &["--resume"]] {
            let (code, _, stderr) = export(&fake, &out, more);
            assert_eq!(code, Some(1));
            assert!(stderr.contains(".checkpoint is not a checkpoint of an export: "), "{stderr}");
            assert!(stderr.ends_with("move it away, and run without --resume to start again"), "{stderr}");
            assert_eq!(fs::read_to_string(&out).unwrap(), "data\n");
            assert_eq!(fs::read_to_string(checkpoint_of(&out)).unwrap(), text);
        }
    }
    assert_eq!(requests(&fake), 0);
}

#[test]
fn symbolic_links_to_a_file_share_its_checkpoint_and_must_have_the_same_format() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let path = |name: &str| directory.path().join(name);
    fs::create_dir(path("data")).unwrap();
    symlink("data/out", path("link")).unwrap();
    symlink("link", path("link.csv")).unwrap();
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::status(403));
    assert_eq!(export(&fake, &path("link"), &[]).0, Some(1), "through a link to a missing file");
    let mut names: Vec<_> =
        fs::read_dir(path("data")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["out", "out.checkpoint"]);

    let (code, _, stderr) = export(&fake, &path("link.csv"), &["--resume"]);
    let expected = "error: cannot resume: the export was started with format ndjson, not csv";
    assert_eq!((code, stderr.as_str()), (Some(1), expected));
    assert_eq!(export(&fake, &path("data/out"), &["--resume"]).0, Some(0));
    assert_eq!(checkpoint(&path("data/out"))["finished"], true);
}

#[test]
fn temporary_checkpoint_of_a_killed_run_is_replaced_and_a_link_is_not_followed() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    let (new, other) = (directory.path().join("out.ndjson.checkpoint.new"), directory.path().join("other"));
    fs::write(&other, "of another program").unwrap();
    symlink(&other, &new).unwrap();
    assert_eq!(export(&fake, &out, &[]).0, Some(0));
    fs::write(&new, "half of a check").unwrap();
    assert_eq!(export(&fake, &out, &[]).0, Some(0));
    assert_eq!(fs::read_to_string(&other).unwrap(), "of another program");
    assert!(!new.exists());
    assert_eq!(checkpoint(&out)["finished"], true);
}
