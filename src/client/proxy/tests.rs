//! Which proxy a client uses, and which it refuses.

use std::collections::HashMap;

use test_kit::{Reply, Server};

use super::*;
use crate::{Client, ClientBuilder, ErrorKind, Retry};

const SERVER: &str = "https://api.github.com";

/// Returns the address of the proxy for `base_url` in an environment, or the refused variable.
fn of_environment(base_url: &str, variables: &[(&str, &str)]) -> Result<Option<String>, &'static str> {
    let variables: HashMap<_, _> = variables.iter().copied().collect();
    let found = Proxy::of_environment(base_url, |name| variables.get(name).map(OsString::from));
    found.map(|proxy| proxy.map(|proxy| proxy.address)).map_err(|error| {
        let text = format!("{error} {error:?}");
        assert!(!text.contains("hunter2") && !text.contains("proxy.corp"), "{text}");
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        error.argument().unwrap()
    })
}

fn found(address: &str) -> Result<Option<String>, &'static str> {
    Ok(Some(address.to_owned()))
}

#[test]
fn a_proxy_that_reqwest_would_not_use_is_refused_without_being_shown() {
    for (url, reason) in [
        ("htp://user:hunter2@proxy.corp:9", SCHEME),
        ("ftp://user:hunter2@proxy.corp", SCHEME),
        ("nonsense://proxy.corp", SCHEME),
        ("socks4://proxy.corp", SOCKS),
        ("socks4a://proxy.corp", SOCKS),
        ("socks5://user:hunter2@proxy.corp:1080", SOCKS),
        ("SOCKS5H://proxy.corp", SOCKS),
        ("", MALFORMED),
        ("   ", MALFORMED),
        ("http://", MALFORMED),
        ("http://:3128", MALFORMED),
        ("http://user:hunter2@", MALFORMED),
        ("http://user:hunter2@[", MALFORMED),
        ("http://proxy.corp:99999", MALFORMED),
        ("http:/proxy.corp:3128", MALFORMED),
        (" http://proxy.corp:3128", MALFORMED),
        ("http://proxy.corp:3128\n", MALFORMED),
        ("http://proxy .corp", MALFORMED),
        ("http://user:12#hunter2@proxy.corp", MALFORMED),
        ("http://user:12/hunter2@proxy.corp", MALFORMED),
        ("http://user:12?hunter2@proxy.corp", MALFORMED),
    ] {
        let error = Client::builder().token("t").proxy(url).build().err().unwrap();
        assert_eq!(error.argument(), Some("proxy"), "{url:?}");
        let text = format!("{error} {error:?}");
        assert!(text.contains(reason), "{url:?}: {text}");
        assert!(!text.contains("hunter2") && !text.contains("proxy.corp"), "{text}");
    }
}

#[test]
fn a_url_that_the_matcher_of_reqwest_cannot_read_is_refused() {
    // Its parser of URLs has no limit.
    let url = format!("http://user:{}@proxy.corp:3128", "hunter2".repeat(10_000));
    assert!(reqwest::Proxy::all(&url).is_ok());
    let error = Client::builder().token("t").proxy(url).build().err().unwrap();
    assert_eq!(error.argument(), Some("proxy"));
}

#[test]
fn a_proxy_is_named_by_host_and_port_alone() {
    for (url, address) in [
        ("http://proxy.corp:3128", "proxy.corp:3128"),
        ("HTTP://user:hunter2@proxy.corp/", "proxy.corp:80"),
        ("https://user:p%40ss@proxy.corp", "proxy.corp:443"),
        ("proxy.corp:3128", "proxy.corp:3128"),
        ("user:hunter2@127.0.0.1:9", "127.0.0.1:9"),
        ("http://[::1]:3128", "[::1]:3128"),
    ] {
        assert_eq!(Proxy::parse(url).map(|proxy| proxy.address).as_deref(), Ok(address), "{url}");
        assert!(Client::builder().token("t").proxy(url).build().is_ok(), "{url}");
    }
}

#[test]
fn the_variable_of_the_scheme_precedes_that_of_all_schemes() {
    let all = [("ALL_PROXY", "http://all:1"), ("HTTPS_PROXY", "https:2"), ("HTTP_PROXY", "http:3")];
    assert_eq!(of_environment(SERVER, &all), found("https:2"));
    assert_eq!(of_environment("http://ghes.corp", &all), found("http:3"));
    assert_eq!(of_environment(SERVER, &all[..1]), found("all:1"));
    assert_eq!(of_environment(SERVER, &all[2..]), Ok(None));
    assert_eq!(of_environment(SERVER, &[("https_proxy", "a:1"), ("all_proxy", "b:1")]), found("a:1"));
    assert_eq!(of_environment("http://ghes.corp", &[("http_proxy", "a:1")]), found("a:1"));
    assert_eq!(of_environment(SERVER, &[("HTTPS_PROXY", ""), ("all_proxy", "b:1")]), found("b:1"));
    assert_eq!(of_environment(SERVER, &[]), Ok(None));
}

