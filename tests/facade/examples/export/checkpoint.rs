//! `export`: what a checkpoint says to a later run.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use github_secret_scanning_fake::{Failure, FakeGitHub, operations};
use serde_json::Value;
use tempfile::TempDir;

use super::{checkpoint, export, fake};

/// As JSON.
fn record(out: &Path) -> Value {
    serde_json::from_slice(&fs::read(checkpoint(out)).unwrap()).unwrap()
}

fn requests(fake: &FakeGitHub) -> usize {
    fake.received_for(&operations::LIST_REPO_ALERTS).len()
}

#[test]
fn a_finished_export_is_on_record_and_resume_leaves_it_alone() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    assert_eq!(export(&fake, &out, &[]).0, Some(0));
    let (data, record) = (fs::read(&out).unwrap(), record(&out));
    assert_eq!(record["bytes"], data.len());
    assert_eq!((&record["finished"], &record["alerts"]), (&true.into(), &2.into()));

    let before = requests(&fake);
    let (code, _, stderr) = export(&fake, &out, &["--resume"]);
    let said = format!("this export is finished already\n2 alerts are in {}", out.display());
    assert_eq!((code, stderr), (Some(0), said));
    let (code, _, stderr) = export(&fake, &out, &["--resume", "--include-secrets"]);
    assert_eq!(code, Some(1));
    assert!(stderr.contains("began with --include-secrets off"), "{stderr}");
    for changed in [&data[1..], &[&data, b"more".as_slice()].concat(), b""] {
        fs::write(&out, changed).unwrap();
        let (code, _, stderr) = export(&fake, &out, &["--resume"]);
        assert_eq!(code, Some(1));
        assert!(stderr.starts_with("error: cannot resume: "), "{stderr}");
        assert!(stderr.ends_with("run without --resume to begin anew"), "{stderr}");
        assert_eq!(fs::read(&out).unwrap(), changed);
    }
    assert_eq!(requests(&fake), before);
    assert_eq!(export(&fake, &out, &[]).0, Some(0));
    assert_eq!(fs::read(&out).unwrap(), data);
}

#[test]
fn resume_without_a_checkpoint_begins_only_where_there_is_nothing_to_lose() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let there = |name: &str| directory.path().join(name);
    fs::write(there("empty"), "").unwrap();
    for name in ["none", "empty"] {
        assert_eq!(export(&fake, &there(name), &["--resume"]).0, Some(0));
        assert_eq!(fs::read_to_string(there(name)).unwrap().lines().count(), 2);
    }
    let full = directory.path().canonicalize().unwrap().join("full");
    fs::write(&full, "of somebody else\n").unwrap();
    let (code, _, stderr) = export(&fake, &full, &["--resume"]);
    let (path, missing) = (full.display(), checkpoint(&full));
    let missing_path = missing.display();
    let said = format!("error: {path} has no checkpoint {missing_path}: run without --resume to begin anew");
    assert_eq!((code, stderr), (Some(1), said));
    assert_eq!(fs::read_to_string(&full).unwrap(), "of somebody else\n");
    assert!(!missing.exists());
}

#[test]
fn a_file_in_the_place_of_the_checkpoint_that_is_none_is_left_alone() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    fs::write(&out, "data\n").unwrap();
    for text in ["notes of mine", "{}", "{\"server\": \"htt"] {
        fs::write(checkpoint(&out), text).unwrap();
        for more in [&[][..], &["--resume"]] {
            let (code, _, stderr) = export(&fake, &out, more);
            assert_eq!(code, Some(1));
            assert!(stderr.contains(".checkpoint is no checkpoint of an export: "), "{stderr}");
            assert!(stderr.ends_with("move it away, and run without --resume to begin anew"), "{stderr}");
            assert_eq!(fs::read_to_string(&out).unwrap(), "data\n");
            assert_eq!(fs::read_to_string(checkpoint(&out)).unwrap(), text);
        }
    }
    assert_eq!(requests(&fake), 0);
}

#[test]
fn all_links_to_a_file_share_the_checkpoint_beside_it_and_the_format_must_be_the_same() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let there = |name: &str| directory.path().join(name);
    fs::create_dir(there("data")).unwrap();
    symlink("data/out", there("link")).unwrap();
    symlink("link", there("link.csv")).unwrap();
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::status(403));
    assert_eq!(export(&fake, &there("link"), &[]).0, Some(1), "through a link to what is not there yet");
    let mut names: Vec<_> =
        fs::read_dir(there("data")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["out", "out.checkpoint"]);

    let (code, _, stderr) = export(&fake, &there("link.csv"), &["--resume"]);
    let said = "error: cannot resume: the export began with format ndjson, and this is csv";
    assert_eq!((code, stderr.as_str()), (Some(1), said));
    assert_eq!(export(&fake, &there("data/out"), &["--resume"]).0, Some(0));
    assert_eq!(record(&there("data/out"))["finished"], true);
}

#[test]
fn what_a_kill_left_beside_the_checkpoint_is_replaced_and_a_link_there_is_not_followed() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    let (new, other) = (directory.path().join("out.ndjson.checkpoint.new"), directory.path().join("other"));
    fs::write(&other, "of somebody else").unwrap();
    symlink(&other, &new).unwrap();
    assert_eq!(export(&fake, &out, &[]).0, Some(0));
    fs::write(&new, "half of a check").unwrap();
    assert_eq!(export(&fake, &out, &[]).0, Some(0));
    assert_eq!(fs::read_to_string(&other).unwrap(), "of somebody else");
    assert!(!new.exists());
    assert_eq!(record(&out)["finished"], true);
}
