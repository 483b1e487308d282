//! Which Apps are refused before a request is sent.

use super::*;
use crate::auth::fake_app::{app, pkcs8, public};
use crate::{Client, ErrorKind};

fn refused(app: App) -> Error {
    Client::builder().app(app).build().unwrap_err()
}

#[test]
fn a_malformed_key_is_refused_by_name_without_being_shown() {
    let torn: String =
        pkcs8().lines().enumerate().filter(|(i, _)| *i != 5).map(|(_, l)| format!("{l}\n")).collect();
    let escaped = pkcs8().replace('\n', "\\n");
    let bogus = "-----BEGIN PRIVATE KEY-----\naHVudGVyMg==\n-----END PRIVATE KEY-----\n".to_owned();
    for pem in ["hunter2".to_owned(), String::new(), public(), torn, escaped, bogus] {
        let error = refused(App::new("1", AppKey::pem(pem.as_str())).installation(7));
        assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("key")), "{pem}");
        let printed = format!("{error} {error:?}");
        assert!(!printed.contains("hunter2") && !printed.contains("aHVu") && !printed.contains("MII"));
    }
}

fn refused_file(path: impl Into<PathBuf>) -> String {
    let error = refused(App::new("1", AppKey::file(path)).installation(7));
    assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("key")));
    format!("{error} {error:?}")
}

#[test]
fn a_key_file_that_cannot_be_read_is_named() {
    let shown = refused_file("/no/such/app\u{202e}.pem");
    assert!(
        shown.contains("`key` must be a readable file (`/no/such/app.pem`): entity not found"),
        "{shown}"
    );
    let directory = refused_file(std::env::temp_dir());
    assert!(directory.contains(&*std::env::temp_dir().to_string_lossy()), "{directory}");
}

#[test]
fn a_file_that_is_no_key_is_named_without_its_content() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), "hunter2").unwrap();
    let shown = refused_file(file.path());
    assert!(shown.contains(&*file.path().to_string_lossy()) && !shown.contains("hunter2"), "{shown}");
}

#[test]
fn a_key_file_that_is_too_large_is_refused() {
    let file = tempfile::NamedTempFile::new().unwrap();
    file.as_file().set_len(300 << 20).unwrap();
    assert!(refused_file(file.path()).contains("larger than 65536 bytes"));
}

#[cfg(unix)]
#[test]
fn a_fifo_is_refused_and_not_waited_for() {
    let directory = tempfile::TempDir::new().unwrap();
    let fifo = directory.path().join("app.pem");
    assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    assert!(refused_file(&fifo).contains("not a regular file"));
}

#[test]
fn a_key_in_place_of_its_path_is_not_shown() {
    let one_line = pkcs8().replace('\n', "");
    let base64: String = pkcs8().lines().filter(|line| !line.starts_with('-')).collect();
    let short = "-----BEGIN RSA PRIVATE KEY-----MIIhunter2".to_owned();
    for key in [short, pkcs8(), pkcs8().replace('\n', "\\n"), one_line, base64, "MIIhunter2\nMII".to_owned()]
    {
        let shown = refused_file(&key);
        assert!(!shown.contains("MII") && !shown.contains("BEGIN"), "{shown}");
        assert!(shown.contains("must be a readable file: "), "{shown}");
    }
}

#[test]
fn building_a_client_chooses_one_of_two_compiled_backends() {
    use jsonwebtoken::crypto::{aws_lc, rust_crypto};

    Client::builder().app(app().installation(7)).build().unwrap();
    // Without a choice the first signature of the process panics.
    for second in [&aws_lc::DEFAULT_PROVIDER, &rust_crypto::DEFAULT_PROVIDER] {
        assert!(second.install_default().is_err());
    }
}

#[test]
fn an_app_is_refused_by_the_name_of_the_wrong_argument() {
    let argument = |app| refused(app).argument();
    assert_eq!(argument(app()), Some("installation"));
    assert_eq!(argument(app().installation(0)), Some("installation"));
    assert_eq!(argument(app().installation_of_org("..")), Some("org"));
    assert_eq!(argument(app().installation_of_repo("acme", "a/b")), Some("repo"));
    assert_eq!(argument(App::new("a\nb", AppKey::pem(pkcs8())).installation(7)), Some("id"));
}