#[test]
fn a_variable_that_a_request_can_set_is_ignored_in_cgi() {
    let cgi = [("REQUEST_METHOD", "GET"), ("HTTP_PROXY", "http://evil:1"), ("HTTPS_PROXY", "http://good:1")];
    assert_eq!(of_environment("http://ghes.corp", &cgi), Ok(None));
    assert_eq!(of_environment(SERVER, &cgi), found("good:1"));
}

#[test]
fn a_server_in_no_proxy_and_one_on_loopback_have_no_proxy() {
    let with = |list| [("HTTPS_PROXY", "http://proxy:1"), ("NO_PROXY", list)];
    for list in ["api.github.com", ".github.com", "a, github.com", "*"] {
        assert_eq!(of_environment(SERVER, &with(list)), Ok(None), "{list}");
    }
    for list in ["", "hub.com", "localhost"] {
        assert_eq!(of_environment(SERVER, &with(list)), found("proxy:1"), "{list}");
    }
    assert_eq!(of_environment("https://10.1.2.3/api/v3", &with("10.0.0.0/8")), Ok(None));
    for server in ["https://127.0.0.1:1", "https://localhost", "https://[::1]"] {
        assert_eq!(of_environment(server, &with("")), Ok(None), "{server}");
    }
}

#[test]
fn an_unusable_variable_is_refused_by_name_if_it_would_be_used() {
    for value in ["socks5://proxy.corp:1080", "htp://u:hunter2@proxy.corp", "http://", " "] {
        for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
            assert_eq!(of_environment(SERVER, &[(name, value)]), Err(name), "{value:?}");
            assert_eq!(of_environment(SERVER, &[(name, value), ("no_proxy", "github.com")]), Ok(None));
            assert_eq!(of_environment("http://localhost", &[(name, value)]), Ok(None));
        }
        assert_eq!(of_environment("http://ghes.corp", &[("HTTPS_PROXY", value)]), Ok(None));
        assert_eq!(of_environment("http://ghes.corp", &[("HTTP_PROXY", value)]), Err("HTTP_PROXY"));
        // Not the next variable, as reqwest would do.
        let both = [("HTTPS_PROXY", value), ("ALL_PROXY", "http://proxy:1")];
        assert_eq!(of_environment(SERVER, &both), Err("HTTPS_PROXY"));
    }
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_not_unicode_is_refused_by_name() {
    use std::os::unix::ffi::OsStringExt;
    let value = |name: &str| (name == "HTTPS_PROXY").then(|| OsString::from_vec(vec![0xff]));
    let refused = Proxy::of_environment(SERVER, value).err();
    assert_eq!(refused.and_then(|error| error.argument()), Some("HTTPS_PROXY"));
}

#[test]
fn a_client_is_built_in_the_environment_of_its_process() {
    // Variables cannot be set in this process: other tests run in its other threads.
    let test = "client::proxy::tests::build_refuses_the_variable_of_the_process";
    let mut process = std::process::Command::new(std::env::current_exe().unwrap());
    process.args(["--exact", "--ignored", test]).env_remove("NO_PROXY").env_remove("no_proxy");
    let output = process.env("HTTPS_PROXY", "socks5://proxy.corp").output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

#[test]
#[ignore = "run by the test above, with a variable"]
fn build_refuses_the_variable_of_the_process() {
    let error = Client::builder().token("t").build().unwrap_err();
    assert_eq!(error.argument(), Some("HTTPS_PROXY"));
    assert!(Client::builder().token("t").proxy("http://proxy.corp").build().is_ok());
}

/// Returns whether the proxy received the request of a client.
async fn is_used(builder: ClientBuilder, proxy: &Server, variables: &[(&'static str, String)]) -> bool {
    let before = proxy.count();
    let builder = builder.token("t").base_url("http://ghes.invalid").allow_plain_http().retry(Retry::never());
    let variable = |name: &str| variables.iter().find(|(set, _)| *set == name).map(|(_, value)| value.into());
    let client = builder.build_in(variable).unwrap();
    let read = client.repo("acme", "widgets").unwrap().alert(42).get().await;
    assert_eq!(read.is_ok(), proxy.count() > before);
    read.is_ok()
}

#[tokio::test]
async fn requests_use_the_proxy_of_the_environment_unless_another_is_set() {
    let start = || Server::start(|_| Reply::status(200).body(r#"{"number":42}"#));
    let (proxy, other) = (start(), start());
    let environment = [("HTTP_PROXY", proxy.url().to_owned())];
    assert!(is_used(Client::builder(), &proxy, &environment).await);
    assert!(is_used(Client::builder().proxy(other.url()), &other, &environment).await);
    assert!(!is_used(Client::builder(), &proxy, &[]).await);
    let excluded = [environment[0].clone(), ("NO_PROXY", "ghes.invalid".to_owned())];
    assert!(!is_used(Client::builder(), &proxy, &excluded).await);
    // With a reqwest builder, its proxies apply, unless one is set here.
    let url = proxy.url().to_owned();
    let http = move || reqwest::Client::builder().proxy(reqwest::Proxy::all(&url).unwrap());
    assert!(is_used(Client::builder().http(http.clone()), &proxy, &[]).await);
    assert!(is_used(Client::builder().http(http).proxy(other.url()), &other, &[]).await);
    let direct = || reqwest::Client::builder().no_proxy();
    assert!(!is_used(Client::builder().http(direct), &proxy, &environment).await);
}
