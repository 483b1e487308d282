//! `export`: files that it did not create.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

use github_secret_scanning_fake::{Failure, FakeGitHub, operations};
use tempfile::TempDir;

use super::{checkpoint_of, export, fake, partial_of, with_suffix};
use crate::examples::program::{Running, program};

/// A change of a path, and its name.
type Change<'a, T> = (&'a str, &'a dyn Fn(&Path) -> T);

/// Runs an export that must fail without a request, and returns its error.
fn refused(fake: &FakeGitHub, out: &Path, more: &[&str]) -> String {
    let requests = || fake.received_for(&operations::LIST_REPO_ALERTS).len();
    let before = requests();
    let arguments = [&["--repo", "acme/widgets", "--out", out.to_str().unwrap()], more].concat();
    // Not `export`, which would wait forever.
    let (code, stderr) = Running::start(program("export", fake.base_url(), &arguments)).finish();
    assert_eq!((code, requests()), (Some(1), before), "{stderr}");
    stderr
}

/// Interrupts an export after its first request, and returns its fake.
fn interrupted(out: &Path) -> FakeGitHub {
    let fake = fake();
    fake.fail_next(1, &operations::LIST_REPO_ALERTS, Failure::status(403));
    assert_eq!(export(&fake, out, &["--include-secrets"]).0, Some(1));
    fake
}

#[test]
fn fifo_directory_socket_device_and_link_are_refused_at_once() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let other = directory.path().join("other");
    fs::write(&other, "of another program").unwrap();
    let kinds: [Change<()>; 4] = [
        ("fifo", &|path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success())),
        ("directory", &|path| fs::create_dir(path).unwrap()),
        ("socket", &|path| drop(UnixListener::bind(path).unwrap())),
        ("link", &|path| symlink(&other, path).unwrap()),
    ];
    for (kind, create) in kinds {
        for suffix in ["", ".partial", ".checkpoint", ".checkpoint.new"] {
            let out = directory.path().join(format!("{kind}{suffix}-out"));
            create(&with_suffix(&out, suffix));
            for more in [&[][..], &["--resume"]] {
                let error = refused(&fake, &out, more);
                let path = with_suffix(&out, suffix);
                assert!(error.contains(&format!("error: {}: ", path.display())), "{kind}: {error}");
            }
        }
    }
    assert!(refused(&fake, Path::new("/dev/null"), &[]).contains("is not a regular file"));
    assert_eq!(fs::read_to_string(&other).unwrap(), "of another program");
}

#[test]
fn file_that_others_may_have_open_is_not_resumed() {
    let changes: [Change<bool>; 3] = [
        ("mode", &|path| fs::set_permissions(path, Permissions::from_mode(0o640)).is_ok()),
        ("link", &|path| fs::hard_link(path, path.with_extension("link")).is_ok()),
        // Only the superuser may change the owner.
        ("owner", &|path| chown(path, Some(12_345), None).is_ok()),
    ];
    for (name, change) in changes {
        for file in [partial_of, checkpoint_of] {
            let directory = TempDir::new().unwrap();
            let out = directory.path().join("out.ndjson");
            let fake = interrupted(&out);
            if !change(&file(&out)) {
                continue;
            }
            let error = refused(&fake, &out, &["--include-secrets", "--resume"]);
            assert!(
                error.contains("not a file of an export (regular, of this user, mode 0600, no link)"),
                "{name}"
            );
        }
    }
}

#[test]
fn secrets_are_written_to_a_fresh_file_after_an_export_without_them() {
    let directory = TempDir::new().unwrap();
    let out = directory.path().join("out.ndjson");
    let fake = interrupted(&out);
    let mut reader = fs::File::open(partial_of(&out)).unwrap();
    assert_eq!(export(&fake, &out, &["--include-secrets"]).0, Some(0));
    assert_eq!(std::io::read_to_string(&mut reader).unwrap(), "");
}

#[test]
fn partial_file_without_a_checkpoint_is_not_replaced() {
    let (fake, directory) = (fake(), TempDir::new().unwrap());
    let out = directory.path().join("out.ndjson");
    let partial = partial_of(&out);
    fs::write(&partial, "of another program").unwrap();
    fs::set_permissions(&partial, Permissions::from_mode(0o600)).unwrap();
    for more in [&[][..], &["--resume"]] {
        let error = refused(&fake, &out, more);
        assert!(error.contains(" has no checkpoint ") && error.contains("move it away"), "{error}");
    }
    assert_eq!(fs::read_to_string(&partial).unwrap(), "of another program");
}
